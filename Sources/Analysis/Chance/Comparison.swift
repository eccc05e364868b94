/// The positive answers to one question in two unpaired years: nobody knows who answered both times.
public struct Comparison: Hashable, Sendable {
    /// Positive answers of the base.
    public let earlier: Ratio
    public let later: Ratio

    public init(earlier: Ratio, later: Ratio) {
        self.earlier = earlier
        self.later = later
    }
}
