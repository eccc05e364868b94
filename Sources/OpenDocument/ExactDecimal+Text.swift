extension ExactDecimal {
    /// More than any of the texts below need: 309 digits before the comma, or 340 after it.
    static let textLimit = 400

    /// As XML Schema writes a `double`: `0.4217`, `-12`, `5E-324`.
    @inline(__always)
    func writeValue(to start: UnsafeMutablePointer<UInt8>) -> Int {
        var end = start
        if isNegative { put(UInt8(ascii: "-"), &end) }
        if scale == 0 {
            end += Digits.write(digits, to: end)
        } else if scale > 0 && scale <= 24 {
            writeFixed(decimals: scale, shift: 0, separator: UInt8(ascii: "."), &end)
        } else {
            end += Digits.write(digits, to: end)
            put(UInt8(ascii: "E"), &end)
            if scale > 0 { put(UInt8(ascii: "-"), &end) }
            end += Digits.write(UInt64(scale.magnitude), to: end)
        }
        return end - start
    }

    /// As a Swedish reader sees it.
    @inline(__always)
    func writeShown(as format: NumberFormat, to start: UnsafeMutablePointer<UInt8>) -> Int {
        var end = start
        if isNegative {
            put(0xE2, &end)  // U+2212
            put(0x88, &end)
            put(0x92, &end)
        }
        let comma = UInt8(ascii: ",")
        switch format {
        case .percent(let decimals):
            writeFixed(decimals: decimals, shift: 2, separator: comma, &end)
            put(0xC2, &end)  // U+00A0
            put(0xA0, &end)
            put(UInt8(ascii: "%"), &end)
        case .integer, .date:
            writeFixed(decimals: 0, shift: 0, separator: comma, &end)
        case .decimals(let decimals):
            writeFixed(decimals: decimals, shift: 0, separator: comma, &end)
        case .signed(let decimals):
            if !isNegative && digits > 0 { put(UInt8(ascii: "+"), &end) }
            writeFixed(decimals: decimals, shift: 0, separator: comma, &end)
        case .general:
            writeGeneral(&end)
        }
        return end - start
    }

    /// At most ten decimals, and none that is a needless zero.
    private func writeGeneral(_ end: inout UnsafeMutablePointer<UInt8>) {
        var rounded = self
        if scale > 10 {
            rounded.digits = ExactDecimal.rounded(digits, dropping: scale - 10)
            rounded.scale = 10
            while rounded.scale > 0, rounded.digits % 10 == 0 {
                rounded.digits /= 10
                rounded.scale -= 1
            }
        }
        rounded.writeFixed(decimals: max(rounded.scale, 0), shift: 0, separator: UInt8(ascii: ","), &end)
    }

    /// The value × 10^shift, rounded half away from zero to so many decimals.
    @inline(__always)
    private func writeFixed(
        decimals: Int, shift: Int, separator: UInt8, _ end: inout UnsafeMutablePointer<UInt8>
    ) {
        let dropped = scale - shift - decimals
        if dropped >= 0 {
            let rounded = ExactDecimal.rounded(digits, dropping: dropped)
            return writePoint(rounded, decimals, separator, &end)
        }
        let missing = -dropped
        if missing < 20 {
            let (padded, overflow) = digits.multipliedReportingOverflow(by: Digits.power(missing))
            if !overflow { return writePoint(padded, decimals, separator, &end) }
        }
        writeHuge(missing, decimals, separator, &end)
    }

    /// Digits that 64 bits do not hold: those there are, then zeros.
    @inline(never)
    private func writeHuge(
        _ zeros: Int, _ decimals: Int, _ separator: UInt8, _ end: inout UnsafeMutablePointer<UInt8>
    ) {
        let count = Digits.write(digits, to: end) + zeros
        for index in (count - zeros)..<count { end[index] = 0x30 }
        end += count
        guard decimals > 0 else { return }
        // The last digits move one place to make room for the comma.
        for index in 0..<decimals { end[-index] = end[-index - 1] }
        end[-decimals] = separator
        end += 1
    }

    @inline(__always)
    private func writePoint(
        _ value: UInt64, _ decimals: Int, _ separator: UInt8, _ end: inout UnsafeMutablePointer<UInt8>
    ) {
        if decimals == 0 {
            end += Digits.write(value, to: end)
        } else if decimals < 20 {
            let (whole, part) = value.quotientAndRemainder(dividingBy: Digits.power(decimals))
            end += Digits.write(whole, to: end)
            put(separator, &end)
            Digits.write(part, padded: decimals, to: end)
            end += decimals
        } else {
            put(0x30, &end)
            put(separator, &end)
            Digits.write(value, padded: decimals, to: end)
            end += decimals
        }
    }

    @inline(__always)
    private static func rounded(_ digits: UInt64, dropping count: Int) -> UInt64 {
        if count == 0 { return digits }
        guard count < 20 else { return 0 }  // 20 digits or fewer: less than a fifth
        let (quotient, rest) = digits.quotientAndRemainder(dividingBy: Digits.power(count))
        return rest >= Digits.power(count) / 2 ? quotient + 1 : quotient
    }

    @inline(__always)
    private func put(_ byte: UInt8, _ end: inout UnsafeMutablePointer<UInt8>) {
        end[0] = byte
        end += 1
    }
}
