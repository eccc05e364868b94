import Survey
import Tabular

extension FileReading {
    func columns(_ layout: Layout, _ result: AnswerColumns.Result) -> [UnderstoodColumn] {
        layout.roles.enumerated().map { column, role in
            let meaning: UnderstoodColumn.Meaning =
                if let other = result.sameAs[column] {
                    .sameAs(column: other + 1)
                } else {
                    meaning(of: role)
                }
            return UnderstoodColumn(
                heading: layout.headings[column], column: column + 1, meaning: meaning, match: layout.matches[column],
                values: result.values[column] ?? [])
        }
    }

    private func meaning(of role: ColumnRole) -> UnderstoodColumn.Meaning {
        switch role {
        case .question(let place):
            let item = match.version.items[place]
            return .question(id: item.question.id, number: item.number, text: item.question.text)
        case .background(let place):
            let variable = match.instrument.background[place]
            return .background(id: variable.id, name: variable.name)
        case .option(let place, let label):
            let variable = match.instrument.background[place]
            return .option(of: variable.id, name: variable.name, value: label)
        case .leftOut(let reason): return .leftOut(reason: reason)
        }
    }

    func remarks(
        _ result: AnswerColumns.Result, _ answers: Answers, rows: Int, format: FileFormat, _ choice: SheetChoice
    ) -> [Remark] {
        var remarks: [Remark] = []
        if let written = fileExtension(of: name), !format.isUsual(written) {
            remarks.append(.otherName(file: name, extension: written, format: format))
        }
        if choice.isHidden, let sheet = choice.layout?.sheet { remarks.append(.hiddenSheet(file: name, sheet: sheet)) }
        if let sheet = choice.layout?.sheet, !choice.alike.isEmpty {
            remarks.append(.sheetsAlike(file: name, sheet: sheet, others: choice.alike))
        }
        remarks += match.instrument.background.filter { answers.group($0.id) == nil }
            .map { Remark.backgroundMissing(file: name, name: $0.name) }
        if let scale = result.coded.first?.question.scale,
            let best = scale.categories.first(where: { $0.meaning == .answer(.clearlyPositive) })
        {
            remarks.append(
                .answeredInCodes(file: name, questions: result.coded.count, best: "\(best.code) = \(best.label)"))
        }
        if let contradiction = result.contradiction {
            remarks.append(
                .numberAgainstLabel(
                    file: name, questions: contradiction.questions, example: contradiction.example))
        }
        for (variable, cells) in result.divided.sorted(by: { $0.key < $1.key }) {
            remarks.append(.dividedCells(file: name, name: variable, cells: cells))
        }
        if result.declaredMissing > 0 { remarks.append(.declaredMissing(file: name, cells: result.declaredMissing)) }
        if result.notFinished > 0 { remarks.append(.notFinished(file: name, count: result.notFinished)) }
        let empty = rows - answers.respondents
        if empty > 0 { remarks.append(.emptyRows(file: name, count: empty)) }
        return remarks
    }
}
