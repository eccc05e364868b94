import Survey

extension Comparison {
    /// Beyond so many answers in a year Fisher's own value is given: it differs little from Boschloo's there, and never
    /// lies below it.
    private static let mostForBoschloo = 1000

    /// How probable a difference at least as great as the one found would be, had nothing changed: Boschloo's exact test,
    /// two-sided, as twice the smaller of the one-sided values.
    ///
    /// Tables of the two years are ranked by Fisher's one-sided value. What is returned is the greatest probability, whatever the
    /// common share, of a table that ranks as high as the one found (Boschloo 1970). A change is therefore never called more
    /// than chance oftener than the level says.
    ///
    /// - Returns: more than 0, at most 1; a value too small for the type is its least normal number. 1 for shares that no
    ///   answers can give.
    var chance: Double { chance(exactUpTo: 1) }

    /// The same, as long as it is at most `limit`: of a value above it nothing more is told than some number above it, which takes
    /// far less time to find.
    func chance(exactUpTo limit: Double) -> Double {
        let bases = 1...Invited.most
        guard bases.contains(earlier.base), bases.contains(later.base), (0...earlier.base).contains(earlier.count),
            (0...later.base).contains(later.count)
        else { return 1 }
        // In the direction that was found. Where the shares are c and d > c, Pr(C <= c) and Pr(D >= d) are both at least one
        // half for a common share between them, so that the other direction's value is at least a quarter.
        let isRise = later.value >= earlier.value
        let found = isRise ? self : mirrored
        var smaller = found.rise(exactUpTo: limit / 2)
        if smaller > 0.25, limit > 0.5 { smaller = min(smaller, found.mirrored.rise(exactUpTo: limit / 2)) }
        return min(max(2 * smaller, .leastNormalMagnitude), 1)
    }

    /// Those who were not positive in place of those who were: a fall becomes a rise.
    private var mirrored: Comparison {
        guard let earlier = Ratio(earlier.base - earlier.count, of: earlier.base),
            let later = Ratio(later.base - later.count, of: later.base)
        else { return self }
        return Comparison(earlier: earlier, later: later)
    }

    /// One-sided: how probable so great a rise is.
    private func rise(exactUpTo limit: Double) -> Double {
        if max(earlier.base, later.base) > Self.mostForBoschloo {
            return Hypergeometric(
                size: Double(earlier.base), other: Double(later.base), positive: Double(earlier.count + later.count)
            ).probability(ofAtMost: Double(earlier.count))
        }
        guard let region = RiseRegion(from: earlier, to: later) else { return 1 }
        // The share of both years together is where a change that is nothing but chance most often shows.
        let together = (positive: earlier.count + later.count, base: earlier.base + later.base)
        if limit < 1, together.positive > 0, together.positive < together.base {
            let odds = Double(together.positive) / Double(together.base - together.positive)
            let value = region.probability(at: odds)
            if value > limit { return value }
        }
        return region.greatestProbability()
    }
}

/// The tables of two years that show a rise at least as unlikely as one that was found, by Fisher's one-sided value.
private struct RiseRegion {
    /// By the number of positive answers of the earlier year, from 0: the least number of the later year for which the
    /// table is in the region. Beyond the last the region has nothing.
    private let least: [Int]
    private var earlier: Binomial
    private var later: Binomial

    /// Values that differ by less than this part are the same. Rounding gives some parts of 10^14.
    private static let sameness = 1e-12

    /// Nil where it holds every table.
    init?(from found: Ratio, to other: Ratio) {
        let ways = (Self.ways(found.base), Self.ways(other.base))
        /// Fisher's value is the sum up to a table by the sum of all with as many positive answers in both years.
        func sum(_ counts: ClosedRange<Int>, of positive: Int) -> Double {
            var sum = 0.0
            for count in counts { sum += ways.0[count] * ways.1[positive - count] }
            return sum
        }
        func possible(_ positive: Int) -> ClosedRange<Int> {
            max(0, positive - other.base)...min(found.base, positive)
        }
        let positive = found.count + other.count
        let all = possible(positive)
        let value = sum(all.lowerBound...found.count, of: positive) / sum(all, of: positive)
        let limit = value * (1 + Self.sameness)
        if limit >= 1 { return nil }
        var least: [Int] = []
        for positive in 1...(found.base + other.base) {
            let all = possible(positive)
            let most = limit * sum(all, of: positive)
            var sum = 0.0
            for count in all {
                sum += ways.0[count] * ways.1[positive - count]
                if sum > most { break }
                // Where a table is in the region, so is every one with fewer in the earlier year or more in the later.
                if count == least.count { least.append(positive - count) }
            }
        }
        self.least = least
        earlier = Binomial(found.base)
        later = Binomial(other.base)
    }

    /// In how many ways each number of answers can be positive, in 10^150ths: up to a thousand answers, every product of two
    /// and every sum of these is then within the type.
    private static func ways(_ base: Int) -> [Double] {
        var ways = [1e-150]
        ways.reserveCapacity(base + 1)
        for count in 0..<base { ways.append(ways[count] * (Double(base - count) / Double(count + 1))) }
        return ways
    }

    /// The greatest probability of the region over all shares that the two years can have in common.
    func greatestProbability() -> Double {
        var region = self
        // On the scale of angles a share of n answers deviates by half of the inverse root of n, whatever the share. Odds that
        // are squares of evenly spaced tangents of half-angles lie nearly evenly there, at least two to a deviation.
        let answers = Double(earlier.size + later.size)
        return greatestValue(points: 24 + 8 * Int(answers.squareRoot())) { place in
            let root = place / (1 - place)
            return region.probability(odds: root * root)
        }
    }

    /// The probability of the region at one share that the two years have in common.
    func probability(at odds: Double) -> Double {
        var region = self
        return region.probability(odds: odds)
    }

    private mutating func probability(odds: Double) -> Double {
        earlier.setOdds(odds)
        later.setOdds(odds)
        let (total, atLeast) = (earlier.weights.reduce(0, +), later.sumsFromEachOn())
        var sum = 0.0
        for (count, other) in least.enumerated() { sum += earlier.weights[count] * atLeast[other] }
        return sum / (total * atLeast[0])
    }
}
