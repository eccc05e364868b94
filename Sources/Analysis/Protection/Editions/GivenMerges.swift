import Survey

/// Groups that earlier workbooks put together. A merge that cut one of them would tell its parts.
struct GivenMerges {
    /// Places of groups.
    private let merges: [Set<Int>]
    private let withoutValue: [Set<Int>]

    /// Nothing was put together.
    init() { (merges, withoutValue) = ([], []) }

    /// - Parameters:
    ///   - given: of the periods that are shown side by side.
    ///   - names: of the groups, before any is put together.
    init(_ given: [PublishedPeriod], of variable: BackgroundVariable, names: [String]) {
        let places = Dictionary(names.enumerated().map { (GroupValue($1), $0) }) { first, _ in first }
        let merged = given.flatMap(\.groups).filter { group in
            group.variable == variable.id && group.members.count > 1
                && (group.answers != nil || group.questions.contains { $0.counts != nil })
        }
        func held(_ group: PublishedGroup) -> Set<Int> { Set(group.members.compactMap { places[GroupValue($0)] }) }
        merges = merged.map(held).filter { $0.count > 1 }
        withoutValue = merged.filter { $0.members.contains(PublishedGroup.withoutValue) }.map(held)
    }

    /// Every group that was put together with one of these, or with one of those.
    func closed(_ merged: Set<Int>) -> Set<Int> {
        var closed = merged
        while let more = merges.first(where: { !$0.isDisjoint(with: closed) && !$0.isSubset(of: closed) }) {
            closed.formUnion(more)
        }
        return closed
    }

    /// Whether those who gave no value were put together with one of these.
    func holdThoseWithoutValue(_ merged: Set<Int>) -> Bool { withoutValue.contains { !$0.isDisjoint(with: merged) } }
}
