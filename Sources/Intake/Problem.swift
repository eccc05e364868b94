public import Survey
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
        /// A background variable's limit, below the instrument's.
        case belowInstrumentsSmallestGroup(variable: String, found: Int, least: Int)
        case noInstruments
        case unknownInstrument(String, accepted: [String])
        case noVersion(instrument: String, period: String, first: String)
        case notAPeriod(String)

        // What a file of answers holds.
        case missing
        case unreadable(TableError)
        case tooLarge(size: Int, most: Int)
        /// The whole file came out as one column.
        case oneColumn(format: FileFormat, first: FirstRows)
        case noQuestions(instrument: String, format: FileFormat, otherSheets: [String], first: FirstRows)
        case questionWithoutColumn(id: String, number: Int, text: String)
        /// Two columns that stand for the same have different content.
        case columnTwice(what: String, other: Int, heading: String)
        /// A column is probably one of these, the first most likely, and nobody has said so.
        case columnInDoubt(heading: String, match: Match, candidates: [ProbableMeaning])
        case choiceWithoutColumn(heading: String, file: String, nearest: String?)
        case targetOfNothing(heading: String, target: String, accepted: [String], nearest: String?)
        /// One choice for several columns of the same heading.
        case headingOfSeveral(heading: String, columns: [Int], choices: Int)
        case unknownOption(
            variable: String, option: String, accepted: [String], nearest: String?, heading: String)
        case optionWithoutName(variable: String, id: String, heading: String)
        // The block of a loop.
        case loopedQuestionWithoutColumn(id: String, number: Int, text: String, example: String)
        /// There are columns for several values, and this one does not say which it is about.
        case loopedColumnWithoutMember(
            id: String, number: Int, variable: String, accepted: [String], heading: String)
        /// A value has columns for other questions of the block.
        case loopedColumnMissing(id: String, number: Int, text: String, member: String)
        /// A row for each respondent and value, and nothing that tells whose it is, or what it is about.
        case loopRowsWithoutRespondent(accepted: [String])
        case loopRowsWithoutMember(variable: String)
        case rowWithoutRespondent(heading: String)
        case rowWithoutMember(variable: String)
        case rowOfSeveralMembers(variable: String, value: String)
        case sameBlockTwice(member: String, row: Int)
        /// Another row of the same respondent says something else of what the respondent has one of.
        case rowsDisagree(what: String, value: String, other: String, row: Int)

        case moreCells(found: Int, expected: Int)
        case unknownAnswer(value: String, accepted: [String], nearest: String?)
        case unknownBackground(variable: String, value: String, accepted: [String], nearest: String?)
        case notABackground(variable: String, value: String)
        /// An error of a spreadsheet program in a cell, such as #N/A.
        case errorValue(String)
        case severalValues(variable: String, value: String)
        /// In a column for one value of a variable, something that says neither yes nor no.
        case notAnOption(value: String, variable: String, option: String)
        /// A cell says something else than that of another column which stands for the same.
        case disagreement(value: String, other: String, column: String)
        case tooManyValues(variable: String, found: Int, most: Int)
        case tooManyChoices(variable: String, found: Int, most: Int)
        case noAnswers
        case sameContent(as: String)

        /// What a workbook of published figures holds.
        case published(PublishedFault)

        // Answers that are placed in periods by their date.
        case noDateColumn(headings: [String])
        case noDate
        case notADate(String)
        /// Day and month can be told apart in none of the column's cells.
        case doubtfulDate(example: String, orders: [DateOrder], rows: Int, heading: String)
        /// What was asked for is none of the periods in which the instrument places answers.
        case periodNotOfDating(asked: Period, nearest: [Period])
        case nothingInPeriod(asked: Period, found: [PeriodCount])
        case datedBeforeFirstVersion(instrument: String, first: String, PeriodCount)
        case invitedOfSeveralPeriods([PeriodCount])
        case periodMissing

        // How many were asked.
        case notANumber(String)
        case notAnInvitedHeading([String])
        case unknownInvitedGroup(value: String, accepted: [String])
        case moreAnswersThanInvited(group: String, answers: Int, invited: Int)
        case invitedTotalMissing(variable: String)
        /// A row has groups of two variables of which a person may have several values.
        case invitedOfTwoOverlaps(variables: [String])
        /// In a row for a person, something that says neither that they answered nor that they did not.
        case neitherAnsweredNorNot(String)
        case invitedTotalBelowGroup(group: String, invited: Int, total: Int)

        // Mappings, and which questionnaire a file is.
        case sameLayout(as: String)
        case otherLayout
        case otherInstrument(found: String, asked: String)
        case notAColumnChoice(String)
        case questionnairesAlike([QuestionnaireMatch])
        case noQuestionnaire(best: [QuestionnaireMatch], all: [String], format: FileFormat, first: FirstRows)
        case filesOfSeveral([FileQuestionnaire])
        case cannotLookFirst

        // A table of national figures.
        case national(NationalFault)
    }
}

/// Everything that is wrong, and nothing stored.
public struct Refusal: Error, Equatable, Sendable {
    /// The first of each file in full.
    public let problems: [Problem]
    /// What was not told in full, as counts.
    public let further: [FurtherProblems]
    /// The files as far as they were understood, with what is in doubt.
    public let files: [UnderstoodFile]

    public init(_ problems: [Problem], further: [FurtherProblems] = [], files: [UnderstoodFile] = []) {
        self.problems = problems
        self.further = further
        self.files = files
    }

    public init(_ place: Place, _ fact: Problem.Fact) {
        self.init([Problem(place, fact)])
    }
}

/// How many answers are dated in a period.
public struct PeriodCount: Equatable, Sendable {
    public let period: Period
    public let count: Int

    public init(period: Period, count: Int) {
        self.period = period
        self.count = count
    }
}

/// What a column may stand for.
public struct ProbableMeaning: Equatable, Sendable {
    /// What to write to say so: a question's or a background variable's id.
    public let target: String
    /// The question's number; nil for a background.
    public let number: Int?
    /// The question's wording, or the background's name.
    public let text: String

    public init(target: String, number: Int?, text: String) {
        self.target = target
        self.number = number
        self.text = text
    }
}

extension Refusal {
    /// What each column in doubt of a file may be, by its place in the file.
    public func candidates(in file: String) -> [Int: [ProbableMeaning]] {
        var candidates: [Int: [ProbableMeaning]] = [:]
        for problem in problems where problem.place.file == file {
            if case .columnInDoubt(_, _, let probable) = problem.fact, let column = problem.place.column {
                candidates[column] = probable
            }
        }
        return candidates
    }

    /// The same without columns in doubt, and how many they are.
    public var withoutDoubts: (rest: Refusal, doubts: Int) {
        let rest = problems.filter { problem in
            if case .columnInDoubt = problem.fact { false } else { true }
        }
        return (Refusal(rest, further: further, files: files), problems.count - rest.count)
    }
}

/// How many problems of one kind were not told in full: unknown values where the place has a column, else rows with more
/// cells than headings.
public struct FurtherProblems: Equatable, Sendable {
    public let place: Place
    public let count: Int
}
