public import Survey

/// What a reader of the workbooks can work out of what is protected in them.
public struct ProtectionAudit: Sendable {
    /// Everything that is protected, questionnaire by questionnaire.
    public let rows: [AuditedRow]
    /// What tells too much, each thing once.
    public let findings: [AuditFinding]

    /// What may not be given out.
    public var failures: [AuditFinding] { findings.filter { $0.grade == .failure } }
    public var warnings: [AuditFinding] { findings.filter { $0.grade == .warning } }
}

/// A row that is not shown, and what can be worked out of it.
public struct AuditedRow: Sendable {
    public let instrument: Instrument
    public let row: ProtectedRow
    /// So many answers to the question or, without one, respondents, as far as a reader can tell.
    public let answers: CountRange
}

/// Whole numbers that a count may be, the ends included.
public struct CountRange: Hashable, Sendable {
    public let lowest: Int
    /// Nil where nothing that is told sets a limit.
    public let highest: Int?

    public init(lowest: Int, highest: Int?) {
        self.lowest = lowest
        self.highest = highest
    }
}

/// Something that a reader is told or can work out, and should not.
public struct AuditFinding: Equatable, Sendable {
    public enum Grade: Sendable {
        /// A workbook with it may not be written.
        case failure
        /// It has been given out already, or it is told of many alike.
        case warning
    }

    public enum Kind: Hashable, Sendable {
        /// A row is shown that may not be, for this reason.
        case shown(ProtectionReason)
        /// The answers or respondents of the groups together are known exactly, and they are fewer than the limit.
        case few(Int, limit: Int)
        /// The answers of the groups together are known exactly, and all or all but one of them are alike.
        case alike(Int)
        /// A protected count is known within too narrow limits, perhaps only to one of the respondents.
        case narrow(CountRange, toRespondent: Bool)
        /// A change is shown of a figure that is protected in one of its periods.
        case change
        /// What was given out before differs by the answers of fewer than the limit.
        case fewSince(PublicationOrigin, limit: Int)
    }

    public let instrument: Instrument
    public let period: Period
    /// Nil for the total.
    public let variable: BackgroundVariable?
    /// The groups that it is about, together; nil among them is those who gave no value.
    public let groups: [String?]
    /// The question's id; nil for how many the respondents are.
    public let question: String?
    public let kind: Kind
    public let grade: Grade
}
