/// A value of a background variable that an instrument lists, with other ways to write it.
public struct BackgroundValue: Equatable, Sendable {
    public let label: String
    public let spellings: [String]

    public init(label: String, spellings: [String] = []) {
        self.label = label
        self.spellings = spellings
    }
}

/// What is done with groups that have fewer respondents than the instrument's smallest group.
public enum SmallGroups: Equatable, Sendable {
    /// Their figures are not shown.
    case hide
    /// They are shown together as one group: of this name, or named after those in it.
    case merge(as: String?)
}

/// What is known of a respondent beside the answers: insats, kön, chefsgrupp. Each variable gives a breakdown.
public struct BackgroundVariable: Equatable, Sendable {
    public let id: String
    /// As it is written in running text, for example "insats".
    public let name: String
    /// Headings under which exports have been seen to hold it, the name and id apart.
    public let headings: [String]
    /// The values it can have, in the order in which they are shown; nil where each file brings its own.
    public let values: [BackgroundValue]?
    public let smallGroups: SmallGroups
    /// A respondent may have several of the values, and then belongs to each of those groups.
    public let isMultiple: Bool
    /// A higher limit than the questionnaire's for groups of this variable; nil where it is the same.
    public let smallestGroup: Int?

    public init(
        id: String, name: String, headings: [String] = [], values: [BackgroundValue]? = nil,
        smallGroups: SmallGroups = .hide, isMultiple: Bool = false, smallestGroup: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.headings = headings
        self.values = values
        self.smallGroups = smallGroups
        self.isMultiple = isMultiple
        self.smallestGroup = smallestGroup
    }
}
