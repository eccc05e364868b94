import Analysis
import Survey

/// What the sheet Förändringar shows: which periods, and each questionnaire over them.
struct Changes: Sendable {
    /// Oldest first.
    let periods: [Period]
    /// One a questionnaire that was answered in the period reported on.
    let questionnaires: [(results: Results, history: History)]

    init(_ results: [Results], _ histories: [History], in period: Period, compared: Period?) {
        questionnaires = results.filter { $0.waves.first?.period == period }.map { results in
            let known = histories.first { $0.instrument.id == results.instrument.id }
            return (results, known ?? results.history(compared: compared))
        }
        let shown = questionnaires.flatMap(\.history.periods) + [period] + (compared.map { [$0] } ?? [])
        periods = Set(shown).sorted()
    }

    /// Where the older figures come from, those of the tables' own periods left out.
    func olderOrigins(_ results: Results, _ history: History) -> [WaveOrigin] {
        history.origins.filter { origin in !results.waves.contains { $0.period == origin.period } }
    }
}

extension History {
    /// Nil where the period is none of the history's.
    func point(_ question: QuestionHistory, in period: Period) -> HistoryPoint? {
        guard let place = periods.firstIndex(of: period), question.points.indices.contains(place) else { return nil }
        return question.points[place]
    }
}

extension History {
    /// The question as it was worded in an earlier period.
    func asked(_ question: QuestionHistory, in period: Period) -> Item {
        guard let then = origins.first(where: { $0.period == period })?.version, let now = origins.last?.version,
            case .comparable(let item) = instrument.lineage(of: question.item, in: now, backTo: then)
        else { return question.item }
        return item
    }
}

extension Results {
    /// The two periods of the tables as a history.
    fileprivate func history(compared: Period?) -> History {
        let group = breakdowns.first?.groups.first
        let periods = Set(waves.map(\.period) + (compared.map { [$0] } ?? [])).sorted()
        let questions = (group?.waves.first?.questions ?? []).map { result in
            QuestionHistory(
                item: result.item,
                points: periods.map { period in
                    if period == waves.first?.period { return HistoryPoint(result.counts) }
                    guard waves.contains(where: { $0.period == period }), let group else { return .noMeasurement }
                    if case .notComparable(let reason) = result.development { return .notComparable(reason: reason) }
                    return former(of: result, in: group).map { HistoryPoint($0.counts) } ?? .noMeasurement
                })
        }
        return History(
            instrument: instrument, periods: periods, questions: questions, origins: waves.reversed())
    }
}

extension HistoryPoint {
    fileprivate init(_ counts: Shown<ClassCounts>) {
        self = counts.figure.map(HistoryPoint.figure) ?? .protected
    }

    var figure: ClassCounts? {
        if case .figure(let counts) = self { counts } else { nil }
    }
}
