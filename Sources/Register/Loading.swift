import GRDB
import Survey

/// Reads what is stored, inside a transaction.
struct Loading {
    let database: Database
    /// For messages.
    let path: String

    /// Those that hold now, newest period first.
    func imports(of forbund: String) throws -> [StoredImport] {
        try found("import.replaced_by IS NULL AND import.undone_by IS NULL", [forbund])
            .sorted { ($0.countedIn, $0.period) > ($1.countedIn, $1.period) }
    }

    /// Those that hold now, are counted in a period and whose answers are there: a questionnaire's ordinary import before
    /// those that have been carried over.
    func imports(of forbund: String, countedIn period: Period) throws -> [StoredImport] {
        try found(
            """
            import.replaced_by IS NULL AND import.undone_by IS NULL AND import.erased_at IS NULL
                AND coalesce(import.counted_in, import.period) = ?
            """, [forbund, period.label]
        ).sorted { ($0.isCarriedOver ? 1 : 0, $0.period) < ($1.isCarriedOver ? 1 : 0, $1.period) }
    }

    /// Those too that have been replaced or taken back, in the order in which they were stored.
    func allImports(of forbund: String) throws -> [StoredImport] {
        try found("TRUE", [forbund])
    }

    func imports(of forbund: String, made event: Int64) throws -> [StoredImport] {
        try found("import.event = ?", [forbund, event])
    }

    func imports(of forbund: String, withIds ids: Set<Int>) throws -> [StoredImport] {
        try ids.sorted().flatMap { try found("import.id = ?", [forbund, $0]) }
    }

    private func found(_ condition: String, _ arguments: StatementArguments) throws -> [StoredImport] {
        let rows = try database.rows(
            """
            SELECT import.*, forbund.name AS forbund_name, made.by AS made_by, undone.at AS undone_at,
                undone.by AS undone_by_whom
            FROM import JOIN forbund ON forbund.id = import.forbund
            LEFT JOIN event AS made ON made.id = import.event LEFT JOIN event AS undone ON undone.id = import.undone_by
            WHERE forbund.name = ? AND \(condition) ORDER BY import.id
            """, arguments)
        return try rows.map { row in
            let period = try period(row.value("period"))
            let id: Int64 = try row.value("id")
            return StoredImport(
                id: Int(id), forbund: try row.value("forbund_name"), instrument: try row.value("instrument"),
                version: try row.value("version"), period: period,
                countedIn: try row.optional("counted_in").map(self.period) ?? period,
                importedAt: try time(row.optional("imported_at")), by: try row.optional("made_by"),
                respondents: try row.value("respondents"), invited: try row.optional("invited"),
                constructed: try row.value("constructed"), files: try files(of: id), state: try state(row),
                erasedAt: try time(row.optional("erased_at")))
        }
    }

    private func state(_ row: Row) throws -> ImportState {
        if try row.optional("undone_by") as Int64? != nil {
            return .undone(at: try time(row.optional("undone_at")) ?? "", by: try row.optional("undone_by_whom"))
        }
        return try (row.optional("replaced_by") as Int?).map { .replaced(by: $0) } ?? .current
    }

    func period(_ label: String) throws -> Period {
        guard let period = Period(label) else { throw damaged(.period(label)) }
        return period
    }

    /// ISO 8601 in UTC, to the second.
    func time(_ time: String?) throws -> String? {
        if let time, time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil { throw damaged(.time(time)) }
        return time
    }

    private func files(of id: Int64) throws -> [SourceFile] {
        try database.rows("SELECT * FROM source_file WHERE import = ? ORDER BY place", [id]).map { row in
            let place: Int = try row.value("place")
            let leftOut = try database.rows(
                "SELECT * FROM left_out_column WHERE import = ? AND file = ? ORDER BY place", [id, place]
            ).map { LeftOutColumn(heading: try $0.value("heading"), reason: try $0.value("reason")) }
            return SourceFile(
                name: try row.value("name"), sha256: try row.value("sha256"), size: try row.value("size"),
                rows: try row.value("rows"), emptyRows: try row.value("empty_rows"), leftOut: leftOut)
        }
    }

    func damaged(_ what: Damage) -> RegisterError { .damaged(path: path, what) }
}
