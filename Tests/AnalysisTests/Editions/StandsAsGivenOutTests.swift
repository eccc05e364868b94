import Survey
import Testing

@testable import Analysis

@Suite("A period stands as it was given out where what has changed is about few")
struct StandsAsGivenOutTests {
    private typealias Answers = [AnswerCode]

    private func given(_ answers: [AnswerCode], besides: [AnswerCode]? = nil) throws -> [PublishedPeriod] {
        publishedPeriods(of: [try analyze([try period(answers, besides)], of: try Self.twoQuestions())])
    }

    private func period(_ answers: [AnswerCode], _ besides: [AnswerCode]?) throws -> Measurement {
        try measurement("2020", ["a": answers, "b": besides ?? answers])
    }

    private static func twoQuestions() throws -> Instrument {
        instrument([try version("2020", [item("a"), item("b", number: 2)])])
    }

    private static let twenty = codes(negative: 6, neither: 4, positive: 10, clearly: 4)

    private static let cases: [(String, a: [AnswerCode], b: [AnswerCode]?, stands: Bool)] = [
        ("the very same answers", twenty, nil, false),
        ("one late answer", twenty + [Code.negative], nil, true),
        ("one late answer without any substance", twenty + [Code.dontKnow], nil, true),
        ("five late answers", twenty + codes(negative: 2, positive: 3), nil, false),
        ("five late answers, all negative", twenty + codes(negative: 5), nil, true),
        (
            "five late answers, of which one judged the other question", twenty + codes(negative: 2, positive: 3),
            twenty + codes(positive: 1, dontKnow: 4), true
        ),
        (
            "five late answers, of which nobody judged the other question", twenty + codes(negative: 2, positive: 3),
            twenty + codes(dontKnow: 5), false
        ),
        ("one answer corrected", Array(twenty.dropFirst()) + [Code.positive], nil, true),
        ("one answer gone", Array(twenty.dropFirst()), nil, true),
        ("so few left that nothing is shown", codes(negative: 2, positive: 2), nil, false),
    ]

    @Test(arguments: cases.map(\.0)) func `it stands, or all is counted`(_ name: String) throws {
        let found = try #require(Self.cases.first { $0.0 == name })
        let now = try period(found.a, found.b)
        let stands = try standsAsGivenOut(now, of: Self.twoQuestions(), given: try given(Self.twenty))
        #expect(stands == found.stands)
    }

    @Test func `every earlier edition counts, and those of other periods do not`() throws {
        let instrument = try Self.twoQuestions()
        let more = Self.twenty + codes(negative: 3, positive: 5)
        let editions = try given(Self.twenty) + given(more)
        // Six more than the first edition, two fewer than the second.
        let now = try period(Self.twenty + codes(negative: 3, positive: 3), nil)
        #expect(try standsAsGivenOut(now, of: instrument, given: editions))
        #expect(try !standsAsGivenOut(now, of: instrument, given: Array(editions.prefix(1))))
        let otherYear = try measurement("2021", ["a": Self.twenty + [Code.negative], "b": Self.twenty])
        #expect(try !standsAsGivenOut(otherYear, of: instrument, given: editions))
    }

    @Test func `an edition of shares alone counts too`() throws {
        let total = try #require(try given(Self.twenty).first?.total)
        let shares = PublishedPeriod(
            instrument: "personal", version: "2020", period: try #require(Period("2020")), files: [],
            constructed: false,
            importedAt: nil,
            groups: [
                PublishedGroup(variable: nil, name: "Totalt", answers: nil, invited: nil, questions: total.questions)
            ])
        #expect(shares.isOfShares)
        let now = try period(Self.twenty + [Code.negative], nil)
        #expect(try standsAsGivenOut(now, of: Self.twoQuestions(), given: [shares]))
    }

    @Test func `a period that stands has the figures that were given out, and says of which workbook`() throws {
        let instrument = try Self.twoQuestions()
        let edition = try #require(try given(Self.twenty).first)
        let origin = PublicationOrigin(file: "bilaga-2020.ods", publishedAt: nil)
        for figures in [PeriodFigures.answers(try period(Self.twenty, nil)), .published(edition)] {
            let results = try analyze(figures: [.asGivenOut(figures, by: origin)], of: instrument, given: [edition])
            #expect(publishedPeriods(of: [results]) == [edition])
            #expect(results.waves.map(\.givenOut) == [origin])
            #expect(results.waves.map(\.isErased) == [false])
        }
    }
}
