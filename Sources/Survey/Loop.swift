/// A block of questions that is asked once for each value of a background variable that the respondent knows, for example
/// once for each insats.
public struct Loop: Equatable, Sendable {
    /// The id of the background variable, one with several choices: the filter question.
    public let variable: String
    /// Headings under which exports with a row for each respondent and value have been seen to name the respondent.
    public let respondentHeadings: [String]
    /// The value that says that the respondent knows none of the others; nil where there is no such alternative.
    public let none: String?
    /// What the values are called when they are several, for example "insatser".
    public let plural: String

    public init(variable: String, respondentHeadings: [String] = [], none: String? = nil, plural: String? = nil) {
        self.variable = variable
        self.respondentHeadings = respondentHeadings
        self.none = none
        self.plural = plural ?? variable
    }
}

/// The answers to the questions of a loop: columns of equal length with one element for each respondent and value. A
/// respondent who knows four insatser has four blocks and is one person.
public struct LoopAnswers: Equatable, Sendable {
    /// The id of the loop's background variable.
    public let variable: String
    public let values: [String]
    /// The respondent's place among the respondents, from 0. In rising order.
    public var respondents: [UInt32]
    /// What the block is about: a place in `values` from 1.
    public var members: [UInt16]
    /// One code a block.
    public var questions: [QuestionColumn]

    public init(
        variable: String, values: [String], respondents: [UInt32], members: [UInt16], questions: [QuestionColumn]
    ) {
        self.variable = variable
        self.values = values
        self.respondents = respondents
        self.members = members
        self.questions = questions
    }

    public func question(_ id: String) -> QuestionColumn? { questions.first { $0.question == id } }
}
