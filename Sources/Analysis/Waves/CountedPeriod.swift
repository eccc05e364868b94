import Survey

/// One questionnaire and period as it is counted, before anything of it is protected.
struct CountedPeriod {
    let instrument: Instrument
    let period: Period
    let version: Version
    /// The ids of the questions, by item of `table`. Those that are asked in a loop are not among them: what protects them
    /// is how many people they are, and not answers.
    let questions: [String]
    /// What is divided, by division of `table`.
    let divisions: [CountedDivision]
    /// Of groups that are merged already, and that someone is in.
    var table: ProtectionTable
}

/// A way of dividing the respondents, and its groups by their places.
struct CountedDivision {
    let variable: BackgroundVariable
    let groups: [CountedName]
}

struct CountedName: Hashable {
    let name: String
    /// Of a merged group, as in `PublishedGroup.members`.
    let members: [String]
}

/// The periods that there are answers for, newest first: counted side by side, since which small groups are merged depends
/// on all of them.
func countedPeriods(
    _ periods: [PeriodFigures], of instrument: Instrument
) throws(AnalysisFailure) -> [CountedPeriod] {
    let analysis = InstrumentAnalysis(instrument: instrument, waves: try waves(periods, of: instrument))
    let breakdowns = analysis.brokenDown()
    return analysis.waves.compactMap { wave in
        guard case .answered(let answered) = wave.source else { return nil }
        return AnsweredCounts(answered, of: instrument, breakdowns).counted
    }
}

/// The whole of a period's respondents, undivided.
func countedTotal(
    of measurement: Measurement, in instrument: Instrument
) throws(AnalysisFailure) -> CountedPeriod {
    let version = try version(measurement.version, of: instrument, in: measurement.period)
    return AnsweredCounts(AnsweredWave(measurement: measurement, version: version), of: instrument, []).counted
}
