import Survey
import TestSupport
import Testing

@Suite struct `Rows of answers` {
    private func answers(
        _ questions: [(String, [AnswerCode])], _ groups: [(String, [String], [UInt16])] = [], respondents: Int? = nil
    ) -> Answers {
        Answers(
            respondents: respondents ?? questions.first?.1.count ?? groups.first?.2.count ?? 0,
            questions: questions.map { QuestionColumn(question: $0, codes: $1) },
            groups: groups.map { GroupColumn(variable: $0, values: $1, codes: $2) })
    }

    @Test func `a row without any answer is no respondent, whatever is known of it`() {
        let all = answers(
            [("a", [0, 2, 0, 0, 1]), ("b", [0, 0, 3, 0, 1])], [("kön", ["Kvinna", "Man"], [1, 2, 0, 2, 1])])
        let kept = answers([("a", [2, 0, 1]), ("b", [0, 3, 1])], [("kön", ["Kvinna", "Man"], [2, 0, 1])])
        #expect(all.withoutEmptyRows() == kept)
    }

    @Test func `an answer that says that there is none, such as vet ej, makes a respondent`() {
        #expect(answers([("a", [0, 8])]).withoutEmptyRows() == answers([("a", [8])]))
    }

    @Test func `answers without an empty row stay as they are`() {
        let all = answers([("a", [1, 0]), ("b", [0, 255])], [("kön", ["Kvinna"], [0, 1])])
        #expect(all.withoutEmptyRows() == all)
        #expect(answers([]).withoutEmptyRows() == answers([]))
    }

