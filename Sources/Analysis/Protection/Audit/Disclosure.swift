import Survey

/// What exact answers of some people give away: the audit's own reading of the rules.
struct Disclosure {
    let attribute: AttributeRule
    /// The fewest that may be told of.
    let limit: Int

    /// Alike in so many answers is told, with a warning.
    static let manyAnswers = 20

    /// Answers of nobody give nothing away where they are what is left of others; in a row of its own they are too few.
    enum Breach: Equatable {
        case few
        case alike
        case manyAlike
    }

    func breach(of answers: RowCounts) -> Breach? {
        let base = answers.base
        if base < limit { return .few }
        guard classes.contains(where: { base - $0.count(in: answers) <= 1 }) else { return nil }
        return base < Self.manyAnswers ? .alike : .manyAlike
    }

    func breach(ofPeople people: Int) -> Breach? { people < limit ? .few : nil }

    /// Answers that the rule protects when all, or all but one, are such.
    private var classes: [AnswerSet] {
        switch attribute {
        case .none: []
        case .unfavourable: [[.negative], [.negative, .neither]]
        case .all:
            [
                [.negative], [.neither], [.positive, .clearlyPositive], [.positive], [.clearlyPositive],
                [.negative, .neither],
            ]
        }
    }

    /// Answers whose number in a protected row must stay uncertain.
    var protectedCounts: [AnswerSet] {
        switch attribute {
        case .none: []
        case .unfavourable: [[.negative], [.negative, .neither]]
        case .all: [[.negative], [.neither], [.positive], [.clearlyPositive], [.negative, .neither]]
        }
    }
}

/// Some of the classes of an answer.
struct AnswerSet: OptionSet {
    let rawValue: Int

    static let negative = AnswerSet(rawValue: 1)
    static let neither = AnswerSet(rawValue: 2)
    /// Positive but not clearly positive.
    static let positive = AnswerSet(rawValue: 4)
    static let clearlyPositive = AnswerSet(rawValue: 8)
    static let any: AnswerSet = [.negative, .neither, .positive, .clearlyPositive]

    func count(in answers: RowCounts) -> Int {
        (contains(.negative) ? answers.negative : 0) + (contains(.neither) ? answers.neither : 0)
            + (contains(.positive) ? answers.positive : 0)
            + (contains(.clearlyPositive) ? answers.clearlyPositive : 0)
    }
}
