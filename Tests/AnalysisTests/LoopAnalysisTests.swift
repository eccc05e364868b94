import Analysis
import Survey
import TestSupport
import Testing

/// Questions that are asked about each insats that a person knows, counted once more form by form.
struct LoopAnalysisTests {
    private struct Form {
        var employer: String?
        /// By insats; a code for blank is 0.
        var blocks: [String: AnswerCode] = [:]
    }

    private static let insatser = ["Ada", "Bo", "Ceder", "Dal"]
    private static let employers = ["Norr", "Syd", "Väst"]
    private static let looped = Item(
        number: 1, question: Question(id: "a", text: "Stöd?", scale: fullScale, isLooped: true), comparability: .first)

    private static let background = [
        BackgroundVariable(
            id: "insats", name: "insats", values: (insatser + ["Ingen"]).map { BackgroundValue(label: $0) },
            isMultiple: true),
        BackgroundVariable(id: "ort", name: "ort", values: employers.map { BackgroundValue(label: $0) }),
    ]

    private static func instrument() throws -> Instrument {
        Instrument(
            id: "personal", name: "Enkät", group: .employees, versions: [try version("2020", [looped])],
            background: background, loop: Loop(variable: "insats", none: "Ingen", plural: "insatser"))
    }

    private static func measurement(_ forms: [Form]) throws -> Measurement {
        var sets = ChoiceCodes()
        let codes = forms.map { form -> UInt16 in
            let known = insatser.indices.filter { form.blocks[insatser[$0]] != nil }.map { UInt16($0 + 1) }
            return sets.code(of: known.isEmpty ? [UInt16(insatser.count + 1)] : known)
        }
        let blocks = forms.enumerated().flatMap { person, form in
            insatser.enumerated().compactMap { place, insats in form.blocks[insats].map { (person, place, $0) } }
        }
        return Measurement(
            instrument: "personal", version: "2020", period: try period("2020"),
            answers: Answers(
                respondents: forms.count, questions: [],
                groups: [
                    GroupColumn(variable: "insats", values: insatser + ["Ingen"], codes: codes, choices: sets.sets),
                    GroupColumn(
                        variable: "ort", values: employers,
                        codes: forms.map { form in
                            UInt16((form.employer.flatMap { employers.firstIndex(of: $0) } ?? -1) + 1)
                        }),
                ],
                loop: LoopAnswers(
                    variable: "insats", values: insatser + ["Ingen"], respondents: blocks.map { UInt32($0.0) },
                    members: blocks.map { UInt16($0.1 + 1) },
                    questions: [QuestionColumn(question: "a", codes: blocks.map(\.2))])),
            invited: nil, files: [])
    }

    private static func forms(_ seed: UInt64) -> [Form] {
        var random = SeededGenerator(state: seed)
        return (0..<Int.random(in: 0...45, using: &random)).map { _ in
            var form = Form(employer: (employers + [nil]).randomElement(using: &random) ?? nil)
            // The first insatser are known by most, the last by few.
            for (place, insats) in insatser.enumerated() where Int.random(in: 0...(1 + 2 * place), using: &random) == 0
            {
                form.blocks[insats] = AnswerCode.random(in: 0...9, using: &random)
            }
            return form
        }
    }

    private static func isSubstantive(_ code: AnswerCode) -> Bool { (1...5).contains(code) }

    /// Whether at most one of fewer than twenty has anything good to say.
    private static func isOfOneMind(_ given: [[AnswerCode]]) -> Bool {
        let judging = given.filter { $0.contains(where: isSubstantive) }
        return !judging.isEmpty && judging.count < 20
            && judging.filter { $0.contains { $0 == 1 || $0 == 2 } }.count <= 1
    }

    /// What a group's figures are, found form by form: people, blocks, and counts with the people behind them.
    private static func line(_ forms: [Form], about insatser: [String]) -> String {
        let given = forms.map { form in insatser.compactMap { form.blocks[$0] } }
        let all = given.flatMap { $0 }
        func number(_ codes: AnswerCode...) -> Int { all.filter(codes.contains).count }
        let judging = given.filter { $0.contains(where: isSubstantive) }.count
        guard judging >= 5, !isOfOneMind(given) else { return "few" }
        let people = given.filter { $0.contains { isSubstantive($0) || $0 == Code.cannotJudge } }.count
        return "\(number(4, 5)) \(number(3)) \(number(1, 2)) (\(number(1))) people \(judging), all \(people) "
            + "cannot \(number(8))"
    }

    private static func line(_ question: QuestionResult?) -> String {
        guard let counts = question?.counts.figure else { return "few" }
        return "\(counts.negative) \(counts.neither) \(counts.positive) (\(counts.clearlyPositive)) people "
            + "\(counts.people ?? -1), all \(counts.peopleWithCannotJudge ?? -1) cannot \(counts.count(.cannotJudge))"
    }

