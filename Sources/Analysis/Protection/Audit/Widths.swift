/// How closely a reader, or one of the respondents, can work out protected counts of the cells of a breakdown.
struct Widths {
    let exact: ExactSums
    /// The whole, if it is shown.
    let total: RowCounts?
    /// How many respondents each cell may have.
    let people: CountBounds
    /// Whether it is the respondents themselves that are reckoned, and not their answers.
    let arePeople: Bool
    /// What must stay uncertain.
    let counts: [AnswerSet]
    /// That there is no such answer may be told.
    let mayTellOfNone: Bool
    let uncertainty: Int
    /// The least and the most respondents of each group, and of those without a value: that a group is named says that there
    /// is somebody in it.
    let limits: [(cells: [Int], least: Int, most: Int)]
    /// Of each cell that is not shown, as it is; nil where that is not known.
    let rows: [ProtectedRow?]

    struct Narrow {
        let lowest: Int
        let highest: Int
        let isToRespondent: Bool
    }

    /// Somebody who takes the own answer out of what is told.
    private struct Respondent {
        let cell: Int
        /// Whether the own answer is one of those counted.
        let isCounted: Bool
    }

    /// The least that anybody can leave uncertain of a row's protected counts; nil where all of it is enough.
    func narrowest(of row: ProtectedRow, in cells: [Int]) -> Narrow? {
        // That nobody of a group answered a question tells nobody's answer.
        if !arePeople, row.counts.base == 0 { return nil }
        for set in counts {
            let truth = count(set, of: row)
            let range = bounds(set, without: nil).range(of: cells)
            if mayTellOfNone, range.highest == 0 { continue }
            if isNarrow(range, truth, set, cells, without: nil) {
                return Narrow(lowest: range.lowest, highest: range.highest, isToRespondent: false)
            }
            for respondent in respondents(set) {
                let own = respondent.isCounted && cells.contains(respondent.cell) ? 1 : 0
                let range = bounds(set, without: respondent).range(of: cells)
                if mayTellOfNone, range.highest == 0 { continue }
                if isNarrow(range, truth - own, set, cells, without: respondent) {
                    return Narrow(lowest: range.lowest, highest: range.highest, isToRespondent: true)
                }
            }
        }
        return nil
    }

    private func count(_ set: AnswerSet, of row: ProtectedRow) -> Int {
        arePeople ? row.respondents : set.count(in: row.counts)
    }

    /// What the total alone tells of a group is not told by the breakdown.
    private func isNarrow(
        _ range: (lowest: Int, highest: Int), _ truth: Int, _ set: AnswerSet, _ cells: [Int],
        without respondent: Respondent?
    ) -> Bool {
        guard range.lowest <= truth, truth <= range.highest else { return false }
        let alone = rangeOfTotal(set, cells, without: respondent)
        return range.highest < min(truth + 1, alone.highest)
            || range.highest - range.lowest < min(uncertainty, alone.highest - alone.lowest)
    }

    /// From the sums that are known.
    private func bounds(_ set: AnswerSet, without respondent: Respondent?) -> CountBounds {
        var lowest = arePeople ? people.lowest : [Int](repeating: 0, count: people.highest.count)
        var highest =
            arePeople ? [Int](repeating: CountBounds.unlimited, count: people.highest.count) : people.highest
        for (cell, value) in exact.single.enumerated() {
            guard let value else { continue }
            (lowest[cell], highest[cell]) = (set.count(in: value), set.count(in: value))
        }
        if let respondent {
            lowest[respondent.cell] = max(0, lowest[respondent.cell] - 1)
            highest[respondent.cell] -= 1
        }
        var bounds = CountBounds(lowest: lowest, highest: highest)
        bounds.narrow(
            by: exact.remaining.map { sum in
                let own = respondent.map { $0.isCounted && sum.cells.contains($0.cell) ? 1 : 0 } ?? 0
                return (sum.cells, set.count(in: sum.value) - own)
            })
        return bounds
    }

    /// From the total and how many the respondents of each group are.
    private func rangeOfTotal(
        _ set: AnswerSet, _ cells: [Int], without respondent: Respondent?
    ) -> (lowest: Int, highest: Int) {
        var own = CountBounds.unlimited
        var others = 0
        var fewestOthers = 0
        for (group, least, most) in limits {
            let most = arePeople ? CountBounds.unlimited : most
            let away = respondent.map { group.contains($0.cell) ? 1 : 0 } ?? 0
            if group.contains(where: cells.contains) {
                own = min(own, most - away)
            } else {
                others += most - away
                fewestOthers += arePeople ? max(0, least - away) : 0
            }
        }
        guard let total else { return (0, own) }
        let sum = set.count(in: total) - (respondent?.isCounted == true ? 1 : 0)
        return (max(0, sum - others), min(sum - fewestOthers, own))
    }

    /// The respondents of the cells that are not known alone: one of each kind there is.
    private func respondents(_ set: AnswerSet) -> [Respondent] {
        var all: [Respondent] = []
        for (cell, row) in rows.enumerated() where exact.single[cell] == nil {
            guard let row else { continue }
            let counted = count(set, of: row)
            if counted > 0 { all.append(Respondent(cell: cell, isCounted: true)) }
            if row.respondents > counted { all.append(Respondent(cell: cell, isCounted: false)) }
        }
        return all
    }
}
