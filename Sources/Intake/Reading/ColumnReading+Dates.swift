import Survey
import Tabular

extension ColumnReading {
    /// Notes the period of every row, and tells of the rows with answers that have none.
    mutating func tellDates(_ dated: DatedRows, _ table: borrowing Table) {
        result.periods = (0..<table.rowCount).map { dated.dated($0) }
        let answered = answeredRows(table)
        if let doubt = dated.doubt(heading: layout.headings[dated.column], concerned: answered) {
            faults.add(Problem(layout.place(dated.column), doubt))
        }
        faults.add(dated.column, table, layout) { row in answered[row] == 0 ? nil : dated.fault(row) }
    }

    /// 1 for each row of the file with an answer, be it one of several of the same respondent, else 0.
    private func answeredRows(_ table: borrowing Table) -> [UInt8] {
        var answered = [UInt8](repeating: 0, count: table.rowCount)
        for column in questions {
            for (row, code) in column.answers.codes.enumerated() where code != 0 { answered[row] = 1 }
        }
        for column in loopColumns.values.joined() {
            let codes = column.plainCodes
            for row in answered.indices where codes[column.column.codes[row]] != 0 { answered[row] = 1 }
        }
        if let loop = instrument.loop, let filter = groups.first(where: { $0.answers.variable == loop.variable }) {
            for (row, code) in filter.answers.codes.enumerated() where code != 0 { answered[row] = 1 }
        }
        return answered
    }
}

extension AnswerColumns {
    /// The rows' dates; nil where answers are not placed by them, or no column has them.
    func dated(_ table: borrowing Table) -> DatedRows? {
        guard let placing, let date = layout.date, let column = table.columns.first(where: { $0.index == date.column })
        else { return nil }
        return DatedRows(column, placing, said: date.order)
    }

    /// Of each row whether what is wrong with it is told here: rows of a period with another version are read to that one.
    func concerned(_ table: borrowing Table, _ dated: DatedRows) -> [Bool] {
        guard instrument.versions.count > 1 else { return [] }
        return (0..<table.rowCount).map { row in
            // A row without a date is told of, or counted, with the version that was read first.
            guard let period = dated.dated(row) else { return isFirst }
            return instrument.version(in: period).map { $0.id == version.id } ?? isFirst
        }
    }
}
