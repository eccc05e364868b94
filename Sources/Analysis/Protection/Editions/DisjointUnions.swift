import Survey

/// What can be worked out of two editions of a breakdown whose groups share nobody: the smallest unions of groups that both
/// tell of.
///
/// Each edition tells of its shown groups and of the rest, which is the total less those. Where a part of one edition and one
/// of the other hold the same people they are joined, until each union is made of whole parts of both.
struct DisjointUnions {
    private let edition: GivenDivision
    private let sums: PresentSums
    private let values: [Set<GroupValue>]
    private let item: Int?
    private let shown: [Int]
    private let isTotalKnown: Bool
    /// Rows of the edition that tell of the item.
    private let told: [GivenRow]
    /// The union that each part is in: the groups, those who gave no value, the rest then, the rest now, the rows told.
    private let unions: [Int]
    private var nobody: Int { values.count }
    private var restThen: Int { values.count + 1 }
    private var restNow: Int { values.count + 2 }
    private func place(ofRow row: Int) -> Int { values.count + 3 + row }

    /// - Parameter areGoneElsewhere: whether the people of groups that are gone may be in groups that are new, under another
    ///   name; otherwise there is nobody of them now.
    init(
        edition: GivenDivision, sums: PresentSums, values: [Set<GroupValue>], item: Int?, shown: [Int],
        isTotalKnown: Bool, areGoneElsewhere: Bool
    ) {
        self.edition = edition
        self.sums = sums
        self.values = values
        self.item = item
        self.shown = shown
        self.isTotalKnown = isTotalKnown
        told = edition.rows.filter { $0.counts(item) != nil }
        let covered = told.reduce(into: Set<GroupValue>()) { $0.formUnion($1.values) }
        let (nobody, restThen, restNow) = (values.count, values.count + 1, values.count + 2)
        var joined = Joined(count: values.count + 3 + told.count)
        for group in values.indices {
            if !shown.contains(group) { joined.join(group, restNow) }
            if !values[group].isSubset(of: covered) { joined.join(group, restThen) }
        }
        if !values.contains(where: { $0.contains(.none) }) {
            joined.join(nobody, restNow)
            if !covered.contains(.none) { joined.join(nobody, restThen) }
        }
        for (row, held) in told.enumerated() {
            for group in held.groups + held.cut { joined.join(restNow + 1 + row, group) }
            if held.holdsThoseWithoutValue { joined.join(restNow + 1 + row, nobody) }
            if held.isGone, areGoneElsewhere { joined.join(restNow + 1 + row, restThen) }
        }
        unions = joined.unions
    }

    /// The rows that must be hidden too; none where all that can be worked out may be told.
    var toHide: [RowToHide] {
        var found = leftovers.map { RowToHide(group: $0, item: item) }
        found += returning.map { RowToHide(group: $0, item: item) }
        for union in Set(unions[...nobody]).sorted() where tellsOfFew([union]) {
            if unions[restNow] != union {
                found +=
                    cheapest(values.indices.filter { unions[$0] == union }).map { [RowToHide(group: $0, item: item)] }
                    ?? []
            } else {
                // One more group with the rest, and all that is told with it: such that it helps, if there is one.
                let others = shown.filter { unions[$0] != union }
                let helping = others.filter { !tellsOfFew([union, unions[$0]]) }
                found +=
                    cheapest(helping.isEmpty ? others : helping)
                    .map { [RowToHide(group: $0, item: item, isCompany: true)] } ?? []
            }
        }
        return found
    }

    private func cheapest(_ groups: [Int]) -> Int? {
        groups.filter(shown.contains).min {
            (sums.counts(of: $0, item).row.base, $0) < (sums.counts(of: $1, item).row.base, $1)
        }
    }

    /// The whole is not judged here.
    private func tellsOfFew(_ some: Set<Int>) -> Bool {
        if unions[..<nobody].allSatisfy(some.contains) { return false }
        guard let then = then(some), let now = now(some) else { return false }
        return now.tellsOfFew(since: then, by: sums.rule)
    }

