import Survey

/// A period's answers counted in every way in which they are shown, and what of it may be.
struct AnsweredCounts {
    private let wave: AnsweredWave
    private let breakdowns: [BrokenDown]
    private let total: CountedGroup
    /// By breakdown; nil where nobody has a value of the variable.
    private let divisions: [AnsweredDivision?]
    /// The questions of the table by their places in the version: those whose answers are the respondents' own.
    private let items: [Int]
    let counted: CountedPeriod

    init(_ wave: AnsweredWave, of instrument: Instrument, _ breakdowns: [BrokenDown]) {
        let version = wave.version
        let items = version.items.indices.filter { !wave.isOfBlocks(version.items[$0]) }
        let total = wave.total()
        let divisions = breakdowns.map { wave.division($0, smallestGroup: instrument.smallestGroup(of: $0.variable)) }
        let made = zip(breakdowns, divisions).compactMap { breakdown, division in division.map { (breakdown, $0) } }
        self.wave = wave
        self.breakdowns = breakdowns
        self.total = total
        self.divisions = divisions
        self.items = items
        counted = CountedPeriod(
            instrument: instrument, period: wave.measurement.period, version: version,
            questions: items.map { version.items[$0].question.id },
            divisions: made.map { breakdown, division in
                CountedDivision(variable: breakdown.variable, groups: division.present.map { breakdown.groups[$0] })
            },
            table: ProtectionTable(
                rules: ProtectionRules(
                    smallestGroup: instrument.smallestGroup, attribute: instrument.attributeRule,
                    uncertainty: instrument.uncertainty),
                items: items.map { ItemRule(isOnlyTotal: instrument.isOnlyTotal(version.items[$0].question)) },
                total: CountedRows(
                    respondents: total.response.answers, rows: items.map { RowCounts(total.counts[$0]) }),
                divisions: made.map(\.1.division),
                nestings: nestings(made.map { $0.namesItsGroups ? $1 : nil })))
    }

    /// - Parameter given: what workbooks have given out of the same questionnaire and period.
    func figures(given: [PublishedPeriod]) -> WaveFigures {
        let outcome = protect(counted, beside: given)
        let whole = reasons(
            outcome.total, wave.loopProtection(rule(counted.table.rules.smallestGroup), isOnlyTotal)?.total(total))
        var protected = rows(total, whole, variable: nil, "Totalt")
        var place = 0
        let groups = zip(breakdowns, divisions).map { breakdown, division -> [GroupFigures] in
            guard let division else { return breakdown.groups.map { _ in .nobody } }
            let reasons = reasons(outcome.divisions[place], division, of: breakdown, given)
            if breakdown.namesItsGroups {
                for group in division.present {
                    protected += rows(
                        division.groups[group], reasons[group], variable: breakdown.variable.id,
                        breakdown.groups[group].name)
                }
                protected += remainder(division.division, of: breakdown.variable)
            }
            place += 1
            return zip(division.groups, reasons).map { figures($0, $1) }
        }
        return WaveFigures(total: figures(total, whole), groups: groups, protected: protected)
    }

    private func isOnlyTotal(_ question: Question) -> Bool { counted.instrument.isOnlyTotal(question) }

    private func rule(_ smallestGroup: Int) -> RowRule {
        RowRule(smallestGroup: smallestGroup, attribute: counted.instrument.attributeRule)
    }

    // MARK: What is hidden

    /// Why a group's figures are not shown; nil where they are.
    private struct Reasons {
        var response: ProtectionReason?
        /// By item of the version.
        var items: [ProtectionReason?]
        var loop: ProtectionReason?
    }

    private func reasons(_ rows: ProtectionOutcome.Rows, _ loop: LoopProtection.Rows?) -> Reasons {
        var reasons = Reasons(
            response: rows.response, items: loop?.items ?? wave.version.items.map { _ in nil }, loop: loop?.known)
        for (item, reason) in zip(items, rows.items) { reasons.items[item] = reason }
        return reasons
    }

