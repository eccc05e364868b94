public import Survey

/// Whether a stated change, in procentenheter, can be the difference of two stated shares.
public enum ChangeJudgement: Hashable, Sendable {
    /// The exact shares may differ by it.
    case possible
    /// It is the difference of the two shown shares, which the exact ones cannot have.
    case betweenShown
    /// The exact shares differ by something in this range of whole procentenheter.
    case impossible(ClosedRange<Int>)
}

/// The exact shares that a stated share may be.
public struct PossibleShares: Hashable, Sendable {
    /// In rising order.
    let ratios: [Ratio]
    let stated: StatedShare

    /// - Returns: nil where the row is not possible, or does not state the measure.
    public init?(_ measure: Measure, in row: StatedRow, of base: StatedBase) {
        guard let stated = row[measure], case .possible(let bases) = row.judged(of: base) else { return nil }
        var ratios: [Ratio] = []
        for base in bases.runs.joined() where base <= 1_000 {
            guard let positive = row.positiveCounts(of: base, rounded: .halfUp),
                let own = Rounding.halfUp.counts(shownAs: stated, of: base)
            else { continue }
            let counts: ClosedRange<Int>
            switch measure {
            case .positive: counts = positive
            case .clearlyPositive: counts = own.lowerBound...min(own.upperBound, positive.upperBound)
            case .negative, .neither: counts = own
            }
            ratios += counts.compactMap { Ratio($0, of: base) }
        }
        guard !ratios.isEmpty else { return nil }
        self.ratios = ratios.sorted { $0.count * $1.base < $1.count * $0.base }
        self.stated = stated
    }
}

extension StatedShare {
    /// Judges a change between two shares of whole per cent.
    ///
    /// A change is rounded once from the exact shares, half away from zero, and may therefore differ by one from the
    /// difference of the shown ones.
    /// - Parameter points: whole procentenheter.
    public static func judged(
        change points: Int, from earlier: PossibleShares, to later: PossibleShares
    ) -> ChangeJudgement? {
        guard let first = earlier.ratios.first, let last = earlier.ratios.last, let least = later.ratios.first,
            let most = later.ratios.last
        else { return nil }
        let range = Change(from: last, to: least).points...Change(from: first, to: most).points
        if range.contains(points) {
            // Changes rise with the later share, so that the first that is not too small decides.
            for ratio in earlier.ratios {
                var (low, high) = (0, later.ratios.count)
                while low < high {
                    let middle = (low + high) / 2
                    if Change(from: ratio, to: later.ratios[middle]).points < points {
                        low = middle + 1
                    } else {
                        high = middle
                    }
                }
                if low < later.ratios.count, Change(from: ratio, to: later.ratios[low]).points == points {
                    return .possible
                }
            }
        }
        if earlier.stated.decimals == 0, later.stated.decimals == 0,
            later.stated.units - earlier.stated.units == points
        {
            return .betweenShown
        }
        return .impossible(range)
    }
}
