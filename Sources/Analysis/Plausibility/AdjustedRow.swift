extension StatedRow {
    /// Counts of `base` answers that become this row where its three parts are adjusted to sum to exactly 100 by the
    /// method of the largest remainder; nil where there are none. Of equal remainders any may go first.
    ///
    /// Exact: a part of x answers that is shown as p lies E = whole · x - p · base from where it is shown. The parts that
    /// were rounded up are those of the largest remainders just when no two of the three E differ by more than the base.
    public func adjustedCounts(of base: Int) -> PossibleCounts? {
        guard let negative, let neither, let positive, base > 0, base <= 10_000_000,
            negative.decimals == neither.decimals, neither.decimals == positive.decimals,
            negative.units + neither.units + positive.units == negative.whole
        else { return nil }
        let whole = negative.whole
        let least: Int
        if let clearlyPositive {
            guard clearlyPositive.finest <= positive.finest else { return nil }
            // A part is never shown as more than the whole that was rounded down.
            let isCapped = clearlyPositive == positive
            let counts = Rounding.halfUp.counts(shownAs: clearlyPositive, of: base)
            guard isCapped || counts != nil else { return nil }
            least = isCapped ? 0 : counts?.lowerBound ?? 0
        } else {
            least = 0
        }
        // None lies more than two thirds of the base from where it is shown.
        let first = max(0, ceiling(3 * negative.units * base - 2 * base, 3 * whole))
        let last = min(base, floor(3 * negative.units * base + 2 * base, 3 * whole))
        guard first <= last else { return nil }
        for x in first...last {
            let error = whole * x - negative.units * base
            // How far y may lie from where it is shown, so that it and z = base - x - y are near enough.
            let low = max(error - base, -2 * error - base, floor(-error - base, 2))
            let high = min(error + base, -2 * error + base, ceiling(-error + base, 2))
            let from = max(0, ceiling(neither.units * base + low, whole))
            let to = min(base - x, floor(neither.units * base + high, whole))
            guard from <= to else { continue }
            for y in from...to {
                let z = base - x - y
                let errors = [error, whole * y - neither.units * base, whole * z - positive.units * base]
                guard z >= least, (errors.max() ?? 0) - (errors.min() ?? 0) <= base else { continue }
                guard let clearly = clearlyCounts(of: base, positive: z) else { continue }
                return PossibleCounts(base: base, negative: x, neither: y, positive: z, clearlyPositive: clearly)
            }
        }
        return nil
    }

    /// A count of clearly positive answers among `count` positive ones.
    private func clearlyCounts(of base: Int, positive count: Int) -> Int? {
        guard let clearlyPositive, let positive else { return 0 }
        let counts = Rounding.halfUp.counts(shownAs: clearlyPositive, of: base)
        if let counts, counts.lowerBound <= count { return counts.lowerBound }
        let shown = Rounding.halfUp.share(count, of: base, decimals: positive.decimals)
        return clearlyPositive == positive && shown.units >= positive.units ? count : nil
    }
}
