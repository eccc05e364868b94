/// Rows of groups that share people. Of two rows and the row of all that are in either, those who are in both are known: the
/// two together less the third.
struct OverlappingRows {
    /// Places of the cells with somebody in them.
    let everybody: Set<Int>
    /// Whether it is told that everybody is in some group.
    let isEverybodyInAGroup: Bool
    /// Rows that were given out before, as places of cells.
    let known: [Set<Int>]
    /// Of more rows than this only the total is tried as the third.
    private static let most = 32

    /// Those in two rows at once who can be worked out when a group is shown.
    ///
    /// - Parameters:
    ///   - group: places of its cells.
    ///   - others: the same of the other groups that are shown.
    func inBoth(_ group: Set<Int>, beside others: [Set<Int>]) -> [Set<Int>] {
        var found: [Set<Int>] = []
        for other in (isEverybodyInAGroup ? others : []) + known where group.union(other) == everybody {
            found.append(group.intersection(other))
        }
        guard !known.isEmpty, others.count + known.count <= Self.most else { return found }
        let rows = others + known
        for (place, one) in rows.enumerated() {
            let isOneKnown = place >= others.count
            for (otherPlace, other) in rows.enumerated() where isOneKnown || otherPlace >= others.count {
                if group.union(one) == other { found.append(group.intersection(one)) }
                if place < otherPlace, one.union(other) == group { found.append(one.intersection(other)) }
            }
        }
        return found
    }
}
