import Survey

/// Counts the answers of a loop: blocks fall on the classes, and people are what protection is about.
struct LoopTally {
    private let loop: LoopAnswers
    private let people: Int

    /// Nil where the questionnaire was answered without any loop.
    init?(_ answers: Answers) {
        guard let loop = answers.loop else { return nil }
        people = answers.respondents
        let isOrdered = zip(loop.respondents, loop.respondents.dropFirst()).allSatisfy { $0 <= $1 }
        guard !isOrdered || loop.respondents.last.map({ Int($0) >= answers.respondents }) == true else {
            self.loop = loop
            return
        }
        // People are told apart as they follow one another.
        let order = loop.respondents.indices.filter { Int(loop.respondents[$0]) < answers.respondents }
            .sorted { (loop.respondents[$0], $0) < (loop.respondents[$1], $1) }
        self.loop = LoopAnswers(
            variable: loop.variable, values: loop.values, respondents: order.map { loop.respondents[$0] },
            members: order.map { loop.members.indices.contains($0) ? loop.members[$0] : 0 },
            questions: loop.questions.map { column in
                QuestionColumn(
                    question: column.question,
                    codes: order.map { column.codes.indices.contains($0) ? column.codes[$0] : 0 })
            })
    }

    /// What each block is about, as a column with one element a block.
    var memberColumn: GroupColumn {
        GroupColumn(variable: loop.variable, values: loop.values, codes: loop.members)
    }

    /// A column of the respondents with one element a block: that of the respondent who gave it.
    func spread(_ column: GroupColumn) -> GroupColumn {
        GroupColumn(
            variable: column.variable, values: column.values,
            codes: loop.respondents.map { column.codes.indices.contains(Int($0)) ? column.codes[Int($0)] : 0 },
            choices: column.choices)
    }

    /// How many people and blocks are in each group.
    ///
    /// - Parameter blocks: the group of each block.
    func responses(by blocks: Grouping) -> [LoopResponse] {
        let sizes = blocks.sizes(loop.respondents.count)
        return zip(people(by: blocks) { _ in true }, sizes).map { LoopResponse(people: $0, blocks: $1) }
    }

    /// The counts of a question by group, each with the number of people who gave the answers of its base.
    func tallies(_ question: Question, by blocks: Grouping) -> [ClassCounts] {
        let column = column(question)
        let people = people(by: blocks) { Self.isSubstantive(column.codes[$0], question.scale) }
        let all = self.people(by: blocks) { block in
            let code = column.codes[block]
            return Self.isSubstantive(code, question.scale)
                || question.scale.meaning(of: code) == .noAnswer(.cannotJudge)
        }
        return zip(tally(column, on: question.scale, by: blocks), zip(people, all)).map {
            ClassCounts($0, people: $1.0, withCannotJudge: $1.1)
        }
    }

    /// By group: whether the answers to a question are of people who are of one mind, all of them or all but one, in a way
    /// that is protected.
    func isNearlyUnanimous(_ question: Question, by blocks: Grouping, _ rule: RowRule) -> [Bool] {
        let codes = column(question).codes
        func people(_ isOfKind: (AnswerClass) -> Bool) -> [Int] {
            self.people(by: blocks) { Self.isAnswer(codes[$0], question.scale, isOfKind) }
        }
        let all = people { _ in true }
        return zip(all, zip(people(Self.isFavourable), people { !Self.isFavourable($0) })).map { all, kinds in
            rule.isNearlyUnanimous(people: all, favourable: kinds.0, unfavourable: kinds.1)
        }
    }

    /// Whether what is in none of the groups, the total less what is shown, would tell of fewer than the smallest group, of
    /// those who could judge or of those who gave any answer; or of people who are of one mind.
    func remainderIsUnsafe(_ shown: Set<Int>, _ question: Question, by blocks: Grouping, _ rule: RowRule) -> Bool {
        let codes = column(question).codes
        func people(_ isOfKind: (AnswerClass) -> Bool) -> Int {
            remainder(shown, by: blocks) { Self.isAnswer(codes[$0], question.scale, isOfKind) }
        }
        let tooFew = 1..<rule.smallestGroup
        let judging = people { _ in true }
        if tooFew.contains(judging) || tooFew.contains(remainder(shown, by: blocks) { codes[$0] != 0 }) { return true }
        return judging > 0
            && rule.isNearlyUnanimous(
                people: judging, favourable: people(Self.isFavourable), unfavourable: people { !Self.isFavourable($0) })
    }

    /// Whether those who know something and are in none of the groups are fewer than the smallest group.
    func remainderIsTooSmall(_ shown: Set<Int>, by blocks: Grouping, smallestGroup: Int) -> Bool {
        (1..<smallestGroup).contains(remainder(shown, by: blocks) { _ in true })
    }

    /// How many people have a block that counts and is in none of the groups.
    private func remainder(_ shown: Set<Int>, by blocks: Grouping, where isCounted: (Int) -> Bool) -> Int {
        var last: UInt32?
        var number = 0
        for (block, respondent) in loop.respondents.enumerated()
        where respondent != last && isCounted(block)
            && blocks.groups(ofRow: block).allSatisfy({ !shown.contains($0) })
        {
            last = respondent
            number += 1
        }
        return number
    }

    private func column(_ question: Question) -> QuestionColumn {
        let blank = [AnswerCode](repeating: 0, count: loop.respondents.count)
        guard let found = loop.question(question.id) else { return QuestionColumn(question: question.id, codes: blank) }
        return QuestionColumn(
            question: question.id, codes: Array((found.codes + blank).prefix(loop.respondents.count)))
    }

    private func people(by blocks: Grouping, where isCounted: (Int) -> Bool) -> [Int] {
        var last = [UInt32?](repeating: nil, count: blocks.names.count)
        var people = [Int](repeating: 0, count: blocks.names.count)
        for (block, respondent) in loop.respondents.enumerated() where isCounted(block) {
            for group in blocks.groups(ofRow: block) where last[group] != respondent {
                last[group] = respondent
                people[group] += 1
            }
        }
        return people
    }

    private static func isSubstantive(_ code: AnswerCode, _ scale: Scale) -> Bool {
        isAnswer(code, scale) { _ in true }
    }

    private static func isAnswer(_ code: AnswerCode, _ scale: Scale, _ isOfKind: (AnswerClass) -> Bool) -> Bool {
        if case .answer(let kind) = scale.meaning(of: code) { isOfKind(kind) } else { false }
    }

    private static func isFavourable(_ kind: AnswerClass) -> Bool { kind == .positive || kind == .clearlyPositive }
}

extension RowRule {
    /// Whether people with several answers each are of one mind, all or all but one: at most one of them has an answer of
    /// the other kind, and so knows what the others answered.
    fileprivate func isNearlyUnanimous(people: Int, favourable: Int, unfavourable: Int) -> Bool {
        guard people < Self.unanimityLimit else { return false }
        return switch attribute {
        case .none: false
        case .unfavourable: favourable <= 1
        case .all: favourable <= 1 || unfavourable <= 1
        }
    }
}
