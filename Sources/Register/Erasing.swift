import GRDB
import Survey

/// Deletes answers, inside a transaction, and keeps what tells where published figures came from.
struct Erasing {
    let database: Database
    let now: String

    func erase(_ imports: [Loading.Found]) throws -> [StoredImport] {
        let left = imports.filter { !$0.stored.erased }
        for found in left {
            try database.run("DELETE FROM answer_column WHERE import = ?", [found.id])
            try database.run("DELETE FROM group_column WHERE import = ?", [found.id])
            try database.run("UPDATE import SET erased_at = ? WHERE id = ?", [now, found.id])
        }
        return left.map(\.stored)
    }
}
