import Survey

/// Whether a stated row can be true.
public enum RowJudgement: Hashable, Sendable {
    /// With shares rounded half up, for these numbers of answers and no others among those tried.
    case possible(Bases)
    /// Only where the shares were rounded in another way.
    case rounded(OtherRounding, Bases)
    /// For no number of answers and no rounding.
    case impossible(Contradiction)
}

/// A way of rounding that is not half up.
public enum OtherRounding: Hashable, Sendable, CaseIterable {
    case halfEven
    /// Adjusted so that the parts sum to exactly 100, by the largest remainder.
    case toHundred
    case down
    case up

    func fits(_ row: StatedRow, _ base: Int) -> Bool {
        switch self {
        case .halfEven: row.positiveCounts(of: base, rounded: .halfEven) != nil
        case .toHundred: row.adjustedCounts(of: base) != nil
        case .down: row.positiveCounts(of: base, rounded: .down) != nil
        case .up: row.positiveCounts(of: base, rounded: .up) != nil
        }
    }
}

extension StatedRow {
    /// Whether any whole number of answers, up to what is stated, gives these shares. Nil where nothing is stated, or of
    /// nothing.
    public func judged(of stated: StatedBase) -> RowJudgement? {
        guard Measure.allCases.contains(where: { self[$0] != nil }), let candidates = stated.candidates else {
            return nil
        }
        let bases = Bases(of: candidates) { positiveCounts(of: $0, rounded: .halfUp) != nil }
        if !bases.isEmpty { return .possible(bases) }
        for rounding in OtherRounding.allCases {
            let bases = Bases(of: candidates) { rounding.fits(self, $0) }
            if !bases.isEmpty { return .rounded(rounding, bases) }
        }
        let contradiction = Contradiction(in: self, of: candidates)
        if case .atMost(let most) = stated, most > StatedBase.mostTried, !contradiction.isForAnyBase {
            return .possible(Bases([StatedBase.mostTried...most]))
        }
        return .impossible(contradiction)
    }
}
