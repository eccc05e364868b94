import GRDB
import Glibc

extension Register {
    /// Copies the register as it is at one moment, also while other processes write to it.
    ///
    /// The copy is checked and can be read by its owner alone. It appears whole or not at all.
    /// - Throws: `exists` where there is a file and `replacing` is false.
    public func backUp(to path: String, replacing: Bool) throws(RegisterError) {
        try Self.refuseFolder(path)
        var status = stat()
        if !replacing, lstat(path, &status) == 0 { throw .exists(path: path) }
        if Self.isSameFile(path, self.path) { throw .exists(path: path) }
        try Self.told(path) { try queue.copyFinished(to: path, replacing: replacing) }
    }

    /// Brings a register back from a copy.
    ///
    /// The copy is checked first and is not changed. A register that is there is replaced in one transaction, so that other
    /// processes see the old or the new; answers that have been deleted from it are deleted from what is brought back too.
    /// - Parameters:
    ///   - copy: the copy's file.
    ///   - path: the register's file.
    ///   - replacing: whether a register that is there may be replaced.
    ///   - now: ISO 8601.
    ///   - by: who does it, as they call themselves.
    /// - Throws: `exists` where there is a register and `replacing` is false; `unusable` or `newerVersion` for a copy that
    ///   cannot be brought back.
    public static func restore(
        from copy: String, to path: String, replacing: Bool, now: String? = nil, by: String? = nil
    ) throws(RegisterError) {
        try refuseFolder(copy)
        try refuseFolder(path)
        var status = stat()
        guard stat(copy, &status) == 0 else { throw .missing(path: copy) }
        let isThere = lstat(path, &status) == 0
        if isThere, !replacing || isSameFile(copy, path) { throw .exists(path: path) }

        let part = try Part(beside: path)
        let prepared = part.path
        try copySound(copy, to: prepared, of: path)
        let present = isThere ? try told(path, { try Present(path) }) : nil
        try told(path) {
            let queue = try DatabaseQueue(path: prepared, configuration: scrap)
            try queue.changing { database in
                let taken = try Migration.taken(by: database) ?? []
                try Migration.take(migrations.filter { !taken.contains($0.name) }, in: database)
                try present?.erased.erase(from: database, path: path, now: now, by: by)
                try EventRecording(database: database, now: now, by: by)
                    .record(.restored, forbund: nil, file: copy.split(separator: "/").last.map(String.init))
            }
            try queue.vacuum()
            if let register = present?.queue {
                try queue.backup(to: register)
                try register.close()
                _ = chmod(path, 0o600)
            }
            try queue.close()
        }
        if present?.queue != nil { return }
        // What is left of a register that cannot be read must not be taken for a part of the new one.
        for rest in ["-journal", "-wal", "-shm"] where isThere { _ = unlink(path + rest) }
        try part.place(at: path, replacing: replacing)
    }

    /// Reads the whole file and sees whether it is sound.
    ///
    /// - Throws: `unusable` where it is damaged.
    public func checkIntegrity() throws(RegisterError) {
        try Self.told(path) { try queue.read { try $0.checkThatItIsSound(path) } }
    }
}

/// The register that is to be replaced.
private struct Present {
    /// Nil where the file cannot be read as a register.
    let queue: DatabaseQueue?
    let erased: ErasedImports

    /// - Throws: `notARegister` for another program's file.
    init(_ path: String) throws {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Register.configuration)
            erased = try queue.read { database in
                guard try Migration.taken(by: database) != nil else {
                    throw RegisterError.unusable(path: path, .notARegister)
                }
                return try ErasedImports(in: database)
            }
            self.queue = queue
        } catch let error as DatabaseError
            where [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
        {
            (queue, erased) = (nil, ErasedImports())
        }
    }
}
