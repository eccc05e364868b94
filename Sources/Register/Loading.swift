import GRDB
import Survey

/// Reads what is stored, inside a transaction.
struct Loading {
    let database: Database
    /// For messages.
    let path: String

    struct Found {
        let id: Int64
        let stored: StoredImport
    }

    /// Those that hold now, newest period first.
    func imports(of forbund: String) throws -> [Found] {
        try found("replaced_by IS NULL", [forbund])
    }

    /// The one of a questionnaire and period that holds now.
    func current(_ forbund: String, instrument: String, period: Period) throws -> Found? {
        try found("replaced_by IS NULL AND instrument = ? AND period = ?", [forbund, instrument, period.label]).first
    }

    /// Those of a period that hold now and whose answers are there.
    func imports(of forbund: String, in period: Period) throws -> [Found] {
        try found("replaced_by IS NULL AND erased_at IS NULL AND period = ?", [forbund, period.label])
    }

    /// Those too that have been replaced.
    func allImports(of forbund: String) throws -> [Found] {
        try found("TRUE", [forbund])
    }

    private func found(_ condition: String, _ arguments: StatementArguments) throws -> [Found] {
        let rows = try database.rows(
            """
            SELECT import.*, forbund.name AS forbund_name FROM import JOIN forbund ON forbund.id = import.forbund
            WHERE forbund.name = ? AND \(condition) ORDER BY import.id
            """, arguments)
        let found = try rows.map { row -> Found in
            let label: String = try row.value("period")
            guard let period = Period(label) else { throw damaged("perioden \(label)") }
            let time: String? = try row.optional("imported_at")
            if let time, time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) == nil {
                throw damaged("tiden \(time)")
            }
            let id: Int64 = try row.value("id")
            let erasedAt: String? = try row.optional("erased_at")
            return Found(
                id: id,
                stored: StoredImport(
                    forbund: try row.value("forbund_name"), instrument: try row.value("instrument"),
                    version: try row.value("version"), period: period, importedAt: time,
                    respondents: try row.value("respondents"), invited: try row.optional("invited"),
                    constructed: try row.value("constructed"), files: try files(of: id), erased: erasedAt != nil))
        }
        return found.sorted { $0.stored.period > $1.stored.period }
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

    func damaged(_ what: String) -> RegisterError { .damaged(path: path, what: what) }
}
