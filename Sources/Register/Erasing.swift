import GRDB
import Survey

/// Deletes answers, inside a transaction, and keeps what tells where published figures came from.
struct Erasing {
    let database: Database
    let now: String
    let by: String?

    /// The imports whose answers are those of a period, and all that hold the same answers: what was replaced by one of
    /// them, and what does not hold but was collected for the period.
    static func concerned(_ all: [StoredImport], where concerns: (Period) -> Bool) -> Set<Int> {
        var ids = Set(
            all.filter { stored in
                concerns(stored.countedIn) || (stored.state != .current && concerns(stored.period))
            }.map(\.id))
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for stored in all {
                guard case .replaced(let by) = stored.state, ids.contains(by) else { continue }
                if ids.insert(stored.id).inserted { isGrowing = true }
            }
        }
        return ids
    }

    func erase(_ imports: [StoredImport], of forbund: String) throws -> [StoredImport] {
        let left = imports.filter { !$0.erased }
        if left.isEmpty { return [] }
        for stored in left {
            try database.run("DELETE FROM answer_column WHERE import = ?", [stored.id])
            try database.run("DELETE FROM group_column WHERE import = ?", [stored.id])
            try database.run("DELETE FROM loop_column WHERE import = ?", [stored.id])
            try database.run("DELETE FROM loop_block WHERE import = ?", [stored.id])
            try database.run("UPDATE import SET erased_at = ? WHERE id = ?", [now, stored.id])
        }
        try EventRecording(database: database, now: now, by: by)
            .record(.erased, forbund: database.forbund(forbund), imports: left.map { Int64($0.id) })
        return left
    }
}
