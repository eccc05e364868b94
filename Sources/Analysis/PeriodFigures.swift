public import Survey

/// What is known of a questionnaire in one period: the answers or, where they have been deleted, what was given out.
public enum PeriodFigures: Sendable {
    case answers(Measurement)
    case published(PublishedPeriod)
    /// The period stands as a workbook gave it out: what has changed since is about too few to be told. It is of the answers
    /// as they were then or, where they are no longer there, of the figures.
    indirect case asGivenOut(PeriodFigures, by: PublicationOrigin)

    public var period: Period {
        switch self {
        case .answers(let measurement): measurement.period
        case .published(let published): published.period
        case .asGivenOut(let figures, _): figures.period
        }
    }
}
