public import Survey

/// The national result of one period: many förbund's answers counted together.
public struct NationalPool: Sendable {
    public let period: Period
    /// Those that any förbund has answers to, in the order that was given.
    public let instruments: [PooledInstrument]
}

/// One questionnaire's national result.
public struct PooledInstrument: Sendable {
    public let instrument: Instrument
    public let version: Version
    /// How many förbund and respondents; protected as a figure of its own.
    public let extent: Shown<PooledExtent>
    /// Everybody first.
    public let groups: [PooledGroup]
}

public struct PooledExtent: Hashable, Sendable {
    public let forbund: Int
    public let respondents: Int
}

public struct PooledGroup: Sendable {
    public let group: NationalGroup
    /// In the order of the version.
    public let questions: [PooledQuestion]
}

public struct PooledQuestion: Sendable {
    public let item: Item
    public let figure: Shown<PooledFigure>
}

/// One question's national result in one group.
public struct PooledFigure: Hashable, Sendable {
    /// Förbund with at least one answer.
    public let forbund: Int
    public let answers: Int
    public let positive: Int
    public let clearlyPositive: Int
    public let positiveSpread: Spread
    public let clearlyPositiveSpread: Spread
}

/// Counts many förbund's answers together. The same counts give the same result in whatever order they come.
///
/// A figure is shown where no förbund can be worked out from it (`PoolingRule`): from the figure alone, from what remains of
/// the total when the shown groups of a variable are taken away, or by a förbund that takes away its own answers.
/// - Parameter counts: one a förbund and questionnaire, all of the same period.
public func pool(_ counts: [ForbundCounts], of instruments: [Instrument], in period: Period) -> NationalPool {
    NationalPool(
        period: period,
        instruments: instruments.compactMap { instrument in
            let own = counts.filter { $0.instrument == instrument.id && $0.respondents > 0 }
            guard let version = own.first.flatMap({ instrument.version($0.version) }) else { return nil }
            return Pooling(instrument: instrument, version: version, counts: own.filter { $0.version == version.id })
                .pooled()
        })
}

/// The pooling of one questionnaire.
private struct Pooling {
    let instrument: Instrument
    let version: Version
    let counts: [ForbundCounts]
    let rule = PoolingRule()

    func pooled() -> PooledInstrument {
        let groups = counts.first?.groups.map(\.group) ?? []
        let byQuestion = version.items.indices.map { figures(of: $0, groups) }
        return PooledInstrument(
            instrument: instrument, version: version, extent: extent(),
            groups: groups.enumerated().map { place, group in
                PooledGroup(
                    group: group,
                    questions: zip(version.items, byQuestion).map {
                        PooledQuestion(item: $0, figure: $1[place])
                    })
            })
    }

    private func extent() -> Shown<PooledExtent> {
        let sum = counts.reduce(0) { $0 + $1.respondents }
        let largest = counts.map(\.respondents).max() ?? 0
        guard counts.count >= rule.fewestForbund, 100 * largest <= rule.mostOfOne * sum else { return .protected }
        return .figure(PooledExtent(forbund: counts.count, respondents: sum))
    }

    /// One question's figure in each group.
    private func figures(of question: Int, _ groups: [NationalGroup]) -> [Shown<PooledFigure>] {
        let all = groups.indices.map { group in counts.map { $0.groups[group].questions[question] } }
        let isOnlyTotal = instrument.isOnlyTotal(version.items[question].question)
        var isShown = zip(groups, all).map { group, counts in
            (group == .total || !isOnlyTotal) && rule.allows(counts, smallestGroup: limit(of: group.variable))
        }
        guard let total = groups.firstIndex(of: .total), isShown[total] else {
            return groups.map { _ in .protected }
        }
        for variable in Set(groups.compactMap(\.variable)).sorted() {
            let own = groups.indices.filter { groups[$0].variable == variable }
            protectRemainder(own, limit(of: variable), all, total, &isShown)
        }
        return groups.indices.map { group in
            isShown[group] ? .figure(figure(all[group], limit(of: groups[group].variable))) : .protected
        }
    }

    /// The fewest answers that are told of in the groups of a variable, or in the total.
    private func limit(of id: String?) -> Int {
        instrument.background.first { $0.id == id }.map(instrument.smallestGroup(of:)) ?? instrument.smallestGroup
    }

    /// What remains of the total beside the shown groups can be worked out by anybody: it is nothing, or may be shown itself.
    /// Until it is so, the smallest of the shown groups is hidden too.
    private func protectRemainder(
        _ groups: [Int], _ limit: Int, _ all: [[Contribution]], _ total: Int, _ isShown: inout [Bool]
    ) {
        while true {
            let shown = groups.filter { isShown[$0] }
            guard !shown.isEmpty else { return }
            let remainder = all[total].indices.map { forbund in
                shown.reduce(all[total][forbund]) { $0 - all[$1][forbund] }
            }
            if remainder.allSatisfy({ $0.answers == 0 }) || rule.allows(remainder, smallestGroup: limit) { return }
            let smallest = shown.min { answers(all[$0]) < answers(all[$1]) }
            guard let smallest else { return }
            isShown[smallest] = false
        }
    }

    private func answers(_ contributions: [Contribution]) -> Int { contributions.reduce(0) { $0 + $1.answers } }

    private func figure(_ contributions: [Contribution], _ limit: Int) -> PooledFigure {
        let sum = Contribution(sumOf: contributions)
        let large = contributions.filter { $0.answers >= limit }
        func spread(_ count: (Contribution) -> Int) -> Spread {
            SpreadRule().spread(large.compactMap { Ratio(count($0), of: $0.answers) })
        }
        return PooledFigure(
            forbund: contributions.count { $0.answers > 0 }, answers: sum.answers, positive: sum.positive,
            clearlyPositive: sum.clearlyPositive, positiveSpread: spread(\.positive),
            clearlyPositiveSpread: spread(\.clearlyPositive))
    }
}

extension NationalPool {
    /// The shown figures as they are set beside a förbund's own.
    public var figures: [NationalFigure] {
        instruments.flatMap { pooled in
            pooled.groups.flatMap { group in
                group.questions.flatMap { question -> [NationalFigure] in
                    guard let figure = question.figure.figure else { return [] }
                    return [(Measure.positive, figure.positive), (.clearlyPositive, figure.clearlyPositive)].map {
                        NationalFigure(
                            key: NationalKey(
                                instrument: pooled.instrument.id, question: question.item.question.id,
                                group: group.group, measure: $0.0),
                            share: .counted($0.1, of: figure.answers), answers: figure.answers,
                            forbund: figure.forbund)
                    }
                }
            }
        }
    }
}
