extension Instrument {
    /// What became of a question between two versions.
    public enum Lineage: Equatable, Sendable {
        /// The earlier question whose figures may be set beside this one's.
        case comparable(Item)
        case notComparable(reason: String)
    }

    /// Follows a question of `version` back, version by version, to `earlier`.
    ///
    /// Every step must be declared comparable; the first that is not gives its reason.
    public func lineage(of item: Item, in version: Version, backTo earlier: Version) -> Lineage {
        guard let end = versions.firstIndex(where: { $0.id == earlier.id }),
            let start = versions.firstIndex(where: { $0.id == version.id }), end <= start
        else { return .notComparable(reason: "enkätens version är okänd") }
        var item = item
        for index in stride(from: start, to: end, by: -1) {
            switch item.comparability {
            case .first: return .notComparable(reason: "ny \(versions[index].id)")
            case .notComparable(let reason): return .notComparable(reason: reason)
            case .comparable(let former):
                guard let before = versions[index - 1].item(former) else {
                    return .notComparable(reason: "fanns inte i version \(versions[index - 1].id)")
                }
                item = before
            }
        }
        return .comparable(item)
    }
}
