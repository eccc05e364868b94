/// A time of day or a length of time as `09:12:33`; hours may be more than 23.
enum TimeText {
    /// Appends what `raw` says (XML Schema's `duration`, without years and months). Fractions of a second are left out.
    ///
    /// - Returns: false where it says no time; then nothing is appended.
    static func append(_ raw: UnsafeBufferPointer<UInt8>, to text: inout Scratch) -> Bool {
        var scanner = DigitScanner(raw)
        let isNegative = scanner.take("-")
        guard scanner.take("P"), let seconds = seconds(&scanner), scanner.isAtEnd else { return false }
        if isNegative && seconds > 0 { text.append(UInt8(ascii: "-")) }
        append(hours: seconds / 3_600, minutes: seconds / 60 % 60, seconds: seconds % 60, to: &text)
        return true
    }

    static func append(hours: Int, minutes: Int, seconds: Int, to text: inout Scratch) {
        text.append(hours, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(minutes, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(seconds, digits: 2)
    }

    /// The units of each part in their order, in seconds; nil for those that have no fixed length.
    private static let dateUnits: [(sign: Unicode.Scalar, seconds: Int?)] = [("Y", nil), ("M", nil), ("D", 86_400)]
    private static let timeUnits: [(sign: Unicode.Scalar, seconds: Int?)] = [("H", 3_600), ("M", 60), ("S", 1)]

    private static func seconds(_ scanner: inout DigitScanner) -> Int? {
        var total = 0
        var isInTime = false
        var units = dateUnits[...]
        var hasUnit = false
        while !scanner.isAtEnd {
            if !isInTime, scanner.take("T") {
                isInTime = true
                units = timeUnits[...]
            }
            // Nine digits of the longest unit are far from what an integer holds.
            guard let number = scanner.number(digits: 1...9) else { return nil }
            let hasFraction = scanner.next == UInt8(ascii: ".") || scanner.next == UInt8(ascii: ",")
            guard scanner.skipFraction(), let place = units.firstIndex(where: { scanner.take($0.sign) }) else {
                return nil
            }
            let unit = units[place]
            guard unit.seconds != nil || number == 0, !hasFraction || unit.seconds == 1 else { return nil }
            total += number * (unit.seconds ?? 0)
            units = units[(place + 1)...]
            hasUnit = true
        }
        return hasUnit ? total : nil
    }
}
