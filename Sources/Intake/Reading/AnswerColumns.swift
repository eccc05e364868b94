import Survey
import Tabular

/// Turns a table's columns of texts into columns of answer codes, or tells every cell that is none.
struct AnswerColumns {
    let layout: Layout
    let instrument: Instrument
    let version: Version

    func read(_ table: consuming Table, digest: FileDigest) throws(Refusal) -> AnswerFile {
        var table = table
        var faults = CellFaults(table, layout)
        var questions: [QuestionColumn] = []
        var groups: [GroupColumn] = []
        var coded: [Item] = []
        let rows = table.rowCount
        var matches: [String: AnswerMatch] = [:]
        // The last first, so that each column's codes are owned here alone and are changed in place.
        while let column = table.columns.popLast() {
            switch layout.roles[column.index] {
            case .question(let item):
                let item = version.items[item]
                let scale = item.question.scale
                let match = matches[scale.id] ?? AnswerMatch(scale)
                matches[scale.id] = match
                let codes = column.values.map(match.code)
                if codes.contains(nil) {
                    faults.add(column, table, layout, codes) { match.unknown($0) }
                } else if column.values.dropFirst().allSatisfy({ Int($0) != nil }), column.values.count > 1 {
                    coded.append(item)
                }
                questions.append(
                    QuestionColumn(question: item.question.id, codes: column.codes.answers(codes.map { $0 ?? 0 })))
            case .background(let variable):
                groups.append(group(column, instrument.background[variable], table, &faults))
            case .leftOut:
                continue
            }
        }
        try faults.check()
        questions.reverse()
        groups.reverse()
        let answered = Answers(respondents: rows, questions: questions, groups: groups).withoutEmptyRows()
        return AnswerFile(
            name: layout.file,
            source: SourceFile(
                name: layout.fileName, sha256: digest.hexadecimal, size: digest.size, rows: rows,
                emptyRows: rows - answered.respondents, leftOut: leftOut),
            dialect: table.dialect, columns: understood, answers: answered,
            remarks: remarks(answered, emptyRows: rows - answered.respondents, coded: coded))
    }

    private func group(
        _ column: Column, _ variable: BackgroundVariable, _ table: borrowing Table, _ faults: inout CellFaults
    ) -> GroupColumn {
        if let values = variable.values {
            let match = BackgroundMatch(values)
            let codes = column.values.map(match.code)
            if codes.contains(nil) {
                faults.add(column, table, layout, codes) { match.unknown($0, of: variable) }
            }
            return GroupColumn(
                variable: variable.id, values: match.labels, codes: column.codes.groups(codes.map { $0 ?? 0 }))
        }
        let open = openCodes(column.values)
        if open.codes.contains(nil) {
            faults.add(column, table, layout, open.codes) { .notABackground(variable: variable.name, value: $0) }
        }
        if open.labels.count > OpenBackground.mostValues {
            faults.add(
                Problem(
                    layout.place(column.index),
                    .tooManyValues(
                        variable: variable.name, found: open.labels.count, most: OpenBackground.mostValues)))
        }
        return GroupColumn(
            variable: variable.id, values: open.labels, codes: column.codes.groups(open.codes.map { $0 ?? 0 }))
    }

    /// Spellings that differ only in case, spacing or punctuation are one value, written as it was first.
    private func openCodes(_ values: [String]) -> (labels: [String], codes: [UInt16?]) {
        var places: [TextKey: UInt16] = [:]
        var labels: [String] = []
        let codes = values.map { value -> UInt16? in
            if value.isEmpty { return 0 }
            guard OpenBackground.accepts(value) else { return nil }
            let key = TextKey(value)
            if let place = places[key] { return place }
            labels.append(value)
            places[key] = UInt16(clamping: labels.count)
            return UInt16(clamping: labels.count)
        }
        return (labels, codes)
    }

    private var leftOut: [LeftOutColumn] {
        zip(layout.headings, layout.roles).compactMap { heading, role in
            if case .leftOut(let reason) = role { LeftOutColumn(heading: heading, reason: reason) } else { nil }
        }
    }

    private var understood: [UnderstoodColumn] {
        zip(layout.headings, layout.roles).map { heading, role in
            let meaning: UnderstoodColumn.Meaning =
                switch role {
                case .question(let item):
                    .question(number: version.items[item].number)
                case .background(let variable): .background(name: instrument.background[variable].name)
                case .leftOut(let reason): .leftOut(reason: reason)
                }
            return UnderstoodColumn(heading: heading, meaning: meaning)
        }
    }

    private func remarks(_ answers: Answers, emptyRows: Int, coded: [Item]) -> [Remark] {
        var remarks = instrument.background.filter { answers.group($0.id) == nil }
            .map { Remark.backgroundMissing(file: layout.file, name: $0.name) }
        if let scale = coded.first?.question.scale,
            let best = scale.categories.first(where: { $0.meaning == .answer(.clearlyPositive) })
        {
            remarks.append(
                .answeredInCodes(
                    file: layout.file, questions: coded.count, best: "\(best.code) = \(best.label)"))
        }
        if emptyRows > 0 { remarks.append(.emptyRows(file: layout.file, count: emptyRows)) }
        return remarks
    }
}
