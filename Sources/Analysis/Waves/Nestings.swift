/// The groups that lie inside others: of one variable with several choices, or of different variables. Whoever knows that
/// one does can take it from the other.
///
/// Groups that are too small to be shown are left out, since nothing is taken from or by them.
/// - Parameter divisions: by division; nil for one whose groups are in no table.
func nestings(_ divisions: [AnsweredDivision?]) -> [Nesting] {
    var nestings: [Nesting] = []
    for (inner, innerDivision) in divisions.enumerated() {
        for (outer, outerDivision) in divisions.enumerated() {
            guard let innerDivision, let outerDivision else { continue }
            let isSame = inner == outer
            guard !isSame || innerDivision.grouping.canOverlap else { continue }
            let holders = innerDivision.grouping.groupsHolding(outerDivision.grouping)
            for (place, group) in innerDivision.present.enumerated()
            where innerDivision.groups[group].response.answers >= innerDivision.division.smallestGroup {
                for (outerPlace, outerGroup) in outerDivision.present.enumerated()
                where holders[group].contains(outerGroup) && !(isSame && group == outerGroup) {
                    nestings.append(
                        Nesting(
                            inner: Nesting.Group(division: inner, group: place),
                            outer: Nesting.Group(division: outer, group: outerPlace)))
                }
            }
        }
    }
    return nestings
}

/// A set of places, a bit each.
private struct Places {
    var words: [UInt64]

    init(all count: Int) { words = Array(repeating: .max, count: (count + 63) / 64) }

    init(_ places: [Int], of count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
        for place in places where place >= 0 && place < count { words[place / 64] |= 1 << UInt64(place % 64) }
    }

    func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    mutating func keepOnly(_ other: Places) {
        for index in words.indices { words[index] &= other.words[index] }
    }
}

extension Grouping {
    /// For each group, the groups of `outer` that all its respondents are in; all of them for a group that nobody is in.
    ///
    /// One pass over the respondents, which ends where no cell can lie inside any group: nearly always after a few hundred.
    fileprivate func groupsHolding(_ outer: Grouping) -> [Places] {
        let sets = (0...outer.cellCount).map { Places(outer.groups(ofCell: $0), of: outer.names.count) }
        var common = [Places](repeating: Places(all: 0), count: cellCount)
        var isMet = [Bool](repeating: false, count: cellCount)
        // Those in no group are inside nothing that is looked for.
        var isOpen = [Bool](repeating: true, count: cellCount) + [false]
        var open = cellCount
        var last = [UInt32](repeating: .max, count: cellCount + 1)
        for (cell, set) in zip(codes ?? [], outer.codes ?? []) where isOpen[Int(cell)] && last[Int(cell)] != set {
            let cell = Int(cell)
            last[cell] = set
            if isMet[cell] {
                common[cell].keepOnly(sets[Int(set)])
            } else {
                isMet[cell] = true
                common[cell] = sets[Int(set)]
            }
            if common[cell].isEmpty {
                isOpen[cell] = false
                open -= 1
                if open == 0 { break }
            }
        }
        var holders = names.map { _ in Places(all: outer.names.count) }
        for cell in 0..<cellCount where isMet[cell] {
            for group in groups(ofCell: cell) { holders[group].keepOnly(common[cell]) }
        }
        return holders
    }
}
