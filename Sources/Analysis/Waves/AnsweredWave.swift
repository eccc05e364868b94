import Survey

/// A period that there are answers for.
struct AnsweredWave {
    let measurement: Measurement
    let version: Version
    let smallestGroup: Int
    private var answers: Answers { measurement.answers }

    func total() -> GroupFigures {
        let response = Response(answers: answers.respondents, invited: measurement.invited?.total)
        let loop = LoopTally(answers)
        return figures(
            response, tallies(by: .total, loop: loop, blocks: .total).compactMap(\.first),
            loop?.responses(by: .total).first)
    }

    func groupNames(of variable: BackgroundVariable) -> [String] {
        guard let column = answers.group(variable.id) else { return [] }
        return zip(column.values, column.sizes).filter { $0.1 > 0 }.map(\.0)
    }

    func memberships(of names: [String], by variable: BackgroundVariable) -> [Membership] {
        guard let column = answers.group(variable.id) else { return [] }
        return Grouping(by: [column.regrouped(as: names, merged: nil)]).memberships(answers.respondents)
    }

    func canOverlap(_ variable: BackgroundVariable) -> Bool {
        variable.isMultiple || answers.group(variable.id)?.choices != nil
    }

    func groups(_ shown: [String], by variable: BackgroundVariable, merged: MergedGroups?) -> [GroupFigures] {
        let regrouped = answers.group(variable.id).map { $0.regrouped(as: shown, merged: merged) }
        let column =
            regrouped
            ?? GroupColumn(
                variable: variable.id, values: shown, codes: [UInt16](repeating: 0, count: answers.respondents))
        let grouping = Grouping(by: [column])
        let sizes = grouping.sizes(answers.respondents)
        let loop = LoopTally(answers)
        let blocks = loop.map { loop in
            let isOfLoop = answers.loop?.variable == variable.id
            return Grouping(
                by: [isOfLoop ? loop.memberColumn.regrouped(as: shown, merged: merged) : loop.spread(column)])
        }
        let tallies = tallies(by: grouping, loop: loop, blocks: blocks ?? .total)
        let responses = blocks.flatMap { loop?.responses(by: $0) }
        let invited = measurement.invited?.byGroup[variable.id]
        let canOverlap = canOverlap(variable)
        let groups = shown.indices.map { group in
            let members = merged?.name == shown[group] ? merged?.members ?? [] : [shown[group]]
            let response = Response(
                answers: sizes[group], invited: invited.flatMap { sum(members, of: $0, canOverlap) })
            return figures(response, tallies.map { $0[group] }, responses?[group])
        }
        guard let loop, let blocks else { return groups }
        return withoutDerivable(groups, loop, blocks, isOfLoop: answers.loop?.variable == variable.id)
    }

    /// The blocks of a loop fall on its values once each, so that what is not shown is the total less what is. Where that
    /// would be the answers of too few, the smallest of the groups that are shown is hidden too. So is how many of a group
    /// know any of the values, except in the groups of the loop itself, where everybody does.
    private func withoutDerivable(
        _ groups: [GroupFigures], _ loop: LoopTally, _ blocks: Grouping, isOfLoop: Bool
    ) -> [GroupFigures] {
        var counts = groups.map(\.counts)
        for (item, question) in version.items.map(\.question).enumerated() where question.isLooped {
            func people(_ group: Int) -> Int? {
                counts[group].indices.contains(item) ? counts[group][item].figure?.people : nil
            }
            var shown = Set(counts.indices.filter { people($0) != nil })
            while let least = shown.min(by: { (people($0) ?? 0, $0) < (people($1) ?? 0, $1) }),
                loop.remainderIsTooSmall(shown, question, by: blocks, smallestGroup: smallestGroup)
            {
                shown.remove(least)
                counts[least][item] = .tooFew
            }
        }
        var known = groups.map(\.loop)
        func people(_ group: Int) -> Int? { known[group]?.figure?.people }
        var shown = Set(known.indices.filter { people($0) != nil })
        while !isOfLoop, let least = shown.min(by: { (people($0) ?? 0, $0) < (people($1) ?? 0, $1) }),
            loop.remainderIsTooSmall(shown, by: blocks, smallestGroup: smallestGroup)
        {
            shown.remove(least)
            known[least] = .tooFew
        }
        return groups.indices.map { place in
            GroupFigures(response: groups[place].response, counts: counts[place], loop: known[place])
        }
    }

    /// Counts of every question of the version, by group.
    ///
    /// - Parameter blocks: the group of each block of the loop, for the questions of a loop.
    private func tallies(by grouping: Grouping, loop: LoopTally?, blocks: Grouping) -> [[ClassCounts]] {
        version.items.map { item in
            if item.question.isLooped, let loop { return loop.tallies(item.question, by: blocks) }
            let column =
                answers.question(item.question.id)
                ?? QuestionColumn(
                    question: item.question.id, codes: [AnswerCode](repeating: 0, count: answers.respondents))
            return tally(column, on: item.question.scale, by: grouping)
        }
    }

    /// A question is shown where both the group and those of it who answered the question are enough.
    private func figures(_ response: Response, _ counts: [ClassCounts], _ loop: LoopResponse?) -> GroupFigures {
        guard response.answers > 0 else { return .nobody }
        return GroupFigures(
            response: Shown(response, answers: response.answers, smallestGroup: smallestGroup),
            counts: counts.map {
                Shown($0, answers: min(response.answers, $0.people ?? $0.base), smallestGroup: smallestGroup)
            },
            loop: loop.map {
                Shown($0, answers: min(response.answers, $0.people), smallestGroup: smallestGroup)
            })
    }

    /// Nil where it is unknown how many of one of the members were asked, or how many were asked in several of them.
    private func sum(_ members: [String], of invited: [String: Int], _ canOverlap: Bool) -> Int? {
        guard members.count == 1 || !canOverlap else { return nil }
        return members.reduce(0 as Int?) { sum, member in
            guard let sum, let number = invited[member] else { return nil }
            return sum + number
        }
    }
}

extension GroupColumn {
    /// The same respondents under the groups that are shown, the merged ones under their common name.
    fileprivate func regrouped(as shown: [String], merged: MergedGroups?) -> GroupColumn {
        recoded(
            to: shown,
            places: values.map { value in
                let name = merged.flatMap { $0.members.contains(value) ? $0.name : nil } ?? value
                return shown.firstIndex(of: name).map { UInt16(clamping: $0 + 1) } ?? 0
            })
    }
}
