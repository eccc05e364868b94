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
        case .looped(let place, let label):
            let item = match.version.items[place]
            return .looped(id: item.question.id, number: item.number, text: item.question.text, member: label)
        case .respondent: return .respondent
        case .date: return .date
        case .leftOut(let reason): return .leftOut(reason: reason)
        }
    }

    func remarks(
        _ result: AnswerColumns.Result, _ answers: Answers, emptyRows: Int, format: FileFormat, _ choice: SheetChoice
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
        if let loop = result.loopRemarks, let plural = match.instrument.loop?.plural {
            if loop.outside > 0 {
                remarks.append(.blocksOutsideFilter(file: name, blocks: loop.outside, plural: plural))
            }
            if loop.blank > 0 { remarks.append(.blocksWithoutAnswer(file: name, blocks: loop.blank, plural: plural)) }
            if loop.noneAndSome > 0 {
                remarks.append(
                    .noneAndSome(
                        file: name, respondents: loop.noneAndSome, none: match.instrument.loop?.none ?? ""))
            }
        }
        if emptyRows > 0 { remarks.append(.emptyRows(file: name, count: emptyRows)) }
        return remarks
    }

    /// About answers that count in the period that was asked for because they have no date.
    func dateRemarks(_ layout: Layout, _ periods: [Period?]) -> [Remark] {
        guard let asked = placing?.asked else { return [] }
        if layout.date == nil { return [.noDateColumn(file: name, period: asked)] }
        let undated = periods.count { $0 == nil }
        return undated > 0 ? [.undatedCounted(file: name, count: undated, period: asked)] : []
    }
}

extension ColumnRole {
    /// Why nothing of the column is kept; nil where something is.
    var reasonToLeaveOut: String? {
        switch self {
        case .leftOut(let reason): reason
        case .respondent: UnderstoodColumn.respondentReason
        case .date: AnswerFile.dateReason
        case .question, .background, .option, .looped: nil
        }
    }
}
