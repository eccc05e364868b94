public import Survey

/// Why answers cannot be analysed with the instrument at hand.
public enum AnalysisFailure: Error, Equatable {
    /// The answers were stored under a version that the instrument no longer has.
    case unknownVersion(instrument: String, version: String, period: Period)
}

/// Answers of one questionnaire to the figures of its tables.
///
/// - Parameters:
///   - measurements: the period reported on and, if there is one, the period it is compared with. One a period.
///   - instrument: the questionnaire they all answer.
/// - Throws: `AnalysisFailure`.
public func analyze(_ measurements: [Measurement], of instrument: Instrument) throws(AnalysisFailure) -> Results {
    var waves: [Wave] = []
    for measurement in sameSpelling(measurements.sorted { $0.period > $1.period }) {
        guard let version = instrument.version(measurement.version) else {
            throw .unknownVersion(
                instrument: instrument.id, version: measurement.version, period: measurement.period)
        }
        waves.append(Wave(measurement: measurement, version: version))
    }
    let analysis = InstrumentAnalysis(instrument: instrument, waves: waves)
    return Results(
        instrument: instrument,
        waves: waves.map { wave in
            WaveOrigin(
                period: wave.measurement.period, version: wave.version, files: wave.measurement.files,
                constructed: wave.measurement.constructed, importedAt: wave.measurement.importedAt)
        },
        breakdowns: [analysis.total()] + instrument.background.compactMap(analysis.breakdown))
}

/// A period's answers beside the version of the questionnaire that they answer.
private struct Wave {
    let measurement: Measurement
    let version: Version
    var answers: Answers { measurement.answers }

    /// Counts of every question of the version, by group.
    func tallies(by grouping: Grouping) -> [[ClassCounts]] {
        version.items.map { item in
            let column =
                answers.question(item.question.id)
                ?? QuestionColumn(
                    question: item.question.id, codes: [AnswerCode](repeating: 0, count: answers.respondents))
            return tally(column, on: item.question.scale, by: grouping)
        }
    }
}

/// One group's figures in one period, before protection.
private struct GroupCounts {
    let response: Response
    /// By item of the version.
    let counts: [ClassCounts]
}

private struct InstrumentAnalysis {
    let instrument: Instrument
    /// Newest first.
    let waves: [Wave]

    func total() -> Breakdown {
        let counts = waves.map { wave in
            GroupCounts(
                response: Response(answers: wave.answers.respondents, invited: wave.measurement.invited?.total),
                counts: wave.tallies(by: .total).compactMap(\.first))
        }
        return Breakdown(variable: nil, groups: [protected("Totalt", counts)], merged: nil, canOverlap: false)
    }

    /// Nil where no file had the variable.
    func breakdown(by variable: BackgroundVariable) -> Breakdown? {
        let names = groupNames(of: variable)
        guard !names.isEmpty else { return nil }
        let merged = mergedGroups(of: names, by: variable)
        let shown = names.filter { !(merged?.members.contains($0) ?? false) } + (merged.map { [$0.name] } ?? [])

        let counts = waves.map { wave in groupCounts(in: wave, of: shown, by: variable, merged: merged) }
        let groups = shown.indices.map { group in
            protected(shown[group], counts.map { $0[group] })
        }
        return Breakdown(variable: variable, groups: groups, merged: merged, canOverlap: canOverlap(variable))
    }

    /// Whether a respondent can be in several groups: the instrument says so, or did when the answers were stored.
    private func canOverlap(_ variable: BackgroundVariable) -> Bool {
        variable.isMultiple || waves.contains { $0.answers.group(variable.id)?.choices != nil }
    }

