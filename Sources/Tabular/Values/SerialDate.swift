/// From which day a workbook counts its days.
enum DateSystem: Sendable {
    /// 1 is 1900-01-01, and 60 is 1900-02-29, which never was (ECMA-376 part 1, 18.17.4.1).
    case from1900
    /// 0 is 1899-12-30, without a day that never was: `dateCompatibility` is off.
    case from1899
    /// 0 is 1904-01-01.
    case from1904
}

/// What a number is shown as.
enum NumberKind: UInt8, Sendable {
    case number = 1
    /// A date, with the time of day where there is one.
    case date
    /// A time of day.
    case time
    /// Hours that go on beyond 24.
    case elapsed
}

/// A date or a time as a spreadsheet keeps it: days and parts of a day since the beginning of its calendar.
///
/// The text follows the number and not every letter of its format: "2021-10-04" for a whole day, "2021-10-04 09:12:33" where
/// the number has a time of day, "09:12:33" for a time. Seconds are whole; parts of them are dropped.
enum SerialDate {
    private static let dayMilliseconds = 86_400_000
    /// Behind 9999-12-31, counted from 1900.
    private static let end = 2_958_466.0

    /// Appends the text.
    /// - Returns: false for what is no date: before the calendar or behind the year 9999.
    static func append(_ serial: Double, _ kind: NumberKind, _ system: DateSystem, to scratch: inout Scratch) -> Bool {
        guard serial >= 0, serial < end else { return false }
        // To the nearest millisecond first: 09:12:33 is kept as 0.38371527777777775, a little less.
        let milliseconds = Int((serial * Double(dayMilliseconds)).rounded())
        let seconds = milliseconds / 1_000
        switch kind {
        case .number:
            return false
        case .elapsed:
            putTime(seconds, to: &scratch)
        case .time:
            putTime(seconds % 86_400, to: &scratch)
        case .date:
            let day = milliseconds / dayMilliseconds
            if day == 0, system == .from1900 {
                // A time alone, with a format for dates. There is no day 0.
                guard seconds > 0 else { return false }
                putTime(seconds, to: &scratch)
                return true
            }
            guard putDay(day, system, to: &scratch) else { return false }
            guard milliseconds % dayMilliseconds > 0 else { return true }
            scratch.append(UInt8(ascii: " "))
            putTime(seconds % 86_400, to: &scratch)
        }
        return true
    }

    private static func putDay(_ day: Int, _ system: DateSystem, to scratch: inout Scratch) -> Bool {
        let sinceMarch0000: Int
        switch system {
        case .from1900 where day == 60:
            put(1900, 2, 29, to: &scratch)
            return true
        case .from1900: sinceMarch0000 = day + (day < 60 ? 693_900 : 693_899)
        case .from1899: sinceMarch0000 = day + 693_899
        case .from1904: sinceMarch0000 = day + 695_361
        }
        let (year, month, dayOfMonth) = civil(sinceMarch0000)
        guard year <= 9_999 else { return false }
        put(year, month, dayOfMonth, to: &scratch)
        return true
    }

    /// The Gregorian date of a day counted from 0000-03-01, by years that begin in March, so that the leap day comes last.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    private static func put(_ year: Int, _ month: Int, _ day: Int, to scratch: inout Scratch) {
        putTwo(year / 100, to: &scratch)
        putTwo(year % 100, to: &scratch)
        scratch.append(UInt8(ascii: "-"))
        putTwo(month, to: &scratch)
        scratch.append(UInt8(ascii: "-"))
        putTwo(day, to: &scratch)
    }

    private static func putTime(_ seconds: Int, to scratch: inout Scratch) {
        let hours = seconds / 3_600
        if hours < 100 {
            putTwo(hours, to: &scratch)
        } else {
            for digit in String(hours).utf8 { scratch.append(digit) }
        }
        scratch.append(UInt8(ascii: ":"))
        putTwo(seconds / 60 % 60, to: &scratch)
        scratch.append(UInt8(ascii: ":"))
        putTwo(seconds % 60, to: &scratch)
    }

    private static func putTwo(_ number: Int, to scratch: inout Scratch) {
        scratch.append(0x30 + UInt8(truncatingIfNeeded: number / 10))
        scratch.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}
