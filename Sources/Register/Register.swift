import FoundationEssentials
import GRDB
import Glibc

/// What has been imported, kept in one SQLite file. The only module that owns state.
///
/// Every change is one transaction: it happens whole or not at all, also when the process is killed. Processes that use the
/// same file wait for one another.
public struct Register: Sendable {
    let queue: DatabaseQueue
    let path: String
    /// Where a copy of the file lies as it was before it was brought up to date; nil where it was so already.
    public let setAside: String?

    /// Opens the register and brings an older one up to date, after a copy of it has been set aside.
    ///
    /// The file can be read by its owner alone: it holds what people answered.
    /// - Parameters:
    ///   - path: the file; its folder must be there.
    ///   - creating: whether to make it where there is none.
    public init(path: String, creating: Bool) throws(RegisterError) {
        try Self.makeReady(path, creating: creating)
        try self.init(path: path, isFile: true) { configuration in
            try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// A register that ends with the process.
    public static func inMemory() throws(RegisterError) -> Register {
        try Register(path: "minnet", isFile: false) { configuration in try DatabaseQueue(configuration: configuration) }
    }

    private init(
        path: String, isFile: Bool, open: (Configuration) throws -> DatabaseQueue
    ) throws(RegisterError) {
        self.path = path
        (queue, setAside) = try Self.told(path) {
            let queue = try open(Self.configuration)
            return (queue, try Self.bringUpToDate(queue, path: path, isFile: isFile))
        }
    }

    static var configuration: Configuration {
        var configuration = Configuration()
        // Longer than any change of a register takes.
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            // What is deleted is overwritten, not only forgotten, and nothing is written outside the file's folder.
            try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Sees to it that the file is there and is its owner's alone.
    private static func makeReady(_ path: String, creating: Bool) throws(RegisterError) {
        var status = stat()
        if stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { throw .unusable(path: path, .isFolder) }
            // On a disk that cannot be written this stays as it is, and the register can be read.
            if status.st_mode & 0o077 != 0 { _ = chmod(path, status.st_mode & 0o700) }
            return
        }
        let folder = Part.folder(of: path)
        guard stat(folder, &status) == 0 else { throw .unusable(path: path, .noFolder) }
        guard creating else { throw .missing(path: path) }
        // Another process may make it at the same time: what is there is never emptied.
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 || errno == EEXIST else {
            throw .unusable(path: path, errno == ENOSPC || errno == EDQUOT ? .diskFull : .mayNotWrite)
        }
        if descriptor >= 0 { _ = close(descriptor) }
    }

    /// - Returns: where the copy was set aside.
    private static func bringUpToDate(_ queue: DatabaseQueue, path: String, isFile: Bool) throws -> String? {
        func left(_ database: Database) throws -> (left: [Migration], taken: Int) {
            guard let taken = try Migration.taken(by: database) else {
                throw RegisterError.unusable(path: path, .notARegister)
            }
            guard taken.isSubset(of: migrations.map(\.name)) else { throw RegisterError.newerVersion(path: path) }
            return (migrations.filter { !taken.contains($0.name) }, taken.count)
        }
        if try queue.atOneTime(left).left.isEmpty { return nil }
        return try queue.changing { database in
            // Another process may have done it in the meantime.
            let (left, taken) = try left(database)
            var copy: String?
            if isFile, taken > 0, !left.isEmpty {
                let name = SetAside.name(of: path, version: taken)
                try SetAside.copy(path, to: name)
                copy = name
            }
            try Migration.take(left, in: database)
            return copy
        }
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
        try Self.told(path) { try queue.atOneTime(body) }
    }

    /// - Parameter trial: whether what `body` did is undone.
    func writing<Value>(trial: Bool = false, _ body: (Database) throws -> Value) throws(RegisterError) -> Value {
        try Self.told(path) { try queue.changing(trial: trial, body) }
    }

    /// Everything that goes wrong, as an error of the register.
    static func told<Value>(_ path: String, _ body: () throws -> Value) throws(RegisterError) -> Value {
        do {
            return try body()
        } catch let error as RegisterError {
            throw error
        } catch {
            throw unusable(path, error)
        }
    }

    private static func unusable(_ path: String, _ error: any Error) -> RegisterError {
        // A column that is not there or holds something else is a file that another program has changed.
        let code = (error as? DatabaseError)?.extendedResultCode ?? .SQLITE_CORRUPT
        let trouble: Trouble =
            switch (code.primaryResultCode, code) {
            case (.SQLITE_NOTADB, _): .notARegister
            case (.SQLITE_CORRUPT, _), (.SQLITE_ERROR, _): .damaged
            // A file that may not grow is as good as a full disk.
            case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_WRITE): .diskFull
            case (.SQLITE_READONLY, _), (.SQLITE_PERM, _), (.SQLITE_CANTOPEN, _): .mayNotWrite
            case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): .inUse
            default: .other(code: Int(code.rawValue))
            }
        return .unusable(path: path, trouble)
    }
}

extension DatabaseQueue {
    /// One transaction that only reads: nothing changes underneath it.
    ///
    /// GRDB's own `read` forbids writing by a pragma, after which SQLite prepares every statement anew.
    func atOneTime<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try unsafeRead { database in
            try database.beginTransaction(.deferred)
            do {
                let value = try body(database)
                try database.commit()
                return value
            } catch {
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
    }

    /// One transaction, which waits for those of other processes before it reads what it is to change.
    ///
    /// - Parameter trial: whether what `body` did is undone.
    func changing<Value>(trial: Bool = false, _ body: (Database) throws -> Value) throws -> Value {
        try writeWithoutTransaction { database in
            try database.beginTransaction(.immediate)
            do {
                let value = try body(database)
                if trial { try database.rollback() } else { try database.commit() }
                return value
            } catch {
                if database.isInsideTransaction { try? database.rollback() }
                throw error
            }
        }
    }
}
