public import Survey

/// Why a row is not shown.
public enum ProtectionReason: String, CaseIterable, Sendable {
    /// Fewer answers than the smallest group.
    case tooFew
    /// All, or all but one, answered alike in a way that the instrument protects.
    case nearlyAll
    /// The question is shown for the whole of the respondents alone.
    case onlyTotal
    /// With it, a protected row of the same breakdown could be worked out.
    case complement
    /// With it, a part of another group could be worked out: one lies inside the other.
    case isolates
    /// With it, what has been given out before would tell of the few answers that have come, gone or moved since.
    case earlier
}

/// A row of a table that is not shown, with what it says: one group's answers to one question in one period, or how many
/// the group's respondents are.
public struct ProtectedRow: Equatable, Sendable {
    public let period: Period
    /// The id of the background variable; nil for the total.
    public let variable: String?
    /// Nil for those who gave no value of the variable, who are never shown.
    public let group: String?
    /// The id of the question; nil for how many the respondents are.
    public let question: String?
    public let reason: ProtectionReason
    public let respondents: Int
    /// Zero where there is no question.
    public let counts: RowCounts
}
