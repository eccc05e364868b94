/// What can be said of whether a change is more than chance. Everybody was asked, so chance is not that of a sample: it is
/// how much the answers of few people sway from one year to the next when nothing has changed.
public enum ChanceVerdict: Hashable, Sendable {
    /// Fewer answers in one of the years than can be judged.
    case tooFewAnswers
    case withinChance
    case beyondChance
}

/// Several changes judged together: those of one family of questions.
public struct ChanceJudgement: Equatable, Sendable {
    /// In the order of the comparisons, as the values below.
    public let verdicts: [ChanceVerdict]
    /// Each change by itself; nil where there are too few answers.
    public let pValues: [Double?]
    /// By Holm's method for the number of changes that were tested; nil where there are too few answers.
    public let adjusted: [Double?]
    /// How many changes had answers enough.
    public let tested: Int
    /// How many of the tested changes would look like more than chance by chance alone, were each judged by itself.
    public let expectedByChance: Double
}

/// Whether changes between two years are larger than chance gives: Boschloo's exact test, two-sided, and Holm's
/// correction for the number of changes.
///
/// - Parameters:
///   - comparisons: the changes that are shown together.
///   - level: the greatest probability of calling some change more than chance when none is.
///   - fewestAnswers: a change is not judged where either year has a smaller base.
///   - exactUpTo: of a p-value above this nothing more is told than some number above it. Verdicts do not need more than the level.
public func judgeChance(
    _ comparisons: [Comparison], level: Double = 0.05, fewestAnswers: Int = 10, exactUpTo limit: Double = 1
) -> ChanceJudgement {
    let pValues = comparisons.map { comparison -> Double? in
        min(comparison.earlier.base, comparison.later.base) < fewestAnswers
            ? nil : comparison.chance(exactUpTo: max(limit, level))
    }
    let adjusted = holm(pValues)
    let tested = pValues.count { $0 != nil }
    return ChanceJudgement(
        verdicts: adjusted.map { value in
            value.map { $0 <= level ? .beyondChance : .withinChance } ?? .tooFewAnswers
        },
        pValues: pValues, adjusted: adjusted, tested: tested, expectedByChance: level * Double(tested))
}

/// Adjusts probabilities for their number (Holm 1979): the least of m is multiplied by m, the next by m - 1 and so on, and none
/// becomes less than one before it. Nil is left out and stays nil.
private func holm(_ pValues: [Double?]) -> [Double?] {
    let rising = pValues.enumerated().compactMap { place, value in value.map { (place: place, value: $0) } }
        .sorted { ($0.value, $0.place) < ($1.value, $1.place) }
    var adjusted = [Double?](repeating: nil, count: pValues.count)
    var greatest = 0.0
    for (rank, one) in rising.enumerated() {
        greatest = max(greatest, min(1, one.value * Double(rising.count - rank)))
        adjusted[one.place] = greatest
    }
    return adjusted
}
