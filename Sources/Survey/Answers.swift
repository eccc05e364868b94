/// The answers to one question, one code a respondent.
public struct QuestionColumn: Equatable, Sendable {
    /// The question's id.
    public let question: String
    public var codes: [AnswerCode]

    public init(question: String, codes: [AnswerCode]) {
        self.question = question
        self.codes = codes
    }
}

/// A background variable's values, one code a respondent: 0 where none was given, else the place in `values` from 1; for
/// a variable with several choices the place in `choices` from 1.
public struct GroupColumn: Equatable, Sendable {
    /// The variable's id.
    public let variable: String
    public let values: [String]
    public var codes: [UInt16]
    /// For a variable with several choices: the sets of values that respondents gave together, each as places in `values`
    /// from 1, in rising order. Nil where a respondent has one value.
    public let choices: [[UInt16]]?

    public init(variable: String, values: [String], codes: [UInt16], choices: [[UInt16]]? = nil) {
        self.variable = variable
        self.values = values
        self.codes = codes
        self.choices = choices
    }
}

/// The answers of one questionnaire in one period, as columns of equal length. Holds nothing that names a person.
public struct Answers: Equatable, Sendable {
    /// How many respondents there are: rows with at least one answer.
    public let respondents: Int
    public var questions: [QuestionColumn]
    public var groups: [GroupColumn]
    /// Nil where the questionnaire has no loop.
    public var loop: LoopAnswers?

    public init(respondents: Int, questions: [QuestionColumn], groups: [GroupColumn], loop: LoopAnswers? = nil) {
        self.respondents = respondents
        self.questions = questions
        self.groups = groups
        self.loop = loop
    }

    public func question(_ id: String) -> QuestionColumn? { questions.first { $0.question == id } }
    public func group(_ variable: String) -> GroupColumn? { groups.first { $0.variable == variable } }
}

/// How many were asked: in all, and per value of a background variable where that is known.
public struct Invited: Equatable, Sendable {
    /// No number of people is greater; what is computed from it cannot overflow.
    public static let most = 1_000_000_000

    public let total: Int
    /// Variable id -> value -> number.
    public let byGroup: [String: [String: Int]]

    public init(total: Int, byGroup: [String: [String: Int]] = [:]) {
        self.total = total
        self.byGroup = byGroup
    }
}
