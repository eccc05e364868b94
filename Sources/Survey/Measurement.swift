/// One questionnaire's answers in one period, with what is needed to trace and judge them.
public struct Measurement: Equatable, Sendable {
    public let instrument: String
    public let version: String
    public let period: Period
    public let answers: Answers
    /// Nil where it is not known how many were asked.
    public let invited: Invited?
    public let files: [SourceFile]
    /// The answers were made up, for an example or a test.
    public let constructed: Bool
    /// When it was stored, ISO 8601; nil where it was not.
    public var importedAt: String?
    /// Those of the answers that were collected for another period and are counted in this one.
    public let carriedOver: [CarriedOver]

    public init(
        instrument: String, version: String, period: Period, answers: Answers, invited: Invited?,
        files: [SourceFile], constructed: Bool = false, importedAt: String? = nil,
        carriedOver: [CarriedOver] = []
    ) {
        self.instrument = instrument
        self.version = version
        self.period = period
        self.answers = answers
        self.invited = invited
        self.files = files
        self.constructed = constructed
        self.importedAt = importedAt
        self.carriedOver = carriedOver
    }
}

/// Answers that were collected for one period and are counted in another.
public struct CarriedOver: Hashable, Sendable {
    public let from: Period
    public let respondents: Int

    public init(from: Period, respondents: Int) {
        self.from = from
        self.respondents = respondents
    }
}
