import GRDB
import Glibc

extension Register {
    /// For a file that nobody else sees until it is finished: it needs no journal.
    static var scrap: Configuration {
        var configuration = configuration
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = MEMORY")
        }
        return configuration
    }

    /// Copies a register, after it has been checked, to a file that is to become the one at `target`.
    static func copySound(_ path: String, to part: String, of target: String) throws(RegisterError) {
        let source = try told(path) {
            var configuration = configuration
            configuration.readonly = true
            let source = try DatabaseQueue(path: path, configuration: configuration)
            try source.read { database in
                let taken = try Migration.taken(by: database)
                guard let taken, !taken.isEmpty else { throw RegisterError.unusable(path: path, .notARegister) }
                guard taken.isSubset(of: migrations.map(\.name)) else { throw RegisterError.newerVersion(path: path) }
                try database.checkThatItIsSound(path)
            }
            return source
        }
        try told(target) {
            let queue = try DatabaseQueue(path: part, configuration: scrap)
            try source.backup(to: queue)
            try queue.close()
            try source.close()
        }
    }

    static func refuseFolder(_ path: String) throws(RegisterError) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .unusable(path: path, .isFolder) }
    }

    static func isSameFile(_ a: String, _ b: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}

extension DatabaseQueue {
    /// Copies what is committed, checks the copy and gives it its name.
    func copyFinished(to path: String, replacing: Bool) throws {
        let part = try Part(beside: path)
        let copy = part.path
        try Register.told(path) {
            let queue = try DatabaseQueue(path: copy, configuration: Register.scrap)
            try backup(to: queue)
            try queue.read { try $0.checkThatItIsSound(path) }
            try queue.close()
        }
        try part.place(at: path, replacing: replacing)
    }
}

extension Database {
    /// - Throws: `unusable` where the file is damaged or points at what is not there.
    func checkThatItIsSound(_ path: String) throws {
        let isWhole = try String.fetchAll(self, sql: "PRAGMA integrity_check") == ["ok"]
        let isConnected = try Row.fetchAll(self, sql: "PRAGMA foreign_key_check").isEmpty
        guard isWhole, isConnected else { throw RegisterError.unusable(path: path, .damaged) }
    }
}
