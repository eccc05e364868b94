import Survey
import Testing

struct LoopAnswersTests {
    /// Three respondents: the first knows A and B, the second none, the third B.
    private let three = Answers(
        respondents: 3, questions: [QuestionColumn(question: "q", codes: [1, 2, 0])],
        groups: [GroupColumn(variable: "insats", values: ["A", "B"], codes: [1, 0, 2], choices: [[1, 2], [2]])],
        loop: LoopAnswers(
            variable: "insats", values: ["A", "B"], respondents: [0, 0, 2], members: [1, 2, 2],
            questions: [QuestionColumn(question: "stod", codes: [3, 0, 4])]))

    @Test func `blocks follow their respondent when rows are chosen`() {
        let kept = three.keeping(rows: [0, 1, 1])
        #expect(kept.respondents == 2)
        #expect(kept.loop?.respondents == [1] && kept.loop?.members == [2])
        #expect(kept.loop?.question("stod")?.codes == [4])
    }

    @Test func `who answers a block alone, or says what is known, is a respondent`() {
        let alone = Answers(
            respondents: 4, questions: [QuestionColumn(question: "q", codes: [0, 0, 0, 1])],
            groups: [
                GroupColumn(variable: "insats", values: ["A", "Ingen"], codes: [1, 2, 0, 0], choices: [[1], [2]])
            ],
            loop: LoopAnswers(
                variable: "insats", values: ["A", "Ingen"], respondents: [0], members: [1],
                questions: [QuestionColumn(question: "stod", codes: [3])]))
        #expect(alone.answeredRows() == [1, 1, 0, 1])
        let rest = alone.withoutEmptyRows()
        #expect(rest.respondents == 3 && rest.loop == alone.loop)
    }

    @Test func `respondents of a second file come after those of the first, under the values of both`() {
        let other = Answers(
            respondents: 2, questions: [], groups: [],
            loop: LoopAnswers(
                variable: "insats", values: ["C", "A"], respondents: [0, 1], members: [2, 1],
                questions: [QuestionColumn(question: "ny", codes: [7, 8])]))
        let plain = Answers(respondents: 5, questions: [], groups: [])
        let joined = Answers(joining: [three, plain, other])
        #expect(joined.respondents == 10)
        #expect(
            joined.loop
                == LoopAnswers(
                    variable: "insats", values: ["A", "B", "C"], respondents: [0, 0, 2, 8, 9],
                    members: [1, 2, 2, 1, 3],
                    questions: [
                        QuestionColumn(question: "stod", codes: [3, 0, 4, 0, 0]),
                        QuestionColumn(question: "ny", codes: [0, 0, 0, 7, 8]),
                    ]))
        #expect(Answers(joining: [plain, plain]).loop == nil)
    }

    @Test func `values that are spelled alike become one in blocks too`() throws {
        var spellings = Spellings()
        _ = spellings.label("HälsoSam", of: "insats")
        let respelled = spellings.respelled(
            LoopAnswers(variable: "insats", values: ["MIA", "hälsosam"], respondents: [0], members: [2], questions: []))
        #expect(respelled.values == ["MIA", "HälsoSam"] && respelled.members == [2])
    }
}
