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
}
