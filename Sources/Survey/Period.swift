/// A mätperiod: whole months, written "2021" for a calendar year, else "2020-11--2021-10" (ISO 8601 with the double
/// hyphen for an interval, which can stand in a file name).
public struct Period: Hashable, Comparable, Sendable {
    public let first: Month
    public let last: Month

    /// Nil where the last month is before the first.
    public init?(from first: Month, to last: Month) {
        guard first <= last else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// As it is written in files, in the register and on the command line: a period has one label and a label one period.
    public var label: String {
        isYear ? String(first.year) : "\(first.label)--\(last.label)"
    }

    /// How many months it has.
    public var months: Int { last.count - first.count + 1 }

    public static func < (a: Period, b: Period) -> Bool { (a.first, a.last) < (b.first, b.last) }

    var isYear: Bool { first.month == 1 && last.month == 12 && first.year == last.year }
}
