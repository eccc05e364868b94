import Survey
import Testing

@testable import Analysis

@Suite struct `An answer belongs to every group it matches` {
    private func insats(_ smallGroups: SmallGroups = .hide) -> BackgroundVariable {
        BackgroundVariable(id: "insats", name: "insats", smallGroups: smallGroups, isMultiple: true)
    }

    private func column(_ values: [String], _ given: [[String]], _ variable: String = "insats") -> GroupColumn {
        var choices = ChoiceCodes()
        let codes = given.map { set in
            choices.code(of: set.compactMap { value in values.firstIndex(of: value).map { UInt16($0 + 1) } })
        }
        return GroupColumn(variable: variable, values: values, codes: codes, choices: choices.sets)
    }

    /// Everybody answers `a` positively.
    private func measurement(
        _ when: String, _ given: [[String]], values: [String] = ["A", "B", "C", "D"], invited: Invited? = nil
    ) throws -> Measurement {
        Measurement(
            instrument: "personal", version: "2020", period: try period(when),
            answers: Answers(
                respondents: given.count,
                questions: [QuestionColumn(question: "a", codes: codes(positive: given.count))],
                groups: [column(values, given)]),
            invited: invited, files: [])
    }

    private func many(_ count: Int, _ values: String...) -> [[String]] { Array(repeating: values, count: count) }

    private func answers(_ results: Results, _ name: String, wave: Int = 0) -> Int? {
        results.group(name, by: "insats")?.waves[wave].response.figure?.answers
    }

    @Test func `one who has two values is in both groups, and once in the total`() throws {
        let given = many(12, "A") + many(9, "A", "B") + many(6, "B") + many(5)
        let results = try analyze([try measurement("2021", given)], of: try oneQuestion([insats()]))
        #expect(results.group()?.waves.first?.response.figure?.answers == 32)
        #expect(results.question("a")?.counts.figure?.base == 32)
        #expect(answers(results, "A") == 21)
        #expect(answers(results, "B") == 15)
        #expect(results.question("a", in: "A", by: "insats")?.counts.figure?.base == 21)
        #expect(results.question("a", in: "B", by: "insats")?.counts.figure?.base == 15)
        #expect(results.breakdowns.map(\.canOverlap) == [false, true])
    }

    @Test func `a merged group has one who chose several of its values once`() throws {
        let given = many(3, "A", "B") + many(2, "A") + many(1, "B") + many(1, "A", "B", "C", "D") + many(6, "C", "D")
        let results = try analyze(
            [try measurement("2021", given + many(1, "E"), values: ["A", "B", "C", "D", "E"])],
            of: try oneQuestion([insats(.merge(as: "Övriga insatser"))]))
        // E is too small; with the next smallest, B, they are six.
        #expect(results.breakdowns.last?.merged == MergedGroups(name: "Övriga insatser", members: ["B", "E"]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["A", "C", "D", "Övriga insatser"])
        #expect(answers(results, "Övriga insatser") == 6)
        #expect(results.question("a", in: "Övriga insatser", by: "insats")?.counts.figure?.base == 6)
    }

    @Test func `small groups of the same people are too small together too`() throws {
        let given = many(3, "A", "B") + many(6, "C") + many(9, "D")
        let results = try analyze(
            [try measurement("2021", given)], of: try oneQuestion([insats(.merge(as: "Övriga"))]))
        #expect(results.breakdowns.last?.merged?.members == ["A", "B", "C"])
        #expect(answers(results, "Övriga") == 9)
    }

    @Test func `how many were asked of merged groups is unknown, for some may be in several`() throws {
        let asked = Invited(total: 20, byGroup: ["insats": ["A": 6, "B": 5, "C": 9]])
        let given = many(3, "A", "B") + many(1, "A") + many(6, "C")
        let instrument = try oneQuestion([insats(.merge(as: "Övriga"))])
        let results = try analyze([try measurement("2021", given, invited: asked)], of: instrument)
        // A and B are four people.
        #expect(results.breakdowns.last?.merged?.members == ["A", "B", "C"])
        #expect(
            results.group("Övriga", by: "insats")?.waves.first?.response.figure == Response(answers: 10, invited: nil))
        #expect(results.group()?.waves.first?.response.figure?.invited == 20)

        let more = many(4, "A") + many(4, "B") + many(6, "C") + many(9, "D")
        let hidden = try analyze([try measurement("2021", more, invited: asked)], of: try oneQuestion([insats()]))
        #expect(hidden.group("C", by: "insats")?.waves.first?.response.figure == Response(answers: 6, invited: 9))

