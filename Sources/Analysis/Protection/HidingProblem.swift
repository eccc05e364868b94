import Survey

/// One item of one breakdown in one period: which rows must be hidden so that those hidden for what they say cannot be
/// worked out of the total and the others.
struct HidingProblem {
    struct Cell {
        /// Places of groups; empty for those who are in none.
        let groups: [Int]
        let place: Int
        let answered: Answered
        /// Cells that are in the same of the rows given out before have the same.
        let block: Int
    }

    /// By group: what its row says.
    let rows: [Answered]
    /// By group: why the row is hidden in any case.
    private(set) var reasons: [ProtectionReason?]
    /// Cells with somebody in them: that nobody is in a group is told.
    let cells: [Cell]
    let blockCount: Int
    let total: Answered
    let rule: RowRule
    /// The counts of a protected row that must stay uncertain, and by how much.
    let protectedCounts: [Classes]
    let uncertainty: Int
    let isResponse: Bool
    /// By group: its answers to all questions, where the item is how many the respondents are. They are lost too.
    let answers: [[RowCounts]]
    let canOverlap: Bool
    private(set) var parts: [ProtectedPart] = []

    /// - Parameters:
    ///   - item: nil for how many the respondents are.
    ///   - responses: what is decided of how many each group's respondents are; nil while that is what is asked.
    init(_ table: ProtectionTable, division: Int, item: Int?, isTotalShown: Bool, responses: [ProtectionReason?]?) {
        let from = table.divisions[division]
        let attribute = item == nil ? .none : table.rules.attribute
        let known = KnownBlocks(from, item)
        var rows = [Answered](repeating: Answered(), count: from.groups)
        var cells: [Cell] = []
        cells.reserveCapacity(from.cells.count)
        for (place, cell) in from.cells.enumerated() where cell.counted.respondents > 0 {
            let answered = cell.counted.answered(item)
            for group in cell.groups { rows[group] += answered }
            cells.append(Cell(groups: cell.groups, place: place, answered: answered, block: known.block[place]))
        }
        let rule = RowRule(smallestGroup: from.smallestGroup, attribute: attribute)
        let isOnlyTotal = item.map { table.items[$0].isOnlyTotal } ?? false
        reasons = rows.indices.map { group in
            if let reason = rule.reason(toHide: rows[group].respondents) { return reason }
            if isOnlyTotal { return .onlyTotal }
            if let reason = rule.reason(toHide: rows[group].row) { return reason }
            if from.forbidden.contains(where: { $0.group == group && $0.item == item }) { return .earlier }
            return from.company.contains { $0.group == group && $0.item == item } ? .complement : nil
        }
        self.rows = rows
        self.cells = cells
        self.rule = rule
        blockCount = known.count
        total = table.total.answered(item)
        uncertainty = table.rules.uncertainty
        protectedCounts = item == nil ? [.everybody] : attribute.protectedCounts
        isResponse = item == nil
        answers = item == nil ? from.answersByGroup(questions: table.items.count) : []
        canOverlap = cells.contains { $0.groups.count > 1 }
        guard table.rules.isComplementary, !isOnlyTotal else { return }
        for group in reasons.indices where reasons[group] == nil {
            // Answers shown of a group would be a lower bound of a number of respondents that is not.
            reasons[group] = isTotalShown ? responses?[group] : .complement
        }
        if canOverlap {
            hideThoseWhoseOthersAreFew()
            hideWhatTellsOfFewInBoth(
                OverlappingRows(
                    everybody: Set(cells.map(\.place)), isEverybodyInAGroup: from.isEverybodyInAGroup,
                    known: from.known.filter { $0.item == item }.map { Set($0.cells) }))
        }
        guard mayTellTooMuch else { return }
        parts = protectedParts(responses, KnownBlocks(from, nil))
    }

    mutating func hide(_ group: Int, _ reason: ProtectionReason) {
        if reasons[group] == nil { reasons[group] = reason }
    }

    /// Whether there is anybody in no shown group.
    var mayTellTooMuch: Bool {
        cells.contains { cell in cell.groups.allSatisfy { reasons[$0] != nil } }
    }

    /// Whether the figures of these people alone may be told, as the difference of two rows tells them.
    func mayTell(_ people: Answered) -> Bool {
        people.base == 0 || rule.reason(toHide: people.row) == nil
    }

    /// The total less a group are those who are not in it. They can all be in other groups that are shown.
    private mutating func hideThoseWhoseOthersAreFew() {
        for group in rows.indices where reasons[group] == nil && !mayTell(total - rows[group]) {
            reasons[group] = .isolates
        }
    }

    /// The group with the fewest answers is hidden first.
    private mutating func hideWhatTellsOfFewInBoth(_ overlapping: OverlappingRows) {
        let places = rows.indices.map { group in
            Set(cells.filter { $0.groups.contains(group) }.map(\.place))
        }
        let rising = rows.indices.sorted { order(of: $0).lexicographicallyPrecedes(order(of: $1)) }
        for group in rising where reasons[group] == nil {
            let others = rising.filter { reasons[$0] == nil && $0 != group }.map { places[$0] }
            let both = overlapping.inBoth(places[group], beside: others)
            if both.contains(where: { !mayTell(of: $0) }) { reasons[group] = .isolates }
        }
    }

    private func mayTell(of places: Set<Int>) -> Bool {
        mayTell(cells.reduce(Answered()) { places.contains($1.place) ? $0 + $1.answered : $0 })
    }
}

extension HidingProblem {
    /// The group whose answers are fewest is hidden first. Where that is equal what the answers are decides, so that the
    /// order of the groups does so only among groups that are alike, and then the later is hidden.
    func order(of group: Int) -> [Int] {
        let row = rows[group]
        let answers = isResponse ? answers[group] : []
        return [row.base, answersBeside(group), row.respondents] + (0..<4).map { row.counts[$0] }
            + answers.flatMap { [$0.negative, $0.neither, $0.positive, $0.clearlyPositive] } + [-group]
    }

    /// How many answers are lost with the row besides its own.
    func answersBeside(_ group: Int) -> Int {
        isResponse ? answers[group].reduce(0) { $0 + $1.base } : 0
    }
}

extension Division {
    fileprivate func answersByGroup(questions: Int) -> [[RowCounts]] {
        var answers = [[RowCounts]](
            repeating: [RowCounts](repeating: RowCounts(), count: questions), count: groups)
        for cell in cells {
            for group in cell.groups {
                for question in 0..<questions {
                    answers[group][question] = answers[group][question] + cell.counted.rows[question]
                }
            }
        }
        return answers
    }
}

/// The cells of a breakdown by which of the rows that were given out before they are in.
struct KnownBlocks {
    /// By cell.
    let block: [Int]
    let count: Int

    init(_ division: Division, _ item: Int?) {
        let known = division.known.filter { $0.item == item }.map(\.cells)
        guard !known.isEmpty else {
            (block, count) = ([Int](repeating: 0, count: division.cells.count), 1)
            return
        }
        var blocks: [[Int]: Int] = [:]
        block = division.cells.indices.map { cell in
            let signature = known.indices.filter { known[$0].contains(cell) }
            let block = blocks[signature] ?? blocks.count
            blocks[signature] = block
            return block
        }
        count = blocks.count
    }
}

extension AttributeRule {
    /// The counts of a row hidden for what it says that must not be worked out.
    fileprivate var protectedCounts: [Classes] {
        switch self {
        case .none: []
        case .unfavourable: [.negative, .notPositive]
        case .all: [.negative, .neither, .positive, .clearlyPositive, .notPositive]
        }
    }
}
