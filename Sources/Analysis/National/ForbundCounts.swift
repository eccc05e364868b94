public import Survey

/// What one förbund adds to the national result of one questionnaire and period: counts alone.
public struct ForbundCounts: Sendable {
    public let instrument: String
    public let version: String
    public let respondents: Int
    /// Everybody first, then each value of the background variables that are the same for all förbund.
    let groups: [Group]

    struct Group: Sendable {
        let group: NationalGroup
        /// By item of the version.
        let questions: [Contribution]
    }
}

/// One förbund's answers to one question in one group.
struct Contribution: Hashable, Sendable {
    var answers = 0
    var positive = 0
    var clearlyPositive = 0
}

extension ForbundCounts {
    /// Counts a förbund's answers in each group that all förbund have: everybody, and the values of variables with a list.
    ///
    /// A variable with several choices is left out: its groups overlap, and what remains of the total beside them cannot be
    /// judged.
    /// - Throws: `AnalysisFailure`.
    public init(_ measurement: Measurement, of instrument: Instrument) throws(AnalysisFailure) {
        guard let version = instrument.version(measurement.version) else {
            throw .unknownVersion(
                instrument: instrument.id, version: measurement.version, period: measurement.period)
        }
        let answers = measurement.answers
        var groups = Self.groups([.total], Grouping.total, answers, version)
        for variable in instrument.background where variable.values != nil && !variable.isMultiple {
            let values = (variable.values ?? []).map(\.label)
            let names = values.map { NationalGroup(variable: variable.id, name: $0) }
            guard let column = answers.group(variable.id), column.choices == nil else {
                groups += names.map { Group(group: $0, questions: version.items.map { _ in Contribution() }) }
                continue
            }
            let places = column.values.map { value in
                values.firstIndex(of: value).map { UInt16(clamping: $0 + 1) } ?? 0
            }
            groups += Self.groups(names, Grouping(by: [column.recoded(to: values, places: places)]), answers, version)
        }
        self.instrument = instrument.id
        self.version = version.id
        respondents = answers.respondents
        self.groups = groups
    }

    private static func groups(
        _ names: [NationalGroup], _ grouping: Grouping, _ answers: Answers, _ version: Version
    ) -> [Group] {
        let counts = version.items.map { item -> [ClassCounts] in
            guard let column = answers.question(item.question.id) else { return [] }
            return tally(column, on: item.question.scale, by: grouping)
        }
        return names.enumerated().map { place, name in
            Group(
                group: name,
                questions: counts.map { counts in
                    guard counts.indices.contains(place) else { return Contribution() }
                    let count = counts[place]
                    return Contribution(
                        answers: count.base, positive: count.positive, clearlyPositive: count.clearlyPositive)
                })
        }
    }
}
