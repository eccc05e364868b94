public import Survey

/// What is known of a questionnaire in one period: the answers or, where they have been deleted, what was given out.
public enum PeriodFigures: Sendable {
    case answers(Measurement)
    case published(PublishedPeriod)

    public var period: Period {
        switch self {
        case .answers(let measurement): measurement.period
        case .published(let published): published.period
        }
    }
}