    @Test func `are what is found form by form, or hidden so that nothing can be worked out`() throws {
        for seed in 0..<400 as Range<UInt64> {
            let forms = Self.forms(seed)
            let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
            guard forms.count >= 5 else { continue }
            #expect(
                Self.line(results.question("a")) == Self.line(forms, about: Self.insatser), "seed \(seed)")
            for (variable, names) in [("insats", Self.insatser), ("ort", Self.employers)] {
                var outside = forms
                for name in names {
                    let isInsats = variable == "insats"
                    let members =
                        isInsats ? forms.filter { $0.blocks[name] != nil } : forms.filter { $0.employer == name }
                    let found = Self.line(results.question("a", in: name, by: variable))
                    let naive = Self.line(members, about: isInsats ? [name] : Self.insatser)
                    #expect(found == naive || found == "few", "seed \(seed) \(name): \(found), not \(naive)")
                    if found == "few" { continue }
                    for place in outside.indices {
                        if isInsats { outside[place].blocks[name] = nil }
                        if !isInsats, outside[place].employer == name { outside[place].blocks = [:] }
                    }
                }
                // What is left of the total when all that is shown is taken away.
                guard results.question("a")?.counts.figure != nil else { continue }
                let judging = outside.filter { $0.blocks.values.contains(where: Self.isSubstantive) }.count
                let answering = outside.filter { $0.blocks.values.contains { $0 != 0 } }.count
                #expect(!(1..<5).contains(judging) && !(1..<5).contains(answering), "seed \(seed) \(variable)")
                #expect(!Self.isOfOneMind(outside.map { Array($0.blocks.values) }), "seed \(seed) \(variable)")
            }
        }
    }

    @Test func `a person who knows four insatser is one person and four answers`() throws {
        let one = Form(employer: "Norr", blocks: ["Ada": 1, "Bo": 1, "Ceder": 1, "Dal": 1])
        let four = try analyze([try Self.measurement(Array(repeating: one, count: 4))], of: try Self.instrument())
        // Sixteen answers of four people are still too few to show.
        #expect(four.question("a")?.counts == .protected)
        let forms = Array(repeating: one, count: 5) + Array(repeating: Form(employer: "Syd"), count: 5)
        let wave = try #require(
            try analyze([try Self.measurement(forms)], of: try Self.instrument()).group()?.waves.first)
        #expect(wave.response.figure?.answers == 10)
        #expect(wave.loop?.figure == LoopResponse(people: 5, blocks: 20))
        let counts = try #require(wave.question("a")?.counts.figure)
        #expect(counts.base == 20 && counts.people == 5)
    }

    @Test func `those who cannot judge are in the base of all answers alone`() throws {
        let forms = (0..<10).map { Form(employer: "Norr", blocks: ["Ada": $0 < 6 ? 1 : 8]) }
        let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
        let counts = try #require(results.question("a")?.counts.figure)
        #expect(counts.share(.positive)?.percent == 100 && counts.people == 6)
        #expect(counts.shareOfAllAnswers(.positive)?.percent == 60 && counts.peopleWithCannotJudge == 10)
    }

    @Test func `how many know something is not told where it would tell of the few who are left`() throws {
        // Six of the seven in Norr and seven of the eight in Väst know an insats, and one of the six in Syd.
        let some: [String: AnswerCode] = ["Ada": 1]
        let forms =
            Array(repeating: Form(employer: "Norr", blocks: some), count: 6) + [Form(employer: "Norr")]
            + [Form(employer: "Syd", blocks: some)] + Array(repeating: Form(employer: "Syd"), count: 5)
            + Array(repeating: Form(employer: "Väst", blocks: some), count: 7) + [Form(employer: "Väst")]
        let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
        let groups = try #require(results.breakdowns.first { $0.variable?.id == "ort" }?.groups)
        #expect(groups.map(\.name) == ["Norr", "Syd", "Väst"])
        #expect(groups.map { $0.waves[0].response.figure?.answers } == [7, 6, 8])
        #expect(
            groups.map(\.waves[0].loop) == [.protected, .protected, .figure(LoopResponse(people: 7, blocks: 7))])
    }

    @Test func `how many know something is not told of all where few know nothing`() throws {
        for (knowNothing, known) in [
            (0, Shown.figure(LoopResponse(people: 9, blocks: 9))), (1, .protected), (4, .protected),
            (5, .figure(LoopResponse(people: 9, blocks: 9))),
        ] {
            let forms = (0..<9 + knowNothing).map { Form(employer: "Norr", blocks: $0 < 9 ? ["Ada": 1] : [:]) }
            let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
            #expect(results.group()?.waves.first?.loop == known, "\(knowNothing)")
        }
    }

    @Test func `how many of a group know something is not told where its respondents are not`() throws {
        // Three in Syd; six in Norr are hidden beside them, all of whom know an insats.
        let some: [String: AnswerCode] = ["Ada": 1]
        let forms =
            Array(repeating: Form(employer: "Norr", blocks: some), count: 6)
            + Array(repeating: Form(employer: "Syd", blocks: some), count: 3)
            + Array(repeating: Form(employer: "Väst", blocks: some), count: 9)
            + [Form](repeating: Form(employer: "Väst"), count: 5)
        let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
        let groups = try #require(results.breakdowns.first { $0.variable?.id == "ort" }?.groups)
        #expect(groups.map { $0.waves[0].response.figure?.answers } == [nil, nil, 14])
        #expect(
            groups.map(\.waves[0].loop) == [.protected, .protected, .figure(LoopResponse(people: 9, blocks: 9))])
    }

    @Test func `who knows none is no group of their own`() throws {
        let forms = (0..<12).map { Form(employer: "Norr", blocks: $0 < 6 ? ["Ada": 1] : [:]) }
        let results = try analyze([try Self.measurement(forms)], of: try Self.instrument())
        #expect(results.breakdowns.first { $0.variable?.id == "insats" }?.groups.map(\.name) == ["Ada"])
    }
}
