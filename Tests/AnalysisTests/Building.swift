import Analysis
import Survey
import Testing

/// A scale with every class and every kind of no answer, and twice the class negative: codes 1 to 9.
let fullScale = Scale(
    id: "full",
    categories: [
        Category(code: "6", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
        Category(code: "5", label: "Till stor del", meaning: .answer(.positive)),
        Category(code: "4", label: "Delvis", meaning: .answer(.neither)),
        Category(code: "3", label: "Till liten del", meaning: .answer(.negative)),
        Category(code: "2", label: "Inte alls", meaning: .answer(.negative)),
        Category(code: "7", label: "Vet ej", meaning: .noAnswer(.dontKnow)),
        Category(code: "8", label: "Ej aktuellt", meaning: .noAnswer(.notApplicable)),
        Category(code: "9", label: "Kan ej bedöma", meaning: .noAnswer(.cannotJudge)),
        Category(code: "0", label: "Vill inte svara", meaning: .noAnswer(.unanswered)),
    ])

/// Places in `fullScale`.
enum Code {
    static let blank: AnswerCode = 0
    static let clearlyPositive: AnswerCode = 1
    static let positive: AnswerCode = 2
    static let neither: AnswerCode = 3
    static let negative: AnswerCode = 4
    static let alsoNegative: AnswerCode = 5
    static let dontKnow: AnswerCode = 6
    static let notApplicable: AnswerCode = 7
    static let cannotJudge: AnswerCode = 8
    static let refused: AnswerCode = 9
    static let outside: AnswerCode = 200
}

/// Answer codes that give these counts; `positive` holds the clearly positive too, as in a published table.
func codes(negative: Int = 0, neither: Int = 0, positive: Int = 0, clearly: Int = 0, dontKnow: Int = 0)
    -> [AnswerCode]
{
    let runs = [
        (Code.negative, negative), (Code.neither, neither), (Code.positive, positive - clearly),
        (Code.clearlyPositive, clearly), (Code.dontKnow, dontKnow),
    ]
    return runs.flatMap { [AnswerCode](repeating: $0, count: $1) }
}

func item(_ id: String, _ comparability: Comparability = .first, on scale: Scale = fullScale, number: Int = 1) -> Item {
    Item(number: number, question: Question(id: id, text: "Fråga \(id)?", scale: scale), comparability: comparability)
}

func period(_ text: String) throws -> Period { try #require(Period(text)) }

func version(_ id: String, _ items: [Item]) throws -> Version {
    Version(id: id, from: try period(id), items: items)
}

func instrument(
    _ versions: [Version], _ background: [BackgroundVariable] = [], smallestGroup: Int = 5,
    attributeRule: AttributeRule? = nil
) -> Instrument {
    Instrument(
        id: "personal", name: "Personalenkät", group: .staff, versions: versions, background: background,
        smallestGroup: smallestGroup, attributeRule: attributeRule)
}

/// One question, `a`, in one version.
func oneQuestion(_ background: [BackgroundVariable] = [], smallestGroup: Int = 5) throws -> Instrument {
    instrument([try version("2020", [item("a")])], background, smallestGroup: smallestGroup)
}

/// Answers to `questions`; `groups` gives each respondent's value of each variable, an empty text for none.
func measurement(
    _ when: String, version: String = "2020", _ questions: [String: [AnswerCode]],
    groups: [String: [String]] = [:], invited: Invited? = nil, files: [SourceFile] = []
) throws -> Measurement {
    let respondents = questions.values.map(\.count).max() ?? 0
    let columns = groups.sorted { $0.key < $1.key }.map { id, values in
        let names = Set(values).subtracting([""]).sorted()
        return GroupColumn(
            variable: id, values: names,
            codes: values.map { value in UInt16((names.firstIndex(of: value) ?? -1) + 1) })
    }
    return Measurement(
        instrument: "personal", version: version, period: try period(when),
        answers: Answers(
            respondents: respondents,
            questions: questions.sorted { $0.key < $1.key }.map { QuestionColumn(question: $0, codes: $1) },
            groups: columns),
        invited: invited, files: files)
}

func counts(_ codes: [AnswerCode], on scale: Scale = fullScale) throws -> ClassCounts {
    try #require(tally(QuestionColumn(question: "a", codes: codes), on: scale, by: .total).first)
}

extension Results {
    /// A group of a breakdown; the total where no variable is named.
    func group(_ name: String = "Totalt", by variable: String? = nil) -> GroupResults? {
        breakdowns.first { $0.variable?.id == variable }?.groups.first { $0.name == name }
    }

    func question(_ id: String, in name: String = "Totalt", by variable: String? = nil, wave: Int = 0)
        -> QuestionResult?
    {
        guard let waves = group(name, by: variable)?.waves, waves.indices.contains(wave) else { return nil }
        return waves[wave].question(id)
    }
}
