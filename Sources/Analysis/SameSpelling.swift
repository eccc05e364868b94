import Survey

/// Values of background variables that differ between periods only in case and spacing are one group, written as in the
/// newest period.
///
/// - Parameter measurements: newest first.
func sameSpelling(_ measurements: [Measurement]) -> [Measurement] {
    // By variable and folded value.
    var labels: [String: [String: String]] = [:]
    func label(_ value: String, of variable: String) -> String {
        let folded = value.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let label = labels[variable]?[folded] ?? value
        labels[variable, default: [:]][folded] = label
        return label
    }
    return measurements.map { measurement in
        var answers = measurement.answers
        answers.groups = answers.groups.map { column in
            GroupColumn(
                variable: column.variable, values: column.values.map { label($0, of: column.variable) },
                codes: column.codes)
        }
        let invited = measurement.invited.map { invited in
            var byGroup: [String: [String: Int]] = [:]
            for (variable, numbers) in invited.byGroup.sorted(by: { $0.key < $1.key }) {
                for (value, number) in numbers.sorted(by: { $0.key < $1.key }) {
                    byGroup[variable, default: [:]][label(value, of: variable), default: 0] += number
                }
            }
            return Invited(total: invited.total, byGroup: byGroup)
        }
        return Measurement(
            instrument: measurement.instrument, version: measurement.version, period: measurement.period,
            answers: answers, invited: invited, files: measurement.files, constructed: measurement.constructed,
            importedAt: measurement.importedAt)
    }
}
