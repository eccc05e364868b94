public import Survey

/// Why answers cannot be analysed with the instrument at hand.
public enum AnalysisFailure: Error, Equatable {
    /// The answers were stored under a version that the instrument no longer has.
    case unknownVersion(instrument: String, version: String, period: Period)
}

/// Answers of one questionnaire to the figures of its tables.
///
/// - Parameters:
///   - measurements: the period reported on and, if there is one, the period it is compared with. One a period.
///   - instrument: the questionnaire they all answer.
/// - Throws: `AnalysisFailure`.
public func analyze(_ measurements: [Measurement], of instrument: Instrument) throws(AnalysisFailure) -> Results {
    try analyze(figures: measurements.map(PeriodFigures.answers), of: instrument)
}

/// The figures of one questionnaire's tables.
///
/// - Parameters:
///   - periods: the period reported on and, if there is one, the period it is compared with. One a period.
///   - instrument: the questionnaire that they all belong to.
///   - given: what workbooks have given out of these periods before; what is shown now may not tell more beside it.
/// - Throws: `AnalysisFailure`.
public func analyze(
    figures periods: [PeriodFigures], of instrument: Instrument, given: [PublishedPeriod] = []
) throws(AnalysisFailure) -> Results {
    InstrumentAnalysis(instrument: instrument, waves: try waves(periods, of: instrument)).results(given: given)
}

/// The periods with the versions of the questionnaire that they belong to, newest first.
func waves(_ periods: [PeriodFigures], of instrument: Instrument) throws(AnalysisFailure) -> [Wave] {
    var waves: [Wave] = []
    for figures in sameSpelling(periods.sorted { $0.period > $1.period }) {
        waves.append(try wave(figures, of: instrument))
    }
    return waves
}

/// A period with the version of the questionnaire that it belongs to.
func wave(_ figures: PeriodFigures, of instrument: Instrument) throws(AnalysisFailure) -> Wave {
    switch figures {
    case .answers(let measurement):
        let version = try version(measurement.version, of: instrument, in: measurement.period)
        return Wave(
            origin: WaveOrigin(
                period: measurement.period, version: version, files: measurement.files,
                constructed: measurement.constructed, importedAt: measurement.importedAt,
                carriedOver: measurement.carriedOver, hasAnswers: true),
            source: .answered(AnsweredWave(measurement: measurement, version: version)))
    case .published(let published):
        let version = try version(published.version, of: instrument, in: published.period)
        return Wave(
            origin: WaveOrigin(
                period: published.period, version: version, files: published.files,
                constructed: published.constructed, importedAt: published.importedAt, carriedOver: [],
                hasAnswers: false),
            source: .published(PublishedWave(published: published, version: version)))
    case .asGivenOut(let figures, let publication):
        let then = try wave(figures, of: instrument)
        return Wave(origin: then.origin.standing(asGivenOutBy: publication), source: then.source)
    }
}

/// The version that answers were stored under.
func version(
    _ id: String, of instrument: Instrument, in period: Period
) throws(AnalysisFailure) -> Version {
    guard let version = instrument.version(id) else {
        throw .unknownVersion(instrument: instrument.id, version: id, period: period)
    }
    return version
}
