import Survey

/// One group's figures in one period as they are counted, before any of it is protected.
struct CountedGroup {
    let response: Response
    /// By item of the version.
    let counts: [ClassCounts]
    /// Those who know something that a loop is about; nil where there is no loop.
    let loop: LoopResponse?
}

/// The groups that a breakdown shows, in their order.
struct BrokenDown {
    let variable: BackgroundVariable
    /// Those with one value, then those that were merged when they were given out, and last those that are merged now.
    let groups: [CountedName]
    /// The last of the groups, where some are merged.
    let merged: MergedGroups?

    init(_ variable: BackgroundVariable, groups: [CountedName], merged: MergedGroups? = nil) {
        self.variable = variable
        self.merged = merged
        let last = merged.map { CountedName(name: $0.name, members: $0.published) }
        self.groups = groups.filter { $0.name != last?.name } + [last].compactMap { $0 }
    }

    /// Whether its figures are in any table: where all groups are merged they say no more than the total.
    var namesItsGroups: Bool { Breakdown.namesItsGroups(merged, of: groups.count) }

    /// The place of the group that a value is in.
    func place(ofValue value: String) -> Int? {
        if let merged, merged.members.contains(value) { return groups.indices.last }
        return groups.firstIndex { $0.name == value && $0.members.isEmpty }
    }
}
