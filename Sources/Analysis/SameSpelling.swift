import Survey

/// Values of background variables that are spelled otherwise in another period are one group, written as in the newest.
///
/// - Parameter periods: newest first.
func sameSpelling(_ periods: [PeriodFigures]) -> [PeriodFigures] {
    var spellings = Spellings()
    return periods.map { respelled($0, by: &spellings) }
}

private func respelled(_ figures: PeriodFigures, by spellings: inout Spellings) -> PeriodFigures {
    switch figures {
    case .published: return figures
    case .asGivenOut(let then, let origin): return .asGivenOut(respelled(then, by: &spellings), by: origin)
    case .answers(let measurement):
        var answers = measurement.answers
        answers.groups = answers.groups.map { spellings.respelled($0) }
        answers.loop = answers.loop.map { spellings.respelled($0) }
        let invited = measurement.invited.map { invited in
            var byGroup: [String: [String: Int]] = [:]
            for (variable, numbers) in invited.byGroup.sorted(by: { $0.key < $1.key }) {
                for (value, number) in numbers.sorted(by: { $0.key < $1.key }) {
                    byGroup[variable, default: [:]][spellings.label(value, of: variable), default: 0] += number
                }
            }
            return Invited(total: invited.total, byGroup: byGroup)
        }
        return .answers(
            Measurement(
                instrument: measurement.instrument, version: measurement.version, period: measurement.period,
                answers: answers, invited: invited, files: measurement.files, constructed: measurement.constructed,
                importedAt: measurement.importedAt, carriedOver: measurement.carriedOver))
    }
}