    private func then(_ some: Set<Int>) -> GivenCounts? {
        func sum(_ rows: [GivenRow]) -> GivenCounts {
            rows.compactMap { $0.counts(item) }.reduce(sums.counts(item).nothing, +)
        }
        let own = sum(told.indices.filter { some.contains(unions[place(ofRow: $0)]) }.map { told[$0] })
        guard some.contains(unions[restThen]) else { return own }
        guard isTotalKnown, let total = edition.total?.counts(item) else { return nil }
        return own + (total - sum(told))
    }

    private func now(_ some: Set<Int>) -> GivenCounts? {
        func sum(_ groups: [Int]) -> GivenCounts {
            groups.map { sums.counts(of: $0, item) }.reduce(sums.counts(item).nothing, +)
        }
        let own = sum(shown.filter { some.contains(unions[$0]) })
        guard some.contains(unions[restNow]) else { return own }
        return isTotalKnown ? own + (sums.counts(item) - sum(shown)) : nil
    }

    /// Groups that were hidden then, perhaps so that others could be, and are shown now. Who takes them to be the same as then
    /// works out the others of then, and who takes the others to be the same works out them: unless those are seen to have
    /// changed, or cannot have been the same, they stay hidden.
    private var returning: [Int] {
        guard isTotalKnown, let total = edition.total?.counts(item) else { return [] }
        func sum(_ groups: [Int]) -> GivenCounts {
            groups.map { sums.counts(of: $0, item) }.reduce(sums.counts(item).nothing, +)
        }
        let returned = shown.filter { group in
            edition.rows.contains { $0.groups == [group] && $0.cut.isEmpty && $0.counts(item) == nil }
        }
        if returned.isEmpty { return [] }
        let restThen = told.compactMap { $0.counts(item) }.reduce(total, -)
        func tellTooMuch(_ left: GivenCounts) -> Bool {
            guard left.row.holds(RowCounts()), left.row.base > 0 else { return false }
            return item != nil && sums.rule.attribute != .none || left.isHidden(by: sums.rule)
        }
        let hidden = values.indices.filter { !shown.contains($0) }
        let toldThen = told.filter { row in !row.groups.isEmpty && row.groups.allSatisfy(hidden.contains) }
        let others = toldThen.compactMap { $0.counts(item) }.reduce(sums.counts(item) - sum(shown), -)
        if !hidden.contains(where: hasChanged), tellTooMuch(restThen - others) { return returned }
        let same = returned.filter { !hasChanged($0) }
        return tellTooMuch(restThen - sum(same)) ? same : same.filter { tellTooMuch(restThen - sum([$0])) }
    }

    /// Whether a group is seen to be other people than then.
    private func hasChanged(_ group: Int) -> Bool {
        edition.rows.contains { row in
            guard row.groups == [group], row.cut.isEmpty, let then = row.respondents else { return false }
            return abs(sums.counts(of: group, nil).row.base - then) >= sums.rule.smallestGroup
        }
    }

    /// Groups put together of one that was told of alone and of those that are left: they are worked out by taking the former
    /// away, unless the former edition told of them already.
    private var leftovers: [Int] {
        shown.filter { group in
            let inside = told.filter { $0.values.isSubset(of: values[group]) && $0.values != values[group] }
            guard !inside.isEmpty else { return false }
            let left = inside.compactMap { $0.counts(item) }.reduce(sums.counts(of: group, item), -)
            guard left.row.holds(RowCounts()), left.isHidden(by: sums.rule) else { return false }
            guard let total = edition.total?.counts(item) else { return true }
            return !told.compactMap { $0.counts(item) }.reduce(total, -).isHidden(by: sums.rule)
        }
    }
}

/// Things that are joined two and two, and what they make together.
private struct Joined {
    private(set) var unions: [Int]

    init(count: Int) { unions = Array(0..<count) }

    mutating func join(_ a: Int, _ b: Int) {
        let (kept, gone) = (min(unions[a], unions[b]), max(unions[a], unions[b]))
        unions = unions.map { $0 == gone ? kept : $0 }
    }
}
