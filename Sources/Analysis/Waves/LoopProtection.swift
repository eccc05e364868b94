import Survey

/// What may be told of the answers that are given block by block, as one block for each insats that a person knows.
///
/// It is people who are protected, however many blocks each of them has: the fewest that are told of are so many people, and
/// a row is unanimous where at most one person has an answer of the other kind.
struct LoopProtection {
    struct Asked {
        let question: Question
        let isOnlyTotal: Bool
    }

    /// Why a group's figures are not shown; nil where they are.
    struct Rows {
        /// How many know something.
        var known: ProtectionReason?
        /// By item of the version; nil too for a question that is not asked in the loop.
        var items: [ProtectionReason?]
    }

    let loop: LoopTally
    let rule: RowRule
    /// By item of the version; nil for one that is not asked in the loop.
    let questions: [Asked?]

    /// How many know something tells how many know nothing: those who have no group in the breakdown of the loop.
    func total(_ group: CountedGroup) -> Rows {
        var rows =
            rows([group], isResponseShown: [true], by: .total, isPart: false).first ?? Rows(known: .tooFew, items: [])
        if let known = group.loop?.people, (1..<rule.smallestGroup).contains(group.response.answers - known) {
            rows.known = .tooFew
        }
        return rows
    }

    /// The blocks fall on the groups of the loop once each, so that what is not shown is the total less what is. Where that
    /// would be the answers of too few, or of people who are of one mind, the smallest of the groups that are shown is hidden
    /// too. So is how many of a group know anything, except in the groups of the loop itself, where everybody does.
    ///
    /// - Parameters:
    ///   - isResponseShown: by group. Where it is not, nothing of the group is: people who know something or answer a
    ///     question are respondents too, and tell how many those are at least.
    ///   - blocks: the group of each block.
    ///   - isOfLoop: whether the groups are those that the loop asks about.
    func groups(
        _ groups: [CountedGroup], isResponseShown: [Bool], by blocks: Grouping, isOfLoop: Bool
    ) -> [Rows] {
        var rows = rows(groups, isResponseShown: isResponseShown, by: blocks, isPart: true)
        for (item, asked) in questions.enumerated() {
            guard let asked, !asked.isOnlyTotal else { continue }
            func people(_ group: Int) -> Int { groups[group].counts[item].people ?? 0 }
            var shown = Set(groups.indices.filter { rows[$0].items[item] == nil })
            while let least = shown.min(by: { (people($0), $0) < (people($1), $1) }),
                loop.remainderIsUnsafe(shown, asked.question, by: blocks, rule)
            {
                shown.remove(least)
                rows[least].items[item] = .complement
            }
        }
        func people(_ group: Int) -> Int { groups[group].loop?.people ?? 0 }
        var shown = Set(groups.indices.filter { rows[$0].known == nil })
        while !isOfLoop, let least = shown.min(by: { (people($0), $0) < (people($1), $1) }),
            loop.remainderIsTooSmall(shown, by: blocks, smallestGroup: rule.smallestGroup)
        {
            shown.remove(least)
            rows[least].known = .complement
        }
        return rows
    }

    /// What each row allows on its own.
    private func rows(
        _ groups: [CountedGroup], isResponseShown: [Bool], by blocks: Grouping, isPart: Bool
    ) -> [Rows] {
        var rows = groups.indices.map { group in
            let isSmall = min(groups[group].response.answers, groups[group].loop?.people ?? 0) < rule.smallestGroup
            return Rows(
                known: isSmall ? .tooFew : isResponseShown[group] ? nil : .complement, items: questions.map { _ in nil }
            )
        }
        for (item, asked) in questions.enumerated() {
            guard let asked else { continue }
            let isUnanimous = loop.isNearlyUnanimous(asked.question, by: blocks, rule)
            for (group, counted) in groups.enumerated() {
                let people = min(counted.response.answers, counted.counts[item].people ?? 0)
                rows[group].items[item] =
                    asked.isOnlyTotal && isPart
                    ? .onlyTotal
                    : people < rule.smallestGroup
                        ? .tooFew : isUnanimous[group] ? .nearlyAll : isResponseShown[group] ? nil : .complement
            }
        }
        return rows
    }
}
