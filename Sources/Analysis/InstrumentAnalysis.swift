import Survey

/// The waves of one questionnaire to its breakdowns.
struct InstrumentAnalysis {
    let instrument: Instrument
    /// Newest first.
    let waves: [Wave]

    func total() -> Breakdown {
        Breakdown(
            variable: nil, groups: [results("Totalt", waves.map { $0.total() })], merged: nil, canOverlap: false)
    }

    /// Nil where no file had the variable.
    func breakdown(by variable: BackgroundVariable) -> Breakdown? {
        let names = groupNames(of: variable)
        guard !names.isEmpty else { return nil }
        let merged = mergedGroups(of: names, by: variable)
        let shown = names.filter { !(merged?.members.contains($0) ?? false) } + (merged.map { [$0.name] } ?? [])

        let figures = waves.map { $0.groups(shown, by: variable, merged: merged) }
        let groups = shown.indices.map { group in
            results(shown[group], figures.map { $0[group] })
        }
        return Breakdown(
            variable: variable, groups: groups, merged: merged,
            canOverlap: variable.isMultiple || waves.contains { $0.canOverlap(variable) })
    }

    /// The values that some respondent has: in the instrument's order, else by the alphabet.
    private func groupNames(of variable: BackgroundVariable) -> [String] {
        var met = Set(waves.flatMap { $0.groupNames(of: variable) })
        // Those who know none of a loop's values have nothing to say of it, and are told of beside the table.
        if let loop = instrument.loop, loop.variable == variable.id, let none = loop.none { met.remove(none) }
        let listed = (variable.values ?? []).map(\.label).filter { met.remove($0) != nil }
        return listed + met.sorted { $0.precedes($1) }
    }

    private func mergedGroups(of names: [String], by variable: BackgroundVariable) -> MergedGroups? {
        guard case .merge(let merged) = variable.smallGroups else { return nil }
        let periods = waves.map { $0.memberships(of: names, by: variable) }
        let places = groupsToMerge(periods, groups: names.count, smallestGroup: instrument.smallestGroup)
        guard !places.isEmpty else { return nil }
        // A value that already has the common name is part of it.
        let members = names.indices.filter { places.contains($0) || names[$0] == merged }.map { names[$0] }
        return MergedGroups(name: merged, members: members)
    }

    private func results(_ name: String, _ figures: [GroupFigures]) -> GroupResults {
        let waves = zip(self.waves, figures).enumerated().compactMap { place, pair -> GroupWave? in
            let (wave, group) = pair
            guard let response = group.response else { return nil }
            let questions = zip(wave.version.items, group.counts).enumerated().map { item, pair in
                QuestionResult(item: pair.0, counts: pair.1, development: development(item, at: place, figures))
            }
            return GroupWave(
                period: wave.origin.period, response: response, questions: questions, loop: group.loop)
        }
        return GroupResults(name: name, waves: waves)
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
            else { return .tooFew }
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
