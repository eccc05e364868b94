import Survey
import TestSupport

@testable import Analysis

/// Tables like those of a förbund: groups of very different sizes, mostly good answers, and some who did not answer.
struct RandomTables {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(state: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Sizes that fall off as they do for real groups: a few large, many small.
    mutating func sizes(_ respondents: Int, groups: Int) -> [Int] {
        let weights = (0..<groups).map { _ in Double.random(in: 0.02...1, using: &random) }.map { $0 * $0 }
        let sum = weights.reduce(0, +)
        return weights.map { max(1, Int(Double(respondents) * $0 / sum)) }
    }

    mutating func group(_ respondents: Int, questions: [(good: Double, answered: Double)]) -> TestGroup {
        // Groups differ from one another.
        let shift = Double.random(in: -0.2...0.2, using: &random)
        return TestGroup(
            respondents,
            rows: questions.map { question in
                var row = RowCounts()
                for _ in 0..<respondents where Double.random(in: 0..<1, using: &random) < question.answered {
                    let good = Double.random(in: 0..<1, using: &random) < question.good + shift
                    switch (good, Int.random(in: 0..<3, using: &random)) {
                    case (true, 0): row.positive += 1
                    case (true, _): row.clearlyPositive += 1
                    case (false, 0): row.negative += 1
                    case (false, _): row.neither += 1
                    }
                }
                return row
            })
    }

    mutating func questions(_ count: Int) -> [(good: Double, answered: Double)] {
        (0..<count).map { _ in
            (Double.random(in: 0.4...0.98, using: &random), Double.random(in: 0.75...1, using: &random))
        }
    }

    mutating func division(
        of sizes: [Int], without: Int, _ questions: [(good: Double, answered: Double)], limit: Int = 5
    ) -> Division {
        let groups = sizes.map { group($0, questions: questions) }
        let rest = without > 0 ? group(without, questions: questions) : nil
        return divided(groups, without: rest, limit: limit)
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &random) }
}
