public import Survey

/// Why a row cannot be true: the first of these that holds.
public enum Contradiction: Hashable, Sendable {
    /// A share above 100 %.
    case aboveWhole(Measure)
    /// The clearly positive are part of the positive.
    case clearlyAbovePositive
    /// The parts sum to something that no rounding gives, in units of the finest stated decimal.
    case sum(StatedShare)
    /// One part was moved by one unit, so that the parts sum to exactly 100: these are the ways that come nearest to the
    /// stated number of answers.
    case movedToHundred([MovedFigure])
    /// All figures but one of these can be true together.
    case odd([OddFigure])
    /// No figure alone is to blame.
    case together

    /// Whether it holds however many answered.
    var isForAnyBase: Bool {
        switch self {
        case .aboveWhole, .clearlyAbovePositive, .sum: true
        case .movedToHundred, .odd, .together: false
        }
    }
}

/// A figure that was moved, and what it was computed to.
public struct MovedFigure: Hashable, Sendable {
    public let measure: Measure
    public let stated: StatedShare
    public let computed: StatedShare
    public let counts: PossibleCounts

    /// The count whose share was moved.
    public var count: Int { counts[measure] }
}

/// A figure that does not fit the others.
public struct OddFigure: Hashable, Sendable {
    public let measure: Measure
    public let stated: StatedShare
    /// The largest number of answers that the other figures allow.
    public let base: Int
    /// The counts of `base` next below and above the share, where there are any.
    public let below: Int?
    public let above: Int?
}

extension PossibleCounts {
    public subscript(measure: Measure) -> Int {
        switch measure {
        case .negative: negative
        case .neither: neither
        case .positive: positive
        case .clearlyPositive: clearlyPositive
        }
    }
}

extension Contradiction {
    /// - Parameter row: one that is possible with none of the candidates.
    init(in row: StatedRow, of candidates: ClosedRange<Int>) {
        if let measure = Measure.allCases.first(where: { measure in row[measure].map { $0.units > $0.whole } ?? false })
        {
            self = .aboveWhole(measure)
            return
        }
        if let positive = row.positive, let clearly = row.clearlyPositive,
            clearly.finest - clearly.step / 2 >= positive.finest + positive.step - positive.step / 2
        {
            self = .clearlyAbovePositive
            return
        }
        if let sum = row.impossibleSum {
            self = .sum(sum)
            return
        }
        let moved = row.movedToHundred(of: candidates)
        if !moved.isEmpty {
            self = .movedToHundred(moved)
            return
        }
        let odd = Measure.allCases.compactMap { row.odd($0, of: candidates) }
        self = odd.isEmpty ? .together : .odd(odd)
    }
}

extension StatedRow {
    /// The sum of all three parts where neither rounding nor cutting off gives it.
    fileprivate var impossibleSum: StatedShare? {
        let parts = parts
        guard let decimals = parts.map(\.decimals).max() else { return nil }
        let sum = parts.reduce(0) { $0 + $1.finest }
        let whole = StatedShare.whole(StatedShare.mostDecimals)
        // Cut off, each part has lost less than a step; rounded up, it has won less than one.
        let slack = parts.reduce(0) { $0 + $1.step }
        let isBelow = parts.count == 3 && sum + slack <= whole
        guard isBelow || sum - slack >= whole else { return nil }
        return StatedShare(
            units: sum / (whole / StatedShare.whole(decimals)), decimals: decimals)
    }

    fileprivate func movedToHundred(of candidates: ClosedRange<Int>) -> [MovedFigure] {
        guard let negative, let neither, let positive, negative.decimals == neither.decimals,
            neither.decimals == positive.decimals,
            negative.units + neither.units + positive.units == negative.whole
        else { return [] }
        var found: [MovedFigure] = []
        for measure in [Measure.negative, .neither, .positive] {
            guard let stated = self[measure] else { continue }
            for step in [1, -1] where stated.units + step >= 0 {
                var row = self
                let computed = StatedShare(units: stated.units + step, decimals: stated.decimals)
                row[measure] = computed
                let base = candidates.last { row.positiveCounts(of: $0, rounded: .halfUp) != nil }
                guard let base, let counts = row.counts(of: base, rounded: .halfUp) else { continue }
                found.append(MovedFigure(measure: measure, stated: stated, computed: computed, counts: counts))
            }
        }
        let largest = found.map(\.counts.base).max()
        return found.filter { $0.counts.base == largest }
    }

    fileprivate func odd(_ measure: Measure, of candidates: ClosedRange<Int>) -> OddFigure? {
        guard let stated = self[measure] else { return nil }
        var row = self
        row[measure] = nil
        guard Measure.allCases.contains(where: { row[$0] != nil }),
            let base = candidates.last(where: { row.positiveCounts(of: $0, rounded: .halfUp) != nil })
        else {
            // The only figure of its row.
            return Measure.allCases.allSatisfy { row[$0] == nil }
                ? odd(measure, stated, of: candidates.upperBound) : nil
        }
        return odd(measure, stated, of: base)
    }

    private func odd(_ measure: Measure, _ stated: StatedShare, of base: Int) -> OddFigure? {
        let below = stated.units * base / stated.whole
        let above = below + 1
        return OddFigure(
            measure: measure, stated: stated, base: base, below: below, above: above <= base ? above : nil)
    }
}
