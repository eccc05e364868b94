import GRDB
import Survey

/// Writes and reads national measurements, inside a transaction.
struct StoredNational {
    let database: Database
    /// For messages.
    let path: String

    func insert(_ national: NationalMeasurement, now: String?) throws -> Int64 {
        let file = national.file
        try database.run(
            """
            INSERT INTO national (period, imported_at, file, sha256, size, rows, empty_rows)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [national.period.label, now, file.name, file.sha256, file.size, file.rows, file.emptyRows])
        let id = database.lastInsertedRowID
        for (place, column) in file.leftOut.enumerated() {
            try database.run(
                "INSERT INTO national_left_out VALUES (?, ?, ?, ?)", [id, place, column.heading, column.reason])
        }
        for (place, figure) in national.figures.enumerated() {
            var counted: Int?
            var tenMillionths: Int?
            switch figure.share {
            case .counted(let count, _): counted = count
            case .printed(let printed): tenMillionths = printed
            }
            try database.run(
                "INSERT INTO national_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    id, place, figure.key.instrument, figure.key.question, figure.key.group.variable,
                    figure.key.group.name, figure.key.measure.stored, counted, tenMillionths, figure.answers,
                    figure.forbund, figure.source,
                ])
        }
        return id
    }

    func current(in period: Period) throws -> (id: Int64, measurement: NationalMeasurement)? {
        let rows = try database.rows(
            "SELECT * FROM national WHERE replaced_by IS NULL AND period = ?", [period.label])
        guard let row = rows.first else { return nil }
        let id: Int64 = try row.value("id")
        let leftOut = try database.rows("SELECT * FROM national_left_out WHERE national = ? ORDER BY place", [id]).map {
            LeftOutColumn(heading: try $0.value("heading"), reason: try $0.value("reason"))
        }
        return (
            id,
            NationalMeasurement(
                period: period,
                figures: try database.rows("SELECT * FROM national_figure WHERE national = ? ORDER BY place", [id])
                    .map(figure),
                file: SourceFile(
                    name: try row.value("file"), sha256: try row.value("sha256"), size: try row.value("size"),
                    rows: try row.value("rows"), emptyRows: try row.value("empty_rows"), leftOut: leftOut),
                importedAt: try row.optional("imported_at"))
        )
    }

    private func figure(_ row: Row) throws -> NationalFigure {
        let (instrument, question): (String, String) = (try row.value("instrument"), try row.value("question"))
        let variable: String? = try row.optional("variable")
        let name: String = try row.value("group")
        let written: String = try row.value("measure")
        guard let measure = Measure.allCases.first(where: { $0.stored == written }) else {
            throw damaged(question)
        }
        let answers: Int? = try row.optional("answers")
        let counted: Int? = try row.optional("counted")
        let tenMillionths: Int? = try row.optional("ten_millionths")
        let share: NationalShare
        switch (counted, tenMillionths, answers) {
        case (let count?, nil, let base?)
        where (1...NationalShare.mostAnswers).contains(base) && (0...base).contains(count):
            share = .counted(count, of: base)
        case (nil, let printed?, _) where (0...NationalShare.unit).contains(printed):
            share = .printed(tenMillionths: printed)
        default: throw damaged(question)
        }
        return NationalFigure(
            key: NationalKey(
                instrument: instrument, question: question,
                group: variable.map { NationalGroup(variable: $0, name: name) } ?? .total, measure: measure),
            share: share, answers: answers, forbund: try row.optional("forbund"), source: try row.optional("source"))
    }

    private func damaged(_ question: String) -> RegisterError {
        .damaged(path: path, .nationalFigure(question: question))
    }
}

extension Measure {
    fileprivate var stored: String {
        switch self {
        case .negative: "negative"
        case .neither: "neither"
        case .positive: "positive"
        case .clearlyPositive: "clearly positive"
        }
    }
}
