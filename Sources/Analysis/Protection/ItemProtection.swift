/// One item of a period in all breakdowns: each is solved by itself, and then groups are hidden that tell too much of a
/// group that they lie inside, until none does.
struct ItemProtection {
    private let item: Int?
    private let isComplementary: Bool
    private let nested: [NestedGroups]
    private var problems: [HidingProblem]
    /// By division and group: whether it is hidden.
    private var hidden: [[Bool]]

    /// - Parameter item: nil for how many the respondents are, which must be decided of before the questions.
    init(_ table: ProtectionTable, item: Int?, nested: [NestedGroups], beside outcome: ProtectionOutcome) {
        self.item = item
        self.nested = nested
        isComplementary = table.rules.isComplementary
        problems = table.divisions.indices.map { division in
            HidingProblem(
                table, division: division, item: item, isTotalShown: outcome.total[item] == nil,
                responses: item == nil ? nil : outcome.divisions[division].map(\.response))
        }
        hidden = problems.map { problem in problem.reasons.map { $0 != nil } }
    }

    mutating func protect() {
        guard isComplementary else { return }
        for division in problems.indices { hidden[division] = LeastLoss(problems[division]).hidden() }
        guard !nested.isEmpty else { return }
        // Each time one more group is hidden for good.
        while isolations > 0, let next = leastIsolating() { self = next }
    }

    func write(to outcome: inout ProtectionOutcome) {
        for (division, problem) in problems.enumerated() {
            for group in problem.reasons.indices where hidden[division][group] {
                outcome.divisions[division][group][item] = problem.reasons[group] ?? .complement
            }
            guard isComplementary else { continue }
            for block in 0..<problem.blockCount where problem.ways(of: block, hidden[division], atMost: 1) > 0 {
                let cells = problem.hiddenCells(of: block, hidden[division])
                outcome.unavoidable.append(.init(division: division, item: item, cells: cells.map(\.place)))
            }
        }
    }

    // MARK: - Groups inside others

    private var isolations: Int { Isolation(problems: problems, hidden: hidden).count(nested) }

    /// With one more group hidden, and its breakdown solved again: the group that leaves the fewest places where groups
    /// inside others tell too much, and of those the one with which the fewest answers are lost. Nil where all are hidden.
    private func leastIsolating() -> Self? {
        var best: (item: Self, order: [Int])?
        for division in Set(nested.flatMap { [$0.division, $0.outer.division] }).sorted() {
            for group in hidden[division].indices where !hidden[division][group] {
                var next = self
                next.problems[division].hide(group, .isolates)
                next.hidden[division] = LeastLoss(next.problems[division]).hidden()
                let order =
                    [next.isolations, next.loss] + problems[division].order(of: group) + [-division]
                if best.map({ order.lexicographicallyPrecedes($0.order) }) ?? true { best = (next, order) }
            }
        }
        return best?.item
    }

    /// Answers in hidden rows.
    private var loss: Int {
        problems.indices.reduce(0) { sum, division in
            let rows = problems[division].rows
            return rows.indices.reduce(sum) { $0 + (hidden[division][$1] ? rows[$1].base : 0) }
        }
    }
}
