import GRDB

/// A step from one version of the register's tables to the next. One that has been released is never changed.
struct Migration: Sendable {
    let name: String
    let step: @Sendable (Database) throws -> Void

    /// The names of the steps that a file has taken; nil where the file holds tables but is no register.
    static func taken(by database: Database) throws -> Set<String>? {
        let names = try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        if names.isEmpty { return [] }
        guard names.contains("grdb_migrations") else { return nil }
        return try Set(String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations"))
    }

    /// Takes the steps that are left, inside a transaction: all of them or none.
    static func take(_ left: [Migration], in database: Database) throws {
        try database.execute(
            sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        for migration in left {
            try migration.step(database)
            try database.run("INSERT INTO grdb_migrations (identifier) VALUES (?)", [migration.name])
        }
        try database.checkForeignKeys()
    }
}
