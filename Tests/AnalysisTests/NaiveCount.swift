import Survey

/// A respondent as a person would write one down: a code for each answered question, a value for each known variable.
struct Person {
    var answers: [String: AnswerCode] = [:]
    var values: [String: String] = [:]
}

/// The meanings of an answer, by name.
func meaning(_ code: AnswerCode?, _ scale: Scale) -> String {
    guard let code, code > 0, code <= scale.categories.count else { return "unanswered" }
    switch scale.categories[Int(code) - 1].meaning {
    case .answer(let kind): return "\(kind)"
    case .noAnswer(let kind): return "\(kind)"
    }
}

/// How many people mean what, of one question.
struct NaiveCounts: Equatable {
    var negative = 0
    var neither = 0
    var positive = 0
    var clearly = 0
    var base = 0
    /// unanswered, dontKnow, notApplicable, cannotJudge
    var noAnswers = [0, 0, 0, 0]

    init(_ people: [Person], _ question: Question) {
        let meanings = people.map { meaning($0.answers[question.id], question.scale) }
        func number(_ kinds: String...) -> Int { meanings.filter { kinds.contains($0) }.count }
        negative = number("negative")
        neither = number("neither")
        positive = number("positive", "clearlyPositive")
        clearly = number("clearlyPositive")
        noAnswers = ["unanswered", "dontKnow", "notApplicable", "cannotJudge"].map { number($0) }
        base = people.count - noAnswers.reduce(0, +)
    }

    var text: String { "\(negative) \(neither) \(positive) (\(clearly)) of \(base), \(noAnswers)" }
}
