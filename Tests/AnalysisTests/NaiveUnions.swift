import Survey

/// What can be taken from what is shown: the people of the total, or of a group that holds others, who are in none of the
/// groups shown beside it. Found person by person.
struct NaiveUnions {
    let analysis: NaiveAnalysis
    /// Whether the row of a place is shown.
    let isShown: (String) -> Bool

    /// The places where such people are too few, or of one mind.
    func bad() -> [String] {
        var bad: [String] = []
        for wave in analysis.piles.indices {
            let items: [Question?] = [nil] + analysis.piles[wave].version.items.map(\.question)
            for item in items { bad += self.bad(item, in: wave) }
        }
        return bad
    }

    private struct Group {
        let place: String
        let people: Set<Int>
        let division: Int
        let isShown: Bool
    }

    /// - Parameter question: nil for how many they are.
    private func bad(_ question: Question?, in wave: Int) -> [String] {
        let pile = analysis.piles[wave]
        let divisions = analysis.divisions()
        let groups = divisions.enumerated().flatMap { number, division -> [Group] in
            if number > 0, division.names.count == 1, !division.pool.isEmpty { return [] }
            return division.names.compactMap { name in
                let id = division.variable?.id
                let isKnown = id == nil || pile.people.contains { $0.values[id ?? ""] != nil }
                let people = isKnown ? pile.people.indices.filter { division.has(pile.people[$0], name) } : []
                if people.isEmpty { return nil }
                let place = "\(id ?? "") \(name) \(pile.period.label)"
                return Group(
                    place: place, people: Set(people), division: number,
                    isShown: isShown(question.map { "\(place) \($0.id)" } ?? place))
            }
        }
        var bad: [String] = []
        for outer in groups where outer.isShown {
            for number in divisions.indices.dropFirst() {
                let inner = groups.filter {
                    $0.division == number && $0.isShown && $0.place != outer.place
                        && $0.people.isSubset(of: outer.people)
                }
                if inner.isEmpty { continue }
                let left = inner.reduce(outer.people) { $0.subtracting($1.people) }
                if !isSafe(left.map { pile.people[$0] }, question, divisions[number].smallestGroup) {
                    bad.append("\(outer.place) \(question?.id ?? "") less \(inner.map(\.place))")
                }
            }
        }
        return bad
    }

    private func isSafe(_ people: [Person], _ question: Question?, _ smallestGroup: Int) -> Bool {
        guard let question else { return people.isEmpty || people.count >= smallestGroup }
        let counts = NaiveCounts(people, question)
        return counts.base == 0
            || counts.base >= smallestGroup && !counts.isOfOneMind(analysis.instrument.attributeRule)
    }
}
