import Survey

/// An instrument as programs read it: all of it, under the keys of its file.
struct InstrumentDescription: Encodable {
    let id: String
    let name: String
    let group: String
    let source: String?
    let smallestGroup: Int
    let attributeRule: String
    let leastUncertainty: Int
    /// Told only where it is so.
    let isOnlyTotal: Bool?
    let mainQuestions: [String]
    let lowestResponseRate: Int
    let dating: DatingDescription?
    let versions: [VersionDescription]
    let scales: [String: [CategoryDescription]]
    let background: [BackgroundDescription]
    /// Nil where there is none.
    let loop: LoopDescription?

    enum CodingKeys: String, CodingKey {
        case id
        case name = "namn"
        case group = "respondentgrupp"
        case source = "källa"
        case smallestGroup = "minsta grupp"
        case attributeRule = "nästan alla"
        case leastUncertainty = "minsta osäkerhet"
        case isOnlyTotal = "bara totalt"
        case mainQuestions = "huvudfrågor"
        case lowestResponseRate = "lägsta svarsfrekvens"
        case dating = "datum"
        case versions = "versioner"
        case scales = "skalor"
        case background = "bakgrund"
        case loop = "slinga"
    }

    init(_ instrument: Instrument) {
        id = instrument.id
        name = instrument.name
        group = instrument.group.rawValue
        source = instrument.source
        smallestGroup = instrument.smallestGroup
        attributeRule = instrument.attributeRule.rawValue
        leastUncertainty = instrument.uncertainty
        isOnlyTotal = instrument.isOnlyTotal ? true : nil
        mainQuestions = instrument.mainQuestions
        lowestResponseRate = instrument.lowestResponseRate
        dating = instrument.dating.map(DatingDescription.init)
        versions = instrument.versions.map(VersionDescription.init)
        let used = instrument.versions.flatMap { $0.items.map(\.question.scale) }
        scales = Dictionary(used.map { ($0.id, $0.categories.map(CategoryDescription.init)) }) { first, _ in first }
        background = instrument.background.map { BackgroundDescription($0, in: instrument) }
        loop = instrument.loop.map(LoopDescription.init)
    }
}

/// How answers are placed in periods by their date.
struct DatingDescription: Encodable {
    let headings: [String]
    let firstMonth: String
    let months: Int

    enum CodingKeys: String, CodingKey {
        case headings = "rubriker"
        case firstMonth = "perioden börjar"
        case months = "månader"
    }

    init(_ dating: Dating) {
        headings = dating.headings
        firstMonth = dating.monthName
        months = dating.months
    }
}

/// A version with its questions.
struct VersionDescription: Encodable {
    let id: String
    let from: String
    let questions: [QuestionDescription]

    enum CodingKeys: String, CodingKey {
        case id
        case from = "gäller från"
        case questions = "frågor"
    }

    init(_ version: Version) {
        id = version.id
        from = version.from.label
        questions = version.items.map(QuestionDescription.init)
    }
}

/// A question as a version has it.
struct QuestionDescription: Encodable {
    let number: Int
    let id: String
    let text: String
    let scale: String
    let uncertainty: String?
    /// Told only where it is so.
    let isLooped: Bool?
    /// Told only where it is so.
    let isOnlyTotal: Bool?
    let comparable: String?
    let notComparable: String?

    enum CodingKeys: String, CodingKey {
        case number = "nummer"
        case id, text
        case scale = "skala"
        case uncertainty = "osäkert"
        case isLooped = "slinga"
        case isOnlyTotal = "bara totalt"
        case comparable = "jämförbar med"
        case notComparable = "ej jämförbar"
    }

    init(_ item: Item) {
        number = item.number
        id = item.question.id
        text = item.question.text
        scale = item.question.scale.id
        uncertainty = item.question.uncertainty
        isLooped = item.question.isLooped ? true : nil
        isOnlyTotal = item.question.isOnlyTotal ? true : nil
        switch item.comparability {
        case .first: (comparable, notComparable) = (nil, nil)
        case .comparable(let former): (comparable, notComparable) = (former, nil)
        case .notComparable(let reason): (comparable, notComparable) = (nil, reason)
        }
    }
}

/// An alternative of a scale.
struct CategoryDescription: Encodable {
    let code: String
    let text: String
    let spellings: [String]
    let answer: String?
    let noAnswer: String?

    enum CodingKeys: String, CodingKey {
        case code = "kod"
        case text
        case spellings = "stavningar"
        case answer = "klass"
        case noAnswer = "inget svar"
    }

    init(_ category: Survey.Category) {
        code = category.code
        text = category.label
        spellings = category.spellings
        switch category.meaning {
        case .answer(let kind): (answer, noAnswer) = (kind.swedish, nil)
        case .noAnswer(let reason): (answer, noAnswer) = (nil, reason.swedish)
        }
    }
}

/// A background variable.
struct BackgroundDescription: Encodable {
    let id: String
    let name: String
    let headings: [String]
    /// Nil where each file brings its own.
    let values: [Value]?
    let smallestGroup: Int
    let smallGroups: String
    /// Nil where the merged group is named after those in it.
    let mergedAs: String?
    /// Told only where it is so.
    let isMultiple: Bool?

    enum CodingKeys: String, CodingKey {
        case id
        case name = "namn"
        case headings = "rubriker"
        case values = "värden"
        case smallestGroup = "minsta grupp"
        case smallGroups = "små grupper"
        case mergedAs = "slå ihop till"
        case isMultiple = "flerval"
    }

    struct Value: Encodable {
        let text: String
        let spellings: [String]

        enum CodingKeys: String, CodingKey {
            case text
            case spellings = "stavningar"
        }
    }

    init(_ variable: BackgroundVariable, in instrument: Instrument) {
        id = variable.id
        name = variable.name
        headings = variable.headings
        values = variable.values?.map { Value(text: $0.label, spellings: $0.spellings) }
        smallestGroup = instrument.smallestGroup(of: variable)
        switch variable.smallGroups {
        case .hide: (smallGroups, mergedAs) = ("dölj", nil)
        case .merge(let name): (smallGroups, mergedAs) = ("slå ihop", name)
        }
        isMultiple = variable.isMultiple ? true : nil
    }
}

/// A block of questions that is asked about each of several values.
struct LoopDescription: Encodable {
    let variable: String
    let plural: String
    let none: String?
    let respondentHeadings: [String]

    enum CodingKeys: String, CodingKey {
        case variable = "över"
        case plural = "flertal"
        case none = "ingen"
        case respondentHeadings = "svarsid"
    }

    init(_ loop: Loop) {
        variable = loop.variable
        plural = loop.plural
        none = loop.none
        respondentHeadings = loop.respondentHeadings
    }
}
