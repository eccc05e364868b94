import TestSupport
import Testing

@testable import Analysis

@Suite("Ten thousand random rows: none accused falsely, none missed that arithmetic can see")
struct PlausibleTablesTests {
    private struct Random {
        let base: Int
        let most: Int
        let counts: [Int]

        init(using generator: inout SeededGenerator) {
            base = Int.random(in: 1...40, using: &generator)
            most = base + Int.random(in: 0...6, using: &generator)
            let negative = Int.random(in: 0...base, using: &generator)
            let neither = Int.random(in: 0...(base - negative), using: &generator)
            let positive = base - negative - neither
            counts = [negative, neither, positive, Int.random(in: 0...positive, using: &generator)]
        }

        func row(_ rounding: Rounding, decimals: Int = 0) -> StatedRow {
            let shares = counts.map { rounding.share($0, of: base, decimals: decimals) }
            return StatedRow(
                negative: shares[0], neither: shares[1], positive: shares[2], clearlyPositive: shares[3])
        }
    }

    /// By trying everything: the sets of what `base` answers can show, made once.
    private static let shown: [Set<[Int]>] = (0...46).map { base in
        guard base > 0 else { return [] }
        var rows: Set<[Int]> = []
        forEachAnswer(of: base) { negative, neither, positive, clearly in
            rows.insert([negative, neither, positive, clearly].map { (200 * $0 + base) / (2 * base) })
        }
        return rows
    }

    @Test func `a true row is possible, and its number of answers is among those that fit`() {
        var generator = SeededGenerator(state: 1)
        for _ in 0..<10_000 {
            let random = Random(using: &generator)
            let decimals = Int.random(in: 0...2, using: &generator)
            guard
                case .possible(let bases)? = random.row(.halfUp, decimals: decimals).judged(of: .atMost(random.most))
            else {
                Issue.record("\(random) is true")
                continue
            }
            #expect(bases.contains(random.base))
        }
    }

    @Test(arguments: [Rounding.halfEven, .down, .up])
    func `a true row that was rounded in another way is not called impossible`(_ rounding: Rounding) {
        var generator = SeededGenerator(state: 2)
        for _ in 0..<10_000 {
            let random = Random(using: &generator)
            if case .impossible(let why) = random.row(rounding).judged(of: .atMost(random.most)) {
                Issue.record("\(random) is true, not \(why)")
            }
        }
    }

    @Test func `nor is one that was adjusted to sum to 100`() {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<10_000 {
            let random = Random(using: &generator)
            let parts = percentagesSummingToHundred(Array(random.counts.prefix(3)))
            let clearly = min(Rounding.halfUp.share(random.counts[3], of: random.base).units, parts[2])
            if case .impossible(let why) = row(parts[0], parts[1], parts[2], clearly).judged(of: .atMost(random.most)) {
                Issue.record("\(random) is true, not \(why)")
            }
        }
    }

    @Test func `a planted error is found just where trying every number of answers finds none`() {
        var generator = SeededGenerator(state: 4)
        var (planted, seen) = (0, 0)
        for _ in 0..<10_000 {
            let random = Random(using: &generator)
            var shares = random.counts.map { Rounding.halfUp.share($0, of: random.base).units }
            let place = Int.random(in: 0..<4, using: &generator)
            let wrong = Int.random(in: 0...100, using: &generator)
            guard wrong != shares[place] else { continue }
            shares[place] = wrong
            planted += 1
            let isPossible = (1...random.most).contains { Self.shown[$0].contains(shares) }
            let judgement = row(shares[0], shares[1], shares[2], shares[3]).judged(of: .atMost(random.most))
            if case .possible = judgement { #expect(isPossible) } else { #expect(!isPossible) }
            if !isPossible { seen += 1 }
        }
        // Most are: a row of four shares leaves little room.
        #expect(seen > planted * 8 / 10, "\(seen) of \(planted)")
    }
}
