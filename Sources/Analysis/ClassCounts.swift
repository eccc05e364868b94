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
    /// How many people the answers in the base are from, where one can give several: in a loop, one for each insats that
    /// they know. Nil where each answer is a person's own, and where nobody kept the number.
    public let people: Int?
    /// The same with those who could judge nothing of what they were asked about.
    public let peopleWithCannotJudge: Int?

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
        people = nil
        peopleWithCannotJudge = nil
    }

    /// What was given out once. Why respondents gave no substantive answer was not.
    init(_ published: PublishedCounts) {
        negative = published.negative
        neither = published.neither
        positive = published.positive
        clearlyPositive = published.clearlyPositive
        noAnswers = [Int](repeating: 0, count: NoAnswer.allCases.count)
        people = nil
        peopleWithCannotJudge = nil
    }

    /// The same answers, of so many people.
    init(_ counts: ClassCounts, people: Int, withCannotJudge: Int) {
        negative = counts.negative
        neither = counts.neither
        positive = counts.positive
        clearlyPositive = counts.clearlyPositive
        noAnswers = counts.noAnswers
        self.people = people
        peopleWithCannotJudge = withCannotJudge
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

    /// The base with those who chose "kan ej bedöma" counted in: every answer that somebody gave. The published tables of
    /// medarbetarenkäter count so, and a figure falls there when more people cannot judge.
    public var baseWithCannotJudge: Int { base + count(.cannotJudge) }

    /// The share of all answers, "kan ej bedöma" among them; nil where there are none.
    public func shareOfAllAnswers(_ measure: Measure) -> Ratio? { Ratio(self[measure], of: baseWithCannotJudge) }

    /// The share of the base, exact; nil where nobody answered.
    public func share(_ measure: Measure) -> Ratio? { Ratio(self[measure], of: base) }
}
