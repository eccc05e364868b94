/// An exact share: `count` of `base`. It is rounded only when shown.
public struct Ratio: Hashable, Sendable {
    public let count: Int
    /// At least 1.
    public let base: Int

    /// Nil for a base of nothing, which has no share.
    public init?(_ count: Int, of base: Int) {
        guard base > 0 else { return nil }
        self.count = count
        self.base = base
    }

    /// The share as a number, 0...1.
    public var value: Double { Double(count) / Double(base) }

    /// The share in whole per cent, rounded half up in whole numbers: 4 of 32 is 13, never 12.
    public var percent: Int { (200 * count + base) / (2 * base) }
}

/// The difference between two exact shares, in procentenheter.
public struct Change: Hashable, Sendable {
    private let numerator: Int
    private let denominator: Int
    /// Whether the difference of the two shown percentages is another whole number than `points`.
    public let differsFromShown: Bool

    public init(from earlier: Ratio, to later: Ratio) {
        numerator = later.count * earlier.base - earlier.count * later.base
        denominator = later.base * earlier.base
        differsFromShown = Self.round(numerator, denominator) != later.percent - earlier.percent
    }

    /// Whole procentenheter, rounded once, half away from zero.
    public var points: Int { Self.round(numerator, denominator) }

    /// The unrounded difference in procentenheter.
    public var value: Double { 100 * Double(numerator) / Double(denominator) }

    private static func round(_ numerator: Int, _ denominator: Int) -> Int {
        let size = (200 * abs(numerator) + denominator) / (2 * denominator)
        return numerator < 0 ? -size : size
    }
}
