public import Survey

/// One questionnaire over the years: every question of its newest version, as far back as it can be compared.
///
/// A question is followed back from the newest period version by version, over years without a measurement too. Where the
/// chain is broken it stays so: what lies behind is not comparable either, for the same reason.
///
/// - Parameters:
///   - periods: what is known of the questionnaire, one a period. Those that are not shown are left aside.
///   - instrument: the questionnaire that they all belong to.
///   - ending: the period reported on, the last that is shown.
///   - compared: the period it is compared with; shown even where four others are nearer.
///   - asked: the periods to show, of which those after `ending` are left out. At most five are shown, the nearest.
/// - Throws: `AnalysisFailure`.
public func history(
    _ periods: [PeriodFigures], of instrument: Instrument, ending: Period, compared: Period?, asked: [Period]
) throws(AnalysisFailure) -> History {
    let shown = shownPeriods(ending: ending, compared: compared, asked: asked)
    var waves: [Period: Wave] = [:]
    for figures in periods where shown.contains(figures.period) {
        waves[figures.period] = try wave(figures, of: instrument)
    }
    let years = shown.reversed().map { period in waves[period].map { Year($0, of: instrument) } }
    guard let newest = years.lazy.compactMap({ $0 }).first?.version else {
        return History(instrument: instrument, periods: shown, questions: [])
    }
    let questions = newest.items.map { item in
        let points = points(of: item, in: newest, back: years, of: instrument)
        return QuestionHistory(item: item, points: points.reversed())
    }
    return History(
        instrument: instrument, periods: shown, questions: questions,
        origins: shown.compactMap { waves[$0]?.origin })
}

/// Oldest first.
private func shownPeriods(ending: Period, compared: Period?, asked: [Period]) -> [Period] {
    let compared = [compared].compactMap { $0 }.filter { $0 < ending }
    let others = Set(asked).subtracting(compared).filter { $0 < ending }.sorted(by: >)
    return (others.prefix(History.mostPeriods - 1 - compared.count) + compared).sorted() + [ending]
}

/// A period's figures for the whole of the respondent group.
private struct Year {
    let version: Version
    let total: GroupFigures

    init(_ wave: Wave, of instrument: Instrument) {
        version = wave.version
        total = wave.figures(of: [], in: instrument, given: []).total
    }

    var isAnswered: Bool { total.response != nil }

    func counts(of question: String) -> Shown<ClassCounts>? {
        version.items.firstIndex { $0.question.id == question }.map { total.counts[$0] }
    }
}

/// - Parameters:
///   - item: of `newest`, the version of the newest year that there is.
///   - years: newest first; nil where there was no measurement.
private func points(
    of item: Item, in newest: Version, back years: [Year?], of instrument: Instrument
) -> [HistoryPoint] {
    var broken: String?
    return years.map { year in
        guard let year, year.isAnswered else { return .noMeasurement }
        if let broken { return .notComparable(reason: broken) }
        switch instrument.lineage(of: item, in: newest, backTo: year.version) {
        case .notComparable(let reason):
            broken = reason
            return .notComparable(reason: reason)
        case .comparable(let former):
            switch year.counts(of: former.question.id) {
            case .figure(let counts): return .figure(counts)
            case .protected, nil: return .protected
            }
        }
    }
}
