public import Survey

/// A figure that was given out and is another now.
public struct Correction: Equatable, Sendable {
    /// The questionnaire's id.
    public let instrument: String
    public let respondents: RespondentGroup
    public let period: Period
    /// Nil for the total.
    public let variable: BackgroundVariable?
    public let group: String
    /// Nil where it is about the whole group: how many answered and were asked.
    public let question: CorrectedQuestion?
    public let change: FigureChange
    public let publication: PublicationOrigin

    public init(
        instrument: String, respondents: RespondentGroup, period: Period, variable: BackgroundVariable?, group: String,
        question: CorrectedQuestion?, change: FigureChange, publication: PublicationOrigin
    ) {
        self.instrument = instrument
        self.respondents = respondents
        self.period = period
        self.variable = variable
        self.group = group
        self.question = question
        self.change = change
        self.publication = publication
    }
}

/// The question that a figure answers.
public struct CorrectedQuestion: Hashable, Sendable {
    public let id: String
    /// As the respondents saw it; nil for a question that the questionnaire no longer has.
    public let number: Int?

    public init(id: String, number: Int?) {
        self.id = id
        self.number = number
    }
}

/// The workbook that a figure was given out in.
public struct PublicationOrigin: Hashable, Sendable {
    /// The name of the workbook's file.
    public let file: String
    /// ISO 8601; nil where it is not known.
    public let publishedAt: String?

    public init(file: String, publishedAt: String?) {
        self.file = file
        self.publishedAt = publishedAt
    }
}

/// What became of a figure. Both numbers are told only where neither is protected and the step between them is not that of
/// a few people.
public enum FigureChange: Equatable, Sendable {
    case counts(from: PublishedCounts, to: PublishedCounts)
    case response(from: Response, to: Response)
    /// Another figure, but what differs is the answers of fewer people than the smallest group: the two side by side would
    /// tell what those few answered.
    case changedByFew
    /// It was shown and is protected now. What it was is not repeated.
    case nowProtected
    /// It was protected and is shown now.
    case nowShown
    /// There is no such group, question or measurement now.
    case vanished
    /// There was none when the workbook was made.
    case new
}

/// Why figures are others than those given out, as the register knows it.
public struct CorrectionCause: Equatable, Sendable {
    /// Of the questionnaire whose figures changed.
    public let instrument: String
    public let period: Period
    /// ISO 8601; nil where it is not known.
    public let at: String?
    /// Who did it, as they called themselves.
    public let by: String?
    public let kind: Kind

    public enum Kind: Equatable, Sendable {
        /// An import took the place of another, by their numbers.
        case replaced(Int, by: Int)
        case imported(Int)
        /// An import was taken back.
        case undone(Int)
        /// Answers that were collected for the other period are counted in this one.
        case carriedIn(Int, from: Period)
        /// Answers that were collected in this period are counted in the other.
        case carriedOut(Int, to: Period)
    }

    public init(instrument: String, period: Period, at: String?, by: String?, kind: Kind) {
        self.instrument = instrument
        self.period = period
        self.at = at
        self.by = by
        self.kind = kind
    }
}
