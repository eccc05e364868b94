import Intake
import Testing

struct LikeliestQuestionnaireTests {
    private static func match(_ id: String, _ certain: Int, _ doubtful: Int, of questions: Int) -> QuestionnaireMatch {
        QuestionnaireMatch(instrument: id, certain: certain, doubtful: doubtful, questions: questions)
    }

    private static let cases: [(String, [QuestionnaireMatch], LikeliestQuestionnaire)] = [
        ("the only one", [match("a", 5, 0, of: 5), match("b", 0, 0, of: 5)], .one(match("a", 5, 0, of: 5))),
        ("the most questions", [match("a", 5, 0, of: 5), match("b", 9, 0, of: 11)], .one(match("b", 9, 0, of: 11))),
        (
            "the certain before the doubtful", [match("a", 6, 0, of: 8), match("b", 5, 3, of: 8)],
            .one(match("a", 6, 0, of: 8))
        ),
        (
            "the doubtful where the certain are as many", [match("a", 5, 0, of: 8), match("b", 5, 1, of: 8)],
            .one(match("b", 5, 1, of: 8))
        ),
        ("the shortest of equals", [match("a", 6, 0, of: 11), match("b", 6, 0, of: 6)], .one(match("b", 6, 0, of: 6))),
        (
            "never under half, whatever is more", [match("a", 5, 0, of: 11), match("b", 4, 0, of: 8)],
            .one(match("b", 4, 0, of: 8))
        ),
        (
            "equals in all are a tie", [match("a", 6, 1, of: 8), match("b", 6, 1, of: 8), match("c", 1, 0, of: 2)],
            .tie([match("a", 6, 1, of: 8), match("b", 6, 1, of: 8)])
        ),
        (
            "under half is none", [match("a", 3, 0, of: 8), match("b", 2, 0, of: 8), match("c", 0, 0, of: 1)],
            .none(best: [match("a", 3, 0, of: 8)])
        ),
        ("nothing at all is none", [match("a", 0, 0, of: 8)], .none(best: [])),
        ("no questionnaire is none", [], .none(best: [])),
        ("a questionnaire without questions is never it", [match("a", 0, 0, of: 0)], .none(best: [])),
    ]

    @Test(arguments: cases) func `it is the one with most questions recognised`(
        _ name: String, _ matches: [QuestionnaireMatch], _ expected: LikeliestQuestionnaire
    ) {
        #expect(LikeliestQuestionnaire(matches) == expected)
    }
}
