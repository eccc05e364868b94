/// A date, with or without a time, as `2021-10-04` or `2021-10-04 09:12:33`.
enum DateText {
    enum Form { case date, dateAndTime }

    /// Appends what `raw` says (ODF's `dateOrDateTime`). Fractions of a second and the time zone are left out.
    ///
    /// - Returns: which it was; nil where it says no date, and then nothing is appended.
    static func append(_ raw: UnsafeBufferPointer<UInt8>, to text: inout Scratch) -> Form? {
        var scanner = DigitScanner(raw)
        guard let year = scanner.number(digits: 4...4), scanner.take("-"),
            let month = scanner.number(digits: 2...2), scanner.take("-"),
            let day = scanner.number(digits: 2...2), isDate(year, month, day)
        else { return nil }
        var time: (hour: Int, minute: Int, second: Int)?
        if scanner.take("T") || scanner.take(" ") {
            time = Self.time(&scanner)
            guard time != nil else { return nil }
        }
        guard skipZone(&scanner), scanner.isAtEnd else { return nil }

        text.append(year, digits: 4)
        text.append(UInt8(ascii: "-"))
        text.append(month, digits: 2)
        text.append(UInt8(ascii: "-"))
        text.append(day, digits: 2)
        guard let time else { return .date }
        text.append(UInt8(ascii: " "))
        TimeText.append(hours: time.hour, minutes: time.minute, seconds: time.second, to: &text)
        return .dateAndTime
    }

    private static func time(_ scanner: inout DigitScanner) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = scanner.number(digits: 2...2), hour < 24, scanner.take(":"),
            let minute = scanner.number(digits: 2...2), minute < 60
        else { return nil }
        guard scanner.take(":") else { return (hour, minute, 0) }
        guard let second = scanner.number(digits: 2...2), second < 60, scanner.skipFraction() else { return nil }
        return (hour, minute, second)
    }

    /// True unless there is a zone that is none.
    private static func skipZone(_ scanner: inout DigitScanner) -> Bool {
        if scanner.take("Z") { return true }
        guard scanner.take("+") || scanner.take("-") else { return true }
        return scanner.number(digits: 2...2) != nil && scanner.take(":") && scanner.number(digits: 2...2) != nil
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return 1...(isLeap ? 29 : 28) ~= day
        case 4, 6, 9, 11: return 1...30 ~= day
        case 1...12: return 1...31 ~= day
        default: return false
        }
    }
}
