/// Whether a share is that of two stated counts: "63 % (12 av 18)", or a response rate.
public enum RatioJudgement: Hashable, Sendable {
    case possible
    case rounded(Rounding)
    /// With the share that the counts have, rounded half up.
    case impossible(StatedShare)
    /// More of them than there are in all.
    case moreThanAll
}

extension StatedShare {
    /// Nil where there is nothing to have a share of, or where a count is beyond ten million.
    public func judged(as count: Int, of base: Int) -> RatioJudgement? {
        guard base > 0, count >= 0, count <= 10_000_000, base <= 10_000_000 else { return nil }
        guard count <= base else { return .moreThanAll }
        for rounding in Rounding.allCases where rounding.share(count, of: base, decimals: decimals) == self {
            return rounding == .halfUp ? .possible : .rounded(rounding)
        }
        return .impossible(Rounding.halfUp.share(count, of: base, decimals: decimals))
    }
}
