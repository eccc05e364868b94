import Survey

/// A respondent as a person would write one down: a code for each answered question, and for each known variable the value,
/// or the several.
struct Person {
    var answers: [String: AnswerCode] = [:]
    var values: [String: Set<String>] = [:]
}

/// What an answer means; nothing on paper means unanswered.
func meaning(_ code: AnswerCode?, _ scale: Scale) -> Meaning {
    guard let code, code > 0, code <= scale.categories.count else { return .noAnswer(.unanswered) }
    return scale.categories[Int(code) - 1].meaning
}

/// How many people mean what, of one question.
struct NaiveCounts: Equatable {
    var negative = 0
    var neither = 0
    var positive = 0
    var clearly = 0
    var base = 0
    /// Unanswered, don't know, not applicable, cannot judge.
    var noAnswers = [0, 0, 0, 0]

    init(_ people: [Person], _ question: Question) {
        let meanings = people.map { meaning($0.answers[question.id], question.scale) }
        func number(_ kind: Meaning) -> Int { meanings.filter { $0 == kind }.count }
        negative = number(.answer(.negative))
        neither = number(.answer(.neither))
        clearly = number(.answer(.clearlyPositive))
        positive = number(.answer(.positive)) + clearly
        noAnswers = [
            number(.noAnswer(.unanswered)), number(.noAnswer(.dontKnow)), number(.noAnswer(.notApplicable)),
            number(.noAnswer(.cannotJudge)),
        ]
        base = people.count - noAnswers.reduce(0, +)
    }

    var text: String { "\(negative) \(neither) \(positive) (\(clearly)) of \(base), \(noAnswers)" }

    /// Whether all or all but one are in a class that the instrument protects, and are fewer than twenty.
    func isOfOneMind(_ rule: AttributeRule) -> Bool {
        let classes: [Int]
        switch rule {
        case .none: classes = []
        case .unfavourable: classes = [negative, negative + neither]
        case .all: classes = [negative, neither, negative + neither, positive, positive - clearly, clearly]
        }
        return (1..<20).contains(base) && classes.contains { base - $0 <= 1 }
    }
}
