import Survey

/// Decides which rows of a period are shown beside what was given out of it before: nothing that can be worked out of both
/// tells of the few who have come, gone or changed in between.
///
/// Rows are forbidden until that is so. It always ends: with every row of a breakdown hidden there is the total alone, which
/// `standsAsGivenOut` has judged.
///
/// - Parameter given: what workbooks have given out; that of other questionnaires and periods is left aside.
func protect(_ counted: CountedPeriod, beside given: [PublishedPeriod]) -> ProtectionOutcome {
    let given = given.editions(of: counted.instrument, in: counted.period)
    if given.isEmpty { return protect(counted.table) }
    var rows = givenRows(beside: counted, in: given)
    let comparisons = counted.divisions.indices.map { place in
        EditionComparison(counted, division: place, given)
    }
    while true {
        var table = counted.table
        for place in rows.indices {
            table.divisions[place].known += rows[place].known
            table.divisions[place].forbidden += rows[place].forbidden
            table.divisions[place].company += rows[place].company
        }
        let outcome = protect(table)
        guard table.rules.isComplementary else { return outcome }
        var isDone = true
        for (place, comparison) in comparisons.enumerated() {
            for row in comparison.rowsToHide(total: outcome.total, outcome.divisions[place])
            where !rows[place].isHidden(row.group, row.item) {
                if row.isCompany {
                    rows[place].company.append((row.group, row.item))
                } else {
                    rows[place].forbid(row.group, row.item)
                }
                isDone = false
            }
        }
        if isDone { return outcome }
    }
}

/// A shown row that may not be.
struct RowToHide {
    let group: Int
    let item: Int?
    /// It tells nothing of few itself, but what is left when it is taken away does.
    var isCompany = false
}

/// One way of dividing the respondents beside every edition of it.
private struct EditionComparison {
    let editions: [GivenDivision]
    let sums: PresentSums
    /// The values of each group.
    let values: [Set<GroupValue>]

    init(_ counted: CountedPeriod, division place: Int, _ given: [PublishedPeriod]) {
        editions = given.map { GivenDivision($0, counted, division: place) }
        sums = PresentSums(counted.table, division: place)
        values = counted.divisions[place].groups.map { group in
            Set((group.members.isEmpty ? [group.name] : group.members).map(GroupValue.init))
        }
    }

    func rowsToHide(total: ProtectionOutcome.Rows, _ groups: [ProtectionOutcome.Rows]) -> [RowToHide] {
        var found: [RowToHide] = []
        for edition in editions {
            for item in [nil] + (0..<sums.items).map(Optional.some) {
                let shown = groups.indices.filter { groups[$0].isShown(item) }
                if shown.isEmpty { continue }
                let isTotalShown = total.isShown(item) && edition.total?.counts(item) != nil
                if sums.overlaps {
                    found += OverlappingUnions(
                        edition: edition, sums: sums, values: values, item: item, isTotalKnown: isTotalShown
                    )
                    .toHide(shown)
                } else {
                    // Where nothing is gone the two are one.
                    for elsewhere in edition.rows.contains(where: \.isGone) ? [true, false] : [false] {
                        let unions = DisjointUnions(
                            edition: edition, sums: sums, values: values, item: item, shown: shown,
                            isTotalKnown: isTotalShown, areGoneElsewhere: elsewhere)
                        found += unions.toHide
                    }
                }
            }
            found += PartedGroups(edition: edition, sums: sums, values: values).toHide(groups)
        }
        return found
    }
}

extension ProtectionOutcome.Rows {
    func isShown(_ item: Int?) -> Bool { self[item] == nil }
}

extension [PublishedPeriod] {
    /// Those of a questionnaire and period that say different things.
    func editions(of instrument: Instrument, in period: Period) -> [PublishedPeriod] {
        var editions: [PublishedPeriod] = []
        for given in self where given.instrument == instrument.id && given.period == period {
            if !editions.contains(where: { $0.groups == given.groups }) { editions.append(given) }
        }
        return editions
    }
}
