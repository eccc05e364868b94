import Survey
import Testing

@testable import Analysis

@Suite("What the step between two editions of a row tells")
struct StepRuleTests {
    private typealias Row = RowCounts

    private static func rule(_ attribute: AttributeRule) -> StepRule {
        StepRule(row: RowRule(smallestGroup: 5, attribute: attribute))
    }

    private static let steps: [(String, then: RowCounts, now: RowCounts, tells: [AttributeRule])] = [
        ("nothing", Row(negative: 7, neither: 3), Row(negative: 7, neither: 3), []),
        ("one late answer", Row(negative: 7, neither: 3), Row(negative: 7, neither: 4), AttributeRule.allCases),
        (
            "four late answers", Row(negative: 7, positive: 3), Row(negative: 8, positive: 6), AttributeRule.allCases
        ),
        ("five late answers, of both kinds", Row(negative: 7, positive: 3), Row(negative: 9, positive: 6), []),
        (
            "five late answers, four of them negative", Row(positive: 9), Row(negative: 4, positive: 10),
            [.unfavourable, .all]
        ),
        ("five late answers, all positive", Row(negative: 4, positive: 9), Row(negative: 4, positive: 14), [.all]),
        (
            "twenty late answers, all negative: so many are told", Row(negative: 4, positive: 9),
            Row(negative: 24, positive: 9), []
        ),
        ("one answer is gone", Row(negative: 7, positive: 9), Row(negative: 6, positive: 9), AttributeRule.allCases),
        (
            "six answers are gone, five of them negative", Row(negative: 9, positive: 9), Row(negative: 4, positive: 8),
            [.unfavourable, .all]
        ),
        ("one answer corrected", Row(negative: 7, positive: 9), Row(negative: 6, positive: 10), AttributeRule.allCases),
        (
            "one answer clearer than it was", Row(positive: 9, clearlyPositive: 4),
            Row(positive: 8, clearlyPositive: 5), AttributeRule.allCases
        ),
        ("five answers corrected", Row(negative: 7, positive: 9), Row(negative: 2, positive: 14), []),
        ("six came and one went", Row(negative: 7, positive: 9), Row(negative: 6, positive: 15), []),
        (
            "four came and four went", Row(negative: 7, positive: 9), Row(negative: 3, positive: 13),
            [.none, .unfavourable, .all]
        ),
    ]

    @Test(arguments: steps.map(\.0)) func `a step tells of few, or it does not`(_ name: String) throws {
        let step = try #require(Self.steps.first { $0.0 == name })
        for attribute in AttributeRule.allCases {
            #expect(
                Self.rule(attribute).tellsOfFew(from: step.then, to: step.now) == step.tells.contains(attribute),
                "\(attribute)")
        }
    }

    @Test func `so many people more or fewer tell of few where they are fewer than the smallest group`() {
        let rule = Self.rule(.none)
        #expect((10...30).filter { rule.tellsOfFew(from: 20, to: $0) } == [16, 17, 18, 19, 21, 22, 23, 24])
    }

    @Test(arguments: [(1, 5), (3, 13), (6, 25)])
    func `so many blocks of a loop are more than the people of a few can have`(_ most: Int, _ limit: Int) {
        #expect(RowRule(smallestGroup: 5, attribute: .none).ofBlocks(most).smallestGroup == limit)
    }
}
