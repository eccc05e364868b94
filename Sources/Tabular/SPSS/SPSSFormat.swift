/// What the numbers of a variable mean, by the format that SPSS shows them in.
enum SPSSFormat {
    case number
    case date
    case dateAndTime
    case time

    /// - Parameter name: with width and decimals or without: `DATE11`.
    init(_ name: String) {
        switch name.prefix(while: \.isLetter).uppercased() {
        case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR": self = .date
        case "DATETIME", "YMDHMS": self = .dateAndTime
        case "TIME", "DTIME", "MTIME": self = .time
        default: self = .number
        }
    }

    /// Days from SPSS's first day, 14 October 1582, to 1 January 1970.
    private static let epoch = 141_428

    /// Dates and times as in ISO 8601, whole seconds; all else as a number.
    func text(_ number: Double) -> String {
        guard self != .number, number.isFinite, number.magnitude < 1e15 else { return DecimalText.text(number) }
        let seconds = Int(number.rounded(.down))
        if self == .time {
            // An amount of time: it may be negative, and more than a day.
            let seconds = Int(number.magnitude.rounded(.down))
            return (number < 0 && seconds > 0 ? "-" : "") + Self.clock(seconds)
        }
        let days = seconds / 86_400 - Self.epoch
        guard seconds >= 86_400, let date = Self.date(days) else { return DecimalText.text(number) }
        return self == .date ? date : date + " " + Self.clock(seconds % 86_400)
    }

    private static func clock(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    }

    /// The Gregorian date so many days after 1 January 1970, until the year 9999.
    private static func date(_ days: Int) -> String? {
        // Years from March, in cycles of 400 years (146,097 days) from 1 March of the year 0.
        let shifted = days + 719_468
        guard shifted >= 0 else { return nil }
        let (cycle, day) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfCycle = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
        guard year <= 9_999 else { return nil }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
