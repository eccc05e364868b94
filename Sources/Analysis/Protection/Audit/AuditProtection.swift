public import Survey

/// Works out from what is about to be shown, and what has been given out before, how much a reader can tell of what is
/// protected: independently of how it was chosen what to protect.
///
/// The unknowns are whole counts: of each period, breakdown, question and group, the answers of each class, and the
/// respondents. A total is the sum of its groups and of those without a value; what a workbook gave out of the very same
/// answers is a sum of groups too. From these follow, by elimination, the sets of groups whose answers are known exactly,
/// and, by narrowing intervals until nothing changes, the least and the greatest that each count can be. What follows is
/// measured against the instrument's rules and `Results.protected`:
/// - groups that are known exactly together are nobody, or enough and not nearly all alike;
/// - of a protected row the negative answers (by rule) stay uncertain by the instrument's `uncertainty`, to a reader and to
///   any one of the respondents, or as uncertain as the total alone leaves them;
/// - a row beside what was given out of other answers does not differ by the answers of few.
///
/// Groups of several choices sum to more than the total: there, those who are not in a group that is shown are the others.
/// Whether one group lies inside another is not known from what is shown, and not asked.
///
/// - Complexity: for each question of a breakdown O(groups) where nothing is hidden, else O(hidden²) for every protected row.
/// - Parameters:
///   - results: what is about to be shown.
///   - histories: the same questionnaires over the years.
///   - publications: the workbooks that have been given out of the same förbund.
public func auditProtection(
    of results: [Results], histories: [History], given publications: [Publication]
) -> ProtectionAudit {
    var rows: [AuditedRow] = []
    var findings: [AuditFinding] = []
    for results in results {
        let former = publications.flatMap { publication in
            publication.periods.filter { $0.instrument == results.instrument.id }
                .map { ($0, PublicationOrigin(publication)) }
        }
        let audit = ResultsAudit(
            results: results, history: histories.first { $0.instrument.id == results.instrument.id }, former: former)
        let found = audit.audited()
        findings += found.findings
        rows += found.rows
    }
    return ProtectionAudit(rows: rows, findings: findings)
}

/// Audits one questionnaire.
private struct ResultsAudit {
    let results: Results
    let history: History?
    /// What was given out of it before.
    let former: [(period: PublishedPeriod, origin: PublicationOrigin)]

    func audited() -> (rows: [AuditedRow], findings: [AuditFinding]) {
        var findings: [AuditFinding] = changesOfHidden
        var ranges: [Period: [RowKey: CountRange]] = [:]
        let protected = Dictionary(grouping: results.protected, by: \.period)
        for wave in results.waves {
            var place = place(wave, protected[wave.period] ?? [])
            checkTotal(&place, wave)
            for breakdown in results.breakdowns where breakdown.namesItsGroups {
                check(breakdown, wave, in: &place)
            }
            findings += place.findings
            ranges[wave.period] = place.ranges
        }
        findings += olderFindings
        let rows = results.protected.map { row in
            AuditedRow(
                instrument: results.instrument, row: row,
                answers: ranges[row.period]?[RowKey(row)] ?? CountRange(lowest: 0, highest: nil))
        }
        return (rows, findings)
    }

    private func place(_ wave: WaveOrigin, _ protected: [ProtectedRow]) -> AuditedPlace {
        let items = items(of: wave.version)
        let total = results.breakdowns.first { $0.variable == nil }?.groups.first
        var row = total?.waves.first { $0.period == wave.period }.map { DisclosedRow($0, items: items.count) }
        // The same figure may stand on a sheet of years.
        for (place, counts) in historyCounts(wave.period, wave.version, items) where row?.counts[place] == nil {
            row = row ?? DisclosedRow(people: nil, counts: [RowCounts?](repeating: nil, count: items.count))
            row?.counts[place] = counts
        }
        return AuditedPlace(
            instrument: results.instrument, period: wave.period, items: items, total: row,
            former: former(of: wave.period, items),
            protected: Dictionary(protected.map { (RowKey($0), $0) }) { first, _ in first })
    }

    private func items(of version: Version) -> [AuditedItem] {
        version.items.map { item in
            AuditedItem(
                id: item.question.id, isLooped: item.question.isLooped,
                isOnlyTotal: results.instrument.isOnlyTotal(item.question))
        }
    }

    private func former(of period: Period, _ items: [AuditedItem]) -> [DisclosedPeriod] {
        former.filter { $0.period.period == period }.map { DisclosedPeriod($0.period, from: $0.origin, items: items) }
    }

    // MARK: The whole of the respondents

    private func checkTotal(_ place: inout AuditedPlace, _ wave: WaveOrigin) {
        guard let total = place.total else { return }
        let group = results.breakdowns.first { $0.variable == nil }?.groups.first
        let shown = group?.waves.first { $0.period == wave.period }
        checkTotal(total, people: people(shown, place.items), name: group?.name ?? "", in: &place)
        for row in results.protected where row.period == wave.period && row.variable == nil {
            // Of a row whose respondents are shown there are no more answers than they.
            let isLooped = place.items.first { $0.id == row.question }?.isLooped ?? false
            place.ranges[RowKey(row)] = CountRange(
                lowest: 0, highest: row.question == nil || isLooped ? nil : total.people)
        }
    }

