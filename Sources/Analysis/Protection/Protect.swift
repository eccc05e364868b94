/// Decides which rows of a period are shown.
///
/// A row is hidden for what it says (`RowRule`), for what has been given out before, or because a row hidden for what it
/// says could be worked out with it (`HidingProblem`). What is hidden for the last reason is as little as possible
/// (`LeastLoss`). The same table always gives the same rows.
func protect(_ table: ProtectionTable) -> ProtectionOutcome {
    let rule = RowRule(smallestGroup: table.rules.smallestGroup, attribute: table.rules.attribute)
    let isFew = rule.reason(toHide: table.total.respondents) != nil
    let empty = ProtectionOutcome.Rows(response: nil, items: table.items.map { _ in nil })
    var outcome = ProtectionOutcome(
        total: ProtectionOutcome.Rows(
            response: isFew ? .tooFew : nil,
            items: table.total.rows.map { isFew ? .tooFew : rule.reason(toHide: $0) }),
        divisions: table.divisions.map { [ProtectionOutcome.Rows](repeating: empty, count: $0.groups) })

    // How many the respondents are comes first: it limits how many answers there can be.
    let nested = table.rules.isComplementary ? NestedGroups.all(table.nestings) : []
    for item in [nil] + table.items.indices.map(Optional.some) {
        var item = ItemProtection(table, item: item, nested: nested, beside: outcome)
        item.protect()
        item.write(to: &outcome)
    }
    return outcome
}
