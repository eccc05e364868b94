/// How a share may have been rounded.
public enum Rounding: Hashable, Sendable, CaseIterable {
    /// 12,5 becomes 13: the usual way, and this program's own.
    case halfUp
    /// 12,5 becomes 12 and 13,5 becomes 14, as some statistics programs round.
    case halfEven
    /// 12,9 becomes 12.
    case down
    /// 12,1 becomes 13.
    case up

    /// The counts of `n` that are shown as the share; nil where there are none, and where `n` is not 1...10,000,000.
    func counts(shownAs share: StatedShare, of n: Int) -> ClosedRange<Int>? {
        guard (1...10_000_000).contains(n), share.units <= share.whole else { return nil }
        // A count c lies at 2 · whole · c, the share at 2 · units · n, half a unit at n.
        let unit = 2 * share.whole
        let middle = 2 * share.units * n
        let low: Int
        let high: Int
        switch self {
        case .halfUp: (low, high) = (ceiling(middle - n, unit), ceiling(middle + n, unit) - 1)
        case .halfEven:
            let isEven = share.units.isMultiple(of: 2)
            low = isEven ? ceiling(middle - n, unit) : floor(middle - n, unit) + 1
            high = isEven ? floor(middle + n, unit) : ceiling(middle + n, unit) - 1
        case .down: (low, high) = (ceiling(middle, unit), ceiling(middle + 2 * n, unit) - 1)
        case .up: (low, high) = (floor(middle - 2 * n, unit) + 1, floor(middle, unit))
        }
        let (least, most) = (max(0, low), min(n, high))
        return least <= most ? least...most : nil
    }

    /// `count` of `n` as it is shown with so many decimals. `n` is at least 1, `count` at least 0.
    public func share(_ count: Int, of n: Int, decimals: Int = 0) -> StatedShare {
        let whole = StatedShare(units: 0, decimals: decimals).whole
        let (units, rest) = (whole * count).quotientAndRemainder(dividingBy: n)
        let isUp =
            switch self {
            case .halfUp: 2 * rest >= n
            case .halfEven: 2 * rest > n || 2 * rest == n && !units.isMultiple(of: 2)
            case .down: false
            case .up: rest > 0
            }
        return StatedShare(units: isUp ? units + 1 : units, decimals: decimals)
    }
}

func floor(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
func ceiling(_ a: Int, _ b: Int) -> Int { -floor(-a, b) }
