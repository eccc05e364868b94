/// Whose figure a national figure is: everybody's, or those with one value of a background variable.
public struct NationalGroup: Hashable, Sendable {
    /// The id of the background variable; nil for everybody.
    public let variable: String?
    /// As the instrument writes the value.
    public let name: String

    public init(variable: String, name: String) {
        self.variable = variable
        self.name = name
    }

    private init() {
        variable = nil
        name = "Totalt"
    }

    public static let total = NationalGroup()
}

/// What a national figure is a figure of. The measure is part of it, so that a share of positive answers can never be found
/// where one of clearly positive answers is looked for.
public struct NationalKey: Hashable, Sendable {
    /// The questionnaire's id.
    public let instrument: String
    /// The question's id.
    public let question: String
    public let group: NationalGroup
    public let measure: Measure

    public init(instrument: String, question: String, group: NationalGroup, measure: Measure) {
        self.instrument = instrument
        self.question = question
        self.group = group
        self.measure = measure
    }
}

/// A national share, as exactly as it is known.
public enum NationalShare: Hashable, Sendable {
    /// So many of so many answers.
    case counted(Int, of: Int)
    /// A printed percentage, in units of a ten-millionth: 65.4 % is 6,540,000.
    case printed(tenMillionths: Int)

    /// The unit of a printed percentage.
    public static let unit = 10_000_000
    /// No national number of answers is greater: there are not so many people in the country. What is computed from it
    /// cannot overflow.
    public static let mostAnswers = 10_000_000

    /// The numerator of the exact share.
    public var count: Int {
        switch self {
        case .counted(let count, _): count
        case .printed(let tenMillionths): tenMillionths
        }
    }

    /// The denominator of the exact share, at least 1.
    public var base: Int {
        switch self {
        case .counted(_, let base): base
        case .printed: Self.unit
        }
    }

    /// It was printed in whole per cent, so that the true share may lie half a per cent to either side.
    public var isWholePercent: Bool {
        if case .printed(let tenMillionths) = self { tenMillionths.isMultiple(of: Self.unit / 100) } else { false }
    }
}

/// One share of the national measurement.
public struct NationalFigure: Equatable, Sendable {
    public let key: NationalKey
    public let share: NationalShare
    /// Substantive answers to the question in the group; nil where it is not known.
    public let answers: Int?
    /// How many förbund they are from; nil where it is not known.
    public let forbund: Int?
    /// Where the figure was published, in words; nil where the file does not say.
    public let source: String?

    public init(key: NationalKey, share: NationalShare, answers: Int?, forbund: Int?, source: String? = nil) {
        self.key = key
        self.share = share
        self.answers = answers
        self.forbund = forbund
        self.source = source
    }
}

/// The national figures of one period, from one file.
public struct NationalMeasurement: Equatable, Sendable {
    public let period: Period
    /// In the order of the file, each key once.
    public let figures: [NationalFigure]
    public let file: SourceFile
    /// When they were stored, ISO 8601; nil where they were not.
    public var importedAt: String?

    public init(period: Period, figures: [NationalFigure], file: SourceFile, importedAt: String? = nil) {
        self.period = period
        self.figures = figures
        self.file = file
        self.importedAt = importedAt
    }

    /// The figure of a key; there is no way to ask for another measure's.
    public func figure(_ key: NationalKey) -> NationalFigure? { figures.first { $0.key == key } }
}