    private func checkTotal(_ total: DisclosedRow, people: [Int?], name: String, in place: inout AuditedPlace) {
        let former = place.former.compactMap { period in period.total.map { (period.origin, $0) } }
        place.checkShown(total, people: people, of: name, by: nil, given: former.map(\.1))
        for (origin, then) in former where !total.agrees(with: then) {
            place.checkSteps(from: then, to: total, of: [name], by: nil, since: origin) { item in
                former.contains { $0.0 != origin && $0.1.figure(item) == total.figure(item) }
            }
        }
    }

    /// How many people answered each question of a loop.
    private func people(_ wave: GroupWave?, _ items: [AuditedItem]) -> [Int?] {
        var people = [Int?](repeating: nil, count: items.count)
        guard let wave else { return people }
        for (place, result) in wave.questions.enumerated() where place < people.count {
            people[place] = result.counts.figure?.people
        }
        return people
    }

    // MARK: Breakdowns

    private func check(_ breakdown: Breakdown, _ wave: WaveOrigin, in place: inout AuditedPlace) {
        // A period whose files do not have the variable has nothing of it.
        guard let variable = breakdown.variable,
            breakdown.groups.contains(where: { $0.waves.contains { $0.period == wave.period } })
        else { return }
        // Of deleted answers it is not known which groups nobody was in.
        let nobody = wave.hasAnswers ? DisclosedRow.nobody(items: place.items.count) : nil
        let groups = breakdown.groups.map { group in
            let shown = group.waves.first { $0.period == wave.period }
            return (
                name: group.name, values: group.values,
                row: shown.map { DisclosedRow($0, items: place.items.count) } ?? nobody
            )
        }
        let cells = DividedCells(groups, total: place.total, variable: variable.id, former: place.former)
        for (group, disclosed) in zip(breakdown.groups, cells.groups) {
            guard let shown = group.waves.first(where: { $0.period == wave.period }), let row = disclosed.row else {
                continue
            }
            place.checkShown(
                row, people: people(shown, place.items), of: group.name, by: variable,
                given: cells.given.filter { $0.cells == disclosed.cells }.map(\.row))
        }
        let audit = DivisionAudit(cells, by: variable, canOverlap: breakdown.canOverlap, in: place)
        for item in [nil] + place.items.indices.map(Optional.some) { audit.check(item, in: &place) }
        audit.checkSteps(in: &place)
    }

    // MARK: Changes and years

    /// Changes that are shown of figures that are not.
    private var changesOfHidden: [AuditFinding] {
        guard let wave = results.waves.first else { return [] }
        return results.breakdowns.flatMap { breakdown in
            breakdown.groups.flatMap { group in
                (group.waves.first { $0.period == wave.period }?.questions ?? []).compactMap { result in
                    guard case .changed = result.development else { return nil }
                    let former = results.former(of: result, in: group)
                    if result.counts.figure != nil, former == nil || former?.counts.figure != nil { return nil }
                    return AuditFinding(
                        instrument: results.instrument, period: wave.period, variable: breakdown.variable,
                        groups: [group.name], question: result.item.question.id, kind: .change, grade: .failure)
                }
            }
        }
    }

    /// Of the periods that only the sheet of years has.
    private var olderFindings: [AuditFinding] {
        guard let history else { return [] }
        return history.origins.flatMap { origin -> [AuditFinding] in
            guard !results.waves.contains(where: { $0.period == origin.period }) else { return [] }
            let items = items(of: origin.version)
            var total = DisclosedRow(people: nil, counts: [RowCounts?](repeating: nil, count: items.count))
            for (place, counts) in historyCounts(origin.period, origin.version, items) { total.counts[place] = counts }
            var place = AuditedPlace(
                instrument: results.instrument, period: origin.period, items: items, total: total,
                former: former(of: origin.period, items), protected: [:])
            checkTotal(
                total, people: [Int?](repeating: nil, count: items.count), name: "Totalt", in: &place)
            return place.findings
        }
    }

    /// The figures that the sheet of years has of a period, by the place of the question as it was asked then.
    private func historyCounts(
        _ period: Period, _ version: Version, _ items: [AuditedItem]
    ) -> [(place: Int, counts: RowCounts)] {
        guard let history, let newest = history.origins.last?.version,
            let column = history.periods.firstIndex(of: period)
        else { return [] }
        return history.questions.compactMap { question in
            guard question.points.indices.contains(column), case .figure(let counts) = question.points[column],
                case .comparable(let asked) = results.instrument.lineage(
                    of: question.item, in: newest, backTo: version),
                let place = items.firstIndex(where: { $0.id == asked.question.id })
            else { return nil }
            return (place, RowCounts(counts))
        }
    }
}

extension RowKey {
    fileprivate init(_ row: ProtectedRow) {
        self.init(variable: row.variable, group: row.variable == nil ? nil : row.group, question: row.question)
    }
}

extension DisclosedRow {
    fileprivate init(_ wave: GroupWave, items: Int) {
        var counts = wave.questions.map { $0.counts.figure.map(RowCounts.init) }
        counts += [RowCounts?](repeating: nil, count: max(0, items - counts.count))
        self.init(people: wave.response.figure?.answers, counts: counts)
    }
}

extension GroupResults {
    /// The values of the variable that are in it.
    fileprivate var values: Set<AuditedValue> {
        guard !members.isEmpty else { return [TextKey(name)] }
        return Set(members.map { $0 == PublishedGroup.withoutValue ? nil : AuditedValue(TextKey($0)) })
    }
}
