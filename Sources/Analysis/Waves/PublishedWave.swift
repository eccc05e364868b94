import Survey

/// A period whose answers have been deleted: what was given out of it is left, protected as it was then.
struct PublishedWave {
    let published: PublishedPeriod
    let version: Version

    func groupNames(of variable: BackgroundVariable) -> [String] {
        published.groups.filter { $0.variable == variable.id }.map(\.name)
    }

    func total() -> GroupFigures { figures(of: nil, "Totalt") }

    /// Which groups had been put together under a common name is no longer known. That name's figures are therefore not set
    /// beside those of the groups that are put together now.
    func groups(_ shown: [String], by variable: BackgroundVariable, merged: MergedGroups?) -> [GroupFigures] {
        shown.map { $0 == merged?.name ? .nobody : figures(of: variable.id, $0) }
    }

    private func figures(of variable: String?, _ name: String) -> GroupFigures {
        guard let group = published.groups.first(where: { $0.variable == variable && $0.name == name }) else {
            return .nobody
        }
        return GroupFigures(
            response: group.answers.map { .figure(Response(answers: $0, invited: group.invited)) } ?? .tooFew,
            counts: version.items.map { item in
                let counts = group.questions.first { $0.question == item.question.id }?.counts
                return counts.map { .figure(ClassCounts($0)) } ?? .tooFew
            })
    }
}
