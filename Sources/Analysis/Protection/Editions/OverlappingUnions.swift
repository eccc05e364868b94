import Survey

/// The same where a respondent can be in several groups: what is told is each group, and those who are not in it.
struct OverlappingUnions {
    let edition: GivenDivision
    let sums: PresentSums
    /// Of each group.
    let values: [Set<GroupValue>]
    let item: Int?
    let isTotalKnown: Bool

    func toHide(_ shown: [Int]) -> [RowToHide] {
        shown.filter { group in
            if tellsWhoWereInTwo(group) { return true }
            return edition.rows.contains { row in
                guard row.groups == [group], row.cut.isEmpty, !row.holdsThoseWithoutValue, let then = row.counts(item)
                else { return false }
                let now = sums.counts(of: group, item)
                if now.tellsOfFew(since: then, by: sums.rule) { return true }
                guard isTotalKnown, now != then, let total = edition.total?.counts(item) else { return false }
                return (sums.counts(item) - now).tellsOfFew(since: total - then, by: sums.rule)
            }
        }.map { RowToHide(group: $0, item: item) }
    }

    /// Two rows that have been put together since: what they were together, less what they are now, is those in both.
    private func tellsWhoWereInTwo(_ group: Int) -> Bool {
        let parts = edition.rows.filter { $0.counts(item) != nil && $0.values.isSubset(of: values[group]) }
        let now = sums.counts(of: group, item)
        return parts.indices.contains { place in
            parts[(place + 1)...].contains { other in
                guard parts[place].values.union(other.values) == values[group],
                    let one = parts[place].counts(item), let two = other.counts(item)
                else { return false }
                let both = one + two - now
                return both.row.holds(RowCounts()) && both.isHidden(by: sums.rule)
            }
        }
    }
}
