import Survey

/// The waves of one questionnaire to its breakdowns.
struct InstrumentAnalysis {
    let instrument: Instrument
    /// Newest first.
    let waves: [Wave]

    /// - Parameter given: what workbooks have given out before.
    func results(given: [PublishedPeriod]) -> Results {
        let divided = brokenDown(given: given)
        let figures = waves.map { $0.figures(of: divided, in: instrument, given: given) }
        let total = Breakdown(
            variable: nil, groups: [results(CountedName(name: "Totalt", members: []), figures.map(\.total))],
            merged: nil, canOverlap: false)
        let breakdowns = divided.enumerated().map { place, breakdown in
            Breakdown(
                variable: breakdown.variable,
                groups: breakdown.groups.enumerated().map { group, name in
                    results(name, figures.map { $0.groups[place][group] })
                },
                merged: breakdown.merged, canOverlap: waves.contains { $0.canOverlap(breakdown.variable) })
        }
        return Results(
            instrument: instrument, waves: waves.map(\.origin), breakdowns: [total] + breakdowns,
            protected: figures.flatMap(\.protected))
    }

    /// The groups of each variable that any file had.
    ///
    /// - Parameter given: what workbooks have given out before: groups that were merged then are not parted.
    func brokenDown(given: [PublishedPeriod] = []) -> [BrokenDown] {
        let given = given.filter { given in
            given.instrument == instrument.id && waves.contains { $0.origin.period == given.period }
        }
        return instrument.background.compactMap { variable in
            let names = groupNames(of: variable)
            var former: [CountedName] = []
            for group in waves.flatMap({ $0.mergedGroups(of: variable) })
            where !names.contains(group.name) && !former.contains(where: { $0.name == group.name }) {
                former.append(group)
            }
            guard !names.isEmpty || !former.isEmpty else { return nil }
            let merged = mergedGroups(of: names, by: variable, given)
            let own = names.filter { !(merged?.members.contains($0) ?? false) }
            return BrokenDown(
                variable, groups: own.map { CountedName(name: $0, members: []) } + former, merged: merged)
        }
    }

    /// The values that some respondent has: in the instrument's order, else by the alphabet.
    private func groupNames(of variable: BackgroundVariable) -> [String] {
        var met = Set(waves.flatMap { $0.groupNames(of: variable) })
        // Those who know none of a loop's values have nothing to say of it, and are told of beside the table.
        if let loop = instrument.loop, loop.variable == variable.id, let none = loop.none { met.remove(none) }
        let listed = (variable.values ?? []).map(\.label).filter { met.remove($0) != nil }
        return listed + met.sorted { $0.precedes($1) }
    }

    private func mergedGroups(
        of names: [String], by variable: BackgroundVariable, _ given: [PublishedPeriod]
    ) -> MergedGroups? {
        guard case .merge(let merged) = variable.smallGroups else { return nil }
        let periods = waves.map { $0.memberships(of: names, by: variable) }
        // Those who know none of a loop's values are told of beside the table.
        let merging = groupsToMerge(
            periods, groups: names.count, smallestGroup: instrument.smallestGroup(of: variable),
            canMergeNone: instrument.loop?.variable != variable.id,
            given: GivenMerges(given, of: variable, names: names))
        guard !merging.groups.isEmpty else { return nil }
        // A value that already has the common name is part of it.
        let members = names.indices.filter { merging.groups.contains($0) || names[$0] == merged }.map { names[$0] }
        return MergedGroups(
            name: merged ?? (members + (merging.hasThoseInNone ? ["ej angivet"] : [])).joined(separator: ", "),
            members: members, hasThoseWithoutValue: merging.hasThoseInNone)
    }

    private func results(_ group: CountedName, _ figures: [GroupFigures]) -> GroupResults {
        let waves = zip(self.waves, figures).enumerated().compactMap { place, pair -> GroupWave? in
            let (wave, own) = pair
            guard let response = own.response else { return nil }
            let questions = zip(wave.version.items, own.counts).enumerated().map { item, pair in
                QuestionResult(item: pair.0, counts: pair.1, development: development(item, at: place, figures))
            }
            return GroupWave(
                period: wave.origin.period, response: response, questions: questions, loop: own.loop)
        }
        return GroupResults(name: group.name, members: group.members, waves: waves)
    }

    private func development(_ item: Int, at place: Int, _ figures: [GroupFigures]) -> Development {
        guard place == 0 else { return .notAsked }
        let now = waves[place].version.items[item]
        guard waves.indices.contains(place + 1) else {
            // A question that its version declares new cannot be compared, whether or not there are older answers.
            if case .notComparable(let reason) = now.comparability { return .notComparable(reason: reason) }
            return .noEarlier
        }
        let before = waves[place + 1].version
        switch instrument.lineage(of: now, in: waves[place].version, backTo: before) {
        case .notComparable(let reason):
            return .notComparable(reason: reason)
        case .comparable(let former):
            guard figures[place + 1].response != nil,
                let index = before.items.firstIndex(where: { $0.question.id == former.question.id })
            else { return .noEarlier }
            let (earlier, later) = (figures[place + 1].counts[index], figures[place].counts[item])
            guard let positive = change(.positive, earlier, later),
                let clearly = change(.clearlyPositive, earlier, later)
            else { return .protected }
            return .changed(positive: positive, clearlyPositive: clearly)
        }
    }

    private func change(
        _ measure: Measure, _ earlier: Shown<ClassCounts>, _ later: Shown<ClassCounts>
    ) -> Change? {
        guard let from = earlier.figure?.share(measure), let to = later.figure?.share(measure) else { return nil }
        return Change(from: from, to: to)
    }
}

extension String {
    /// Orders as the Swedish alphabet does. Names that differ in capitals alone have an order too: the same every time.
    fileprivate func precedes(_ other: String) -> Bool {
        let (key, otherKey) = (alphabeticKey, other.alphabeticKey)
        return key == otherKey ? self < other : key.lexicographicallyPrecedes(otherKey)
    }

    /// Å, ä, ö after z, and capitals like small letters.
    private var alphabeticKey: [UInt32] {
        lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "å": 0x10FFFD
            case "ä": 0x10FFFE
            case "ö": 0x10FFFF
            default: scalar.value
            }
        }
    }
}
