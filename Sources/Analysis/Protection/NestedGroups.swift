/// Groups of one breakdown that lie inside a group: of the same breakdown, if respondents can be in several groups, or of
/// another.
struct NestedGroups {
    let outer: Nesting.Group
    /// The breakdown of the inner groups.
    let division: Int
    var inner: Set<Int>

    /// In the order in which they are first told of.
    static func all(_ nestings: [Nesting]) -> [Self] {
        var places: [Key: Int] = [:]
        var found: [Self] = []
        for nesting in nestings {
            let key = Key(outer: nesting.outer, division: nesting.inner.division)
            if let place = places[key] {
                found[place].inner.insert(nesting.inner.group)
            } else {
                places[key] = found.count
                found.append(Self(outer: nesting.outer, division: nesting.inner.division, inner: [nesting.inner.group]))
            }
        }
        return found
    }

    private struct Key: Hashable {
        let outer: Nesting.Group
        let division: Int
    }
}