    /// The values that some respondent has: in the instrument's order, else by the alphabet.
    private func groupNames(of variable: BackgroundVariable) -> [String] {
        var met: Set<String> = []
        for wave in waves {
            guard let column = wave.answers.group(variable.id) else { continue }
            for (name, size) in zip(column.values, column.sizes) where size > 0 { met.insert(name) }
        }
        let listed = (variable.values ?? []).map(\.label).filter { met.remove($0) != nil }
        return listed + met.sorted { $0.precedes($1) }
    }

    private func mergedGroups(of names: [String], by variable: BackgroundVariable) -> MergedGroups? {
        guard case .merge(let merged) = variable.smallGroups else { return nil }
        let periods = waves.map { wave in
            guard let column = wave.answers.group(variable.id) else { return [Membership]() }
            return Grouping(by: [column.regrouped(as: names, merged: nil)]).memberships(wave.answers.respondents)
        }
        let places = groupsToMerge(periods, groups: names.count, smallestGroup: instrument.smallestGroup)
        guard !places.isEmpty else { return nil }
        // A value that already has the common name is part of it.
        let members = names.indices.filter { places.contains($0) || names[$0] == merged }.map { names[$0] }
        return MergedGroups(name: merged, members: members)
    }

    private func groupCounts(
        in wave: Wave, of shown: [String], by variable: BackgroundVariable, merged: MergedGroups?
    ) -> [GroupCounts] {
        let regrouped = wave.answers.group(variable.id).map { $0.regrouped(as: shown, merged: merged) }
        let column =
            regrouped
            ?? GroupColumn(
                variable: variable.id, values: shown, codes: [UInt16](repeating: 0, count: wave.answers.respondents))
        let grouping = Grouping(by: [column])
        let sizes = grouping.sizes(wave.answers.respondents)
        let tallies = wave.tallies(by: grouping)
        let invited = wave.measurement.invited?.byGroup[variable.id]
        let canOverlap = canOverlap(variable)
        return shown.indices.map { group in
            let members = merged?.name == shown[group] ? merged?.members ?? [] : [shown[group]]
            return GroupCounts(
                response: Response(
                    answers: sizes[group], invited: invited.flatMap { sum(members, of: $0, canOverlap) }),
                counts: tallies.map { $0[group] })
        }
    }

    /// Nil where it is unknown how many of one of the members were asked, or how many were asked in several of them.
    private func sum(_ members: [String], of invited: [String: Int], _ canOverlap: Bool) -> Int? {
        guard members.count == 1 || !canOverlap else { return nil }
        return members.reduce(0 as Int?) { sum, member in
            guard let sum, let number = invited[member] else { return nil }
            return sum + number
        }
    }

    private func protected(_ name: String, _ counts: [GroupCounts]) -> GroupResults {
        let waves = zip(self.waves, counts).enumerated().compactMap { place, pair -> GroupWave? in
            let (wave, group) = pair
            guard group.response.answers > 0 else { return nil }
            let questions = wave.version.items.indices.map { item in
                QuestionResult(
                    item: wave.version.items[item],
                    counts: shown(group.counts[item], in: group),
                    development: development(item, at: place, counts))
            }
            return GroupWave(
                period: wave.measurement.period,
                response: Shown(
                    group.response, answers: group.response.answers, smallestGroup: instrument.smallestGroup),
                questions: questions)
        }
        return GroupResults(name: name, waves: waves)
    }

    /// A question is shown where both the group and those of it who answered the question are enough.
    private func shown(_ counts: ClassCounts, in group: GroupCounts) -> Shown<ClassCounts> {
        Shown(
            counts, answers: min(group.response.answers, counts.base), smallestGroup: instrument.smallestGroup)
    }

    private func development(_ item: Int, at place: Int, _ counts: [GroupCounts]) -> Development {
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
            guard counts[place + 1].response.answers > 0,
                let index = before.items.firstIndex(where: { $0.question.id == former.question.id })
            else { return .noEarlier }
            let earlier = shown(counts[place + 1].counts[index], in: counts[place + 1])
            let later = shown(counts[place].counts[item], in: counts[place])
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
