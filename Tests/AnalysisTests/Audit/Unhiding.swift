import Survey

@testable import Analysis

extension Results {
    /// The same tables with rows shown that were not, as they are.
    func showing(_ isShown: (ProtectedRow) -> Bool) -> Results {
        let shown = protected.filter { $0.group != nil && isShown($0) }
        func row(_ period: Period, _ variable: String?, _ group: String, _ question: String?) -> ProtectedRow? {
            shown.first {
                $0.period == period && $0.variable == variable && $0.group == group && $0.question == question
            }
        }
        let breakdowns = breakdowns.map { breakdown in
            Breakdown(
                variable: breakdown.variable,
                groups: breakdown.groups.map { group in
                    GroupResults(
                        name: group.name, members: group.members,
                        waves: group.waves.map { wave in
                            let variable = breakdown.variable?.id
                            let response = row(wave.period, variable, group.name, nil)
                                .map { Shown.figure(Response(answers: $0.respondents, invited: nil)) }
                            return GroupWave(
                                period: wave.period, response: response ?? wave.response,
                                questions: wave.questions.map { result in
                                    let row = row(wave.period, variable, group.name, result.item.question.id)
                                    return QuestionResult(
                                        item: result.item,
                                        counts: row.map { .figure(ClassCounts(PublishedCounts($0.counts))) }
                                            ?? result.counts,
                                        development: result.development)
                                }, loop: wave.loop)
                        })
                },
                merged: breakdown.merged, canOverlap: breakdown.canOverlap)
        }
        return Results(
            instrument: instrument, waves: waves, breakdowns: breakdowns,
            protected: protected.filter { !isShown($0) || $0.group == nil })
    }
}

extension PublishedCounts {
    init(_ counts: RowCounts) {
        self.init(
            negative: counts.negative, neither: counts.neither, positive: counts.positive + counts.clearlyPositive,
            clearlyPositive: counts.clearlyPositive)
    }
}
