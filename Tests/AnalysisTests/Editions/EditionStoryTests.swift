import Survey
import Testing

@testable import Analysis

/// A period that was given out once and is given out again. Each story gives the insatser then and now with their answers, and
/// says which are shown now.
@Suite("Nothing is worked out of two editions of a breakdown")
struct EditionStoryTests {
    private typealias Insatser = [(String, [AnswerCode])]

    /// Mixed answers, of which none stands out.
    private static func mixed(_ people: Int) -> [AnswerCode] {
        let negative = people / 3
        let neither = people / 3
        return codes(negative: negative, neither: neither, positive: people - negative - neither)
    }

    private struct Story: CustomTestStringConvertible {
        let testDescription: String
        let then: [(String, [AnswerCode])]
        let now: [(String, [AnswerCode])]
        let shown: [String]
        var merges = false

        init(
            _ name: String, _ then: [(String, [AnswerCode])], _ now: [(String, [AnswerCode])], shows shown: [String],
            merges: Bool = false
        ) {
            (testDescription, self.then, self.now, self.shown, self.merges) = (name, then, now, shown, merges)
        }
    }

    private static let stories = [
        Story(
            "the very same", [("A", mixed(12)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(30))],
            [("A", mixed(12)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(30))], shows: ["A", "D"]),
        Story(
            "one person moved between two groups", [("A", mixed(12)), ("B", mixed(9)), ("C", mixed(30))],
            [("A", mixed(12) + [Code.positive]), ("B", Array(mixed(9).dropLast())), ("C", mixed(30))], shows: ["C"]),
        Story(
            "five moved, of both minds", [("A", mixed(12)), ("B", mixed(15)), ("C", mixed(30))],
            [("A", mixed(12) + mixed(6)), ("B", mixed(9)), ("C", mixed(30))], shows: ["A", "B", "C"]),
        Story(
            "ten more: nine of them in a group, and one in another",
            [("A", mixed(12)), ("B", mixed(9)), ("C", mixed(30))],
            [("A", mixed(12) + mixed(9)), ("B", mixed(9) + [Code.positive]), ("C", mixed(30))], shows: ["C"]),
        Story(
            "ten more: nine of them in a group, and one in a new one that is not shown",
            [("A", mixed(12)), ("B", mixed(30))],
            [("A", mixed(12) + mixed(9)), ("B", mixed(30)), ("E", [Code.positive])], shows: ["B"]),
        Story(
            "six more in each", [("A", mixed(12)), ("B", mixed(9))],
            [("A", mixed(12) + mixed(6)), ("B", mixed(9) + mixed(6))], shows: ["A", "B"]),
        Story(
            "a group that was hidden for another's sake is the same, and the other has become mixed",
            [("A", mixed(12)), ("B", codes(negative: 8, neither: 0, positive: 0)), ("C", mixed(30))],
            [("A", mixed(12)), ("B", codes(negative: 8, neither: 0, positive: 0) + mixed(12)), ("C", mixed(30))],
            shows: ["C"]),
        Story(
            "a group is another name for itself", [("A", mixed(12)), ("B", mixed(9))],
            [("Å", mixed(12)), ("B", mixed(9))], shows: ["B", "Å"]),
        Story(
            "a group is split, and two of it are in a group of their own",
            [("A", mixed(12)), ("B", mixed(9)), ("C", mixed(30))],
            [
                ("A1", Array(mixed(12).dropFirst(2))), ("A2", Array(mixed(12).prefix(2))), ("B", mixed(9)),
                ("C", mixed(30)),
            ],
            shows: ["B", "C"]),
        Story(
            "a group is split in two that are enough", [("A", mixed(12)), ("B", mixed(9))],
            [("A1", mixed(6)), ("A2", mixed(6)), ("B", mixed(9))], shows: ["A1", "A2", "B"]),
        Story(
            "what was merged stays so", [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(3))],
            [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(3))], shows: ["A", "B", "Övriga"],
            merges: true),
        Story(
            "of what was merged one has become enough",
            [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(3))],
            [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(3) + mixed(9))],
            shows: ["A", "B", "Övriga"], merges: true),
        Story(
            "of what was merged all have become enough",
            [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4)), ("D", mixed(3))],
            [("A", mixed(30)), ("B", mixed(9)), ("C", mixed(4) + mixed(6)), ("D", mixed(3) + mixed(9))],
            shows: ["A", "B", "C", "D"], merges: true),
    ]

    @Test(arguments: stories) private func `what is shown now`(_ story: Story) throws {
        let variable = BackgroundVariable(
            id: "insats", name: "insats", smallGroups: story.merges ? .merge(as: "Övriga") : .hide)
        let instrument = try oneQuestion([variable])
        func results(_ insatser: Insatser, given: [PublishedPeriod]) throws -> Results {
            let answers = try measurement(
                "2020", ["a": insatser.flatMap(\.1)],
                groups: ["insats": insatser.flatMap { insats in insats.1.map { _ in insats.0 } }])
            #expect(try !standsAsGivenOut(answers, of: instrument, given: given))
            return try analyze(figures: [.answers(answers)], of: instrument, given: given)
        }
        let given = publishedPeriods(of: [try results(story.then, given: [])])
        let now = try results(story.now, given: given)
        let breakdown = try #require(now.breakdowns.last)
        let shown = breakdown.groups.filter { $0.waves.first?.question("a")?.counts.figure != nil }.map(\.name)
        #expect(shown == story.shown)
        // And the very same once more.
        let again = try results(story.now, given: given + publishedPeriods(of: [now]))
        #expect(publishedPeriods(of: [again]) == publishedPeriods(of: [now]))
    }
}
