/// A question as it is worded. A rewording is a new question with an id of its own.
public struct Question: Equatable, Sendable {
    public let id: String
    public let text: String
    public let scale: Scale
    /// Set where the source does not give the exact wording or scale: what is uncertain.
    public let uncertainty: String?
    /// It is asked once for each value of the questionnaire's loop that the respondent knows.
    public let isLooped: Bool
    /// It is shown for the whole of a respondent group and for no part of it, as questions about violence are.
    public let isOnlyTotal: Bool

    public init(
        id: String, text: String, scale: Scale, uncertainty: String? = nil, isLooped: Bool = false,
        isOnlyTotal: Bool = false
    ) {
        self.id = id
        self.text = text
        self.scale = scale
        self.uncertainty = uncertainty
        self.isLooped = isLooped
        self.isOnlyTotal = isOnlyTotal
    }
}

/// Whether a question's figures may be set beside those of the version before.
public enum Comparability: Equatable, Sendable {
    /// There is no version before.
    case first
    /// With this question of the version before.
    case comparable(with: String)
    /// Why not, for example "omformulerad 2021".
    case notComparable(reason: String)
}

/// A question's place in one version of a questionnaire.
public struct Item: Equatable, Sendable {
    /// The number that the respondent sees.
    public let number: Int
    public let question: Question
    public let comparability: Comparability

    public init(number: Int, question: Question, comparability: Comparability) {
        self.number = number
        self.question = question
        self.comparability = comparability
    }
}

/// The questionnaire as it was sent out from a period on.
public struct Version: Equatable, Sendable {
    public let id: String
    public let from: Period
    /// By number.
    public let items: [Item]

    public init(id: String, from: Period, items: [Item]) {
        self.id = id
        self.from = from
        self.items = items
    }

    public func item(_ question: String) -> Item? { items.first { $0.question.id == question } }
}

/// A questionnaire: whom it asks, what it asks in each version, and how its answers may be shown.
public struct Instrument: Equatable, Sendable {
    public let id: String
    public let name: String
    public let group: RespondentGroup
    /// Where the wording is from and how certain it is.
    public let source: String?
    /// In order of time.
    public let versions: [Version]
    public let background: [BackgroundVariable]
    /// No figure is shown for fewer respondents or answers than this.
    public let smallestGroup: Int
    /// Which unanimous answers are protected.
    public let attributeRule: AttributeRule
    /// What can be worked out of a protected count is never less than so many whole numbers apart; at least
    /// `leastUncertainty`.
    public let uncertainty: Int
    /// No question is shown for a part of the respondents, as in a questionnaire about violence.
    public let isOnlyTotal: Bool
    /// Ids of the questions that stand for the whole questionnaire where there is room for one or two.
    public let mainQuestions: [String]
    /// Per cent: below it a note says that the figures tell of a small part of those asked.
    public let lowestResponseRate: Int
    /// Set where answers are placed in periods by their date.
    public let dating: Dating?
    /// Set where a block of questions is asked once for each of several things.
    public let loop: Loop?

    public init(
        id: String, name: String, group: RespondentGroup, source: String? = nil, versions: [Version],
        background: [BackgroundVariable], smallestGroup: Int = Instrument.leastSmallestGroup,
        attributeRule: AttributeRule? = nil, uncertainty: Int = Instrument.leastUncertainty, isOnlyTotal: Bool = false,
        mainQuestions: [String] = [], lowestResponseRate: Int = Instrument.usualLowestResponseRate,
        dating: Dating? = nil, loop: Loop? = nil
    ) {
        self.id = id
        self.name = name
        self.group = group
        self.source = source
        self.versions = versions
        self.background = background
        self.smallestGroup = smallestGroup
        self.attributeRule = attributeRule ?? group.usualAttributeRule
        self.uncertainty = uncertainty
        self.isOnlyTotal = isOnlyTotal
        self.mainQuestions = mainQuestions
        self.lowestResponseRate = lowestResponseRate
        self.dating = dating
        self.loop = loop
    }

    /// Per cent.
    public static let usualLowestResponseRate = 50

    /// An instrument may raise its smallest group but never go below this.
    public static let leastSmallestGroup = 5

    /// An instrument may raise its uncertainty but never go below this.
    public static let leastUncertainty = 2

    /// The limit of a breakdown's groups: its own, or the instrument's where that is higher.
    public func smallestGroup(of variable: BackgroundVariable) -> Int {
        max(smallestGroup, variable.smallestGroup ?? smallestGroup)
    }

    /// Whether a question is shown for no part of the respondents.
    public func isOnlyTotal(_ question: Question) -> Bool { isOnlyTotal || question.isOnlyTotal }

    /// The version that was in use in a period; nil before the first.
    public func version(in period: Period) -> Version? {
        versions.last { $0.from.first <= period.first }
    }

    public func version(_ id: String) -> Version? { versions.first { $0.id == id } }
}
