import Survey
import Testing

@testable import Analysis

@Suite("Two editions of groups that share people, and of the blocks of a loop")
struct OverlappingEditionsTests {
    private static let several = BackgroundVariable(id: "insats", name: "insats", isMultiple: true)

    /// - Parameter people: the groups of each, and the answer.
    private func results(
        _ people: [(groups: [String], code: AnswerCode)], given: [PublishedPeriod] = []
    ) throws -> Results {
        let values = Set(people.flatMap(\.groups)).sorted()
        let places = people.map { $0.groups.compactMap { values.firstIndex(of: $0) }.map { UInt16($0 + 1) } }
        let sets = Set(places).subtracting([[]]).sorted { $0.lexicographicallyPrecedes($1) }
        let column = GroupColumn(
            variable: "insats", values: values,
            codes: places.map { set in UInt16((sets.firstIndex(of: set) ?? -1) + 1) }, choices: sets)
        let answers = Measurement(
            instrument: "personal", version: "2020", period: try period("2020"),
            answers: Answers(
                respondents: people.count, questions: [QuestionColumn(question: "a", codes: people.map(\.code))],
                groups: [column]),
            invited: nil, files: [])
        let instrument = try oneQuestion([Self.several])
        #expect(try !standsAsGivenOut(answers, of: instrument, given: given))
        return try analyze(figures: [.answers(answers)], of: instrument, given: given)
    }

    private func people(_ groups: String..., times: Int) -> [(groups: [String], code: AnswerCode)] {
        (0..<times).map { (groups, [Code.negative, Code.neither, Code.positive][$0 % 3]) }
    }

    private func shown(_ results: Results) -> [String] {
        results.breakdowns.last?.groups.filter { $0.waves.first?.question("a")?.counts.figure != nil }.map(\.name) ?? []
    }

    @Test func `one more in a group, and one more outside it, are not told`() throws {
        let then = people("A", "B", times: 12) + people("A", times: 9) + people("B", times: 9) + people("C", times: 15)
        let first = try results(then)
        #expect(shown(first) == ["A", "B", "C"])
        let given = publishedPeriods(of: [first])
        #expect(shown(try results(then, given: given)) == ["A", "B", "C"])
        // Nine more in A and one in C: the one would be C's step, and what A's step leaves of the total's.
        let now = then + people("A", times: 9) + people("C", times: 1)
        #expect(shown(try results(now, given: given)).filter(["A", "C"].contains).isEmpty)
        // Six more in each of the two.
        let enough = then + people("A", times: 6) + people("C", times: 6)
        #expect(shown(try results(enough, given: given)) == ["A", "B", "C"])
    }

    private static let blocks: [(String, now: [(String, RowCounts)], total: RowCounts, tells: Bool)] = [
        (
            "the same", [("A", RowCounts(negative: 9, positive: 9)), ("B", RowCounts(negative: 6, positive: 9))],
            RowCounts(negative: 15, positive: 18), false
        ),
        (
            "as many more blocks as few people can have",
            [("A", RowCounts(negative: 15, positive: 15)), ("B", RowCounts(negative: 6, positive: 9))],
            RowCounts(negative: 21, positive: 24), true
        ),
        (
            "more than they can have",
            [("A", RowCounts(negative: 16, positive: 15)), ("B", RowCounts(negative: 6, positive: 9))],
            RowCounts(negative: 22, positive: 24), false
        ),
        (
            "a few more of those in none of the groups",
            [("A", RowCounts(negative: 16, positive: 15)), ("B", RowCounts(negative: 6, positive: 9))],
            RowCounts(negative: 23, positive: 24), true
        ),
    ]

    @Test(arguments: blocks.map(\.0)) func `blocks tell of few where few people can have given them`(
        _ name: String
    ) throws {
        let story = try #require(Self.blocks.first { $0.0 == name })
        func group(_ variable: String?, _ name: String, _ counts: RowCounts) -> PublishedGroup {
            PublishedGroup(
                variable: variable, name: name, answers: 20, invited: nil,
                questions: [
                    PublishedQuestion(
                        question: "a",
                        counts: PublishedCounts(
                            negative: counts.negative, neither: 0, positive: counts.positive, clearlyPositive: 0))
                ])
        }
        let edition = PublishedPeriod(
            instrument: "personal", version: "2020", period: try period("2020"), files: [], constructed: false,
            importedAt: nil,
            groups: [
                group(nil, "Totalt", RowCounts(negative: 15, positive: 18)),
                group("insats", "A", RowCounts(negative: 9, positive: 9)),
                group("insats", "B", RowCounts(negative: 6, positive: 9)),
            ])
        // Four people, three blocks each, are twelve.
        let rows = LoopRows(
            variable: "insats", question: "a", groups: story.now, total: story.total,
            rule: RowRule(smallestGroup: 5, attribute: .none).ofBlocks(3))
        #expect(rows.tellOfFew(beside: [edition]) == story.tells)
    }
}
