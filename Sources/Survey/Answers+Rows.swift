extension Answers {
    /// Without the rows that answer no question: they are no respondents.
    public consuming func withoutEmptyRows() -> Answers {
        var answered = [AnswerCode](repeating: 0, count: respondents)
        for column in questions {
            for (row, code) in column.codes.enumerated() where row < answered.count { answered[row] |= code }
        }
        let kept = answered.indices.filter { answered[$0] != 0 }
        if kept.count == respondents { return self }
        return Answers(
            respondents: kept.count,
            questions: questions.map { column in
                QuestionColumn(question: column.question, codes: kept.map { column.codes[$0] })
            },
            groups: groups.map { column in
                GroupColumn(
                    variable: column.variable, values: column.values, codes: kept.map { column.codes[$0] })
            })
    }

    /// The respondents of several files one after another. A column that a file lacks is blank for its respondents.
    public init(joining parts: [Answers]) {
        guard parts.count != 1 else {
            self = parts[0]
            return
        }
        let total = parts.reduce(0) { $0 + $1.respondents }
        var questions: [QuestionColumn] = []
        var groups: [GroupColumn] = []
        for id in parts.flatMap({ $0.questions.map(\.question) }) where !questions.contains(where: { $0.question == id }) {
            let codes = parts.flatMap { part in
                part.question(id)?.codes ?? [AnswerCode](repeating: 0, count: part.respondents)
            }
            questions.append(QuestionColumn(question: id, codes: codes))
        }
        for id in parts.flatMap({ $0.groups.map(\.variable) }) where !groups.contains(where: { $0.variable == id }) {
            var values: [String] = []
            var codes: [UInt16] = []
            codes.reserveCapacity(total)
            for part in parts {
                guard let column = part.group(id) else {
                    codes.append(contentsOf: repeatElement(0, count: part.respondents))
                    continue
                }
                for value in column.values where !values.contains(value) { values.append(value) }
                let places = column.values.map { value in UInt16(clamping: (values.firstIndex(of: value) ?? 0) + 1) }
                codes += column.codes.map { $0 == 0 || Int($0) > places.count ? 0 : places[Int($0) - 1] }
            }
            groups.append(GroupColumn(variable: id, values: values, codes: codes))
        }
        self.init(respondents: total, questions: questions, groups: groups)
    }
}
