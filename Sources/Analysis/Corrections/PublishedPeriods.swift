public import Survey

/// The figures that a workbook of these results gives out: one questionnaire and period each, protected as they are shown.
///
/// They are those of the sheet Data: the total, and every breakdown whose groups are told apart there.
public func publishedPeriods(of results: [Results]) -> [PublishedPeriod] {
    results.flatMap { results in
        results.waves.map { wave in
            PublishedPeriod(
                instrument: results.instrument.id, version: wave.version.id, period: wave.period, files: wave.files,
                constructed: wave.constructed, importedAt: wave.importedAt,
                groups: results.breakdowns.filter(\.namesItsGroups).flatMap { breakdown in
                    breakdown.groups.compactMap { published($0, in: wave.period, breakdown.variable) }
                })
        }
    }
}

/// Nil where the group has nothing in the period.
private func published(_ group: GroupResults, in period: Period, _ variable: BackgroundVariable?) -> PublishedGroup? {
    guard let wave = group.waves.first(where: { $0.period == period }) else { return nil }
    let response = wave.response.figure
    return PublishedGroup(
        variable: variable?.id, name: group.name, answers: response?.answers, invited: response?.invited,
        questions: wave.questions.map { result in
            PublishedQuestion(
                question: result.item.question.id, counts: result.counts.figure.map(PublishedCounts.init))
        },
        members: group.members)
}

extension MergedGroups {
    /// Who are in it, as it is kept of what is given out.
    var published: [String] { members + (hasThoseWithoutValue ? [PublishedGroup.withoutValue] : []) }
}

extension PublishedCounts {
    init(_ counts: ClassCounts) {
        self.init(
            negative: counts.negative, neither: counts.neither, positive: counts.positive,
            clearlyPositive: counts.clearlyPositive)
    }
}
