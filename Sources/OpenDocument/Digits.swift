/// Whole numbers as ASCII digits.
enum Digits {
    /// The powers of ten that 64 bits hold.
    @inline(__always)
    static func power(_ exponent: Int) -> UInt64 {
        powers[exponent]
    }

    private static let powers: InlineArray<20, UInt64> = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]

    /// Writes the value, at most 20 digits.
    /// - Returns: how many.
    @inline(__always)
    static func write(_ value: UInt64, to start: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 1
        var bound: UInt64 = 10
        while value >= bound && count < 20 {
            count += 1
            bound = count == 20 ? .max : bound &* 10
        }
        write(value, padded: count, to: start)
        return count
    }

    /// Writes exactly `count` digits, the last ones of the value.
    @inline(__always)
    static func write(_ value: UInt64, padded count: Int, to start: UnsafeMutablePointer<UInt8>) {
        var rest = value
        var index = count
        while index > 0 {
            index &-= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            start[index] = UInt8(truncatingIfNeeded: digit) &+ 0x30
            rest = quotient
        }
    }
}
