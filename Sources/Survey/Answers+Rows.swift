extension Answers {
    /// Without the rows that answer no question: they are no respondents.
    public consuming func withoutEmptyRows() -> Answers {
        let answered = answeredRows()
        let kept = answered.reduce(0) { $0 + Int($1) }
        if kept == respondents { return self }
        return Answers(
            respondents: kept,
            questions: questions.map { column in
                QuestionColumn(question: column.question, codes: column.codes.keeping(kept, where: answered))
            },
            groups: groups.map { column in
                GroupColumn(
                    variable: column.variable, values: column.values,
                    codes: column.codes.keeping(kept, where: answered))
            })
    }

    /// 1 for each row with an answer to some question, else 0.
    private borrowing func answeredRows() -> [UInt8] {
        var answered = [UInt8](repeating: 0, count: respondents)
        answered.withUnsafeMutableBufferPointer { answered in
            for column in questions {
                column.codes.withUnsafeBufferPointer { codes in
                    for row in 0..<min(answered.count, codes.count) { answered[row] |= min(codes[row], 1) }
                }
            }
        }
        return answered
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
        for id in parts.flatMap({ $0.questions.map(\.question) })
        where !questions.contains(where: { $0.question == id }) {
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

extension Array where Element: FixedWidthInteger {
    /// The elements at the places that hold 1 in `kept`, of which there are `count`.
    fileprivate func keeping(_ count: Int, where kept: [UInt8]) -> [Element] {
        // Every element is written, and the place taken only by one that is kept: no branch to guess wrong. The last
        // to be dropped needs a place behind the others.
        Array(unsafeUninitializedCapacity: count + 1) { places, taken in
            withUnsafeBufferPointer { elements in
                kept.withUnsafeBufferPointer { kept in
                    for row in 0..<Swift.min(elements.count, kept.count) {
                        places[taken] = elements[row]
                        taken += Int(kept[row])
                    }
                }
            }
        }
    }
}
