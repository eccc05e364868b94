/// A row hidden for what it says, or those without a value where they are as few: what may not be worked out.
struct ProtectedPart {
    /// Places in `HidingProblem.cells`: one where nobody is in several groups.
    let cells: [Int]
    /// False for those without a value.
    let isGroup: Bool
    /// Those whose number of respondents is known only together with this part's, in the same block. All of them are hidden
    /// whatever else is.
    var pool = Pool()
    /// The most respondents that the part can have, where that is known.
    var roof = Int.max

    struct Pool {
        var groups = Answered()
        var groupCount = 0
        var others = Answered()
        /// The least number of respondents of the part.
        var floor = 0
    }
}

extension HidingProblem {
    /// - Parameters:
    ///   - responses: what is decided of how many each group's respondents are; nil while that is what is asked.
    ///   - known: the blocks of the numbers of respondents.
    func protectedParts(_ responses: [ProtectionReason?]?, _ known: KnownBlocks) -> [ProtectedPart] {
        guard !protectedCounts.isEmpty else { return [] }
        var parts: [ProtectedPart] = []
        for group in rows.indices where isProtected(group) {
            var part = ProtectedPart(cells: cells.indices.filter { cells[$0].groups.contains(group) }, isGroup: true)
            if let responses, canOverlap, responses[group] == nil { part.roof = rows[group].respondents }
            parts.append(part)
        }
        if let rest = cells.firstIndex(where: \.groups.isEmpty), !mayTell(cells[rest].answered) {
            parts.append(ProtectedPart(cells: [rest], isGroup: false))
        }
        guard let responses, !canOverlap else { return parts }

        /// Nil where the cell's number of respondents is shown.
        func pool(_ cell: Int) -> Int? {
            if let group = cells[cell].groups.first, responses[group] == nil { return nil }
            return known.block[cells[cell].place]
        }
        for place in parts.indices {
            guard let own = parts[place].cells.first else { continue }
            parts[place].pool.floor = cells[own].answered.respondents
            guard let number = pool(own) else { continue }
            for other in cells.indices
            where other != own && cells[other].block == cells[own].block && pool(other) == number {
                parts[place].pool.floor = cells[own].groups.count
                if cells[other].groups.isEmpty {
                    parts[place].pool.others += cells[other].answered
                } else {
                    parts[place].pool.groups += cells[other].answered
                    parts[place].pool.groupCount += 1
                }
            }
        }
        return parts
    }

    private func isProtected(_ group: Int) -> Bool {
        switch reasons[group] {
        case .tooFew, .nearlyAll, .earlier: rows[group].base > 0
        case .complement, .isolates, .onlyTotal, nil: false
        }
    }
}
