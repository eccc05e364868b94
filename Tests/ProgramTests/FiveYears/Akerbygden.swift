/// A förbund whose five years are told: two questionnaires and what came in each year. All numbers are small enough to be
/// worked out by hand.
enum Akerbygden {
    static let forbund = "Samordningsförbundet Åkerbygden"

    /// The scale of both questionnaires.
    private static let scale = """
        skalor:
          omfattning:
            - { kod: 4, text: Helt och hållet, klass: klart positiv }
            - { kod: 3, text: Till stor del, klass: positiv }
            - { kod: 2, text: Delvis, klass: varken eller }
            - { kod: 1, text: Inte alls, klass: negativ }
            - { kod: 9, text: Vet ej, inget svar: vet ej }
        """

    /// As it was sent out the first two years.
    static let personal = """
        id: samverkan
        namn: Enkät om samverkan
        respondentgrupp: Personal
        huvudfrågor: [stod]
        versioner:
          - { id: "2021", gäller från: "2021" }
        \(scale)
        bakgrund:
          - { id: insats, värden: fria }
        frågor:
          - id: stod
            text: "Får du stödet när du behöver det?"
            skala: omfattning
            versioner: { "2021": { nummer: 1 } }
          - id: malen
            text: "Är målen gemensamma?"
            skala: omfattning
            versioner: { "2021": { nummer: 2 } }
          - id: hall
            text: "Går ni åt rätt håll?"
            skala: omfattning
            versioner: { "2021": { nummer: 3 } }

        """

    /// From the third year one question is another, and one has other words for the same thing.
    static let personalReworded = """
        id: samverkan
        namn: Enkät om samverkan
        respondentgrupp: Personal
        huvudfrågor: [stod]
        versioner:
          - { id: "2021", gäller från: "2021" }
          - { id: "2023", gäller från: "2023" }
        \(scale)
        bakgrund:
          - { id: insats, värden: fria }
        frågor:
          - id: stod
            text: "Får du stödet när du behöver det?"
            skala: omfattning
            versioner:
              "2021": { nummer: 1 }
              "2023": { nummer: 1, jämförbar med: stod }
          - id: malen
            text: "Är målen gemensamma?"
            skala: omfattning
            versioner: { "2021": { nummer: 2 } }
          - id: malen-2023
            text: "Arbetar ni mot samma mål?"
            skala: omfattning
            versioner: { "2023": { nummer: 2, ej jämförbar: omformulerad 2023 } }
          - id: hall
            text: "Går ni åt rätt håll?"
            skala: omfattning
            versioner: { "2021": { nummer: 3 } }
          - id: riktning
            text: "Går ni i rätt riktning?"
            skala: omfattning
            versioner: { "2023": { nummer: 3, jämförbar med: hall } }

        """

    static let styrelse = """
        id: ledning
        namn: Enkät till styrelsen
        respondentgrupp: Styrelse
        huvudfrågor: [strategi]
        versioner:
          - { id: "2021", gäller från: "2021" }
        \(scale)
        frågor:
          - id: strategi
            text: "Har ni en strategi?"
            skala: omfattning
            versioner: { "2021": { nummer: 1 } }

        """

    /// How the answers to one question fall.
    struct Answers {
        var clearly = 0
        var positive = 0
        var neither = 0
        var negative = 0
        var dontKnow = 0

        fileprivate var texts: [String] {
            [
                ("Helt och hållet", clearly), ("Till stor del", positive), ("Delvis", neither),
                ("Inte alls", negative), ("Vet ej", dontKnow),
            ].flatMap { Array(repeating: $0.0, count: $0.1) }
        }
    }

    /// An export with a row a respondent, who is in one of two insatser.
    static func export(_ questions: [(id: String, answers: Answers)]) -> String {
        let columns = questions.map(\.answers.texts)
        let head = (["insats"] + questions.map(\.id)).joined(separator: ";") + "\n"
        return (columns.first ?? []).indices.reduce(into: head) { text, row in
            text += ([row.isMultiple(of: 2) ? "Ängen" : "Ön"] + columns.map { $0[row] }).joined(separator: ";") + "\n"
        }
    }

    // MARK: Personal

    /// 20 answers: 10, 10 and 15 of them positive.
    static let personal2021 = export([
        ("stod", Answers(clearly: 4, positive: 6, neither: 6, negative: 4)),
        ("malen", Answers(clearly: 2, positive: 8, neither: 5, negative: 5)),
        ("hall", Answers(clearly: 5, positive: 10, neither: 5)),
    ])

    /// The same and two that came late.
    static let personal2021Sooner = export([
        ("stod", Answers(clearly: 4, positive: 7, neither: 6, negative: 5)),
        ("malen", Answers(clearly: 2, positive: 9, neither: 5, negative: 6)),
        ("hall", Answers(clearly: 5, positive: 11, neither: 6)),
    ])

    /// The same and six that came late: 13 of 26, 13 of 26 and 18 of 25 positive.
    static let personal2021Late = export([
        ("stod", Answers(clearly: 6, positive: 7, neither: 7, negative: 6)),
        ("malen", Answers(clearly: 4, positive: 9, neither: 6, negative: 7)),
        ("hall", Answers(clearly: 6, positive: 12, neither: 7, dontKnow: 1)),
    ])

    /// Trial answers that somebody gave before the questionnaire was sent out.
    static let trial = export([
        ("stod", Answers(clearly: 6)), ("malen", Answers(clearly: 6)), ("hall", Answers(clearly: 6)),
    ])

    /// 24 answers: 13 of 24, 12 of 24 and 12 of 20 positive.
    static let personal2022 = export([
        ("stod", Answers(clearly: 3, positive: 10, neither: 7, negative: 4)),
        ("malen", Answers(clearly: 2, positive: 10, neither: 6, negative: 6)),
        ("hall", Answers(clearly: 4, positive: 8, neither: 6, negative: 2, dontKnow: 4)),
    ])

    /// The collection of the third year was too short: 6 answers, 3 of them positive.
    static let personal2023 = export(
        ["stod", "malen-2023", "riktning"].map { ($0, Answers(clearly: 1, positive: 2, neither: 3)) })

    /// 22 answers, 11 of them positive: with those of the year before 14 of 28.
    static let personal2024 = export(
        ["stod", "malen-2023", "riktning"].map { ($0, Answers(clearly: 6, positive: 5, neither: 6, negative: 5)) })

    /// 30 answers: 27 of 30, 18 of 30 and 6 of 9 positive.
    static let personal2025 = export([
        ("stod", Answers(clearly: 15, positive: 12, neither: 2, negative: 1)),
        ("malen-2023", Answers(clearly: 9, positive: 9, neither: 6, negative: 6)),
        ("riktning", Answers(clearly: 3, positive: 3, neither: 3, dontKnow: 21)),
    ])

    // MARK: Styrelse

    /// Eight answers a year, so many of them positive.
    static func styrelse(positive: Int, clearly: Int) -> String {
        export([("strategi", Answers(clearly: clearly, positive: positive - clearly, neither: 8 - positive))])
    }

    // MARK: Riket

    static let riket = """
        enkät;fråga;grupp;mått;andel;antal svar;antal förbund
        samverkan;stod;Totalt;positivt;72 %;4000;40
        samverkan;stod;Totalt;klart positivt;41 %;4000;40

        """
}
