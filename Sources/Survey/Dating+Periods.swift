extension Dating {
    /// The period that a month belongs to. Every month belongs to one and only one; nil at the very end of the calendar,
    /// where a period would go beyond it.
    public func period(of month: Month) -> Period? {
        guard (1...12).contains(months) else { return nil }
        let offset = firstMonth - 1
        // A month is counted from the year 0, so the difference is never negative.
        let start = (month.count - offset) / months * months + offset
        guard let first = Month(count: start), let last = Month(count: start + months - 1) else { return nil }
        return Period(from: first, to: last)
    }

    /// Whether a period is one of those that answers are placed in.
    public func has(_ period: Period) -> Bool { self.period(of: period.first) == period }

    /// The month in which a period begins: "november".
    public var monthName: String { Month.names.indices.contains(firstMonth - 1) ? Month.names[firstMonth - 1] : "" }
}
