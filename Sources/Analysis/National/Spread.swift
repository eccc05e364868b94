/// How a share differs between förbund, in whole per cent. Never the least or the greatest: those are one förbund's own.
public struct Spread: Hashable, Sendable {
    /// How many förbund it is over: those that reach the smallest group.
    public let forbund: Int
    /// Nil where it could tell whose it is.
    public let median: Int?
    public let lowerQuartile: Int?
    public let upperQuartile: Int?
}

/// When a median or a quartile may be shown.
///
/// It is one förbund's share, or halfway between two. Whose, nobody may tell from how many answers each förbund had: with 7
/// answers a share can be 14 %, with 10 it cannot. So at least three of the förbund must be able to have it.
struct SpreadRule {
    /// Of fewer, the middle one and the sum together pin the others down.
    var fewestForbund = 20
    var fewestThatCouldHaveIt = 3

    /// - Parameter shares: of the förbund that reach the smallest group, in any order.
    func spread(_ shares: [Ratio]) -> Spread {
        // By cross-multiplication: exact. Equal shares of different bases stand for the same.
        let sorted = shares.sorted { $0.count * $1.base < $1.count * $0.base }
        let half = sorted.count / 2
        let isShown = sorted.count >= fewestForbund
        return Spread(
            forbund: sorted.count, median: isShown ? middle(of: sorted[...], among: sorted) : nil,
            lowerQuartile: isShown ? middle(of: sorted[..<half], among: sorted) : nil,
            upperQuartile: isShown ? middle(of: sorted[(sorted.count - half)...], among: sorted) : nil)
    }

    /// The middle share, or halfway between the two in the middle, in whole per cent.
    private func middle(of part: ArraySlice<Ratio>, among all: [Ratio]) -> Int? {
        guard !part.isEmpty else { return nil }
        let low = part[part.startIndex + (part.count - 1) / 2]
        let high = part[part.startIndex + part.count / 2]
        guard [low, high].allSatisfy({ share in all.count { couldHave(share.percent, $0) } >= fewestThatCouldHaveIt })
        else { return nil }
        return Ratio(low.count * high.base + high.count * low.base, of: 2 * low.base * high.base)?.percent
    }

    /// Whether some number of as many answers is shown as this percentage.
    private func couldHave(_ percent: Int, _ share: Ratio) -> Bool {
        let near = percent * share.base / 100
        return (max(0, near - 1)...min(share.base, near + 1)).contains { Ratio($0, of: share.base)?.percent == percent }
    }
}
