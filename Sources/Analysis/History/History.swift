public import Survey

/// One questionnaire over the years: every question of the newest version, for the whole of the respondent group.
public struct History: Sendable {
    /// So many periods can be read beside one another.
    public static let mostPeriods = 5

    public let instrument: Instrument
    /// Oldest first; at most `mostPeriods`, the last of them the period reported on.
    public let periods: [Period]
    /// In the order of the newest version.
    public let questions: [QuestionHistory]
    /// Where the figures of the periods come from, oldest first: one for each period that there are figures for.
    public let origins: [WaveOrigin]

    public init(
        instrument: Instrument, periods: [Period], questions: [QuestionHistory], origins: [WaveOrigin] = []
    ) {
        self.instrument = instrument
        self.periods = periods
        self.questions = questions
        self.origins = origins
    }
}

/// One question over the years.
public struct QuestionHistory: Sendable {
    public let item: Item
    /// One a period of the history.
    public let points: [HistoryPoint]

    public init(item: Item, points: [HistoryPoint]) {
        self.item = item
        self.points = points
    }
}

/// What can be said of a question in one period.
public enum HistoryPoint: Equatable, Sendable {
    case figure(ClassCounts)
    case protected
    /// What was asked then is another question, in the words of the instrument.
    case notComparable(reason: String)
    /// The questionnaire was not sent out, or nobody answered it.
    case noMeasurement
}
