/// Days of the Gregorian calendar, and how ISO 8601 writes them.
enum CalendarDate {
    static func exists(year: Int, month: Int, day: Int) -> Bool {
        // Before 1583 programs disagree on which calendar counts.
        guard (1583...9999).contains(year), (1...12).contains(month), day >= 1 else { return false }
        return day <= length(of: month, year)
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `2026-01-31`, or with a time `2026-01-31T12:00:00` and `Z` for UTC.
    static func isTimestamp(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ?)?/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return false }
        return exists(year: year, month: month, day: day)
    }
}
