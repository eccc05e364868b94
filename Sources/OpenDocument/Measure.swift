/// Lengths: millimetres on the page, points for type.
enum Measure {
    static func check(_ value: Double, _ limits: ClosedRange<Double>) throws(WorkbookError) {
        guard limits.contains(value) else { throw .measure("\(limits.lowerBound)–\(limits.upperBound)", value: value) }
    }

    /// The value with at most two decimals and its unit. It has passed `check`, so that it is small.
    static func text(_ value: Double, _ unit: String) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
        if part == 0 { return "\(whole)\(unit)" }
        return part % 10 == 0 ? "\(whole).\(part / 10)\(unit)" : "\(whole).\(part < 10 ? "0" : "")\(part)\(unit)"
    }
}
