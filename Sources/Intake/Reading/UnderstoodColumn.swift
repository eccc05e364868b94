/// What a column of a file was taken for, how, and what stood in it.
public struct UnderstoodColumn: Equatable, Sendable {
    /// The heading as it stands in the file; of several heading rows the texts joined by " / ".
    public let heading: String
    /// The column's place in the file, from 1.
    public let column: Int
    public let meaning: Meaning
    /// How the heading was recognised; nil for a column that is left out.
    public let match: Match?
    /// The different texts with what each was taken for, the blank included, in the file's order; empty for a column that is left out.
    public let values: [UnderstoodValue]

    public enum Meaning: Equatable, Sendable {
        case question(id: String, number: Int, text: String)
        case background(id: String, name: String)
        /// One column per option of a background variable with several choices.
        case option(of: String, name: String, value: String)
        /// A question of a loop, asked about one of its values.
        case looped(id: String, number: Int, text: String, member: String)
        /// Tells which rows are of the same respondent. It is never kept.
        case respondent
        /// The date by which answers are placed in periods. The values tell the periods, never the dates.
        case date
        /// Holds the same as another column: codes beside labels.
        case sameAs(column: Int)
        case leftOut(reason: String)
    }

    /// What is said of a column that tells which rows are of the same respondent.
    public static let respondentReason = "håller ihop raderna från samma person och sparas aldrig"

    public init(
        heading: String, column: Int, meaning: Meaning, match: Match? = nil, values: [UnderstoodValue] = []
    ) {
        self.heading = heading
        self.column = column
        self.meaning = meaning
        self.match = match
        self.values = values
    }
}

/// How a heading was recognised.
public enum Match: Equatable, Sendable {
    /// By the question's or the variable's id, or a code of the tool's that holds it.
    case code
    /// By the question's number.
    case number
    /// By the whole wording, with or without what the tool puts around it.
    case text
    /// By a heading that the formulär lists.
    case listed
    /// The user said so on the command line.
    case chosen
    /// A saved mapping says so.
    case mapped
    /// Doubtful: the nearest wording, which differs in so many characters.
    case nearest(distance: Int)
    /// Doubtful: the beginning of the wording, which the tool cut off.
    case abbreviated
    /// Doubtful: by its place among numbered columns of the tool's, such as SQ001.
    case position

    public var isDoubtful: Bool {
        switch self {
        case .nearest, .abbreviated, .position: true
        case .code, .number, .text, .listed, .chosen, .mapped: false
        }
    }
}

/// A text of a column and what it was taken for.
public struct UnderstoodValue: Equatable, Sendable {
    /// As it stands in the file.
    public let text: String
    /// The category or group; nil for a blank.
    public let meaning: String?
    /// Rows.
    public let count: Int

    public init(text: String, meaning: String?, count: Int) {
        self.text = text
        self.meaning = meaning
        self.count = count
    }
}
