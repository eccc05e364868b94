import Analysis
import Survey
import TestSupport
import Testing

@Suite struct `Figures given out beside what they are now` {
    private static let insats = BackgroundVariable(id: "insats", name: "insats")
    private static let origin = PublicationOrigin(file: "bilaga-2020.ods", publishedAt: "2021-02-03T04:05:06Z")

    private func publication(_ results: Results) throws -> Publication {
        Publication(
            period: try period("2020"), compared: nil, publishedAt: "2021-02-03T04:05:06Z", by: "Anna",
            file: "bilaga-2020.ods", sha256: String(repeating: "ab", count: 32),
            periods: publishedPeriods(of: [results])
        )
    }

    private func results(_ codes: [AnswerCode], invited: Int? = nil) throws -> Results {
        try analyze(
            [try measurement("2020", ["a": codes], invited: invited.map { Invited(total: $0) })], of: oneQuestion())
    }

    /// - Parameter insatser: how many of each, with their codes.
    private func results(_ insatser: [(String, [AnswerCode])]) throws -> Results {
        try analyze(
            [
                try measurement(
                    "2020", ["a": insatser.flatMap(\.1)],
                    groups: ["insats": insatser.flatMap { insats in insats.1.map { _ in insats.0 } }])
            ], of: oneQuestion([Self.insats]))
    }

