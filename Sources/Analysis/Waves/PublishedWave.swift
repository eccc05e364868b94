import Survey

/// A period whose answers have been deleted: what was given out of it is left, protected as it was then.
struct PublishedWave {
    let published: PublishedPeriod
    let version: Version

    /// Those of groups that are known to have been put together are not among them.
    func groupNames(of variable: BackgroundVariable) -> [String] {
        published.groups.filter { $0.variable == variable.id && $0.members.isEmpty }.map(\.name)
    }

    /// The groups that are known to have been put together.
    func mergedGroups(of variable: BackgroundVariable) -> [CountedName] {
        published.groups.filter { $0.variable == variable.id && !$0.members.isEmpty }
            .map { CountedName(name: $0.name, members: $0.members) }
    }

    func total() -> GroupFigures { figures(of: nil, "Totalt") }

    /// A common name's figures are set beside those of the groups that are put together under it now where these are the
    /// very same groups: where it is known which they were then.
    func groups(of breakdown: BrokenDown) -> [GroupFigures] {
        breakdown.groups.map { group in
            let then = published.groups.first { $0.variable == breakdown.variable.id && $0.name == group.name }
            let isSame = then.map { Set($0.members) == Set(group.members) } ?? false
            return isSame ? figures(of: breakdown.variable.id, group.name) : .nobody
        }
    }

    private func figures(of variable: String?, _ name: String) -> GroupFigures {
        guard let group = published.groups.first(where: { $0.variable == variable && $0.name == name }) else {
            return .nobody
        }
        return GroupFigures(
            response: group.answers.map { .figure(Response(answers: $0, invited: group.invited)) } ?? .protected,
            counts: version.items.map { item in
                let counts = group.questions.first { $0.question == item.question.id }?.counts
                return counts.map { .figure(ClassCounts($0)) } ?? .protected
            })
    }
}
