import Survey

/// A period that there are answers for.
struct AnsweredWave {
    let measurement: Measurement
    let version: Version
    private let loop: LoopTally?

    var answers: Answers { measurement.answers }

    init(measurement: Measurement, version: Version) {
        self.measurement = measurement
        self.version = version
        loop = LoopTally(measurement.answers)
    }

    func groupNames(of variable: BackgroundVariable) -> [String] {
        guard let column = answers.group(variable.id) else { return [] }
        return zip(column.values, column.sizes).filter { $0.1 > 0 }.map(\.0)
    }

    /// None where nobody has any of them.
    func memberships(of names: [String], by variable: BackgroundVariable) -> [Membership] {
        guard let column = answers.group(variable.id) else { return [] }
        let breakdown = BrokenDown(variable, groups: names.map { CountedName(name: $0, members: []) })
        let all = Grouping(by: [column.regrouped(as: breakdown, answers.respondents)])
            .memberships(answers.respondents)
        return all.contains { $0.respondents > 0 && !$0.groups.isEmpty } ? all : []
    }

    func canOverlap(_ variable: BackgroundVariable) -> Bool {
        variable.isMultiple || answers.group(variable.id)?.choices != nil
    }

    // MARK: Counting

    /// Whether a question's answers are those of a loop's blocks and not of the respondents.
    func isOfBlocks(_ item: Item) -> Bool { item.question.isLooped && loop != nil }

    func total() -> CountedGroup {
        CountedGroup(
            response: Response(answers: answers.respondents, invited: measurement.invited?.total),
            counts: tallies(by: .total, blocks: .total).compactMap(\.groups.first),
            loop: loop?.responses(by: .total).first)
    }

    /// Nil where nobody has a value of the variable.
    func division(_ breakdown: BrokenDown, smallestGroup: Int) -> AnsweredDivision? {
        let variable = breakdown.variable
        guard let given = answers.group(variable.id) else { return nil }
        let last = given.lastCode
        guard given.codes.contains(where: { $0 > 0 && $0 <= last }) else { return nil }
        let column = given.regrouped(as: breakdown, answers.respondents)
        let grouping = Grouping(by: [column])
        let sizes = grouping.sizes(answers.respondents)
        guard sizes.contains(where: { $0 > 0 }) else { return nil }
        let blocks = loop.map { loop in
            guard answers.loop?.variable == variable.id else { return Grouping(by: [loop.spread(column)]) }
            let blocks = loop.memberColumn
            return Grouping(by: [blocks.regrouped(as: breakdown, blocks.codes.count)])
        }
        let tallies = tallies(by: grouping, blocks: blocks ?? .total)
        let responses = blocks.flatMap { loop?.responses(by: $0) }
        return AnsweredDivision(
            groups: breakdown.groups.indices.map { group in
                CountedGroup(
                    response: Response(answers: sizes[group], invited: invited(group, of: breakdown)),
                    counts: tallies.map { $0.groups[group] }, loop: responses?[group])
            },
            grouping: grouping, blocks: blocks, smallestGroup: smallestGroup, respondents: answers.respondents,
            isEverybodyInAGroup: breakdown.merged?.hasThoseWithoutValue ?? false,
            rows: zip(version.items, tallies).filter { !isOfBlocks($0.0) }.map(\.1.cells))
    }

    /// What protects the answers that are given block by block.
    func loopProtection(_ rule: RowRule, _ isOnlyTotal: (Question) -> Bool) -> LoopProtection? {
        loop.map { loop in
            LoopProtection(
                loop: loop, rule: rule,
                questions: version.items.map { item in
                    guard item.question.isLooped else { return nil }
                    return LoopProtection.Asked(
                        question: item.question, isOnlyTotal: isOnlyTotal(item.question))
                })
        }
    }

    /// Counts of every question of the version.
    ///
    /// - Parameter blocks: the group of each block of the loop, for the questions of a loop.
    private func tallies(by grouping: Grouping, blocks: Grouping) -> [Tally] {
        version.items.map { item in
            if item.question.isLooped, let loop {
                return Tally(groups: loop.tallies(item.question, by: blocks), cells: [])
            }
            let blank = { [AnswerCode](repeating: 0, count: answers.respondents) }
            let column =
                answers.question(item.question.id) ?? QuestionColumn(question: item.question.id, codes: blank())
            return Tally(column, on: item.question.scale, by: grouping)
        }
    }

    /// How many were asked in a group. Nil where it is unknown for one of its members, or how many were asked in several of
    /// them; and where those without a value are in it, since nobody was asked as one of those.
    private func invited(_ group: Int, of breakdown: BrokenDown) -> Int? {
        let name = breakdown.groups[group]
        let members = name.members.isEmpty ? [name.name] : name.members
        guard !members.contains(PublishedGroup.withoutValue) else { return nil }
        guard let invited = measurement.invited?.byGroup[breakdown.variable.id],
            members.count == 1 || !canOverlap(breakdown.variable)
        else { return nil }
        return members.reduce(0 as Int?) { sum, member in
            guard let sum, let number = invited[member] else { return nil }
            return sum + number
        }
    }
}

extension GroupColumn {
    /// The same respondents under the groups that are shown, the merged ones under their common name.
    ///
    /// - Parameter respondents: one row each.
    fileprivate func regrouped(as breakdown: BrokenDown, _ respondents: Int) -> GroupColumn {
        let column = recoded(
            to: breakdown.groups.map(\.name),
            places: values.map { value in breakdown.place(ofValue: value).map { UInt16(clamping: $0 + 1) } ?? 0 })
        let isComplete = column.codes.count == respondents
        let blanks =
            breakdown.merged?.hasThoseWithoutValue == true ? UInt16(clamping: breakdown.groups.count) : nil
        if isComplete, blanks == nil { return column }
        var codes = column.codes
        if !isComplete {
            codes = Array(
                (codes + [UInt16](repeating: 0, count: max(0, respondents - codes.count))).prefix(respondents))
        }
        guard let blanks else {
            return GroupColumn(variable: variable, values: column.values, codes: codes, choices: column.choices)
        }
        var choices = column.choices
        var code = blanks
        if let sets = choices {
            let known = sets.firstIndex(of: [blanks])
            code = UInt16(clamping: (known ?? sets.count) + 1)
            if known == nil { choices = sets + [[blanks]] }
        }
        let last = column.lastCode
        return GroupColumn(
            variable: variable, values: column.values, codes: codes.map { $0 == 0 || $0 > last ? code : $0 },
            choices: choices)
    }
}
