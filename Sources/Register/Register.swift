import FoundationEssentials
import GRDB
public import Survey

/// What has been imported, kept in one SQLite file. The only module that owns state.
///
/// Every change is one transaction: it happens whole or not at all, also when the process is killed.
public struct Register: Sendable {
    private let queue: DatabaseQueue
    private let path: String

    /// Opens the register and brings an older one up to date.
    ///
    /// The file can be read by its owner alone: it holds what people answered.
    /// - Parameters:
    ///   - path: the file; its folder must be there.
    ///   - creating: whether to make it where there is none.
    public init(path: String, creating: Bool) throws(RegisterError) {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder { throw .unusable(path: path, .isFolder) }
        if !exists {
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
            guard folder.isEmpty || FileManager.default.fileExists(atPath: folder) else {
                throw .unusable(path: path, .noFolder)
            }
            guard creating else { throw .missing(path: path) }
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw .unusable(path: path, .mayNotWrite) }
        }
        self = try Register(path: path) { configuration in try DatabaseQueue(path: path, configuration: configuration) }
    }

    /// A register that ends with the process.
    public static func inMemory() throws(RegisterError) -> Register {
        try Register(path: "minnet") { configuration in try DatabaseQueue(configuration: configuration) }
    }

    private init(
        path: String, open: (Configuration) throws -> DatabaseQueue
    ) throws(RegisterError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { database in
            // What is deleted is overwritten, not only forgotten.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        self.path = path
        do {
            queue = try open(configuration)
            let migrations = migrations
            if try queue.read(migrations.hasBeenSuperseded) { throw RegisterError.newerVersion(path: path) }
            try migrations.migrate(queue)
        } catch let error as RegisterError {
            throw error
        } catch {
            throw Self.unusable(path, error)
        }
    }

    /// Stores measurements of a förbund, all of them or none.
    ///
    /// - Parameters:
    ///   - measurements: at most one a questionnaire and period.
    ///   - forbund: the name of the förbund.
    ///   - instruments: those that were answered; the labels of their scales are stored beside the answers.
    ///   - now: ISO 8601; nil where the register ends with the process.
    ///   - replacing: whether new answers take the place of those that are there.
    ///   - trial: whether to leave the register as it was and only tell what would come of it.
    /// - Throws: `alreadyImported` where other files are there and `replacing` is false.
    public func store(
        _ measurements: [Measurement], of forbund: String, instruments: [Instrument], now: String?, replacing: Bool,
        trial: Bool = false
    ) throws(RegisterError) -> [StoreOutcome] {
        try writing(trial: trial) { database in
            try database.execute(
                sql: "INSERT INTO forbund (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [forbund])
            return try measurements.map { measurement in
                try Storing(database: database, path: path, forbund: forbund, instruments: instruments, now: now)
                    .store(measurement, replacing: replacing)
            }
        }
    }

    /// The names of all förbund that something has been imported for.
    public func forbund() throws(RegisterError) -> [String] {
        try reading { try String.fetchAll($0, sql: "SELECT name FROM forbund ORDER BY name") }
    }

    /// All imports that hold now, newest period first.
    public func imports(of forbund: String) throws(RegisterError) -> [StoredImport] {
        try reading { try Loading(database: $0, path: path).imports(of: forbund).map(\.stored) }
    }

    /// The answers of a period, with what is needed to trace them.
    ///
    /// - Parameters:
    ///   - forbund: the name of the förbund.
    ///   - period: exactly this one.
    ///   - instruments: a measurement of another questionnaire is left out.
    public func measurements(
        of forbund: String, in period: Period, instruments: [Instrument]
    ) throws(RegisterError) -> [Measurement] {
        try reading { database in
            let loading = Loading(database: database, path: path)
            return try loading.imports(of: forbund, in: period).compactMap { found in
                guard let instrument = instruments.first(where: { $0.id == found.stored.instrument }) else {
                    return nil
                }
                return try loading.measurement(found, of: instrument)
            }
        }
    }

    /// Deletes the answers of periods; what is listed of the imports is kept. The bytes are removed from the file.
    ///
    /// - Returns: the imports whose answers were deleted.
    public func eraseAnswers(
        of forbund: String, where concerns: (Period) -> Bool, now: String
    ) throws(RegisterError) -> [StoredImport] {
        let erased = try writing { database in
            try Erasing(database: database, now: now)
                .erase(
                    Loading(database: database, path: path).allImports(of: forbund).filter {
                        concerns($0.stored.period)
                    })
        }
        try told { try queue.vacuum() }
        return erased
    }

    private func reading<Value>(_ body: (Database) throws -> Value) throws(RegisterError) -> Value {
        try told { try queue.read(body) }
    }

    /// - Parameter trial: whether what `body` did is undone.
    private func writing<Value>(
        trial: Bool = false, _ body: (Database) throws -> Value
    ) throws(RegisterError) -> Value {
        try told {
            try queue.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction {
                    value = try body(database)
                    return trial ? .rollback : .commit
                }
                guard let value else { throw RegisterError.damaged(path: path, what: "ändringen gjordes inte") }
                return value
            }
        }
    }

    /// Everything that goes wrong, as an error of the register.
    private func told<Value>(_ body: () throws -> Value) throws(RegisterError) -> Value {
        do {
            return try body()
        } catch let error as RegisterError {
            throw error
        } catch {
            throw Self.unusable(path, error)
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
