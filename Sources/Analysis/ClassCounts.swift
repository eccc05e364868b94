public import Survey

/// How the answers to one question fall on the classes, in one group and period.
public struct ClassCounts: Hashable, Sendable {
    public let negative: Int
    public let neither: Int
    /// Positive and clearly positive answers together: "Positivt" in a table.
    public let positive: Int
    /// "(Klart positivt)".
    public let clearlyPositive: Int
    /// Respondents without a substantive answer, by `NoAnswer.rawValue`.
    private let noAnswers: [Int]

    /// Sorts the counts of every answer code (0 blank, then the categories in order) into classes.
    public init(_ codes: some Sequence<Int>, on scale: Scale) {
        var answers = [Int](repeating: 0, count: AnswerClass.allCases.count)
        var noAnswers = [Int](repeating: 0, count: NoAnswer.allCases.count)
        for (code, count) in codes.enumerated() {
            switch scale.meaning(of: AnswerCode(clamping: code)) {
            case .answer(let kind): answers[Int(kind.rawValue)] += count
            case .noAnswer(let kind): noAnswers[Int(kind.rawValue)] += count
            }
        }
        negative = answers[Int(AnswerClass.negative.rawValue)]
        neither = answers[Int(AnswerClass.neither.rawValue)]
        clearlyPositive = answers[Int(AnswerClass.clearlyPositive.rawValue)]
        positive = answers[Int(AnswerClass.positive.rawValue)] + clearlyPositive
        self.noAnswers = noAnswers
    }

    /// The number of substantive answers: what every share is a share of.
    public var base: Int { negative + neither + positive }

    /// The number of respondents that gave no substantive answer, for one reason.
    public func count(_ reason: NoAnswer) -> Int { noAnswers[Int(reason.rawValue)] }

    /// Partial non-response: respondents that gave no substantive answer, for any reason.
    public var partialNonResponse: Int { noAnswers.reduce(0, +) }

    public subscript(measure: Measure) -> Int {
        switch measure {
        case .negative: negative
        case .neither: neither
        case .positive: positive
        case .clearlyPositive: clearlyPositive
        }
    }

    /// The share of the base, exact; nil where nobody answered.
    public func share(_ measure: Measure) -> Ratio? { Ratio(self[measure], of: base) }
}

/// What a table shows of a question.
public enum Measure: CaseIterable, Sendable {
    case negative, neither, positive, clearlyPositive
}