    @Test func `where nothing is answered or asked nobody is left`() {
        #expect(answers([("a", [0, 0, 0])]).withoutEmptyRows() == answers([("a", [])]))
        #expect(
            answers([], [("kön", ["Man"], [1, 1])]).withoutEmptyRows() == answers([], [("kön", ["Man"], [])]))
    }

    @Test func `a column that is too short or too long does no harm`() {
        let ragged = answers([("a", [1, 0, 1]), ("b", [0]), ("c", [0, 0, 0, 7])], [("kön", ["Man"], [1])])
        let kept = ragged.withoutEmptyRows()
        #expect(kept.respondents == 2)
        #expect(kept.question("a")?.codes == [1, 1])
    }

    @Test func `files are joined one after another, their columns by name`() {
        let first = answers([("a", [1, 2]), ("b", [3, 4])], [("insats", ["Öst", "Väst"], [1, 2])])
        let second = answers([("b", [5]), ("a", [6])], [("insats", ["Väst"], [1])])
        #expect(
            Answers(joining: [first, second])
                == answers([("a", [1, 2, 6]), ("b", [3, 4, 5])], [("insats", ["Öst", "Väst"], [1, 2, 2])]))
    }

    @Test func `a column that a file lacks is blank for its respondents`() {
        let first = answers([("a", [1, 2])], [("kön", ["Man"], [1, 0])])
        let second = answers([("b", [3])], [("insats", ["Öst"], [1])])
        #expect(
            Answers(joining: [first, second])
                == answers(
                    [("a", [1, 2, 0]), ("b", [0, 0, 3])],
                    [("kön", ["Man"], [1, 0, 0]), ("insats", ["Öst"], [0, 0, 1])]))
    }

    @Test func `a code without a value stays unknown when files are joined`() {
        let first = answers([], [("kön", ["Man"], [9, 1])])
        let second = answers([], [("kön", ["Kvinna", "Man"], [1, 3])])
        #expect(
            Answers(joining: [first, second]) == answers([], [("kön", ["Man", "Kvinna"], [0, 1, 2, 0])]))
    }

    @Test func `one file joined is itself, and none is nobody`() {
        let one = answers([("a", [1])], [("kön", ["Man"], [1])])
        #expect(Answers(joining: [one]) == one)
        #expect(Answers(joining: []) == answers([]))
        #expect(Answers(joining: [one, answers([])]) == one)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any answers keep exactly the rows with an answer, and joined keep every respondent`(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in random(&generator) }
        for part in parts {
            let expected = rows(part).filter { row in row.contains { $0.key.hasPrefix("fråga ") } }
            #expect(rows(part.withoutEmptyRows()) == expected, "seed \(seed)")
        }
        #expect(rows(Answers(joining: parts)) == parts.flatMap(rows), "seed \(seed)")
    }

    /// Each respondent's answers and values by name; blanks are left out.
    private func rows(_ answers: Answers) -> [[String: String]] {
        (0..<answers.respondents).map { row in
            var found: [String: String] = [:]
            for column in answers.questions where column.codes[row] != 0 {
                found["fråga " + column.question] = "\(column.codes[row])"
            }
            for column in answers.groups where column.codes[row] != 0 {
                let members = column.members(ofCode: column.codes[row]).map { column.values[$0] }
                found[column.variable] = members.sorted().joined(separator: "+")
            }
            return found
        }
    }

    private func random(_ generator: inout SeededGenerator) -> Answers {
        let respondents = Int.random(in: 0...12, using: &generator)
        var questions: [(String, [AnswerCode])] = []
        for id in ["a", "b", "c"].shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator)) {
            let codes = (0..<respondents).map { _ in
                Bool.random(using: &generator) ? 0 : AnswerCode.random(in: 0...255, using: &generator)
            }
            questions.append((id, codes))
        }
        var made = answers(questions, respondents: respondents)
        for id in ["kön", "insats"].shuffled(using: &generator).prefix(Int.random(in: 0...2, using: &generator)) {
            let values = ["A", "B", "Ö"].shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
            var codes = (0..<respondents).map { _ in UInt16.random(in: 0...UInt16(values.count), using: &generator) }
            var choices: ChoiceCodes?
            if Bool.random(using: &generator) {
                var sets = ChoiceCodes()
                codes = codes.map { code in
                    sets.code(of: (0...code).filter { $0 == code || Bool.random(using: &generator) })
                }
                choices = sets
            }
            made.groups.append(
                GroupColumn(variable: id, values: Array(values), codes: codes, choices: choices?.sets))
        }
        return made
    }

    @Test func `some of the respondents keep all that is theirs, the blocks of a loop too`() {
        var all = answers([("a", [1, 2, 3, 4])], [("kön", ["Kvinna", "Man"], [1, 2, 1, 0])])
        all.loop = LoopAnswers(
            variable: "insats", values: ["Öst", "Väst"], respondents: [0, 0, 2, 3], members: [1, 2, 1, 2],
            questions: [QuestionColumn(question: "b", codes: [5, 6, 7, 8])])
        var kept = answers([("a", [1, 4])], [("kön", ["Kvinna", "Man"], [1, 0])])
        kept.loop = LoopAnswers(
            variable: "insats", values: ["Öst", "Väst"], respondents: [0, 0, 1], members: [1, 2, 2],
            questions: [QuestionColumn(question: "b", codes: [5, 6, 8])])
        #expect(all.keeping(rows: [1, 0, 0, 1]) == kept)
        #expect(all.keeping(rows: [7, 0, 0, 255, 1, 1]) == kept)
        #expect(all.keeping(rows: [1, 1, 1, 1]) == all)
        #expect(all.keeping(rows: [1]).loop?.respondents == [0, 0])
        #expect(all.keeping(rows: []).respondents == 0)
    }

    @Test func `who answers in a loop alone is a respondent`() {
        var all = answers([("a", [0, 0, 1])])
        all.loop = LoopAnswers(
            variable: "insats", values: ["Öst"], respondents: [0, 1], members: [1, 1],
            questions: [QuestionColumn(question: "b", codes: [0, 7])])
        let kept = all.withoutEmptyRows()
        #expect(kept.question("a")?.codes == [0, 1])
        #expect(kept.loop?.respondents == [0] && kept.loop?.question("b")?.codes == [7])
    }

    @Test func `parts of the respondents are together all of them, each once`() throws {
        var generator = SeededGenerator(state: 611)
        for _ in 0..<300 {
            let count = Int.random(in: 0...12, using: &generator)
            let all = answers(
                [("a", (0..<count).map { _ in AnswerCode.random(in: 0...3, using: &generator) })],
                [("kön", ["Kvinna", "Man"], (0..<count).map { _ in UInt16.random(in: 0...2, using: &generator) })],
                respondents: count)
            let places = (0..<count).map { _ in Int.random(in: 0...2, using: &generator) }
            let parts: [Answers] = (0...2).map { part in all.keeping(rows: places.map { $0 == part ? 1 : 0 }) }
            #expect(parts.map(\.respondents) == (0...2).map { part in places.count { $0 == part } })
            for (part, answers) in parts.enumerated() {
                let rows = places.indices.filter { places[$0] == part }
                #expect(answers.question("a")?.codes == rows.map { all.questions[0].codes[$0] })
                #expect(answers.group("kön")?.codes == rows.map { all.groups[0].codes[$0] })
            }
        }
    }

    @Test func `values that nobody has are left out, and nothing else is changed`() {
        let column = GroupColumn(variable: "insats", values: ["A", "B", "C", "D"], codes: [3, 0, 1, 3, 9])
        #expect(
            column.withoutUnused(isListed: false)
                == GroupColumn(variable: "insats", values: ["C", "A"], codes: [1, 0, 2, 1, 0]))
        #expect(
            column.withoutUnused(isListed: true)
                == GroupColumn(variable: "insats", values: ["A", "B", "C", "D"], codes: [3, 0, 1, 3, 0]))
        let several = GroupColumn(
            variable: "insats", values: ["A", "B", "C"], codes: [3, 0, 3, 1], choices: [[1], [2], [1, 3]])
        #expect(
            several.withoutUnused(isListed: true)
                == GroupColumn(
                    variable: "insats", values: ["A", "B", "C"], codes: [1, 0, 1, 2], choices: [[1, 3], [1]]))
        #expect(
            several.withoutUnused(isListed: false)
                == GroupColumn(variable: "insats", values: ["A", "C"], codes: [1, 0, 1, 2], choices: [[1, 2], [1]]))
    }
}