    /// By place in the breakdown.
    private func reasons(
        _ outcome: [ProtectionOutcome.Rows], _ division: AnsweredDivision, of breakdown: BrokenDown,
        _ given: [PublishedPeriod]
    ) -> [Reasons] {
        let nobody = ProtectionOutcome.Rows(response: .tooFew, items: items.map { _ in .tooFew })
        var rows = division.groups.map { _ in nobody }
        for (group, found) in zip(division.present, outcome) { rows[group] = found }
        let limit = counted.instrument.smallestGroup(of: breakdown.variable)
        var loop = division.blocks.flatMap { blocks in
            wave.loopProtection(rule(limit), isOnlyTotal)?.groups(
                division.groups, isResponseShown: rows.map { $0.response == nil }, by: blocks,
                isOfLoop: wave.answers.loop?.variable == breakdown.variable.id)
        }
        if loop != nil, !given.isEmpty {
            for item in wave.version.items.indices where wave.isOfBlocks(wave.version.items[item]) {
                let isOfLoop = wave.answers.loop?.variable == breakdown.variable.id
                let rows = LoopRows(
                    variable: breakdown.variable.id, question: wave.version.items[item].question.id,
                    groups: zip(breakdown.groups, division.groups).map { ($0.name, RowCounts($1.counts[item])) },
                    total: RowCounts(total.counts[item]),
                    rule: rule(limit).ofBlocks(isOfLoop ? 1 : wave.answers.loop?.mostBlocks ?? 1))
                guard rows.tellOfFew(beside: given) else { continue }
                for group in division.groups.indices where loop?[group].items[item] == nil {
                    loop?[group].items[item] = .earlier
                }
            }
        }
        return rows.indices.map { reasons(rows[$0], loop?[$0]) }
    }

    private func figures(_ group: CountedGroup, _ reasons: Reasons) -> GroupFigures {
        guard group.response.answers > 0 else { return .nobody }
        return GroupFigures(
            response: reasons.response == nil ? .figure(group.response) : .protected,
            counts: zip(group.counts, reasons.items).map { $1 == nil ? .figure($0) : .protected },
            loop: group.loop.map { reasons.loop == nil ? .figure($0) : .protected })
    }

    // MARK: As it is

    private func rows(
        _ group: CountedGroup, _ reasons: Reasons, variable: String?, _ name: String
    ) -> [ProtectedRow] {
        guard group.response.answers > 0 else { return [] }
        func row(_ question: String?, _ reason: ProtectionReason, _ counts: RowCounts) -> ProtectedRow {
            ProtectedRow(
                period: counted.period, variable: variable, group: name, question: question, reason: reason,
                respondents: group.response.answers, counts: counts)
        }
        let response = reasons.response.map { row(nil, $0, RowCounts()) }
        return [response].compactMap { $0 }
            + zip(wave.version.items, zip(group.counts, reasons.items)).compactMap { item, found in
                found.1.map { row(item.question.id, $0, RowCounts(found.0)) }
            }
    }

    /// Those who gave no value of the variable, who are never shown.
    private func remainder(_ division: Division, of variable: BackgroundVariable) -> [ProtectedRow] {
        guard let cell = division.cells.first(where: { $0.groups.isEmpty }), cell.counted.respondents > 0 else {
            return []
        }
        func row(_ question: String?, _ size: Int, _ counts: RowCounts) -> ProtectedRow {
            ProtectedRow(
                period: counted.period, variable: variable.id, group: nil, question: question,
                reason: size < division.smallestGroup ? .tooFew : .complement, respondents: cell.counted.respondents,
                counts: counts)
        }
        return [row(nil, cell.counted.respondents, RowCounts())]
            + zip(counted.questions, cell.counted.rows).map { row($0, $1.base, $1) }
    }
}

extension RowCounts {
    init(_ counts: ClassCounts) {
        self.init(
            negative: counts.negative, neither: counts.neither, positive: counts.positive - counts.clearlyPositive,
            clearlyPositive: counts.clearlyPositive)
    }
}
