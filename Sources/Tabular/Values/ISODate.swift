/// A date or a time of day as ISO 8601 writes it in a workbook's cell: `2021-10-04`, `2021-10-04T09:12:33.000Z`, `09:12:33`.
enum ISODate {
    private static let midnight: StaticString = " 00:00:00"

    /// Appends the text that the same cell has where days are counted: a whole day has no time.
    /// - Returns: false where it is no such text; nothing is appended then.
    static func append(_ raw: UnsafeBufferPointer<UInt8>, to text: inout Scratch) -> Bool {
        switch DateText.append(raw, to: &text) {
        case .date: return true
        case .dateAndTime:
            let time = text.bytes.suffix(midnight.utf8CodeUnitCount)
            if midnight.withUTF8Buffer({ $0.elementsEqual(time) }) { text.removeLast(time.count) }
            return true
        case nil:
            var scanner = DigitScanner(raw)
            guard let hours = scanner.number(digits: 2...2), hours < 24, scanner.take(":"),
                let minutes = scanner.number(digits: 2...2), minutes < 60
            else { return false }
            var seconds = 0
            if scanner.take(":") {
                guard let told = scanner.number(digits: 2...2), told < 60, scanner.skipFraction() else { return false }
                seconds = told
            }
            _ = scanner.take("Z")
            guard scanner.isAtEnd else { return false }
            TimeText.append(hours: hours, minutes: minutes, seconds: seconds, to: &text)
            return true
        }
    }
}
