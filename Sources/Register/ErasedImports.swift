import GRDB
import Survey

/// The imports of a register whose answers have been deleted: they must not come back with an older copy of it.
struct ErasedImports {
    private struct Key: Hashable {
        let forbund: String
        let instrument: String
        let period: String
        let importedAt: String?
    }

    private var keys: Set<Key> = []

    init() {}

    init(in database: Database) throws {
        guard try database.tableExists("import") else { return }
        keys = try Set(Self.imports(in: database, "import.erased_at IS NOT NULL").map(\.key))
    }

    /// Deletes the answers of those of them that a copy still has.
    func erase(from database: Database, path: String, now: String?, by: String?) throws {
        let found = try Self.imports(in: database, "import.erased_at IS NULL").filter { keys.contains($0.key) }
        let loading = Loading(database: database, path: path)
        for (forbund, imports) in Dictionary(grouping: found, by: \.key.forbund) {
            let erasing = Erasing(database: database, now: now ?? "", by: by)
            _ = try erasing.erase(
                loading.imports(of: forbund, withIds: Set(imports.map { Int($0.id) })), of: forbund)
        }
    }

    private static func imports(in database: Database, _ condition: String) throws -> [(id: Int64, key: Key)] {
        try database.rows(
            """
            SELECT import.id, forbund.name, import.instrument, import.period, import.imported_at
            FROM import JOIN forbund ON forbund.id = import.forbund WHERE \(condition)
            """, []
        ).map { row in
            (
                id: try row.value("id"),
                key: Key(
                    forbund: try row.value("name"), instrument: try row.value("instrument"),
                    period: try row.value("period"), importedAt: try row.optional("imported_at"))
            )
        }
    }
}
