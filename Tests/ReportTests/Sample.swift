import Analysis
import Report
import Survey
import Testing

/// A questionnaire with one question comparable over the years and one new, and answers that show every kind of cell.
enum Sample {
    static let scale = Scale(
        id: "grad",
        categories: [
            Category(code: "4", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
            Category(code: "3", label: "Till stor del", meaning: .answer(.positive)),
            Category(code: "2", label: "Delvis", meaning: .answer(.neither)),
            Category(code: "1", label: "Inte alls", meaning: .answer(.negative)),
            Category(code: "9", label: "Vet ej", meaning: .noAnswer(.dontKnow)),
        ])

    static func instrument() throws -> Instrument {
        let support = Question(id: "stöd", text: "Får du stöd?", scale: scale)
        let plan = Question(id: "plan", text: "Finns en plan?", scale: scale, uncertainty: "skalan är antagen")
        return Instrument(
            id: "prov", name: "Provenkät", group: .staff, source: "en årsredovisning",
            versions: [
                Version(
                    id: "2020", from: try #require(Period("2020")),
                    items: [Item(number: 1, question: support, comparability: .first)]),
                Version(
                    id: "2021", from: try #require(Period("2021")),
                    items: [
                        Item(number: 1, question: support, comparability: .comparable(with: "stöd")),
                        Item(number: 2, question: plan, comparability: .notComparable(reason: "ny 2021")),
                    ]),
            ],
            background: [BackgroundVariable(id: "insats", name: "insats")])
    }

    static func measurement(
        _ period: String, _ questions: [String: [AnswerCode]], insats: [UInt16], invited: Invited?
    ) throws -> Measurement {
        Measurement(
            instrument: "prov", version: period, period: try #require(Period(period)),
            answers: Answers(
                respondents: insats.count,
                questions: questions.sorted { $0.key < $1.key }.map {
                    QuestionColumn(question: $0.key, codes: $0.value)
                },
                groups: [GroupColumn(variable: "insats", values: ["Älven", "Bäcken", "Cedern"], codes: insats)]),
            invited: invited,
            files: [
                SourceFile(
                    name: "svar-\(period).csv", sha256: String(repeating: "ab", count: 32), size: 3210,
                    rows: period == "2021" ? 18 : 12, emptyRows: 1,
                    leftOut: [LeftOutColumn(heading: "E-post", reason: "kan peka ut en person")])
            ],
            importedAt: "2022-02-03T04:05:06Z")
    }

    /// Seven in Älven, who are shown; four in Bäcken and six in Cedern, who are not, since the four would be what is left.
    static func bilaga(sumsToHundred: Bool = false) throws -> Bilaga {
        let now = try measurement(
            "2021",
            [
                "stöd": [1, 1, 2, 2, 3, 3, 4, 1, 2, 3, 5, 4, 4, 3, 1, 2, 4],
                "plan": [1, 2, 3, 4, 0, 0, 0, 0, 0, 5, 1, 2, 1, 3, 0, 0, 0],
            ],
            insats: [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3], invited: Invited(total: 24))
        let before = try measurement(
            "2020", ["stöd": [1, 2, 3, 4, 1, 2, 3, 4, 4]], insats: [1, 1, 1, 1, 1, 2, 2, 2, 2], invited: nil)
        let results = try analyze([now, before], of: instrument())
        return Bilaga(
            forbund: "Förbundet Å & Ö", period: now.period, compared: before.period, results: [results],
            sumsToHundred: sumsToHundred)
    }

    /// Ten of fifteen in Älven and ten in the other two together, five of them in both.
    static func overlapping() throws -> Bilaga {
        let whole = try instrument()
        let instrument = Instrument(
            id: whole.id, name: whole.name, group: whole.group, versions: whole.versions,
            background: [
                BackgroundVariable(
                    id: "insats", name: "insats", smallGroups: .merge(as: "Övriga insatser"), isMultiple: true)
            ])
        let now = Measurement(
            instrument: "prov", version: "2021", period: try #require(Period("2021")),
            answers: Answers(
                respondents: 15,
                questions: ["stöd", "plan"].map {
                    QuestionColumn(question: $0, codes: [AnswerCode](repeating: 1, count: 15))
                },
                groups: [
                    GroupColumn(
                        variable: "insats", values: ["Älven", "Bäcken", "Örn"],
                        codes: [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5],
                        choices: [[1], [1, 2], [1, 2, 3], [2], [3]])
                ]),
            invited: Invited(total: 20, byGroup: ["insats": ["Älven": 11, "Bäcken": 12, "Örn": 5]]), files: [])
        return Bilaga(
            forbund: "Förbundet Å & Ö", period: now.period, compared: nil, results: [try analyze([now], of: instrument)]
        )
    }
}
