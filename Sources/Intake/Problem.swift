public import Tabular

/// One thing that is wrong with what the user gave: the facts. `Problem+Swedish` has the words.
public struct Problem: Equatable, Sendable {
    public let place: Place
    public let fact: Fact

    public init(_ place: Place, _ fact: Fact) {
        self.place = place
        self.fact = fact
    }

    public enum Fact: Equatable, Sendable {
        // What a description (formulär or mätning) says.
        case notYAML(reason: String)
        case missingKey(String, in: String)
        case unknownKey(String, accepted: [String])
        case notOfKind(key: String, found: String, expected: String)
        case unknownWord(key: String, found: String, accepted: [String])
        case twice(what: String, value: String)
        case refersToNothing(key: String, value: String, accepted: [String])
        case belowSmallestGroup(found: Int, least: Int)
        case noInstruments
        case unknownInstrument(String, accepted: [String])
        case noVersion(instrument: String, period: String, first: String)
        case notAPeriod(String)

        // What a file of answers holds.
        case missing
        case unreadable(TableError)
        case tooLarge(size: Int, most: Int)
        case noQuestions(instrument: String, dialect: Dialect, headings: [String])
        case questionWithoutColumn(number: Int, text: String)
        case columnTwice(question: String, other: Int)
        case moreCells(found: Int, expected: Int)
        case unknownAnswer(value: String, accepted: [String], nearest: String?)
        case unknownBackground(variable: String, value: String, accepted: [String], nearest: String?)
        case notABackground(variable: String, value: String)
        case tooManyValues(variable: String, found: Int, most: Int)
        case noAnswers
        case sameContent(as: String)

        // How many were asked.
        case notANumber(String)
        case notAnInvitedHeading([String])
        case unknownInvitedGroup(value: String, accepted: [String])
        case moreAnswersThanInvited(group: String, answers: Int, invited: Int)
    }
}

/// Everything that is wrong, and nothing stored.
public struct Refusal: Error, Equatable, Sendable {
    /// The first of each file in full.
    public let problems: [Problem]
    /// What was not told in full, as counts.
    public let further: [FurtherProblems]

    public init(_ problems: [Problem], further: [FurtherProblems] = []) {
        self.problems = problems
        self.further = further
    }

    public init(_ place: Place, _ fact: Problem.Fact) {
        self.init([Problem(place, fact)])
    }
}

/// How many problems of one kind were not told in full: unknown values where the place has a column, else rows with more
/// cells than headings.
public struct FurtherProblems: Equatable, Sendable {
    public let place: Place
    public let count: Int
}
