/// Groups that are shown together because some of them are too small to be shown alone. A respondent who is in several of
/// them is in it once.
public struct MergedGroups: Equatable, Sendable {
    public let name: String
    /// The names of the groups in it, in their order.
    public let members: [String]
}

/// Which of the groups must be merged: those too small, and while they are too small together the next smallest too.
///
/// Groups can overlap where a respondent may have several values. How many the merged ones are together is therefore
/// counted, and not added up: two groups of three may be the same three people.
/// - Parameters:
///   - periods: the respondents of each period; a period without respondents in a group does not count, since it shows
///     nothing.
///   - count: how many groups there are.
/// - Returns: places of groups, in order; empty where no group is too small.
func groupsToMerge(_ periods: [[Membership]], groups count: Int, smallestGroup: Int) -> [Int] {
    var sizes = [[Int]](repeating: [Int](repeating: 0, count: periods.count), count: count)
    for (period, memberships) in periods.enumerated() {
        for membership in memberships {
            for group in membership.groups { sizes[group][period] += membership.respondents }
        }
    }
    func least(_ sizes: [Int]) -> Int { sizes.filter { $0 > 0 }.min() ?? 0 }
    func tooSmall(_ sizes: [Int]) -> Bool { (1..<smallestGroup).contains(least(sizes)) }

    var merged = Set(sizes.indices.filter { tooSmall(sizes[$0]) })
    guard !merged.isEmpty else { return [] }
    var others = sizes.indices.filter { !merged.contains($0) && least(sizes[$0]) > 0 }
        .sorted { (least(sizes[$0]), $0) < (least(sizes[$1]), $1) }
    func together() -> [Int] {
        periods.map { memberships in
            memberships.reduce(0) { $0 + ($1.groups.contains(where: merged.contains) ? $1.respondents : 0) }
        }
    }
    while tooSmall(together()), !others.isEmpty {
        merged.insert(others.removeFirst())
    }
    return merged.sorted()
}