        // A group that is alone under the common name is known.
        let alone = try analyze(
            [try measurement("2021", many(2, "A")), try measurement("2020", many(5, "A"), invited: asked)],
            of: instrument)
        #expect(alone.breakdowns.last?.merged?.members == ["A"])
        let responses = alone.group("Övriga", by: "insats")?.waves.map(\.response)
        #expect(responses == [.protected, .figure(Response(answers: 5, invited: 6))])
    }

    @Test func `a period in which each gave one value stands beside one in which some gave several`() throws {
        let before = try AnalysisTests.measurement(
            "2020", ["a": codes(negative: 4, positive: 2)], groups: ["insats": many(6, "A").flatMap { $0 }])
        let now = try measurement("2021", many(5, "A", "B") + many(5, "A"))
        let results = try analyze([now, before], of: try oneQuestion([insats()]))
        #expect(results.group("A", by: "insats")?.waves.map { $0.response.figure?.answers } == [10, 6])
        #expect(results.group("B", by: "insats")?.waves.map { $0.response.figure?.answers } == [5])
        guard case .changed(let positive, _)? = results.question("a", in: "A", by: "insats")?.development else {
            Issue.record("no change")
            return
        }
        #expect(positive.points == 67)
    }

    @Test func `answers that were stored as several choices stay so when the instrument no longer says it`() throws {
        let edited = BackgroundVariable(id: "insats", name: "insats")
        let results = try analyze([try measurement("2021", many(5, "A", "B"))], of: try oneQuestion([edited]))
        #expect(answers(results, "A") == 5)
        #expect(answers(results, "B") == 5)
        #expect(results.breakdowns.last?.canOverlap == true)
    }

    @Test func `where the instrument says several choices groups may overlap although each gave one value`() throws {
        let results = try analyze(
            [
                try AnalysisTests.measurement(
                    "2021", ["a": codes(positive: 9)], groups: ["insats": (many(3, "A") + many(6, "B")).flatMap { $0 }],
                    invited: Invited(total: 20, byGroup: ["insats": ["A": 6, "B": 9]]))
            ], of: try oneQuestion([insats(.merge(as: "Övriga"))]))
        #expect(results.breakdowns.last?.canOverlap == true)
        #expect(
            results.group("Övriga", by: "insats")?.waves.first?.response.figure == Response(answers: 9, invited: nil))
    }

    @Test func `one who chose a value in two spellings is in its group once`() throws {
        let given = many(5, "Lyra norr", "LYRA  norr") + many(1, "LYRA  norr")
        let results = try analyze(
            [try measurement("2021", given, values: ["Lyra norr", "LYRA  norr"])], of: try oneQuestion([insats()]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Lyra norr"])
        #expect(answers(results, "Lyra norr") == 6)
    }

    @Test(arguments: 0...3)
    func `one question is tallied by sets of groups as by hand`(_ respondents: Int) {
        let sets: [[String]] = [[], ["A"], ["B"], ["A", "B"]]
        let states = sets.flatMap { set in (AnswerCode(0)...10).map { (set: set, code: $0) } }
        let question = item("a").question
        var wrong: [String] = []
        func check(_ people: [(set: [String], code: AnswerCode)]) {
            let answers = QuestionColumn(question: "a", codes: people.map(\.code))
            let grouping = Grouping(by: [column(["A", "B"], people.map(\.set))])
            let groups = ["A", "B"].map { name in people.filter { $0.set.contains(name) } }
            let expected = groups.map { NaiveCounts($0.map { Person(answers: ["a": $0.code]) }, question) }
            let found = tally(answers, on: fullScale, by: grouping)
            if found.count != 2 || zip(found, expected).contains(where: { !$0.isSame(as: $1) })
                || grouping.sizes(people.count) != groups.map(\.count)
            {
                wrong.append("\(people)")
            }
        }
        func withEvery(_ size: Int, from least: Int = 0, _ chosen: [Int] = []) {
            guard size > 0 else { return check(chosen.map { states[$0] }) }
            for next in least..<states.count { withEvery(size - 1, from: next, chosen + [next]) }
        }
        withEvery(respondents)
        #expect(wrong == [])
    }

    @Test func `groups of two variables are every pair of values that a respondent has`() {
        let insats = column(["x", "y"], [["x", "y"], ["x"], ["y"], [], ["x", "y"]])
        let gender = GroupColumn(variable: "kön", values: ["1", "2", "3"], codes: [1, 2, 3, 1, 0])
        let answers = QuestionColumn(question: "a", codes: [2, 2, 2, 2, 2])
        // x1, x2, x3, y1, y2, y3; and then 1x, 1y, 2x, 2y, 3x, 3y.
        for (columns, sizes) in [([insats, gender], [1, 1, 0, 1, 0, 1]), ([gender, insats], [1, 1, 1, 0, 0, 1])] {
            let grouping = Grouping(by: columns)
            #expect(grouping.sizes(5) == sizes)
            #expect(tally(answers, on: fullScale, by: grouping).map(\.positive) == sizes)
        }
        let twice = Grouping(by: [insats, column(["1", "2"], [["1", "2"], ["2"], ["1"], ["1"], []])])
        #expect(twice.names == [["x", "1"], ["x", "2"], ["y", "1"], ["y", "2"]])
        #expect(twice.sizes(5) == [1, 2, 2, 1])
    }

    @Test func `a code without a set, and a place without a value, are in no group`() {
        let odd = GroupColumn(
            variable: "v", values: ["x", "y"], codes: [0, 1, 2, 3, 4, .max],
            choices: [[1, 2], [2, 2, 9], [], [0, 7]])
        let grouping = Grouping(by: [odd])
        #expect(grouping.sizes(6) == [1, 2])
        let answers = QuestionColumn(question: "a", codes: [2, 2, 2, 2, 2, 2])
        #expect(tally(answers, on: fullScale, by: grouping).map(\.base) == [1, 2])
        let empty = Grouping(by: [GroupColumn(variable: "v", values: [], codes: [0, 1], choices: [])])
        #expect(empty.sizes(2) == [])
    }
}
