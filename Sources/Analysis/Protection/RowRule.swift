import Survey

/// Whether a row of figures may be told as far as it alone is concerned: the primary rules.
struct RowRule: Hashable {
    /// The fewest answers that are told of.
    let smallestGroup: Int
    let attribute: AttributeRule

    /// Unanimous answers of so many or more are told, with a warning in the audit.
    static let unanimityLimit = 20

    /// Why these answers to a question may not be told; nil where they may.
    ///
    /// Nobody's answers break the rule too: a caller for whom an empty row is harmless asks for that first.
    func reason(toHide row: RowCounts) -> ProtectionReason? {
        if row.base < smallestGroup { return .tooFew }
        return row.base < Self.unanimityLimit && isNearlyUnanimous(row) ? .nearlyAll : nil
    }

    /// Why it may not be told that so many people are respondents.
    func reason(toHide respondents: Int) -> ProtectionReason? {
        respondents < smallestGroup ? .tooFew : nil
    }

    /// Whether all, or all but one, are in one of the classes that the instrument protects: then the one who is not knows
    /// all the others' answers (Lupp & Langsrud 2021: n - c <= k, with k = 1). However many they are.
    func isNearlyUnanimous(_ row: RowCounts) -> Bool {
        let most = row.base - 1
        switch attribute {
        case .none:
            return false
        case .unfavourable:
            // All who are negative are among those who are not positive.
            return row.negative + row.neither >= most
        case .all:
            // Negative or neither, and positive, each hold the classes inside them; together they are everybody.
            return row.negative + row.neither >= most || row.positive + row.clearlyPositive >= most
        }
    }
}
