extension Answers {
    /// Without the rows that answer no question: they are no respondents.
    public consuming func withoutEmptyRows() -> Answers {
        let answered = answeredRows()
        if answered.allSatisfy({ $0 == 1 }) { return self }
        return keeping(rows: answered)
    }

    /// The respondents whose places hold 1 in `kept`, in their order, with all that they answered.
    ///
    /// - Parameter kept: 1 or 0 for each respondent; a place that is lacking counts as 0.
    public func keeping(rows kept: [UInt8]) -> Answers {
        let kept =
            kept.count <= respondents && !kept.contains { $0 > 1 } ? kept : kept.prefix(respondents).map { min($0, 1) }
        let count = kept.reduce(0) { $0 + Int($1) }
        return Answers(
            respondents: count,
            questions: questions.map { column in
                QuestionColumn(question: column.question, codes: column.codes.keeping(count, where: kept))
            },
            groups: groups.map { column in
                GroupColumn(
                    variable: column.variable, values: column.values, codes: column.codes.keeping(count, where: kept),
                    choices: column.choices)
            },
            loop: loop?.keeping(rows: kept))
    }

    /// 1 for each row with an answer to some question, of a loop or outside it, else 0.
    public borrowing func answeredRows() -> [UInt8] {
        var answered = [UInt8](repeating: 0, count: respondents)
        answered.withUnsafeMutableBufferPointer { answered in
            for column in questions {
                column.codes.withUnsafeBufferPointer { codes in
                    for row in 0..<min(answered.count, codes.count) { answered[row] |= min(codes[row], 1) }
                }
            }
        }
        for column in loop?.questions ?? [] {
            for (respondent, code) in zip(loop?.respondents ?? [], column.codes) where Int(respondent) < answered.count
            {
                answered[Int(respondent)] |= min(code, 1)
            }
        }
        // The filter of a loop is a question too: who knows none has answered the questionnaire.
        if let loop, let filter = group(loop.variable) {
            for row in 0..<min(answered.count, filter.codes.count) where filter.codes[row] != 0 { answered[row] = 1 }
        }
        return answered
    }

    /// The respondents of several files one after another. A column that a file lacks is blank for its respondents.
    public init(joining parts: [Answers]) {
        guard parts.count != 1 else {
            self = parts[0]
            return
        }
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
            groups.append(Self.joined(id, of: parts))
        }
        self.init(
            respondents: parts.reduce(0) { $0 + $1.respondents }, questions: questions, groups: groups,
            loop: LoopAnswers(joining: parts))
    }

    /// A variable's columns one after another, over the values of them all. Where one has several choices all have.
    private static func joined(_ variable: String, of parts: [Answers]) -> GroupColumn {
        var values: [String] = []
        var placeOf: [String: UInt16] = [:]
        for value in parts.flatMap({ $0.group(variable)?.values ?? [] }) where placeOf[value] == nil {
            values.append(value)
            placeOf[value] = UInt16(clamping: values.count)
        }
        let isMultiple = parts.contains { $0.group(variable)?.choices != nil }
        var choices = ChoiceCodes()
        var codes: [UInt16] = []
        codes.reserveCapacity(parts.reduce(0) { $0 + $1.respondents })
        for part in parts {
            guard let column = part.group(variable) else {
                codes.append(contentsOf: repeatElement(0, count: part.respondents))
                continue
            }
            let recoded = (isMultiple ? column.withChoices : column)
                .recoded(to: values, places: column.values.map { placeOf[$0] ?? 0 })
            let common = [0] + (recoded.choices ?? []).map { choices.code(of: $0) }
            codes += isMultiple ? recoded.codes.map { Int($0) < common.count ? common[Int($0)] : 0 } : recoded.codes
        }
        return GroupColumn(variable: variable, values: values, codes: codes, choices: isMultiple ? choices.sets : nil)
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
