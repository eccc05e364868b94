/// Groups that are shown together because some of them are too small to be shown alone.
public struct MergedGroups: Equatable, Sendable {
    public let name: String
    /// The names of the groups in it, in their order.
    public let members: [String]
}

/// Which of the groups must be merged: those too small, and while they are too small together the next smallest too.
///
/// - Parameter sizes: for each group its number of respondents in each period; a period without respondents does not
///   count, since it shows nothing.
/// - Returns: places in `sizes`, in order; empty where no group is too small.
func groupsToMerge(_ sizes: [[Int]], smallestGroup: Int) -> [Int] {
    func least(_ sizes: [Int]) -> Int { sizes.filter { $0 > 0 }.min() ?? 0 }
    func tooSmall(_ sizes: [Int]) -> Bool { (1..<smallestGroup).contains(least(sizes)) }

    var merged = sizes.indices.filter { tooSmall(sizes[$0]) }
    guard !merged.isEmpty else { return [] }
    var others = sizes.indices.filter { !merged.contains($0) && least(sizes[$0]) > 0 }
        .sorted { (least(sizes[$0]), $0) < (least(sizes[$1]), $1) }
    func together() -> [Int] {
        merged.reduce(into: [Int](repeating: 0, count: sizes.first?.count ?? 0)) { sum, group in
            for (period, size) in sizes[group].enumerated() { sum[period] += size }
        }
    }
    while tooSmall(together()), !others.isEmpty {
        merged.append(others.removeFirst())
    }
    return merged.sorted()
}
