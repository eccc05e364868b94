import Analysis
import Survey
import Testing

@Suite struct `Answers with something missing` {
    private let insats = BackgroundVariable(id: "insats", name: "insats")

    @Test func `nothing measured gives tables without figures`() throws {
        let results = try analyze([], of: try oneQuestion([insats]))
        #expect(results.waves.isEmpty)
        #expect(results.breakdowns.map { $0.variable?.id } == [nil])
        #expect(results.group()?.waves.isEmpty == true)
        #expect(results.breakdowns.first?.isShown == false)
    }

    @Test func `a period without respondents is left out of the groups, and is still told as a period`() throws {
        let results = try analyze(
            [try measurement("2020", ["a": []]), try measurement("2021", ["a": codes(positive: 9)])],
            of: try oneQuestion([insats]))
        #expect(results.waves.map(\.period.label) == ["2021", "2020"])
        #expect(results.group()?.waves.map(\.period.label) == ["2021"])
        #expect(results.question("a")?.development == .noEarlier)
    }

    @Test func `a question without a column was answered by nobody`() throws {
        let instrument = instrument([try version("2020", [item("a"), item("b", number: 2)])])
        let results = try analyze([try measurement("2021", ["a": codes(positive: 9)])], of: instrument)
        #expect(results.question("a")?.counts.figure?.base == 9)
        #expect(results.question("b")?.counts == .protected)
    }

    @Test func `a column of no question of the version is not counted`() throws {
        let results = try analyze(
            [try measurement("2021", ["a": codes(positive: 9), "z": codes(positive: 9)])], of: try oneQuestion())
        #expect(results.group()?.waves.first?.questions.map(\.item.question.id) == ["a"])
    }

    @Test func `a group of one period alone has that period alone, without a change`() throws {
        let six = [String](repeating: "A", count: 6)
        let results = try analyze(
            [
                try measurement(
                    "2020", ["a": codes(positive: 12)], groups: ["insats": six + six.map { _ in "Gammal" }]),
                try measurement("2021", ["a": codes(positive: 12)], groups: ["insats": six + six.map { _ in "Ny" }]),
            ], of: try oneQuestion([insats]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["A", "Gammal", "Ny"])
        #expect(results.group("Gammal", by: "insats")?.waves.map(\.period.label) == ["2020"])
        #expect(results.group("Ny", by: "insats")?.waves.map(\.period.label) == ["2021"])
        #expect(results.question("a", in: "Ny", by: "insats")?.development == .noEarlier)
        #expect(results.question("a", in: "Gammal", by: "insats")?.development == .notAsked)
    }

    @Test func `a variable that one period lacks is broken down in the other`() throws {
        let results = try analyze(
            [
                try measurement("2020", ["a": codes(positive: 6)]),
                try measurement(
                    "2021", ["a": codes(positive: 6)], groups: ["insats": [String](repeating: "A", count: 6)]),
            ], of: try oneQuestion([insats]))
        #expect(results.group("A", by: "insats")?.waves.map(\.period.label) == ["2021"])
    }

    @Test func `a listed value that nobody has makes no group, and one that is not listed comes after those that are`()
        throws
    {
        let values = ["Kvinna", "Man", "Annat"].map { BackgroundValue(label: $0) }
        let five = { (value: String) in [String](repeating: value, count: 5) }
        let results = try analyze(
            [
                try measurement(
                    "2021", ["a": codes(positive: 15)], groups: ["kön": five("Man") + five("Bortom") + five("Kvinna")])
            ], of: try oneQuestion([BackgroundVariable(id: "kön", name: "kön", values: values)]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Kvinna", "Man", "Bortom"])
    }

    @Test func `names that differ in capitals alone are one group, in the order of the alphabet`() throws {
        let names = ["ab", "aB", "Ab", "AB", "å", "Å", "ä", "z", "Ö"]
        for turn in names.indices {
            let turned = Array(names[turn...] + names[..<turn])
            let results = try analyze(
                [try measurement("2021", ["a": codes(positive: names.count)], groups: ["insats": turned])],
                of: try oneQuestion([insats]))
            #expect(results.breakdowns.last?.groups.map(\.name) == ["AB", "z", "Å", "ä", "Ö"])
        }
    }

    @Test func `answers under a version that the instrument does not have are refused`() throws {
        let answers = try measurement("2021", version: "2035", ["a": codes(positive: 9)])
        #expect(
            throws: AnalysisFailure.unknownVersion(
                instrument: "personal", version: "2035", period: try period("2021"))
        ) { try analyze([answers], of: try oneQuestion()) }
    }

    @Test func `a question told to be reworded has no change even where there is nothing to compare with`() throws {
        let instrument = instrument([try version("2021", [item("a", .notComparable(reason: "enkäten omarbetad 2021"))])]
        )
        let results = try analyze([try measurement("2021", version: "2021", ["a": codes(positive: 9)])], of: instrument)
        #expect(results.question("a")?.development == .notComparable(reason: "enkäten omarbetad 2021"))
    }

    @Test func `a value that is spelled otherwise in another period is the same group`() throws {
        func measurement(_ label: String, _ value: String, invited: Int) throws -> Measurement {
            let codes = [AnswerCode](repeating: Code.positive, count: 6)
            return Measurement(
                instrument: "personal", version: "2020", period: try period(label),
                answers: Answers(
                    respondents: 6, questions: [QuestionColumn(question: "q", codes: codes)],
                    groups: [GroupColumn(variable: "insats", values: [value], codes: [1, 1, 1, 1, 1, 1])]),
                invited: Invited(total: invited, byGroup: ["insats": [value: invited]]), files: [])
        }
        let insats = BackgroundVariable(id: "insats", name: "insats")
        let results = try analyze(
            [measurement("2020", "LYRA  norr", invited: 8), measurement("2021", "Lyra norr", invited: 7)],
            of: instrument([version("2020", [item("q")])], [insats]))
        let breakdown = try #require(results.breakdowns.first { $0.variable == insats })
        #expect(breakdown.groups.map(\.name) == ["Lyra norr"])
        #expect(breakdown.groups.first?.waves.map { $0.response.figure?.invited } == [7, 8])
    }
}
