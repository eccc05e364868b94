import Survey
import Testing

@testable import Analysis

@Suite("Whether shares of stated counts, and changes between stated shares, can be true")
struct StatedChangeTests {
    @Test func `a share of stated counts is that of the counts, or is rounded otherwise, or is wrong`() {
        func share(_ percent: Int) -> StatedShare { StatedShare(units: percent) }
        #expect(share(23).judged(as: 175, of: 772) == .possible)
        #expect(share(27).judged(as: 175, of: 772) == .impossible(share(23)))
        #expect(share(63).judged(as: 12, of: 18) == .impossible(share(67)))
        #expect(share(66).judged(as: 12, of: 18) == .rounded(.down))
        #expect(share(12).judged(as: 1, of: 8) == .rounded(.halfEven))
        #expect(StatedShare(units: 667, decimals: 1).judged(as: 12, of: 18) == .possible)
        #expect(share(100).judged(as: 19, of: 18) == .moreThanAll)
        #expect(share(0).judged(as: 0, of: 0) == nil)
    }

    @Test func `a change is possible just where some pair of the exact shares has it`() throws {
        let bases = [5, 7, 12]
        for earlierBase in bases {
            for laterBase in bases {
                for earlier in 0...earlierBase {
                    for later in 0...laterBase {
                        let shares = [(earlier, earlierBase), (later, laterBase)].map {
                            Rounding.halfUp.share($0.0, of: $0.1)
                        }
                        let from = try #require(
                            PossibleShares(.positive, in: StatedRow(positive: shares[0]), of: .atMost(earlierBase)))
                        let to = try #require(
                            PossibleShares(.positive, in: StatedRow(positive: shares[1]), of: .atMost(laterBase)))
                        var possible: Set<Int> = []
                        for a in ways(of: shares[0], upTo: earlierBase) {
                            for b in ways(of: shares[1], upTo: laterBase) {
                                possible.insert(Change(from: a, to: b).points)
                            }
                        }
                        let shown = shares[1].units - shares[0].units
                        for points in (shown - 2)...(shown + 2) {
                            let judgement = StatedShare.judged(change: points, from: from, to: to)
                            #expect((judgement == .possible) == possible.contains(points))
                            if points == shown, !possible.contains(points) { #expect(judgement == .betweenShown) }
                        }
                    }
                }
            }
        }
    }

    /// Found by trying them all.
    private func ways(of share: StatedShare, upTo most: Int) -> [Ratio] {
        (1...most).flatMap { base in
            (0...base).compactMap { count in
                (200 * count + base) / (2 * base) == share.units ? Ratio(count, of: base) : nil
            }
        }
    }

    @Test func `a change that no pair has tells what they have`() throws {
        let earlier = try #require(PossibleShares(.positive, in: row(22, 22, 56, 19), of: .exactly(27)))
        let later = try #require(PossibleShares(.positive, in: row(3, 19, 78, 44), of: .exactly(32)))
        // 15 of 27 and 25 of 32.
        #expect(StatedShare.judged(change: 23, from: earlier, to: later) == .possible)
        #expect(StatedShare.judged(change: 22, from: earlier, to: later) == .betweenShown)
        #expect(StatedShare.judged(change: 12, from: earlier, to: later) == .impossible(23...23))
    }
}
