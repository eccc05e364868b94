public import Survey

/// Questionnaires and answers that were made up for the tests of the register.
public enum Sample {
    public static let forbund = "Åkerbygden"

    public static let scale = Scale(
        id: "grad",
        categories: [
            Category(code: "3", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
            Category(code: "2", label: "Delvis", meaning: .answer(.neither)),
            Category(code: "1", label: "Inte alls", meaning: .answer(.negative)),
        ])

    /// Twenty questions, the same in both versions but the last, which is new in 2022, and the first, which was reworded
    /// and is declared comparable.
    public static let instrument = Instrument(
        id: "prov", name: "Prov", group: .staff,
        versions: [
            Version(id: "2020", from: year(2020), items: items(first: "stöd", last: "fråga 20")),
            Version(id: "2022", from: year(2022), items: items(first: "stödet", last: "ny fråga", former: "stöd")),
        ],
        background: [BackgroundVariable(id: "insats", name: "insats")])

    private static func items(first: String, last: String, former: String? = nil) -> [Item] {
        (1...20).map { number in
            let id = number == 1 ? first : number == 20 ? last : "fråga \(number)"
            let comparability: Comparability =
                switch (former, number) {
                case (nil, _): .first
                case (let former?, 1): .comparable(with: former)
                case (_, 20): .notComparable(reason: "ny 2022")
                default: .comparable(with: id)
                }
            return Item(
                number: number, question: Question(id: id, text: "\(id)?", scale: scale), comparability: comparability)
        }
    }

    /// A questionnaire with one question that is asked about each insats.
    public static let looped = Instrument(
        id: "slinga", name: "Slinga", group: .staff,
        versions: [
            Version(
                id: "2020", from: year(2020),
                items: [
                    Item(
                        number: 1, question: Question(id: "stöd", text: "Får du stöd?", scale: scale, isLooped: true),
                        comparability: .first)
                ])
        ],
        background: [BackgroundVariable(id: "insats", name: "insats")], loop: Loop(variable: "insats"))

    public static func year(_ year: Int) -> Period {
        guard let period = Period(String(year)) else { preconditionFailure("\(year) is no year") }
        return period
    }

    public static func file(_ sha: String, rows: Int = 5) -> SourceFile {
        SourceFile(
            name: "\(sha).csv", sha256: sha, size: 10, rows: rows, emptyRows: 1,
            leftOut: [LeftOutColumn(heading: "E-post", reason: "kan peka ut en person")])
    }

    /// - Parameter codes: the answers to the first question; each of the others has them turned one step more.
    public static func measurement(
        _ year: Int = 2021, sha: String = "aa", codes: [AnswerCode] = [1, 2, 3, 0], invited: Int? = 9,
        questions: Int = 2, rows: Int = 5
    ) -> Measurement {
        let version = year < 2022 ? instrument.versions[0] : instrument.versions[1]
        return Measurement(
            instrument: instrument.id, version: version.id, period: Self.year(year),
            answers: Answers(
                respondents: codes.count,
                questions: version.items.prefix(questions).enumerated().map { turns, item in
                    QuestionColumn(question: item.question.id, codes: codes.map { ($0 + UInt8(turns)) % 4 })
                },
                groups: [
                    GroupColumn(
                        variable: "insats", values: ["Åsa-gruppen", "Örn"], codes: codes.map { UInt16($0) % 3 })
                ]),
            invited: invited.map { Invited(total: $0) }, files: [file(sha, rows: rows)])
    }

    /// So much that it takes a while to store it.
    public static func large(_ year: Int, sha: String, respondents: Int = 6_000) -> Measurement {
        measurement(
            year, sha: sha, codes: (0..<respondents).map { AnswerCode(1 + ($0 * $0 + $0 / 7 + year) % 3) },
            invited: respondents, questions: 20, rows: 10_000)
    }

    /// Three respondents, of whom the second knows no insats.
    public static func loopedMeasurement(_ year: Int = 2021, sha: String = "aa") -> Measurement {
        Measurement(
            instrument: looped.id, version: "2020", period: Self.year(year),
            answers: Answers(
                respondents: 3, questions: [],
                groups: [
                    GroupColumn(
                        variable: "insats", values: ["Åsa-gruppen", "Örn"], codes: [1, 0, 2], choices: [[1, 2], [2]])
                ],
                loop: LoopAnswers(
                    variable: "insats", values: ["Åsa-gruppen", "Örn"], respondents: [0, 0, 2], members: [1, 2, 2],
                    questions: [QuestionColumn(question: "stöd", codes: [1, 0, 3])])),
            invited: nil, files: [file(sha)])
    }

    public static let instruments = [instrument, looped]

    /// What a workbook of a year gave out, with so many questions.
    public static func publication(_ year: Int = 2021, at: String = "2026-02-01T00:00:00Z", questions: Int = 2)
        -> Publication
    {
        Publication(
            period: Self.year(year), compared: Self.year(year - 1), publishedAt: at, by: "Åsa",
            file: "bilaga-\(year).ods", sha256: "ee",
            periods: [
                PublishedPeriod(
                    instrument: instrument.id, version: "2020", period: Self.year(year), files: [file("aa")],
                    constructed: false, importedAt: "2026-01-01T00:00:00Z",
                    groups: [
                        PublishedGroup(
                            variable: nil, name: "Totalt", answers: 4, invited: 9,
                            questions: (0..<questions).map { number in
                                PublishedQuestion(
                                    question: "fråga \(number)",
                                    counts: number.isMultiple(of: 2)
                                        ? PublishedCounts(negative: 1, neither: 1, positive: 2, clearlyPositive: 1)
                                        : nil)
                            }),
                        PublishedGroup(variable: "insats", name: "Örn", answers: nil, invited: nil, questions: []),
                        PublishedGroup(
                            variable: "insats", name: "Övriga", answers: 5, invited: nil, questions: [],
                            members: ["Ängen", ""]),
                    ])
            ])
    }
}
