import Survey

/// The rows of a looped question in a breakdown, in blocks, unprotected.
struct LoopRows {
    let variable: String
    let question: String
    let groups: [(name: String, counts: RowCounts)]
    let total: RowCounts
    /// For blocks.
    let rule: RowRule

    /// Whether one of them, or those in none of the groups, would tell of few beside what was given out. All of them are then
    /// hidden: which blocks are of the same people is not known of what was given out.
    func tellOfFew(beside given: [PublishedPeriod]) -> Bool {
        let present = Dictionary(groups.map { (GroupValue($0.name), $0.counts) }) { first, _ in first }
        let rule = StepRule(row: rule)
        return given.contains { edition in
            var (rest, restThen) = (total, edition.total.flatMap(told))
            for group in edition.groups where group.variable == variable {
                guard let now = present[GroupValue(group.name)], let then = told(group) else { continue }
                if rule.tellsOfFew(from: then, to: now) { return true }
                rest = rest - now
                restThen = restThen.map { $0 - then }
            }
            return restThen.map { rule.tellsOfFew(from: $0, to: rest) } ?? false
        }
    }

    private func told(_ group: PublishedGroup) -> RowCounts? {
        group.questions.first { $0.question == question }?.counts.map(RowCounts.init)
    }
}
