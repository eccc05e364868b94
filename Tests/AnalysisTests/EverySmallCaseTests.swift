import Analysis
import Survey
import Testing

/// Every way in which a few people can answer, against a count by hand.
@Suite struct `Every small set of answers` {
    /// One person's value ("" for none) and code.
    private typealias State = (group: String, code: AnswerCode)

    private let states: [State] = ["", "A", "B"].flatMap { group in
        (AnswerCode(0)...10).map { (group, $0) }
    }

    /// Every multiset of `size` of the numbers below `count`.
    private func withEvery(
        _ size: Int, below count: Int, from least: Int = 0, _ chosen: [Int] = [], _ body: ([Int]) throws -> Void
    )
        rethrows
    {
        guard size > 0 else { return try body(chosen) }
        for next in least..<count { try withEvery(size - 1, below: count, from: next, chosen + [next], body) }
    }

    @Test(arguments: 0...4)
    func `one question and two groups are tallied as by hand`(_ respondents: Int) {
        let question = item("a").question
        var wrong: [String] = []
        withEvery(respondents, below: states.count) { chosen in
            let people = chosen.map { states[$0] }
            let column = QuestionColumn(question: "a", codes: people.map(\.code))
            let groups = GroupColumn(
                variable: "g", values: ["A", "B"],
                codes: people.map { $0.group == "A" ? 1 : $0.group == "B" ? 2 : 0 })
            let found =
                tally(column, on: fullScale, by: .total) + tally(column, on: fullScale, by: Grouping(by: [groups]))
            let expected = [people, people.filter { $0.group == "A" }, people.filter { $0.group == "B" }].map {
                NaiveCounts($0.map { Person(answers: ["a": $0.code]) }, question)
            }
            if zip(found, expected).contains(where: { !$0.isSame(as: $1) }) || found.count != 3 {
                wrong.append("\(people)")
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: 0...2)
    func `two questions and two groups are analysed as by hand`(_ respondents: Int) throws {
        let items = [item("a"), item("b")]
        let variable = BackgroundVariable(id: "g", name: "g")
        let instrument = instrument(
            [try version("2020", items)], [variable], smallestGroup: 1, attributeRule: AttributeRule.none)
        let someCodes = [Code.blank, Code.negative, Code.neither, Code.positive, Code.clearlyPositive, Code.dontKnow]
        let states = ["", "A", "B"].flatMap { group in
            someCodes.flatMap { a in someCodes.map { b in Person(answers: ["a": a, "b": b], values: ["g": [group]]) } }
        }
        var wrong: [String] = []
        try withEvery(respondents, below: states.count) { chosen in
            let people = chosen.map { states[$0] }
            let results = try analyze(
                [
                    try measurement(
                        "2021",
                        Dictionary(
                            uniqueKeysWithValues: items.map { item in
                                (item.question.id, people.map { $0.answers[item.question.id] ?? 0 })
                            }), groups: ["g": people.map { $0.values["g"]?.first ?? "" }])
                ], of: instrument)
            for name in ["Totalt", "A", "B"] {
                let isTotal = name == "Totalt"
                let members = people.filter { isTotal || $0.values["g"] == [name] }
                for item in items {
                    let expected = NaiveCounts(members, item.question)
                    let found = results.question(item.question.id, in: name, by: isTotal ? nil : "g")
                    if let counts = found?.counts.figure {
                        if !counts.isSame(as: expected) { wrong.append("\(people)") }
                    } else if expected.base > 0 {
                        wrong.append("\(people)")
                    }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func `groups of two variables are every pair of values, and one that is lacking is in none`() {
        let values = ["", "x", "y"]
        let people = values.flatMap { a in ["", "1", "2", "3"].map { b in Person(values: ["v": [a], "w": [b]]) } }
        func column(_ variable: String, _ names: [String]) -> GroupColumn {
            GroupColumn(
                variable: variable, values: names,
                codes: people.map { person in
                    UInt16((names.firstIndex(of: person.values[variable]?.first ?? "") ?? -1) + 1)
                })
        }
        let grouping = Grouping(by: [column("v", ["x", "y"]), column("w", ["1", "2", "3"])])
        #expect(grouping.names == [["x", "1"], ["x", "2"], ["x", "3"], ["y", "1"], ["y", "2"], ["y", "3"]])
        #expect(grouping.sizes(people.count) == [1, 1, 1, 1, 1, 1])
        let answers = QuestionColumn(question: "a", codes: people.map { _ in Code.positive })
        #expect(tally(answers, on: fullScale, by: grouping).map(\.positive) == [1, 1, 1, 1, 1, 1])
    }

    @Test func `no variable is the total, and one without values has no groups`() {
        #expect(Grouping(by: []).names == [[]])
        #expect(Grouping(by: []).sizes(3) == [3])
        let empty = Grouping(by: [GroupColumn(variable: "v", values: [], codes: [0, 1, 9])])
        #expect(empty.names == [])
        #expect(empty.sizes(3) == [])
        #expect(tally(QuestionColumn(question: "a", codes: [1, 1, 1]), on: fullScale, by: empty) == [])
    }

    @Test func `a group code without a value is in no group`() {
        let known = GroupColumn(variable: "v", values: ["x", "y"], codes: [1, 1, 1, 1])
        let odd = GroupColumn(variable: "w", values: ["x"], codes: [0, 1, 2, .max])
        let answers = QuestionColumn(question: "a", codes: [2, 2, 2, 2])
        for (columns, sizes) in [([odd], [1]), ([known, odd], [1, 0]), ([odd, known], [1, 0])] {
            let grouping = Grouping(by: columns)
            #expect(grouping.sizes(4) == sizes)
            #expect(tally(answers, on: fullScale, by: grouping).map(\.base) == sizes)
        }
    }

    @Test func `on a scale without categories nobody answered`() throws {
        let counts = try counts([0, 1, 255], on: Scale(id: "tom", categories: []))
        #expect(counts.base == 0)
        #expect(counts.count(.unanswered) == 3)
    }
}

extension ClassCounts {
    func isSame(as naive: NaiveCounts) -> Bool {
        negative == naive.negative && neither == naive.neither && positive == naive.positive
            && clearlyPositive == naive.clearly && base == naive.base
            && NoAnswer.allCases.map(count) == naive.noAnswers && partialNonResponse == naive.noAnswers.reduce(0, +)
    }
}
