import Survey
import TestSupport
import Testing

@testable import Analysis

/// Whole percentages as a row.
func row(_ negative: Int?, _ neither: Int?, _ positive: Int?, _ clearly: Int?, decimals: Int = 0) -> StatedRow {
    func share(_ units: Int?) -> StatedShare? { units.map { StatedShare(units: $0, decimals: decimals) } }
    return StatedRow(
        negative: share(negative), neither: share(neither), positive: share(positive), clearlyPositive: share(clearly))
}

/// Every way in which `base` respondents may answer.
func forEachAnswer(of base: Int, _ body: (_ negative: Int, _ neither: Int, _ positive: Int, _ clearly: Int) -> Void) {
    for negative in 0...base {
        for neither in 0...(base - negative) {
            for clearly in 0...(base - negative - neither) {
                body(negative, neither, base - negative - neither, clearly)
            }
        }
    }
}

@Suite("Whether a stated row can be true is what going through every way to answer finds")
struct PlausibilityTests {
    private static let neighbours = [
        (0, 0, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, -1, 0), (0, 0, 0, 1),
        (0, 0, 0, -1),
        (0, 0, 2, 0),
    ]

    @Test(arguments: Rounding.allCases, [0, 1])
    func `for every small number of answers`(_ rounding: Rounding, _ decimals: Int) {
        for base in 1...(decimals == 0 ? 14 : 8) {
            var possible: Set<StatedRow> = []
            func shown(_ count: Int) -> Int { rounding.share(count, of: base, decimals: decimals).units }
            forEachAnswer(of: base) { negative, neither, positive, clearly in
                possible.insert(
                    row(shown(negative), shown(neither), shown(positive), shown(clearly), decimals: decimals))
            }
            for one in possible {
                for (a, b, c, d) in Self.neighbours {
                    let near = row(
                        (one.negative?.units ?? 0) + a, (one.neither?.units ?? 0) + b,
                        (one.positive?.units ?? 0) + c, (one.clearlyPositive?.units ?? 0) + d, decimals: decimals)
                    let found = near.counts(of: base, rounded: rounding)
                    #expect((found != nil) == possible.contains(near), "\(near) of \(base)")
                    guard let found else { continue }
                    #expect(found.negative + found.neither + found.positive == base)
                    #expect(found.clearlyPositive <= found.positive)
                    for measure in Measure.allCases {
                        #expect(rounding.share(found[measure], of: base, decimals: decimals) == near[measure])
                    }
                }
            }
        }
    }

