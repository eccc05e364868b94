/// Groups that are shown together because some of them are too small to be shown alone. A respondent who is in several of
/// them is in it once.
public struct MergedGroups: Equatable, Sendable {
    public let name: String
    /// The names of the groups in it, in their order.
    public let members: [String]
    /// Those who gave no value of the variable are in it too: they are so few that the groups beside them would tell of them.
    public let hasThoseWithoutValue: Bool

    init(name: String, members: [String], hasThoseWithoutValue: Bool = false) {
        self.name = name
        self.members = members
        self.hasThoseWithoutValue = hasThoseWithoutValue
    }
}

/// Places of groups to be merged, in order.
struct GroupsToMerge: Equatable {
    var groups: [Int] = []
    /// Those who are in none of the groups are merged with them.
    var hasThoseInNone = false
}

/// Which of the groups must be merged: those too small, and while they are too small together the next smallest too.
///
/// Those who are in none of the groups can be counted by whoever takes the groups from the total. Where they are too few they
/// are therefore merged as a small group is; they are never added to others that are.
///
/// Groups can overlap where a respondent may have several values. How many the merged ones are together is therefore
/// counted, and not added up: two groups of three may be the same three people.
/// - Parameters:
///   - periods: the respondents of each period; a period without respondents in a group does not count, since it shows
///     nothing.
///   - count: how many groups there are.
///   - canMergeNone: whether those in none of the groups may be merged with any.
///   - given: what has been merged before, and is not parted again.
/// - Returns: nothing where no group is too small.
func groupsToMerge(
    _ periods: [[Membership]], groups count: Int, smallestGroup: Int, canMergeNone: Bool = true,
    given: GivenMerges = GivenMerges()
) -> GroupsToMerge {
    // Those in none stand last.
    var sizes = [[Int]](repeating: [Int](repeating: 0, count: periods.count), count: count + 1)
    for (period, memberships) in periods.enumerated() {
        for membership in memberships {
            for group in membership.groups { sizes[group][period] += membership.respondents }
            if membership.groups.isEmpty, canMergeNone { sizes[count][period] += membership.respondents }
        }
    }
    func least(_ sizes: [Int]) -> Int { sizes.filter { $0 > 0 }.min() ?? 0 }
    func tooSmall(_ sizes: [Int]) -> Bool { (1..<smallestGroup).contains(least(sizes)) }

    var merged = Set(sizes.indices.filter { tooSmall(sizes[$0]) })
    guard !merged.isEmpty else { return GroupsToMerge() }
    func close() {
        let isNoneMerged = merged.remove(count) != nil
        merged = given.closed(merged)
        if isNoneMerged || canMergeNone && given.holdThoseWithoutValue(merged) { merged.insert(count) }
    }
    close()
    var others = (0..<count).filter { !merged.contains($0) && least(sizes[$0]) > 0 }
        .sorted { (least(sizes[$0]), $0) < (least(sizes[$1]), $1) }
    func together() -> [Int] {
        periods.map { memberships in
            memberships.reduce(0) { sum, membership in
                let isMerged =
                    membership.groups.isEmpty
                    ? merged.contains(count) : membership.groups.contains(where: merged.contains)
                return sum + (isMerged ? membership.respondents : 0)
            }
        }
    }
    while tooSmall(together()), !others.isEmpty {
        merged.insert(others.removeFirst())
        close()
    }
    let hasThoseInNone = merged.remove(count) != nil
    return merged.isEmpty ? GroupsToMerge() : GroupsToMerge(groups: merged.sorted(), hasThoseInNone: hasThoseInNone)
}
