import Survey
import TestSupport

/// A questionnaire with small groups and few answers, and one or two periods of it.
struct RandomForbund {
    let instrument: Instrument
    let measurements: [Measurement]

    init(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        func oneOf<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        func variable(_ id: String) -> BackgroundVariable {
            BackgroundVariable(
                id: id, name: id, smallGroups: oneOf([.hide, .hide, .merge(as: nil), .merge(as: "Övriga")]),
                smallestGroup: oneOf([nil, nil, 8]))
        }
        let items = ["a", "b", "c"].enumerated().map { item($1, .comparable(with: $1), number: $0 + 1) }
        let instrument = Instrument(
            id: "personal", name: "Personalenkät", group: .staff,
            versions: Period("2020").map { [Version(id: "2020", from: $0, items: items)] } ?? [],
            background: [variable("insats"), variable("kön"), variable("ort")],
            smallestGroup: oneOf([5, 5, 6]), attributeRule: oneOf(AttributeRule.allCases),
            uncertainty: oneOf([2, 2, 3]))
        let periods = ["2020", "2021"].prefix(oneOf([1, 2])).compactMap { Period($0) }
        let groups = instrument.background.map { _ in oneOf([2, 3, 4, 7]) }
        // Some questionnaires have next to no unhappy answers, so that nobody's is a matter of course.
        let shares = items.map { _ in oneOf([1, 3, 10]) }
        self.instrument = instrument
        measurements = periods.map { period in
            let people = oneOf([8, 14, 20, 30, 45, 70, 120])
            let missing = oneOf([0, 3, 20])
            var questions: [QuestionColumn] = []
            for (place, item) in items.enumerated() {
                let blanks = oneOf([1, 10, 60])
                let codes = (0..<people).map { _ -> AnswerCode in
                    if Int.random(in: 0..<100, using: &random) < blanks { return Code.blank }
                    if Int.random(in: 0..<10, using: &random) < shares[place] {
                        return oneOf([Code.negative, Code.neither])
                    }
                    return oneOf([Code.positive, Code.clearlyPositive])
                }
                questions.append(QuestionColumn(question: item.question.id, codes: codes))
            }
            let columns = zip(instrument.background, groups).map { variable, count in
                let codes = (0..<people).map { _ -> UInt16 in
                    if Int.random(in: 0..<100, using: &random) < missing { return 0 }
                    // The later a group, the smaller it is.
                    let first = Int.random(in: 0..<count, using: &random)
                    return UInt16(1 + Int.random(in: 0...first, using: &random))
                }
                return GroupColumn(variable: variable.id, values: (1...count).map { "Grupp \($0)" }, codes: codes)
            }
            return Measurement(
                instrument: instrument.id, version: "2020", period: period,
                answers: Answers(respondents: people, questions: questions, groups: columns), invited: nil, files: [])
        }
    }
}
