/// The shortest decimal that reads back as a given `Double`: `digits` × 10^-`scale`.
struct ExactDecimal: Equatable {
    var isNegative: Bool
    var digits: UInt64
    var scale: Int

    init(_ value: Int) {
        isNegative = value < 0
        digits = UInt64(value.magnitude)
        scale = 0
    }

    /// `value` is finite. Negative zero becomes zero.
    @inline(__always)
    init(_ value: Double) {
        isNegative = value < 0
        digits = 0
        scale = 0
        let magnitude = value.magnitude
        // Most figures have few decimals. A whole number below 10^15 divided by a power of ten below 10^23 is rounded once, so
        // that an equal quotient proves that the decimal reads back.
        if magnitude < 1e9 {
            let hundredths = UInt64(magnitude * 1e2 + 0.5)
            if Double(hundredths) / 1e2 == magnitude {
                set(hundredths, 2)
                return
            }
            let parts = UInt64(magnitude * 1e4 + 0.5)
            if Double(parts) / 1e4 == magnitude {
                set(parts, 4)
                return
            }
        }
        if magnitude >= 1e-5 && magnitude < 1e15 { setShortest(magnitude) } else { setDescribed(magnitude) }
    }

    private mutating func set(_ digits: UInt64, _ scale: Int) {
        self.digits = digits
        self.scale = scale
        while self.scale > 0, self.digits % 10 == 0 {
            self.digits /= 10
            self.scale -= 1
        }
    }

    /// The value is m / 2^e, and every decimal less than half a unit of m away reads back as it. Of those, look for the one
    /// that ends in the most zeros, in exact integers.
    @inline(never)
    private mutating func setShortest(_ magnitude: Double) {
        var scale = 16
        var bound = 10.0
        while magnitude >= bound {
            scale -= 1
            bound *= 10
        }
        bound = 1.0
        while magnitude < bound {
            scale += 1
            bound /= 10
        }
        // Now magnitude × 10^scale has 17 digits (or 16 or 18, where the bound was rounded).
        let doubled = magnitude.significandBitPattern << 1 | 1 << 53
        let shift = 1076 - Int(magnitude.exponentBitPattern)
        let half = UInt128(Digits.power(min(scale, 19))) * UInt128(Digits.power(max(scale - 19, 0)))
        let numerator = UInt128(doubled) * half
        let whole = UInt64(truncatingIfNeeded: numerator >> UInt128(shift))
        let fraction = numerator & ((1 << UInt128(shift)) - 1)
        // Below a power of two the neighbour is half as far.
        let tolerance = magnitude.significandBitPattern == 0 ? half / 2 : half

        var unit: UInt64 = 1
        for zeros in 0...16 {
            let (quotient, remainder) = whole.quotientAndRemainder(dividingBy: unit)
            let below = UInt128(remainder) << UInt128(shift) | fraction
            let step = UInt128(unit) << UInt128(shift)
            let above = step - below
            guard min(below, above) < tolerance else { break }
            digits = above <= below ? quotient + 1 : quotient
            self.scale = scale - zeros
            unit *= 10
        }
        set(digits, self.scale)
    }

    /// The very large and the very small, which are rare: the standard library finds the digits.
    @inline(never)
    private mutating func setDescribed(_ magnitude: Double) {
        var exponent = 0
        var pointSeen = false
        var bytes = magnitude.description.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "."): pointSeen = true
            case UInt8(ascii: "e"):
                var isNegative = false
                while let byte = bytes.next() {
                    if byte == UInt8(ascii: "-") { isNegative = true }
                    if byte >= 0x30 { exponent = exponent * 10 + Int(byte - 0x30) }
                }
                if isNegative { exponent = -exponent }
            default:
                digits = digits * 10 + UInt64(byte - 0x30)
                if pointSeen { scale += 1 }
            }
        }
        while digits != 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        scale -= exponent
        if digits == 0 { scale = 0 }
    }
}
