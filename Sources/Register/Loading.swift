import FoundationEssentials
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
            let label: String = row["period"]
            guard let period = Period(label) else { throw damaged("perioden \(label)") }
            let id: Int64 = row["id"]
            return Found(
                id: id,
                stored: StoredImport(
                    forbund: row["forbund_name"], instrument: row["instrument"], version: row["version"],
                    period: period,
                    importedAt: row["imported_at"], respondents: row["respondents"], invited: row["invited"],
                    constructed: row["constructed"], files: try files(of: id),
                    erased: (row["erased_at"] as String?) != nil))
        }
        return found.sorted { $0.stored.period > $1.stored.period }
    }

    private func files(of id: Int64) throws -> [SourceFile] {
        try database.rows("SELECT * FROM source_file WHERE import = ? ORDER BY place", [id]).map { row in
            let leftOut = try database.rows(
                "SELECT * FROM left_out_column WHERE import = ? AND file = ? ORDER BY place", [id, row["place"] as Int]
            ).map { LeftOutColumn(heading: $0["heading"], reason: $0["reason"]) }
            return SourceFile(
                name: row["name"], sha256: row["sha256"], size: row["size"], rows: row["rows"],
                emptyRows: row["empty_rows"], leftOut: leftOut)
        }
    }

    func measurement(_ found: Found, of instrument: Instrument) throws -> Measurement {
        let stored = found.stored
        let version = instrument.version(stored.version)
        let questions = try database.rows("SELECT * FROM answer_column WHERE import = ? ORDER BY place", [found.id]).map
        { row -> QuestionColumn in
            let question: String = row["question"]
            let codes = [UInt8](row["codes"] as Data)
            guard codes.count == stored.respondents else {
                throw damaged("svaren på \(question) \(stored.period.label)")
            }
            let categories = TextList.split(row["categories"])
            guard let scale = version?.item(question)?.question.scale, scale.categories.map(\.label) != categories
            else {
                return QuestionColumn(question: question, codes: codes)
            }
            return QuestionColumn(question: question, codes: try recoded(codes, categories, scale, question))
        }
        let groups = try database.rows("SELECT * FROM group_column WHERE import = ? ORDER BY place", [found.id]).map {
            row -> GroupColumn in
            let variable: String = row["variable"]
            guard let codes = (row["codes"] as Data).littleEndianCodes, codes.count == stored.respondents else {
                throw damaged("\(variable) \(stored.period.label)")
            }
            return GroupColumn(variable: variable, values: TextList.split(row["values"]), codes: codes)
        }
        return Measurement(
            instrument: stored.instrument, version: stored.version, period: stored.period,
            answers: Answers(respondents: stored.respondents, questions: questions, groups: groups),
            invited: try invited(of: found), files: stored.files, constructed: stored.constructed,
            importedAt: stored.importedAt)
    }

    private func invited(of found: Found) throws -> Invited? {
        guard let total = found.stored.invited else { return nil }
        var byGroup: [String: [String: Int]] = [:]
        for row in try database.rows("SELECT * FROM invited WHERE import = ?", [found.id]) {
            byGroup[row["variable"], default: [:]][row["value"]] = row["number"]
        }
        return Invited(total: total, byGroup: byGroup)
    }

    /// The scale has been edited since: the stored bytes follow their labels to the categories' new places.
    private func recoded(
        _ codes: [AnswerCode], _ categories: [String], _ scale: Scale, _ question: String
    ) throws -> [AnswerCode] {
        let places = categories.map { label in scale.categories.firstIndex { $0.label == label } }
        return try codes.map { code in
            if code == 0 { return 0 }
            guard places.indices.contains(Int(code) - 1), let place = places[Int(code) - 1] else {
                let label = categories.indices.contains(Int(code) - 1) ? categories[Int(code) - 1] : "\(code)"
                throw damaged("svarsalternativet \(label) för \(question) finns inte längre i formuläret")
            }
            return AnswerCode(place + 1)
        }
    }

    private func damaged(_ what: String) -> RegisterError { .damaged(path: path, what: what) }
}
