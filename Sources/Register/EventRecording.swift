import GRDB

/// Writes down what is done, inside the transaction that does it.
struct EventRecording {
    let database: Database
    /// ISO 8601; nil in a register that ends with the process.
    let now: String?
    let by: String?

    /// - Parameters:
    ///   - forbund: nil where it concerns the whole register.
    ///   - imports: what it made, took back or deleted the answers of.
    ///   - former: what stood there before, or holds again.
    ///   - file: the workbook or the copy it was about.
    @discardableResult
    func record(
        _ kind: EventKind, forbund: Int64?, imports: [Int64] = [], former: [Int64] = [], file: String? = nil
    ) throws -> Int64 {
        try database.run(
            "INSERT INTO event (forbund, kind, at, by, file) VALUES (?, ?, ?, ?, ?)",
            [forbund, kind.rawValue, now, by, file])
        let id = database.lastInsertedRowID
        for (places, isFormer) in [(imports, false), (former, true)] {
            for place in places {
                // What was made and replaced at once is told as made.
                try database.run("INSERT OR IGNORE INTO event_import VALUES (?, ?, ?)", [id, place, isFormer])
            }
        }
        return id
    }
}

extension Database {
    /// The number of a förbund, which is written down where it is not there.
    func forbund(_ name: String) throws -> Int64 {
        if let id = try Int64.fetchOne(self, sql: "SELECT id FROM forbund WHERE name = ?", arguments: [name]) {
            return id
        }
        try run("INSERT INTO forbund (name) VALUES (?)", [name])
        return lastInsertedRowID
    }
}
