/// The figures that a workbook gave out, kept so that they can be looked up when the answers have changed or been deleted.
public struct Publication: Equatable, Sendable {
    /// The period that the workbook reports on.
    public let period: Period
    public let compared: Period?
    /// ISO 8601.
    public let publishedAt: String
    /// Who made it, as they called themselves.
    public let by: String?
    /// The name of the workbook's file.
    public let file: String
    /// Of the file, lower-case hexadecimal.
    public let sha256: String
    public let periods: [PublishedPeriod]

    public init(
        period: Period, compared: Period?, publishedAt: String, by: String?, file: String, sha256: String,
        periods: [PublishedPeriod]
    ) {
        self.period = period
        self.compared = compared
        self.publishedAt = publishedAt
        self.by = by
        self.file = file
        self.sha256 = sha256
        self.periods = periods
    }
}

/// One questionnaire's figures in one period as they were given out, protected as they were then.
public struct PublishedPeriod: Equatable, Sendable {
    public let instrument: String
    public let version: String
    public let period: Period
    /// Where the figures came from.
    public let files: [SourceFile]
    public let constructed: Bool
    public let importedAt: String?
    public let groups: [PublishedGroup]

    public init(
        instrument: String, version: String, period: Period, files: [SourceFile], constructed: Bool,
        importedAt: String?, groups: [PublishedGroup]
    ) {
        self.instrument = instrument
        self.version = version
        self.period = period
        self.files = files
        self.constructed = constructed
        self.importedAt = importedAt
        self.groups = groups
    }

    /// The whole of the respondents.
    public var total: PublishedGroup? { groups.first { $0.variable == nil } }

    /// Whether nothing was given out but the shares of all who answered, as it is of the older years of a workbook.
    public var isOfShares: Bool {
        groups.allSatisfy { $0.variable == nil && $0.answers == nil }
            && groups.contains { $0.questions.contains { $0.counts != nil } }
    }
}

/// One group's figures as they were given out.
public struct PublishedGroup: Equatable, Sendable {
    /// The id of the background variable; nil for the total.
    public let variable: String?
    public let name: String
    /// Nil where it was protected.
    public let answers: Int?
    /// Nil where it was protected or not known.
    public let invited: Int?
    public let questions: [PublishedQuestion]
    /// Of a group that was put together: the values in it, and `withoutValue` where those who gave none are in it too.
    /// Empty for others, and where it was not kept.
    public let members: [String]

    /// Stands among the members for those who gave no value of the variable.
    public static let withoutValue = ""

    public init(
        variable: String?, name: String, answers: Int?, invited: Int?, questions: [PublishedQuestion],
        members: [String] = []
    ) {
        self.members = members
        self.variable = variable
        self.name = name
        self.answers = answers
        self.invited = invited
        self.questions = questions
    }
}

/// One question's figures in one group as they were given out.
public struct PublishedQuestion: Equatable, Sendable {
    /// The question's id.
    public let question: String
    /// Nil where they were protected.
    public let counts: PublishedCounts?

    public init(question: String, counts: PublishedCounts?) {
        self.question = question
        self.counts = counts
    }
}

/// How many answers were told of each class. "Positive" holds the clearly positive ones too.
public struct PublishedCounts: Hashable, Sendable {
    public let negative: Int
    public let neither: Int
    public let positive: Int
    public let clearlyPositive: Int

    public init(negative: Int, neither: Int, positive: Int, clearlyPositive: Int) {
        self.negative = negative
        self.neither = neither
        self.positive = positive
        self.clearlyPositive = clearlyPositive
    }

    /// The number of substantive answers.
    public var base: Int { negative + neither + positive }
}
