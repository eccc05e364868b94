extension LoopAnswers {
    /// The blocks of the respondents whose places hold 1 in `kept`, numbered by their new places.
    func keeping(rows kept: [UInt8]) -> LoopAnswers {
        var places: [UInt32] = []
        places.reserveCapacity(kept.count)
        var next: UInt32 = 0
        for keep in kept {
            places.append(next)
            next += keep == 0 ? 0 : 1
        }
        let isKept = respondents.map { Int($0) < kept.count && kept[Int($0)] != 0 }
        func only<Value>(_ values: [Value]) -> [Value] { zip(values, isKept).filter(\.1).map(\.0) }
        return LoopAnswers(
            variable: variable, values: values, respondents: only(respondents).map { places[Int($0)] },
            members: only(members),
            questions: questions.map { QuestionColumn(question: $0.question, codes: only($0.codes)) })
    }
}
