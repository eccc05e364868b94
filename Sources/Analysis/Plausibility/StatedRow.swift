public import Survey

/// The shares of one question as a table states them. Nil for a share that is not stated.
public struct StatedRow: Hashable, Sendable {
    public var negative: StatedShare?
    public var neither: StatedShare?
    public var positive: StatedShare?
    /// Part of `positive`.
    public var clearlyPositive: StatedShare?

    public init(
        negative: StatedShare? = nil, neither: StatedShare? = nil, positive: StatedShare? = nil,
        clearlyPositive: StatedShare? = nil
    ) {
        self.negative = negative
        self.neither = neither
        self.positive = positive
        self.clearlyPositive = clearlyPositive
    }

    public subscript(measure: Measure) -> StatedShare? {
        get {
            switch measure {
            case .negative: negative
            case .neither: neither
            case .positive: positive
            case .clearlyPositive: clearlyPositive
            }
        }
        set {
            switch measure {
            case .negative: negative = newValue
            case .neither: neither = newValue
            case .positive: positive = newValue
            case .clearlyPositive: clearlyPositive = newValue
            }
        }
    }

    /// The parts of the whole that are stated.
    var parts: [StatedShare] { [negative, neither, positive].compactMap(\.self) }
}

/// A way to answer that gives a stated row.
public struct PossibleCounts: Hashable, Sendable {
    /// The number of answers.
    public let base: Int
    public let negative: Int
    public let neither: Int
    public let positive: Int
    public let clearlyPositive: Int
}

extension StatedRow {
    /// Counts of `base` answers that are shown as this row; nil where there are none.
    ///
    /// Exact: each share allows an interval of counts, and three intervals hold parts of a whole just when the whole lies
    /// between the sums of their ends. (The idea of GRIM, Brown and Heathers 2017, for several shares of one whole.)
    public func counts(of base: Int, rounded rounding: Rounding) -> PossibleCounts? {
        guard let range = positiveCounts(of: base, rounded: rounding) else { return nil }
        func counts(_ share: StatedShare?) -> ClosedRange<Int> {
            share.flatMap { rounding.counts(shownAs: $0, of: base) } ?? 0...base
        }
        let positive = range.lowerBound
        let rest = base - positive
        let first = max(counts(negative).lowerBound, rest - counts(neither).upperBound)
        return PossibleCounts(
            base: base, negative: first, neither: rest - first, positive: positive,
            clearlyPositive: counts(clearlyPositive).lowerBound)
    }

    /// The counts of positive answers, of `base`, in the ways to answer that are shown as this row. Each of them is one.
    func positiveCounts(of base: Int, rounded rounding: Rounding) -> ClosedRange<Int>? {
        func range(_ share: StatedShare?) -> ClosedRange<Int>? {
            guard let share else { return base > 0 ? 0...base : nil }
            return rounding.counts(shownAs: share, of: base)
        }
        guard let negative = range(negative), let neither = range(neither), let positive = range(positive),
            let clearly = range(clearlyPositive)
        else { return nil }
        let least = max(positive.lowerBound, clearly.lowerBound, base - negative.upperBound - neither.upperBound)
        let most = min(positive.upperBound, base - negative.lowerBound - neither.lowerBound)
        return least <= most ? least...most : nil
    }
}
