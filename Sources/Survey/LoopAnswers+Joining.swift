extension LoopAnswers {
    /// The blocks of several files one after another, over the values of them all; nil where no file has any loop. The
    /// respondents of a file come after those of the files before it.
    init?(joining parts: [Answers]) {
        let loops = parts.compactMap(\.loop)
        guard let variable = loops.first?.variable else { return nil }
        var values: [String] = []
        for value in loops.flatMap(\.values) where !values.contains(value) { values.append(value) }
        var ids: [String] = []
        for id in loops.flatMap({ $0.questions.map(\.question) }) where !ids.contains(id) { ids.append(id) }

        var respondents: [UInt32] = []
        var members: [UInt16] = []
        var codes = [[AnswerCode]](repeating: [], count: ids.count)
        var before = 0
        for part in parts {
            if let loop = part.loop {
                let recoded = loop.recoded(
                    to: values, places: loop.values.map { UInt16(clamping: (values.firstIndex(of: $0) ?? -1) + 1) })
                respondents += recoded.respondents.map { UInt32(clamping: before + Int($0)) }
                members += recoded.members
                for (place, id) in ids.enumerated() {
                    codes[place] +=
                        recoded.question(id)?.codes ?? [AnswerCode](repeating: 0, count: recoded.respondents.count)
                }
            }
            before += part.respondents
        }
        self.init(
            variable: variable, values: values, respondents: respondents, members: members,
            questions: zip(ids, codes).map { QuestionColumn(question: $0, codes: $1) })
    }

    /// The same blocks under other values.
    ///
    /// - Parameters:
    ///   - values: the new values.
    ///   - places: for each value its new one's place in `values` from 1.
    func recoded(to values: [String], places: [UInt16]) -> LoopAnswers {
        LoopAnswers(
            variable: variable, values: values, respondents: respondents,
            members: members.map { places.indices.contains(Int($0) - 1) ? places[Int($0) - 1] : 0 },
            questions: questions)
    }
}
