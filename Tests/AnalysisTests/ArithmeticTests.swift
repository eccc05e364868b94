import Analysis
import Testing

/// Every small case against a definition that is written another way than the code.
@Suite struct `Whole numbers of per cent` {
    @Test func `a share is rounded half up: every count of every base up to 300`() throws {
        var wrong: [String] = []
        for base in 1...300 {
            // The whole number p for which p - 1/2 <= 100 count/base < p + 1/2 goes up as the count does.
            var expected = 0
            for count in 0...base {
                while 2 * 100 * count >= (2 * expected + 1) * base { expected += 1 }
                let ratio = try #require(Ratio(count, of: base))
                if ratio.percent != expected { wrong.append("\(count) of \(base): \(ratio.percent), not \(expected)") }
                if ratio.value != Double(count) / Double(base) { wrong.append("\(count) of \(base): \(ratio.value)") }
            }
        }
        #expect(wrong == [])
    }

    @Test func `a base of nothing, or less, has no share`() {
        #expect(Ratio(0, of: 0) == nil)
        #expect(Ratio(1, of: -1) == nil)
    }

    @Test func `a change is the exact difference, rounded once: every two shares of bases up to 30`() throws {
        var shares: [Ratio] = []
        for base in 1...30 { for count in 0...base { shares.append(try #require(Ratio(count, of: base))) } }
        var wrong: [String] = []
        for earlier in shares {
            for later in shares {
                let change = Change(from: earlier, to: later)
                let expected = roundedPoints(earlier, later)
                let differs = expected != later.percent - earlier.percent
                if change.points != expected || change.differsFromShown != differs {
                    wrong.append("\(earlier) to \(later): \(change.points), not \(expected)")
                }
                if abs(change.value - 100 * (later.value - earlier.value)) > 1e-9 {
                    wrong.append("\(earlier) to \(later): \(change.value)")
                }
                if Change(from: later, to: earlier).points != -change.points { wrong.append("\(earlier), \(later)") }
            }
        }
        #expect(wrong == [])
    }

    @Test func `percentages that sum to 100 do so, within 1 of the exact share: every three counts up to 60`() {
        var wrong: [[Int]] = []
        for a in 0...60 {
            for b in 0...60 {
                for c in 0...60 where a + b + c > 0 {
                    let (counts, base) = ([a, b, c], a + b + c)
                    let percentages = percentagesSummingToHundred(counts)
                    let near = zip(percentages, counts).allSatisfy { abs($0 * base - 100 * $1) < base }
                    // The larger count never gets less, and the first of two equal ones never less than the second.
                    let ordered = a < b ? percentages[0] <= percentages[1] : percentages[0] >= percentages[1]
                    if percentages.reduce(0, +) != 100 || !near || !ordered { wrong.append(counts) }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func `percentages that sum to 100 are those of least total distance from the exact shares`() {
        for a in 0...12 {
            for b in 0...12 {
                for c in 0...12 where a + b + c > 0 {
                    let (counts, base) = ([a, b, c], a + b + c)
                    func distance(_ percentages: [Int]) -> Int {
                        zip(percentages, counts).reduce(0) { $0 + abs($1.0 * base - 100 * $1.1) }
                    }
                    let floors = counts.map { 100 * $0 / base }
                    var best = Int.max
                    for choice in 0..<8 {
                        let candidate = floors.indices.map { floors[$0] + (choice >> $0 & 1) }
                        if candidate.reduce(0, +) == 100 { best = min(best, distance(candidate)) }
                    }
                    #expect(distance(percentagesSummingToHundred(counts)) == best, "\(counts)")
                }
            }
        }
    }

    /// later - earlier as a fraction in lowest terms, then the whole number nearest to it, the outer of two.
    private func roundedPoints(_ earlier: Ratio, _ later: Ratio) -> Int {
        let scale = commonMultiple(earlier.base, later.base)
        let hundredths = 100 * (later.count * (scale / later.base) - earlier.count * (scale / earlier.base))
        var (points, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
        if rest >= scale.magnitude - rest { points += 1 }
        return hundredths.signum() * Int(points)
    }

    private func commonMultiple(_ a: Int, _ b: Int) -> Int {
        var (divisor, rest) = (a, b)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return a / divisor * b
    }
}
