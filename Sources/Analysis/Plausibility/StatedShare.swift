/// A share as a table states it, in per cent: 84 %, or 84,4 % with a decimal.
public struct StatedShare: Hashable, Sendable {
    /// The most decimals that a share is read with: all that can be told apart below ten million answers.
    public static let mostDecimals = 6

    /// In units of the last decimal: 84 for 84 %, 844 for 84,4 %. May be above 100 %, which no share is.
    public let units: Int
    public let decimals: Int

    /// - Parameters:
    ///   - units: what is not in 0...10,000,000,000 is brought there.
    ///   - decimals: what is not in 0...6 is brought there.
    public init(units: Int, decimals: Int = 0) {
        self.units = min(max(units, 0), 10_000_000_000)
        self.decimals = min(max(decimals, 0), Self.mostDecimals)
    }

    /// 100 % in the same units.
    public var whole: Int { Self.whole(decimals) }

    static func whole(_ decimals: Int) -> Int { (0..<decimals).reduce(100) { whole, _ in whole * 10 } }

    /// The same share in units of the smallest decimal there is, so that shares of different decimals can be compared.
    var finest: Int { units * (Self.whole(Self.mostDecimals) / whole) }

    /// How much the last decimal is in those units.
    var step: Int { Self.whole(Self.mostDecimals) / whole }
}
