/// A month of a year, the smallest unit that a mätperiod is given in.
public struct Month: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1...12.
    public let month: Int

    public init?(year: Int, month: Int) {
        guard Self.years.contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    public static func < (a: Month, b: Month) -> Bool { (a.year, a.month) < (b.year, b.month) }

    /// "2021-03", as in ISO 8601.
    public var label: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// "mars".
    public var name: String { Self.names[month - 1] }

    /// In Swedish, from January.
    public static let names = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]

    static let years = 1900...2999

    /// Months since the year 0.
    var count: Int { year * 12 + month - 1 }

    init?(count: Int) {
        guard count >= 0 else { return nil }
        self.init(year: count / 12, month: count % 12 + 1)
    }
}
