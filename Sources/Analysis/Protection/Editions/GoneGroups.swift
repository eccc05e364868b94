import Survey

/// Groups of an edition that nobody is in now: who are left is known without them too.
struct GoneGroups {
    private let groups: [PublishedGroup]
    /// Beyond so many only each alone, and all together, are taken away.
    private static let most = 8

    init(_ edition: PublishedPeriod, _ variable: BackgroundVariable, _ answers: Answers) {
        let column = answers.group(variable.id)
        // Where a person may be in several, those in one are not apart from the others.
        guard !variable.isMultiple, let column, column.choices == nil else {
            groups = []
            return
        }
        let met = Set(zip(column.values, column.sizes).filter { $0.1 > 0 }.map { GroupValue($0.0) })
        let listed = variable.values.map { Set($0.map { GroupValue($0.label) }) }
        groups = edition.groups.filter { group in
            guard group.variable == variable.id else { return false }
            let values = group.members.isEmpty ? [group.name] : group.members
            // The values of one that was put together may not have been kept.
            if group.members.isEmpty, case .merge(let name) = variable.smallGroups,
                name == group.name || listed?.contains(GroupValue(group.name)) == false
            {
                return false
            }
            return !values.contains { $0 == PublishedGroup.withoutValue || met.contains(GroupValue($0)) }
        }
    }

    /// Those that are taken away together.
    var sums: [[PublishedGroup]] {
        if groups.count > Self.most { return groups.map { [$0] } + [groups] }
        return (0..<(1 << groups.count)).dropFirst().map { choice in
            groups.indices.filter { choice >> $0 & 1 == 1 }.map { groups[$0] }
        }
    }
}

extension PublishedGroup {
    /// What is left when other groups are taken away; nothing of what one of them does not tell.
    func without(_ groups: [PublishedGroup]) -> PublishedGroup {
        PublishedGroup(
            variable: variable, name: name,
            answers: groups.reduce(answers) { left, group in left.flatMap { left in group.answers.map { left - $0 } } },
            invited: nil,
            questions: questions.map { question in
                PublishedQuestion(
                    question: question.question,
                    counts: groups.reduce(question.counts) { left, group in
                        let other = group.questions.first { $0.question == question.question }?.counts
                        return left.flatMap { left in other.map(left.without) }
                    })
            })
    }
}

extension PublishedCounts {
    fileprivate func without(_ other: PublishedCounts) -> PublishedCounts {
        PublishedCounts(
            negative: negative - other.negative, neither: neither - other.neither,
            positive: positive - other.positive, clearlyPositive: clearlyPositive - other.clearlyPositive)
    }
}
