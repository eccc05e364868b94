public import Survey

/// Own figures beside the national ones: each beside the very same measure of the very same question and group.
///
/// There is no test of the difference: the own answers are part of the national ones.
public struct NationalComparison: Sendable {
    /// In the order of the own tables, group by group and measure by measure.
    public let rows: [NationalRow]
    /// National figures that no own group and question answers to.
    public let unmatched: [NationalFigure]
}

/// One national figure with the own one that it may be set beside.
public struct NationalRow: Sendable {
    public let instrument: Instrument
    /// The background variable of the group; nil for the total.
    public let variable: BackgroundVariable?
    public let group: String
    public let item: Item
    public let figure: NationalFigure
    /// Protected as everywhere else.
    public let own: Shown<Ratio>
    /// The national share as exactly as it was given.
    public let national: Ratio

    public var measure: Measure { figure.key.measure }

    /// From the national share to the own one; nil where the own one is protected.
    public var difference: Change? { own.figure.map { Change(from: national, to: $0) } }
}

/// Sets own figures beside the national ones of the same period.
///
/// - Parameter results: one a questionnaire; those that have no answers in the period say nothing.
public func compare(_ results: [Results], with national: NationalMeasurement) -> NationalComparison {
    var left: [NationalKey: NationalFigure] = [:]
    for figure in national.figures { left[figure.key] = figure }
    let variables = Set(national.figures.map(\.key.group.variable))
    var rows: [NationalRow] = []
    for results in results {
        for breakdown in results.breakdowns
        where breakdown.namesItsGroups && variables.contains(breakdown.variable?.id) {
            for group in breakdown.groups {
                guard let wave = group.waves.first(where: { $0.period == national.period }) else { continue }
                let named = breakdown.variable.map { NationalGroup(variable: $0.id, name: group.name) } ?? .total
                for measure in Measure.inTables {
                    for question in wave.questions {
                        let key = NationalKey(
                            instrument: results.instrument.id, question: question.item.question.id, group: named,
                            measure: measure)
                        guard let figure = left.removeValue(forKey: key),
                            let share = Ratio(figure.share.count, of: figure.share.base)
                        else { continue }
                        rows.append(
                            NationalRow(
                                instrument: results.instrument, variable: breakdown.variable, group: group.name,
                                item: question.item, figure: figure, own: own(measure, question.counts),
                                national: share))
                    }
                }
            }
        }
    }
    return NationalComparison(rows: rows, unmatched: national.figures.filter { left[$0.key] != nil })
}

private func own(_ measure: Measure, _ counts: Shown<ClassCounts>) -> Shown<Ratio> {
    counts.figure?.share(measure).map { .figure($0) } ?? .protected
}

extension Measure {
    /// The measures that are most looked for first.
    static let inTables: [Measure] = [.positive, .clearlyPositive, .neither, .negative]
}
