/// The substantive answers of some people to one question: disjoint classes, so that rows can be added and subtracted.
public struct RowCounts: Hashable, Sendable {
    public var negative: Int
    public var neither: Int
    /// Positive but not clearly positive.
    public var positive: Int
    public var clearlyPositive: Int

    public init(negative: Int = 0, neither: Int = 0, positive: Int = 0, clearlyPositive: Int = 0) {
        self.negative = negative
        self.neither = neither
        self.positive = positive
        self.clearlyPositive = clearlyPositive
    }

    public var base: Int { negative + neither + positive + clearlyPositive }

    static func + (a: RowCounts, b: RowCounts) -> RowCounts {
        RowCounts(
            negative: a.negative + b.negative, neither: a.neither + b.neither, positive: a.positive + b.positive,
            clearlyPositive: a.clearlyPositive + b.clearlyPositive)
    }

    static func - (a: RowCounts, b: RowCounts) -> RowCounts {
        RowCounts(
            negative: a.negative - b.negative, neither: a.neither - b.neither, positive: a.positive - b.positive,
            clearlyPositive: a.clearlyPositive - b.clearlyPositive)
    }
}
