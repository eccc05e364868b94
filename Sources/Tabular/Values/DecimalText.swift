internal import Glibc

/// A number as decimal text with a point: the fewest digits that tell it, at most 15, which a double always keeps.
enum DecimalText {
    /// No program writes a number of so many bytes.
    private static let longest = 128
    private static let mostDigits = 15

    /// Appends the number that `raw` says (XML Schema's `double`, without NaN and the infinities).
    ///
    /// - Returns: false where it says none; then nothing is appended.
    static func append(_ raw: UnsafeBufferPointer<UInt8>, to text: inout Scratch) -> Bool {
        if isFinished(raw) {
            text.append(raw)
            return true
        }
        guard let value = value(of: raw) else { return false }
        append(value, to: &text)
        return true
    }

    /// Appends a finite number.
    static func append(_ value: Double, to text: inout Scratch) {
        guard value.isFinite, value != 0 else { return text.append(UInt8(ascii: "0")) }
        let (digits, exponent) = rounded(value.magnitude)
        if value < 0 { text.append(UInt8(ascii: "-")) }
        if exponent < 0 {
            text.append(UInt8(ascii: "0"))
            text.append(UInt8(ascii: "."))
            for _ in 1..<(-exponent) { text.append(UInt8(ascii: "0")) }
            for digit in digits { text.append(digit) }
            return
        }
        for place in 0...max(exponent, digits.count - 1) {
            if place == exponent + 1 { text.append(UInt8(ascii: ".")) }
            text.append(place < digits.count ? digits[place] : UInt8(ascii: "0"))
        }
    }

    /// The text of a number; blank for what is none.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        var text = Scratch()
        append(value, to: &text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The number that `text` spells: a sign, digits with or without a point, an exponent.
    static func value(of text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count <= longest else { return nil }
        var place = 0
        func digits(_ each: (UInt8) -> Void) -> Int {
            let start = place
            while place < text.count, text[place] &- 0x30 < 10 {
                each(text[place] &- 0x30)
                place += 1
            }
            return place - start
        }
        func takes(_ signs: UInt8...) -> Bool {
            guard place < text.count, signs.contains(text[place]) else { return false }
            place += 1
            return true
        }
        let isNegative = text.first == UInt8(ascii: "-")
        _ = takes(UInt8(ascii: "-"), UInt8(ascii: "+"))
        // The first 18 digits, which cannot overflow.
        var mantissa: UInt64 = 0
        var count = 0
        func note(_ digit: UInt8) {
            if count < 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
            if count > 0 || digit > 0 { count += 1 }
        }
        let whole = digits(note)
        let decimals = takes(UInt8(ascii: ".")) ? digits(note) : 0
        guard whole + decimals > 0 else { return nil }
        var hasExponent = false
        if takes(UInt8(ascii: "e"), UInt8(ascii: "E")) {
            hasExponent = true
            _ = takes(UInt8(ascii: "-"), UInt8(ascii: "+"))
            guard digits({ _ in }) > 0 else { return nil }
        }
        guard place == text.count else { return nil }
        if !hasExponent, count <= 18, mantissa <= 1 << 53, decimals < powers.count {
            // Both are exact, so that the quotient is the nearest number there is.
            let value = Double(mantissa) / powers[decimals]
            return isNegative ? -value : value
        }
        let value = Double(String(decoding: text, as: UTF8.self))
        return value?.isFinite == true ? value : nil
    }

    private static let powers: [Double] = (0...22).map { power in (0..<power).reduce(1.0) { value, _ in value * 10 } }

    /// Whether the text is already as it shall be: what nearly all cells are.
    private static func isFinished(_ raw: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        let isNegative = raw.first == UInt8(ascii: "-")
        if isNegative { index = 1 }
        guard raw.count - index <= mostDigits, index < raw.count else { return false }
        let whole = index
        while index < raw.count, isDigit(raw[index]) { index += 1 }
        guard index > whole else { return false }
        let startsWithZero = raw[whole] == UInt8(ascii: "0")
        if startsWithZero && index - whole > 1 { return false }
        if index == raw.count { return !(isNegative && startsWithZero) }
        guard raw[index] == UInt8(ascii: ".") else { return false }
        let fraction = index + 1
        index = fraction
        while index < raw.count, isDigit(raw[index]) { index += 1 }
        return index > fraction && index == raw.count && raw[index - 1] != UInt8(ascii: "0")
    }

    /// The digits without zeros at the end, and the power of ten of the first one.
    private static func rounded(_ value: Double) -> (digits: [UInt8], exponent: Int) {
        // "d.ddddddddddddddE+XX": the C locale's point or another's, always one byte or more before the next digit.
        var buffer = [CChar](repeating: 0, count: 48)
        let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.\(mostDigits - 1)e", $0) }
        let bytes = buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
        let mark = bytes.firstIndex(of: UInt8(ascii: "e")) ?? bytes.count
        var digits = bytes[..<mark].filter(isDigit)
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let exponent = Int(String(decoding: bytes[mark...].dropFirst(), as: UTF8.self)) ?? 0
        return (digits, exponent)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
