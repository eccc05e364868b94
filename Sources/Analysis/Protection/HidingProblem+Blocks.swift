import Survey

/// What can be told apart where some groups are hidden: what is in no shown group is known whenever the total is, and so
/// are the parts of it that were given out before, the blocks.
extension HidingProblem {
    /// How much is told that may not be: blocks that tell too much, and ways in which they do.
    struct Disclosures: Comparable {
        var blocks = 0
        var ways = 0

        static func < (a: Self, b: Self) -> Bool { (a.blocks, a.ways) < (b.blocks, b.ways) }
    }

    func isSafe(_ hidden: [Bool]) -> Bool {
        (0..<blockCount).allSatisfy { ways(of: $0, hidden, atMost: 1) == 0 }
    }

    func disclosures(_ hidden: [Bool]) -> Disclosures {
        var found = Disclosures()
        for block in 0..<blockCount {
            let ways = ways(of: block, hidden, atMost: .max)
            found.blocks += ways == 0 ? 0 : 1
            found.ways += ways
        }
        return found
    }

    func isHidden(_ cell: Cell, _ hidden: [Bool]) -> Bool {
        cell.groups.allSatisfy { hidden[$0] }
    }

    func hiddenCells(of block: Int, _ hidden: [Bool]) -> [Cell] {
        cells.filter { $0.block == block && isHidden($0, hidden) }
    }

    /// In how many ways a block tells too much; it is not counted beyond `most`.
    func ways(of block: Int, _ hidden: [Bool], atMost most: Int) -> Int {
        var together = Block()
        for cell in cells where cell.block == block && isHidden(cell, hidden) {
            together.all += cell.answered
            together.cells += 1
            if cell.groups.isEmpty { together.without = cell.answered } else { together.groups += 1 }
            if cell.groups.contains(where: { reasons[$0] == .earlier }) { together.earlier += cell.answered.base }
        }
        // Everybody together, or nobody, is no more than the total tells.
        guard together.cells < cells.count, together.all.base > 0 else { return 0 }

        var ways = 0
        if !mayTell(together.all) { ways += 1 }
        // What was given out before of a row can be subtracted from the block.
        if together.earlier > 0 && together.all.base - together.earlier < rule.smallestGroup { ways += 1 }
        for part in parts where ways < most {
            let own = own(part, in: block, hidden)
            guard own.base > 0 else { continue }
            guard own != together.all || !isResponse else {
                // Alone in the block the part is known.
                ways += 1
                continue
            }
            let attack = attack(on: part, own, in: together)
            for classes in protectedCounts
            where !attack.isWide(classes, uncertainty: uncertainty, zeroIsTold: rule.attribute == .unfavourable) {
                ways += 1
            }
        }
        return ways
    }

    private struct Block {
        var all = Answered()
        var cells = 0
        /// Of them those who are in no group.
        var without = Answered()
        var groups = 0
        /// Answers in rows that may not be shown for what was given out before.
        var earlier = 0
    }

    private func own(_ part: ProtectedPart, in block: Int, _ hidden: [Bool]) -> Answered {
        var own = Answered()
        for place in part.cells where cells[place].block == block && isHidden(cells[place], hidden) {
            own += cells[place].answered
        }
        return own
    }

    private func attack(on part: ProtectedPart, _ own: Answered, in block: Block) -> Attack {
        let (others, shown) = (block.all - own, total - block.all)
        if canOverlap {
            return Attack(
                part: own, others: others, floor: others.respondents == 0 ? own.respondents : 0, roof: part.roof,
                shown: shown, shownGroups: isResponse ? 0 : nil)
        }
        if isResponse {
            let isGroup = part.isGroup
            let without = isGroup ? block.without : Answered()
            return Attack(
                part: own, groups: others - without, groupCount: block.groups - (isGroup ? 1 : 0), others: without,
                floor: isGroup ? 1 : 0, shown: shown, shownGroups: groupsWithSomebody - block.groups)
        }
        return Attack(
            part: own, groups: part.pool.groups, groupCount: part.pool.groupCount, others: part.pool.others,
            floor: part.pool.floor, rest: others - part.pool.groups - part.pool.others, shown: shown)
    }

    private var groupsWithSomebody: Int {
        cells.count - (cells.contains(where: \.groups.isEmpty) ? 1 : 0)
    }
}
