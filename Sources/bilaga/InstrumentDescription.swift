import Survey

/// An instrument as programs read it: all of it, under the keys of its file.
struct InstrumentDescription: Encodable {
    let id: String
    let namn: String
    let respondentgrupp: String
    let källa: String?
    let minstaGrupp: Int
    let versioner: [VersionDescription]
    let skalor: [String: [CategoryDescription]]
    let bakgrund: [BackgroundDescription]

    init(_ instrument: Instrument) {
        id = instrument.id
        namn = instrument.name
        respondentgrupp = instrument.group.rawValue
        källa = instrument.source
        minstaGrupp = instrument.smallestGroup
        versioner = instrument.versions.map(VersionDescription.init)
        let scales = instrument.versions.flatMap { $0.items.map(\.question.scale) }
        skalor = Dictionary(scales.map { ($0.id, $0.categories.map(CategoryDescription.init)) }) { first, _ in first }
        bakgrund = instrument.background.map(BackgroundDescription.init)
    }
}

struct VersionDescription: Encodable {
    let id: String
    let gällerFrån: String
    let frågor: [QuestionDescription]

    init(_ version: Version) {
        id = version.id
        gällerFrån = version.from.label
        frågor = version.items.map(QuestionDescription.init)
    }
}

struct QuestionDescription: Encodable {
    let nummer: Int
    let id: String
    let text: String
    let skala: String
    let osäkert: String?
    let jämförbarMed: String?
    let ejJämförbar: String?

    init(_ item: Item) {
        nummer = item.number
        id = item.question.id
        text = item.question.text
        skala = item.question.scale.id
        osäkert = item.question.uncertainty
        switch item.comparability {
        case .first: (jämförbarMed, ejJämförbar) = (nil, nil)
        case .comparable(let former): (jämförbarMed, ejJämförbar) = (former, nil)
        case .notComparable(let reason): (jämförbarMed, ejJämförbar) = (nil, reason)
        }
    }
}

struct CategoryDescription: Encodable {
    let kod: String
    let text: String
    let stavningar: [String]
    let klass: String?
    let ingetSvar: String?

    init(_ category: Survey.Category) {
        kod = category.code
        text = category.label
        stavningar = category.spellings
        switch category.meaning {
        case .answer(let kind): (klass, ingetSvar) = (kind.swedish, nil)
        case .noAnswer(let reason): (klass, ingetSvar) = (nil, reason.swedish)
        }
    }
}

struct BackgroundDescription: Encodable {
    let id: String
    let namn: String
    let rubriker: [String]
    /// Nil where each file brings its own.
    let värden: [Value]?
    let slåIhopTill: String?

    struct Value: Encodable {
        let text: String
        let stavningar: [String]
    }

    init(_ variable: BackgroundVariable) {
        id = variable.id
        namn = variable.name
        rubriker = variable.headings
        värden = variable.values?.map { Value(text: $0.label, stavningar: $0.spellings) }
        if case .merge(let name) = variable.smallGroups { slåIhopTill = name } else { slåIhopTill = nil }
    }
}
