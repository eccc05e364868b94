/// A month of a year, the smallest unit that a mätperiod is given in.
public struct Month: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1...12.
    public let month: Int

    public init?(year: Int, month: Int) {
        guard (1900...2999).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }

    /// "2021-03", as in ISO 8601.
    public var label: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}

/// A mätperiod: whole months, written "2021" for a calendar year, else "2020-11--2021-10" (ISO 8601 with the double
/// hyphen for an interval, which can stand in a file name).
public struct Period: Hashable, Comparable, Sendable {
    public let first: Month
    public let last: Month

    /// Nil where the text is neither a year nor two months in order.
    public init?(_ text: String) {
        if let year = Int(text), text.utf8.count == 4,
            let first = Month(year: year, month: 1), let last = Month(year: year, month: 12)
        {
            (self.first, self.last) = (first, last)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[7] == UInt8(ascii: "-"), bytes[8] == UInt8(ascii: "-"),
            let first = Self.month(bytes[..<7]), let last = Self.month(bytes[9...]), first <= last
        else { return nil }
        (self.first, self.last) = (first, last)
    }

    private static func month(_ bytes: ArraySlice<UInt8>) -> Month? {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
            let year = Int(String(decoding: parts[0], as: UTF8.self)),
            let month = Int(String(decoding: parts[1], as: UTF8.self))
        else { return nil }
        return Month(year: year, month: month)
    }

    /// As a person writes it, and as the constructor reads it.
    public var label: String {
        let wholeYear = first.month == 1 && last.month == 12 && first.year == last.year
        return wholeYear ? String(first.year) : "\(first.label)--\(last.label)"
    }

    public static func < (a: Period, b: Period) -> Bool { (a.first, a.last) < (b.first, b.last) }
}
