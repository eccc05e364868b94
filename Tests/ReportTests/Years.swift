import Analysis
import Report
import Survey

/// One questionnaire over five years: an erased one, one without a measurement, a question reworded on the way, answers
/// carried over, a question that many could not judge, and a change that is more than chance.
enum Years {
    private static let judged = Scale(
        id: "bedömning",
        categories: Sample.scale.categories + [
            Category(code: "8", label: "Kan ej bedöma", meaning: .noAnswer(.cannotJudge))
        ])

    static func period(_ label: String) throws -> Period {
        guard let period = Period(label) else { throw NotAPeriod() }
        return period
    }
    private struct NotAPeriod: Error {}

    static func instrument(lowestResponseRate: Int = 60) throws -> Instrument {
        let support = Question(id: "stöd", text: "Får du stöd?", scale: Sample.scale)
        let planBefore = Question(id: "plan 2017", text: "Finns plan?", scale: Sample.scale)
        let plan = Question(id: "plan", text: "Finns en plan?", scale: Sample.scale)
        let use = Question(id: "nytta", text: "Gör insatsen nytta?", scale: judged)
        return Instrument(
            id: "prov", name: "Provenkät", group: .staff,
            versions: [
                Version(
                    id: "2017", from: try period("2017"),
                    items: [
                        Item(number: 1, question: support, comparability: .first),
                        Item(number: 2, question: planBefore, comparability: .first),
                        Item(number: 3, question: use, comparability: .first),
                    ]),
                Version(
                    id: "2020", from: try period("2020"),
                    items: [
                        Item(number: 1, question: support, comparability: .comparable(with: "stöd")),
                        Item(number: 2, question: plan, comparability: .notComparable(reason: "omformulerad 2020")),
                        Item(number: 3, question: use, comparability: .comparable(with: "nytta")),
                    ]),
            ],
            background: [BackgroundVariable(id: "insats", name: "insats")], mainQuestions: ["stöd"],
            lowestResponseRate: lowestResponseRate)
    }

    /// So many of each code of the scale, from blank on.
    static func codes(_ counts: [Int]) -> [AnswerCode] {
        counts.enumerated().flatMap { [AnswerCode](repeating: AnswerCode($0), count: $1) }
    }

    static func measurement(
        _ label: String, version: String, _ questions: [String: [AnswerCode]], inFirst: Int, invited: Invited?,
        carriedOver: [CarriedOver] = []
    ) throws -> Measurement {
        let respondents = questions.values.map(\.count).max() ?? 0
        let insats = (0..<respondents).map { UInt16($0 < inFirst ? 1 : 2) }
        return Measurement(
            instrument: "prov", version: version, period: try period(label),
            answers: Answers(
                respondents: respondents,
                questions: questions.sorted { $0.key < $1.key }.map {
                    QuestionColumn(question: $0.key, codes: $0.value)
                },
                groups: [GroupColumn(variable: "insats", values: ["Älven", "Bäcken"], codes: insats)]),
            invited: invited, files: [file(label, rows: respondents)], importedAt: "2022-02-03T04:05:06Z",
            carriedOver: carriedOver)
    }

    private static func file(_ label: String, rows: Int) -> SourceFile {
        SourceFile(
            name: "svar-\(label).csv", sha256: String(repeating: "cd", count: 32), size: 100 * rows, rows: rows,
            emptyRows: 0, leftOut: [])
    }

    static func figures() throws -> [PeriodFigures] {
        let erased = PublishedPeriod(
            instrument: "prov", version: "2017", period: try period("2017"), files: [file("2017", rows: 9)],
            constructed: false, importedAt: "2018-01-02T03:04:05Z",
            groups: [
                PublishedGroup(
                    variable: nil, name: "Totalt", answers: 9, invited: 20,
                    questions: [
                        PublishedQuestion(
                            question: "stöd",
                            counts: PublishedCounts(negative: 3, neither: 1, positive: 5, clearlyPositive: 2)),
                        PublishedQuestion(question: "plan 2017", counts: nil),
                        PublishedQuestion(question: "nytta", counts: nil),
                    ])
            ])
        let second = try measurement(
            "2018", version: "2017",
            [
                "stöd": codes([0, 3, 3, 3, 3]), "plan 2017": codes([0, 3, 3, 3, 3]),
                "nytta": codes([0, 8, 0, 1, 1, 0, 2]),
            ], inFirst: 6, invited: Invited(total: 20))
        let before = try measurement(
            "2020", version: "2020",
            [
                "stöd": codes([1, 2, 2, 5, 20]), "plan": codes([0, 10, 10, 5, 5]),
                "nytta": codes([0, 10, 8, 2, 4, 0, 6]),
            ], inFirst: 16, invited: Invited(total: 40, byGroup: ["insats": ["Älven": 20, "Bäcken": 20]]),
            carriedOver: [CarriedOver(from: try period("2018"), respondents: 7)])
        let now = try measurement(
            "2021", version: "2020",
            [
                "stöd": codes([2, 12, 13, 2, 1, 2]), "plan": codes([26, 2, 2, 0, 0, 2]),
                "nytta": codes([1, 4, 5, 3, 4, 1, 14]),
            ], inFirst: 20, invited: Invited(total: 70, byGroup: ["insats": ["Älven": 25, "Bäcken": 45]]))
        return [.published(erased), .answers(second), .answers(before), .answers(now)]
    }

    static func bilaga() throws -> Bilaga {
        let (figures, instrument) = (try figures(), try instrument())
        let (now, compared) = (try period("2021"), try period("2020"))
        let asked = try ["2017", "2018", "2019", "2020", "2021"].map(period)
        return Bilaga(
            forbund: "Förbundet Å & Ö", period: now, compared: compared,
            results: [try analyze(figures: Array(figures.suffix(2)), of: instrument)],
            histories: [try history(figures, of: instrument, ending: now, compared: compared, asked: asked)])
    }

    /// The erased year itself, beside the one after it.
    static func erasedBilaga() throws -> Bilaga {
        let (figures, instrument) = (try figures(), try instrument())
        return Bilaga(
            forbund: "Förbundet Å & Ö", period: try period("2018"), compared: try period("2017"),
            results: [try analyze(figures: Array(figures.prefix(2)), of: instrument)])
    }
}
