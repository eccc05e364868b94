public import Survey

/// What can be wrong with a table of national figures: the facts. `NationalFault+Swedish` has the words.
public enum NationalFault: Equatable, Sendable {
    case noHeadings
    case columnMissing(NationalColumn)
    case columnTwice(NationalColumn, other: Int)
    /// A column whose heading is a measure, as in a table with a column for each.
    case measureAsHeading(String)
    case tooManyRows(found: Int, most: Int)
    case noFigures
    case otherPeriod(found: String, asked: String)
    case noInstrument(String, accepted: [String])
    case noQuestion(String, instrument: String, version: String, accepted: [String])
    case noGroup(String, accepted: [String])
    case noMeasure(String)
    /// One cell names both measures, or holds a share of each.
    case bothMeasures(String)
    case twoShares(String)
    /// "Positivt (två kategorier)": the number of categories is the other measure's.
    case otherCategories(String, measure: Measure, categories: Int)
    /// The heading says one measure, the row another.
    case headingDisagrees(heading: String, Measure, row: Measure)
    case notInScale(Measure, question: String)
    case notAShare(String)
    case shareInOtherUnit(String)
    case notACount(String, least: Int, most: Int)
    case countWithoutAnswers
    case countAboveAnswers(count: Int, answers: Int)
    case shareDisagrees(String, count: Int, answers: Int)
    case forbundAboveAnswers(forbund: Int, answers: Int)
    case keyTwice(Measure, row: Int)
    /// Clearly positive answers are positive too, so there can never be more of them.
    case clearlyAbovePositive(clearly: String, positive: String, row: Int)
    case clearlyEqualsPositive(String, row: Int)
    case answersDiffer(Int, other: Int, row: Int)
    /// Two folders hold the same förbund's answers.
    case measuredTwice(forbund: String, instrument: String, period: String, other: String)
    case further(Int)
}

/// The columns of a table of national figures.
public enum NationalColumn: Int, CaseIterable, Sendable {
    case period, instrument, question, group, measure, share, count, answers, forbund, source

    /// Without these a figure cannot be understood.
    var isNeeded: Bool { [.instrument, .question, .measure, .share].contains(self) }

    /// As the heading is best written.
    public var heading: String {
        switch self {
        case .period: "period"
        case .instrument: "enkät"
        case .question: "fråga"
        case .group: "grupp"
        case .measure: "mått"
        case .share: "andel"
        case .count: "antal"
        case .answers: "antal svar"
        case .forbund: "antal förbund"
        case .source: "källa"
        }
    }

    /// Other ways to write it, as `TextKey` has them.
    private var otherHeadings: [String] {
        switch self {
        case .period: ["mätperiod", "år"]
        case .instrument: ["enkat", "formulär", "formular"]
        case .question: ["fraga", "frågans id", "frågeid"]
        case .group: ["group"]
        case .measure: ["matt"]
        case .share: ["andel i procent", "andel procent", "procent", "riket", "andel riket", "rikets andel"]
        case .count: ["antal med måttet"]
        case .answers: ["svar", "antal svarande", "n", "bas", "rikets svar"]
        case .forbund: ["antal forbund", "förbund", "forbund"]
        case .source: ["kalla"]
        }
    }

    init?(_ key: TextKey) {
        let found = Self.allCases.first { $0.heading == key.text || $0.otherHeadings.contains(key.text) }
        guard let found else { return nil }
        self = found
    }
}
