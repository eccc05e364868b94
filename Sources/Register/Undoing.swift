import GRDB
import Survey

/// Takes back the latest import, inside a transaction.
struct Undoing {
    let database: Database
    /// For messages.
    let path: String
    let forbund: String

    private var loading: Loading { Loading(database: database, path: path) }

    /// What the latest import that has not been taken back made; empty where there is none.
    func latest() throws -> [StoredImport] {
        let event = try Int64.fetchOne(
            database,
            sql: """
                SELECT max(event) FROM import JOIN forbund ON forbund.id = import.forbund
                WHERE forbund.name = ? AND undone_by IS NULL
                """, arguments: [forbund])
        guard let event else { return [] }
        return try loading.imports(of: forbund, made: event)
    }

    func undo(now: String, by: String?) throws -> Undone {
        let taken = try latest()
        if taken.isEmpty { throw RegisterError.nothingToUndo }
        let ids = Set(taken.map(\.id))
        let restored = try loading.allImports(of: forbund).filter { stored in
            if case .replaced(let by) = stored.state { ids.contains(by) && !ids.contains(stored.id) } else { false }
        }
        if let erased = (taken + restored).first(where: \.erased) { throw RegisterError.answersErased(erased) }

        let event = try EventRecording(database: database, now: now, by: by).record(
            .undone, forbund: database.forbund(forbund), imports: taken.map { Int64($0.id) },
            former: restored.map { Int64($0.id) })
        for stored in taken {
            try database.run("UPDATE import SET undone_by = ? WHERE id = ?", [event, stored.id])
        }
        // Only now: one import holds at a time.
        for stored in restored {
            try database.run("UPDATE import SET replaced_by = NULL WHERE id = ?", [stored.id])
        }
        return Undone(
            taken: try loading.imports(of: forbund, withIds: ids),
            restored: try loading.imports(of: forbund, withIds: Set(restored.map(\.id))))
    }
}