    @Test func `for rows adjusted to sum to 100, whichever of equals goes first`() {
        for base in 1...18 {
            var possible: Set<StatedRow> = []
            forEachAnswer(of: base) { negative, neither, positive, clearly in
                let counts = [negative, neither, positive]
                for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                    let permuted = percentagesSummingToHundred(order.map { counts[$0] })
                    var parts = [0, 0, 0]
                    for (place, part) in zip(order, permuted) { parts[place] = part }
                    let shown = Rounding.halfUp.share(clearly, of: base).units
                    possible.insert(row(parts[0], parts[1], parts[2], min(shown, parts[2])))
                }
            }
            for one in possible {
                for (a, b, c, d) in Self.neighbours + [(1, -1, 0, 0), (0, 1, -1, 0)] {
                    let near = row(
                        (one.negative?.units ?? 0) + a, (one.neither?.units ?? 0) + b,
                        (one.positive?.units ?? 0) + c, (one.clearlyPositive?.units ?? 0) + d)
                    let found = near.adjustedCounts(of: base)
                    #expect((found != nil) == possible.contains(near), "\(near) of \(base)")
                    if let found {
                        #expect(found.negative + found.neither + found.positive == base)
                        #expect(found.clearlyPositive <= found.positive)
                    }
                }
            }
        }
    }

    @Test func `a share that is not stated may be anything`() {
        #expect(row(nil, nil, 50, nil).judged(of: .atMost(3)) == .possible(Bases([2...2])))
        #expect(row(33, nil, nil, 33).judged(of: .atMost(5)) == .possible(Bases([3...3])))
        #expect(row(nil, nil, nil, nil).judged(of: .atMost(3)) == nil)
        #expect(row(0, 0, 100, nil).judged(of: .atMost(0)) == nil)
        // One who is negative leaves two who may be positive.
        #expect(row(33, nil, 100, nil).judged(of: .exactly(3)) != .possible(Bases([3...3])))
    }

    @Test func `the published rows that cannot be true, and why`() {
        func why(_ row: StatedRow, _ most: Int) -> Contradiction? {
            guard case .impossible(let why) = row.judged(of: .atMost(most)) else { return nil }
            return why
        }
        func moved(_ measure: Measure, _ stated: Int, _ computed: Int, _ counts: [Int]) -> Contradiction {
            .movedToHundred([
                MovedFigure(
                    measure: measure, stated: StatedShare(units: stated), computed: StatedShare(units: computed),
                    counts: PossibleCounts(
                        base: counts[0], negative: counts[1], neither: counts[2], positive: counts[3],
                        clearlyPositive: counts[4]))
            ])
        }
        #expect(why(row(7, 31, 62, 12), 27) == moved(.negative, 7, 8, [26, 2, 8, 16, 3]))
        #expect(why(row(13, 13, 74, 38), 32) == moved(.positive, 74, 75, [32, 4, 4, 24, 12]))
        #expect(why(row(4, 34, 62, 19), 27) == moved(.neither, 34, 35, [26, 1, 9, 16, 5]))
        #expect(
            why(row(3, 19, 78, 36), 32)
                == .odd([
                    OddFigure(measure: .clearlyPositive, stated: StatedShare(units: 36), base: 32, below: 11, above: 12)
                ]))
        #expect(
            why(row(9, 18, 73, 46), 11)
                == .odd([
                    OddFigure(measure: .clearlyPositive, stated: StatedShare(units: 46), base: 11, below: 5, above: 6)
                ]))
    }

    @Test func `rows that no number of answers gives are told by what is wrong first`() {
        func why(_ row: StatedRow) -> RowJudgement? { row.judged(of: .unknown) }
        #expect(why(row(0, 0, 120, nil)) == .impossible(.aboveWhole(.positive)))
        #expect(why(row(10, 34, 56, 57)) == .impossible(.clearlyAbovePositive))
        #expect(why(row(10, 30, 50, 20)) == .impossible(.sum(StatedShare(units: 90))))
        #expect(why(row(10, nil, 95, 20)) == .impossible(.sum(StatedShare(units: 105))))
        // Rows that sum to 99, 100 and 101.
        for (last, base) in [(33, 3), (34, 50), (35, 40)] {
            guard case .possible(let bases) = why(row(33, 33, last, nil)) else {
                Issue.record("33, 33, \(last) is possible")
                continue
            }
            #expect(bases.contains(base) == (row(33, 33, last, nil).counts(of: base, rounded: .halfUp) != nil))
        }
    }

    @Test func `a row of another rounding is told as such and never as impossible`() {
        // 1 of 8, 1 of 8 and 6 of 8: 12,5 and 12,5 become 12 and 12.
        #expect(row(12, 12, 75, 50).judged(of: .exactly(8)) == .rounded(.halfEven, Bases([8...8])))
        #expect(row(33, 33, 34, nil).judged(of: .exactly(3)) == .rounded(.toHundred, Bases([3...3])))
        #expect(row(16, 16, 66, 16).judged(of: .exactly(6)) == .rounded(.down, Bases([6...6])))
        #expect(row(17, 34, 50, 50).judged(of: .exactly(6)) == .rounded(.up, Bases([6...6])))
    }

    @Test func `five hundred rows of up to a thousand answers are judged in seconds, without optimization too`() {
        var generator = SeededGenerator(state: 7)
        let rows = (0..<500).map { _ in
            let negative = Int.random(in: 0...100, using: &generator)
            let neither = Int.random(in: 0...(100 - negative), using: &generator)
            return row(
                negative, neither, 100 - negative - neither,
                Int.random(in: 0...(100 - negative - neither), using: &generator))
        }
        let clock = ContinuousClock()
        let time = clock.measure { for row in rows { _ = row.judged(of: .atMost(1_000)) } }
        // Half a million tries; optimized it takes less than a tenth of a second.
        #expect(time < .seconds(5), "\(time)")
    }
}
