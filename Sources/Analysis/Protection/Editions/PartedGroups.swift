import Survey

/// Groups that have been split, put together or renamed since an edition. Which people are in both is not known, but where a
/// group that is gone has every answer of one that is new, and a few more, everybody will take it for a part of it.
struct PartedGroups {
    let edition: GivenDivision
    let sums: PresentSums
    let values: [Set<GroupValue>]
    /// Beyond so many groups on one side only single ones are compared.
    private static let mostGroups = 8

    func toHide(_ groups: [ProtectionOutcome.Rows]) -> [RowToHide] {
        let gone = edition.rows.filter(\.isGone)
        if gone.isEmpty { return [] }
        let known = edition.rows.reduce(into: Set<GroupValue>()) { $0.formUnion($1.values) }
        let new = values.indices.filter { values[$0].isDisjoint(with: known) }
        var found: [RowToHide] = []
        func look(_ gone: [GivenRow], _ new: [Int]) {
            for item in itemsThatTell(gone, new, groups) {
                if let least = new.min(by: { size($0, item) < size($1, item) }) {
                    found.append(RowToHide(group: least, item: item))
                }
            }
        }
        for row in gone { for new in Self.choices(of: new) { look([row], new) } }
        for rows in Self.choices(of: gone) where rows.count > 1 { for group in new { look(rows, [group]) } }
        return found
    }

    private func size(_ group: Int, _ item: Int?) -> Int { sums.counts(of: group, item).row.base }

    private static func choices<Element>(of all: [Element]) -> [[Element]] {
        guard all.count <= mostGroups else { return all.map { [$0] } }
        return (1..<(1 << all.count)).map { choice in all.indices.filter { choice >> $0 & 1 == 1 }.map { all[$0] } }
    }

    /// Those in which one side holds the other, in this and in all others that both tell of, and what is left is of few.
    private func itemsThatTell(
        _ gone: [GivenRow], _ new: [Int], _ groups: [ProtectionOutcome.Rows]
    ) -> [Int?] {
        let pairs = ([nil] + (0..<sums.items).map(Optional.some)).compactMap {
            item -> (Int?, GivenCounts, GivenCounts)? in
            let then = gone.compactMap { $0.counts(item) }
            guard then.count == gone.count, new.allSatisfy({ groups[$0].isShown(item) }) else { return nil }
            let nothing = sums.counts(item).nothing
            return (item, then.reduce(nothing, +), new.map { sums.counts(of: $0, item) }.reduce(nothing, +))
        }
        guard
            pairs.allSatisfy({ $0.1.row.holds($0.2.row) }) || pairs.allSatisfy({ $0.2.row.holds($0.1.row) })
        else { return [] }
        return pairs.filter { $0.2.tellsOfFew(since: $0.1, by: sums.rule) }.map(\.0)
    }
}