    @Test func `what is given out is what is shown, and nothing of what is protected`() throws {
        let results = try results([
            ("Ön", codes(negative: 1, neither: 2, positive: 4, clearly: 2)), ("Älven", codes(positive: 4)),
            ("Ängen", codes(positive: 2, dontKnow: 4)),
        ])
        let period = try #require(publishedPeriods(of: [results]).first)
        #expect(period.instrument == "personal")
        #expect(period.version == "2020")
        #expect(
            period.groups == [
                PublishedGroup(
                    variable: nil, name: "Totalt", answers: 17, invited: nil,
                    questions: [
                        PublishedQuestion(
                            question: "a",
                            counts: PublishedCounts(negative: 1, neither: 2, positive: 10, clearlyPositive: 2))
                    ]),
                PublishedGroup(
                    variable: "insats", name: "Älven", answers: nil, invited: nil,
                    questions: [PublishedQuestion(question: "a", counts: nil)]),
                // How many they are would tell how many are left at Älven.
                PublishedGroup(
                    variable: "insats", name: "Ängen", answers: nil, invited: nil,
                    questions: [PublishedQuestion(question: "a", counts: nil)]),
                PublishedGroup(
                    variable: "insats", name: "Ön", answers: 7, invited: nil,
                    questions: [
                        PublishedQuestion(
                            question: "a",
                            counts: PublishedCounts(negative: 1, neither: 2, positive: 4, clearlyPositive: 2))
                    ]),
            ])
    }

    @Test func `what was given out is the same when it is given out again, its answers deleted`() throws {
        let results = try results([("Ön", codes(negative: 1, positive: 6)), ("Älven", codes(positive: 3))])
        let published = try #require(publishedPeriods(of: [results]).first)
        let again = try analyze(figures: [.published(published)], of: oneQuestion([Self.insats]))
        #expect(publishedPeriods(of: [again]) == [published])
        #expect(corrections(since: try publication(results), now: [again]).isEmpty)
    }

    @Test func `answers that are the same give no correction`() throws {
        let results = try results([("Ön", codes(negative: 1, positive: 6)), ("Älven", codes(positive: 3))])
        #expect(corrections(since: try publication(results), now: [results]).isEmpty)
    }

    /// What was answered then and now, and what is said of the whole and of the question.
    private static let cases: [(String, [AnswerCode], [AnswerCode], whole: FigureChange?, question: FigureChange?)] = [
        (
            "five more", codes(negative: 7, positive: 12, clearly: 3), codes(negative: 7, positive: 17, clearly: 3),
            .response(from: Response(answers: 19, invited: nil), to: Response(answers: 24, invited: nil)),
            .counts(
                from: PublishedCounts(negative: 7, neither: 0, positive: 12, clearlyPositive: 3),
                to: PublishedCounts(negative: 7, neither: 0, positive: 17, clearlyPositive: 3))
        ),
        ("four more", codes(negative: 7, positive: 12), codes(negative: 7, positive: 16), .changedByFew, .changedByFew),
        ("one fewer", codes(negative: 7, positive: 12), codes(negative: 6, positive: 12), .changedByFew, .changedByFew),
        ("one changed", codes(negative: 7, positive: 12), codes(negative: 6, positive: 13), nil, .changedByFew),
        (
            "clearly positive for one", codes(negative: 7, positive: 12, clearly: 3),
            codes(negative: 7, positive: 12, clearly: 4), nil, .changedByFew
        ),
        (
            "five changed", codes(negative: 7, positive: 12), codes(negative: 2, positive: 17), nil,
            .counts(
                from: PublishedCounts(negative: 7, neither: 0, positive: 12, clearlyPositive: 0),
                to: PublishedCounts(negative: 2, neither: 0, positive: 17, clearlyPositive: 0))
        ),
        (
            "five more people, of whom one judged the question", codes(negative: 7, positive: 12),
            codes(negative: 7, positive: 13, dontKnow: 4),
            .response(from: Response(answers: 19, invited: nil), to: Response(answers: 24, invited: nil)), .changedByFew
        ),
        (
            "one more person, five of the others changed", codes(negative: 7, positive: 12, dontKnow: 5),
            codes(negative: 8, positive: 17), .changedByFew, .changedByFew
        ),
        ("now too few", codes(negative: 2, positive: 3), codes(negative: 1, positive: 3), .nowProtected, nil),
        ("no longer too few", codes(positive: 4), codes(positive: 9), .nowShown, nil),
        ("too few both times", codes(positive: 4), codes(positive: 3), nil, nil),
        (
            "too few judge it now", codes(negative: 2, positive: 5), codes(negative: 1, positive: 1, dontKnow: 5), nil,
            .nowProtected
        ),
        (
            "enough judge it now", codes(negative: 1, positive: 1, dontKnow: 5), codes(negative: 2, positive: 5), nil,
            .nowShown
        ),
    ]

    @Test(arguments: cases)
    func `a correction tells two figures only where the step between them is not that of a few`(
        _ name: String, _ then: [AnswerCode], _ now: [AnswerCode], _ whole: FigureChange?, _ question: FigureChange?
    ) throws {
        let found = corrections(since: try publication(try results(then)), now: [try results(now)])
        func expected(_ change: FigureChange?, _ asked: CorrectedQuestion?) throws -> [Correction] {
            guard let change else { return [] }
            return [
                Correction(
                    instrument: "personal", respondents: .staff, period: try period("2020"), variable: nil,
                    group: "Totalt", question: asked, change: change, publication: Self.origin)
            ]
        }
        #expect(
            found == (try expected(whole, nil)) + (try expected(question, CorrectedQuestion(id: "a", number: 1))))
    }

    @Test func `another number asked is told`() throws {
        let same = codes(negative: 3, positive: 12)
        let found = corrections(
            since: try publication(try results(same, invited: 40)), now: [try results(same, invited: 41)])
        #expect(
            found.map(\.change) == [
                .response(from: Response(answers: 15, invited: 40), to: Response(answers: 15, invited: 41))
            ])
    }

    @Test func `groups that are gone, new and left alone`() throws {
        let then = try results([("Ön", codes(positive: 7)), ("Älven", codes(positive: 6))])
        let now = try results([("ÖN", codes(positive: 7)), ("Ängen", codes(positive: 6))])
        let found = corrections(since: try publication(then), now: [now])
        #expect(found.map(\.group) == ["Älven", "Ängen"])
        #expect(found.map(\.change) == [.vanished, .new])
        #expect(found.map(\.variable) == [Self.insats, Self.insats])
        #expect(found.map(\.question) == [nil, nil])
    }

    @Test func `of other groups the merged one is not compared`() throws {
        let merging = BackgroundVariable(id: "insats", name: "insats", smallGroups: .merge(as: "Övriga"))
        func results(_ insatser: [(String, Int)]) throws -> Results {
            try analyze(
                [
                    try measurement(
                        "2020", ["a": insatser.flatMap { codes(positive: $0.1) }],
                        groups: ["insats": insatser.flatMap { [String](repeating: $0.0, count: $0.1) }])
                ], of: oneQuestion([merging]))
        }
        let then = try results([("A", 20), ("B", 9), ("C", 4), ("D", 3)])
        let now = try results([("A", 20), ("B", 2), ("C", 4), ("D", 10)])
        let found = corrections(since: try publication(then), now: [now])
        // "Övriga" was C and D and is B and C.
        #expect(found.map(\.group) == ["B", "D"])
        #expect(found.map(\.change) == [.vanished, .new])
    }

    @Test func `a measurement that is gone is told as a whole, and a questionnaire that is not there is left out`()
        throws
    {
        let then = try results(codes(positive: 12))
        let later = try analyze([try measurement("2021", ["a": codes(positive: 12)])], of: oneQuestion())
        #expect(corrections(since: try publication(then), now: [later]).map(\.change) == [.vanished])
        #expect(corrections(since: try publication(then), now: []).isEmpty)
    }

    @Test func `questions that are gone and new are told with their numbers`() throws {
        let instrument = instrument([
            try version("2020", [item("a", number: 1), item("b", number: 2)]),
            try version("2021", [item("a", number: 1), item("c", number: 3)]),
        ])
        let answers = codes(positive: 12)
        let then = try analyze([try measurement("2020", ["a": answers, "b": answers])], of: instrument)
        let now = try analyze(
            [try measurement("2020", version: "2021", ["a": answers, "c": answers])], of: instrument)
        let found = corrections(since: try publication(then), now: [now])
        #expect(
            found.map(\.question) == [CorrectedQuestion(id: "b", number: 2), CorrectedQuestion(id: "c", number: 3)])
        #expect(found.map(\.change) == [.vanished, .new])
    }

    /// Whatever was answered then and now: two numbers told side by side never differ by the answers of a few, and nothing
    /// that is or was protected is told.
    @Test(arguments: 0..<400) func `no correction singles out a few`(_ seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        func some() -> [AnswerCode] {
            codes(
                negative: .random(in: 0...9, using: &generator), neither: .random(in: 0...3, using: &generator),
                positive: .random(in: 0...9, using: &generator), dontKnow: .random(in: 0...4, using: &generator))
        }
        let (then, now) = (some(), some())
        guard !then.isEmpty, !now.isEmpty else { return }
        let (before, after) = (try counts(then), try counts(now))
        let found = corrections(since: try publication(try results(then)), now: [try results(now)])
        #expect(found.isEmpty || then.sorted() != now.sorted())
        for correction in found {
            switch correction.change {
            case .counts(let from, let to):
                #expect(min(from.base, to.base, then.count, now.count) >= 5)
                #expect(from.base == before.base && to.base == after.base)
                let steps = [to.negative - from.negative, to.neither - from.neither, to.positive - from.positive]
                for steps in [steps.filter { $0 > 0 }, steps.filter { $0 < 0 }] {
                    #expect(![1, 2, 3, 4].contains(abs(steps.reduce(0, +))))
                }
                #expect(![1, 2, 3, 4].contains(abs(then.count - now.count)))
            case .response(let from, let to):
                #expect(min(from.answers, to.answers) >= 5)
                #expect(![1, 2, 3, 4].contains(abs(from.answers - to.answers)))
            case .changedByFew, .nowProtected, .nowShown, .vanished, .new: continue
            }
        }
    }
}
