import Survey
import Tabular

/// The answers to a loop, from a row for each respondent and value: the rows of a respondent become one.
extension ColumnReading {
    /// Which respondent each row is of, in the order in which they are met.
    private struct People {
        var count = 0
        /// Nil for a row that is nobody's: a blank one, or one with a fault.
        var ofRow: [Int?] = []
        /// The rows of the sheet.
        var sheetRows: [Int] = []
    }

    mutating func byRows(
        _ assembly: inout LoopAssembly, _ filter: (column: Int, answers: GroupColumn)?, _ table: borrowing Table
    ) {
        let looped = version.items.indices.filter { version.items[$0].question.isLooped }
        let asked = looped.compactMap { place -> (place: Int, codes: [AnswerCode])? in
            let id = version.items[place].question.id
            return questions.first { $0.answers.question == id }.map { (place, $0.answers.codes) }
        }
        let people = people(filter?.answers, table)
        let blocks = blocks(asked.map(\.codes), people, filter, table)
        questions.removeAll { column in looped.contains { version.items[$0].question.id == column.answers.question } }
        for place in questions.indices { mergeQuestion(place, people, table) }
        for place in groups.indices { mergeGroup(place, people, table) }
        for block in blocks { assembly.add(known: block.known, block.answers, of: asked.map(\.place)) }
        self.people = people.ofRow
        placeInPeriods(people)
    }

    /// A respondent's answers are of one period: that of the first row that tells it.
    private mutating func placeInPeriods(_ people: People) {
        guard !result.periods.isEmpty else { return }
        var periods = [Period?](repeating: nil, count: people.count)
        for (person, period) in zip(people.ofRow, result.periods) {
            if let person, periods[person] == nil { periods[person] = period }
        }
        result.periods = periods
    }

    /// What one respondent says is known, and the answers about it.
    private struct Known {
        var known: [Int] = []
        var answers: [Int: [AnswerCode]] = [:]
        /// By value, the row with the answers.
        var rows: [Int: Int] = [:]
    }

    private mutating func people(_ filter: GroupColumn?, _ table: borrowing Table) -> People {
        let rows = table.rowCount
        var people = People(ofRow: Array(repeating: nil, count: rows), sheetRows: [])
        people.sheetRows = (0..<rows).map { table.sheetRow(of: $0) }
        guard let column = respondentColumn else { return people }
        var placeOf: [Int: Int] = [:]
        var isNobodys = [Bool](repeating: false, count: rows)
        for row in 0..<rows {
            let code = column.codes[row]
            if code == 0 {
                isNobodys[row] =
                    questions.contains { $0.answers.codes[row] != 0 } || groups.contains { $0.answers.codes[row] != 0 }
                    || filter.map { $0.codes[row] != 0 } ?? false
                continue
            }
            let place = placeOf[code] ?? people.count
            if placeOf[code] == nil {
                placeOf[code] = place
                people.count += 1
            }
            people.ofRow[row] = place
        }
        let heading = layout.headings[column.index]
        faults.add(column.index, table, layout) { isNobodys[$0] ? .rowWithoutRespondent(heading: heading) : nil }
        return people
    }

    private mutating func blocks(
        _ asked: [[AnswerCode]], _ people: People, _ filter: (column: Int, answers: GroupColumn)?,
        _ table: borrowing Table
    ) -> [Known] {
        var known = [Known](repeating: Known(), count: people.count)
        guard let filter, let variable = instrument.loopVariable else { return known }
        let members = (0...filter.answers.lastCode).map { filter.answers.members(ofCode: $0) }
        let labels = filter.answers.values
        var wrong: [Int: Problem.Fact] = [:]
        for (row, person) in people.ofRow.enumerated() {
            guard let person else { continue }
            let answers = asked.map { $0[row] }
            let code = Int(filter.answers.codes[row])
            let told = members.indices.contains(code) ? members[code] : []
            for member in told where !known[person].known.contains(member) { known[person].known.append(member) }
            guard answers.contains(where: { $0 != 0 }) else { continue }
            guard told.count <= 1 else {
                wrong[row] = .rowOfSeveralMembers(
                    variable: variable.name, value: told.map { labels[$0] }.joined(separator: " + "))
                continue
            }
            guard let member = told.first else {
                wrong[row] = .rowWithoutMember(variable: variable.name)
                continue
            }
            if let other = known[person].rows[member] {
                wrong[row] = .sameBlockTwice(member: labels[member], row: people.sheetRows[other])
                continue
            }
            known[person].rows[member] = row
            known[person].answers[member] = answers
        }
        faults.add(filter.column, table, layout) { wrong[$0] }
        return known
    }

    private mutating func mergeQuestion(_ place: Int, _ people: People, _ table: borrowing Table) {
        let (column, answers) = questions[place]
        guard let item = version.item(answers.question) else { return }
        let labels = item.question.scale.categories.map(\.label)
        let codes = merged(answers.codes, column, people, "fråga \(item.number)", table) { labels[Int($0) - 1] }
        questions[place].answers = QuestionColumn(question: answers.question, codes: codes)
    }

    private mutating func mergeGroup(_ place: Int, _ people: People, _ table: borrowing Table) {
        let (column, answers) = groups[place]
        let name = instrument.background.first { $0.id == answers.variable }?.name ?? answers.variable
        let codes = merged(answers.codes, column, people, name, table) { code in
            answers.members(ofCode: code).map { answers.values[$0] }.joined(separator: " + ")
        }
        groups[place].answers = GroupColumn(
            variable: answers.variable, values: answers.values, codes: codes, choices: answers.choices)
    }

    /// Of each respondent what some row says; rows that say different things are faults.
    private mutating func merged<Code: FixedWidthInteger>(
        _ codes: [Code], _ column: Int, _ people: People, _ what: String, _ table: borrowing Table,
        words: (Code) -> String
    ) -> [Code] {
        var merged = [Code](repeating: 0, count: people.count)
        var rows = [Int](repeating: 0, count: people.count)
        for (row, person) in people.ofRow.enumerated() {
            guard let person, codes[row] != 0, merged[person] == 0 else { continue }
            merged[person] = codes[row]
            rows[person] = row
        }
        faults.add(column, table, layout) { row in
            guard let person = people.ofRow[row], codes[row] != 0, codes[row] != merged[person] else { return nil }
            return .rowsDisagree(
                what: what, value: words(codes[row]), other: words(merged[person]), row: people.sheetRows[rows[person]])
        }
        return merged
    }

    /// How many rows are of nobody who answered anything.
    func emptyRows(_ answers: Answers) -> Int? {
        guard let people else { return nil }
        let answered = answers.answeredRows()
        return people.count { person in person.map { answered[$0] == 0 } ?? true }
    }
}
