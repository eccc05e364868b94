import Intake
import Survey
import Tabular
import Testing

/// A questionnaire whose questions 1 and 2 are asked about each insats that the respondent knows.
let loopText = """
    id: medarbetare
    namn: Medarbetarenkät
    respondentgrupp: Medarbetare
    versioner:
      - { id: "2018", gäller från: "2018" }
    slinga: { över: insats, flertal: insatser, ingen: Ingen av dem, svarsid: [Svars-ID, ID] }
    skalor:
      grad:
        - { kod: 4, text: I hög utsträckning, klass: klart positiv }
        - { kod: 3, text: Delvis, klass: positiv }
        - { kod: 1, text: Inte alls, klass: negativ }
        - { kod: 9, text: Kan inte bedöma, inget svar: kan ej bedöma }
    bakgrund:
      - id: insats
        rubriker: [Vilka insatser känner du till]
        flerval: ja
        värden: [HälsoSam, MIA, "Unga, vuxna", { text: Ingen av dem, stavningar: [Ingen] }]
      - id: arbetsgivare
        värden: [Kommunen, Regionen]
    frågor:
      - { id: stöd, text: Till stöd i mitt arbete, skala: grad, slinga: ja, versioner: { "2018": { nummer: 1 } } }
      - { id: samverkan, text: Bidrar till bättre samverkan, skala: grad, slinga: ja, versioner: { "2018": { nummer: 2 } } }
      - { id: möten, text: "Vad tycker du om mötena?", skala: grad, versioner: { "2018": { nummer: 3 } } }
    """

func loopInstrument(_ text: String = loopText) throws -> Instrument {
    try instrument(from: Array(text.utf8), file: "medarbetare.yaml")
}

struct LoopTests {
    private func problems(_ text: String, choices: ColumnChoices = ColumnChoices()) -> [String] {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read(text, of: try loopInstrument(), choices: choices)
        }
        return refusal?.problems.map(\.description) ?? []
    }

    /// Two respondents who know HälsoSam and MIA, and MIA; one who knows none.
    private static let expected = LoopAnswers(
        variable: "insats", values: ["HälsoSam", "MIA", "Unga, vuxna", "Ingen av dem"], respondents: [0, 0, 1],
        members: [1, 2, 2],
        questions: [
            QuestionColumn(question: "stöd", codes: [1, 2, 4]),
            QuestionColumn(question: "samverkan", codes: [2, 0, 3]),
        ])

    private static let headings: [String] = [
        "@: #", "# [@]", "# - @", "@ - #", "[@] #", "@ [#]", "7. @: #", "Q3[SQ1]. # [@]", "Insatsen @: #", "# (@)",
        "@ / #", "@ | #", "<b>@</b>: #", "@ - Vad tycker du? - #", "Vad tycker du? - # - @",
    ]

    private func columns(_ heading: String, filter: Bool = true) -> String {
        let pairs = ["HälsoSam", "MIA"].flatMap { member in
            ["Till stöd i mitt arbete", "Bidrar till bättre samverkan"].map { question in
                heading.replacing("@", with: member).replacing("#", with: question)
            }
        }
        let known = filter ? ["HälsoSam, MIA;", "MIA;", "Ingen;"] : ["", "", ""]
        let blocks = [
            "I hög utsträckning;Delvis;Delvis;;Delvis", ";;Kan inte bedöma;Inte alls;Delvis", ";;;;Delvis",
        ]
        return (filter ? "Vilka insatser känner du till?;" : "") + pairs.joined(separator: ";")
            + ";möten\n" + zip(known, blocks).map { $0 + $1 + "\n" }.joined()
    }

    @Test(arguments: headings)
    func `a column for each insats and question is recognised by both, in any order and with what tools put around`(
        _ heading: String
    ) throws {
        let file = try read(columns(heading), of: try loopInstrument())
        #expect(file.answers.loop == Self.expected, "\(heading)")
        #expect(file.answers.respondents == 3)
        #expect(file.answers.group("insats")?.sizes == [1, 2, 0, 1])
        #expect(file.columns.allSatisfy { $0.match?.isDoubtful == false })
    }

    @Test func `codes are recognised with and without the letters of ASCII alone`() throws {
        for heading in [
            "stöd_HälsoSam;samverkan_HälsoSam", "HALSOSAM[stod];HALSOSAM[samverkan]",
            "Fråga 1: HälsoSam;Fråga 2: HälsoSam",
        ] {
            let file = try read("\(heading);möten\nDelvis;Inte alls;Delvis\n", of: try loopInstrument())
            #expect(file.answers.loop?.members == [1], "\(heading)")
            #expect(file.answers.loop?.questions.map(\.codes) == [[2], [3]], "\(heading)")
        }
    }

    @Test func `the insats may stand in a row above its questions`() throws {
        let text = """
            ;HälsoSam;;MIA;;Övrigt
            Vilka insatser känner du till?;Till stöd i mitt arbete;Bidrar till bättre samverkan;Till stöd i mitt arbete;\
            Bidrar till bättre samverkan;möten
            HälsoSam, MIA;I hög utsträckning;Delvis;Delvis;;Delvis
            MIA;;;Kan inte bedöma;Inte alls;Delvis
            Ingen;;;;;Delvis

            """
        #expect(try read(text, of: try loopInstrument()).answers.loop == Self.expected)
    }

    @Test func `without a filter an insats is known that something was answered about`() throws {
        let file = try read(columns("@: #", filter: false), of: try loopInstrument())
        #expect(file.answers.loop == Self.expected)
        #expect(file.answers.group("insats")?.sizes == [1, 2, 0, 0])
    }

    @Test func `a row for each respondent and insats is put together to the same answers`() throws {
        let text = """
            Svarsid;arbetsgivare;insats;stöd;samverkan;möten
            7;Kommunen;HälsoSam;I hög utsträckning;Delvis;Delvis
            9;Regionen;MIA;Kan inte bedöma;Inte alls;Delvis
            7;;MIA;Delvis;;
            12;;Ingen av dem;;;Delvis

            """
        let file = try read(text, of: try loopInstrument())
        #expect(file.answers.loop == Self.expected)
        #expect(file.answers.respondents == 3)
        #expect(file.answers.question("möten")?.codes == [2, 2, 2])
        #expect(file.answers.group("arbetsgivare")?.codes == [1, 2, 0])
        #expect(file.source.rows == 4 && file.source.emptyRows == 0)
        #expect(
            file.source.leftOut == [
                LeftOutColumn(heading: "Svarsid", reason: "håller ihop raderna från samma person och sparas aldrig")
            ])
    }

    @Test func `an answer about an insats that is not known does not count, and a known one without an answer does`()
        throws
    {
        let text = """
            insats;HälsoSam: stöd;HälsoSam: samverkan;MIA: stöd;MIA: samverkan;möten
            MIA;Delvis;;;;Delvis
            Ingen av dem, MIA;;;Delvis;Delvis;Delvis

            """
        let file = try read(text, of: try loopInstrument())
        #expect(file.answers.loop?.respondents == [0, 1] && file.answers.loop?.members == [2, 2])
        #expect(file.answers.loop?.question("stöd")?.codes == [0, 2])
        #expect(file.answers.group("insats")?.sizes == [0, 2, 0, 0])
        #expect(
            file.remarks.filter { if case .backgroundMissing = $0 { false } else { true } }.map(\.description) == [
                "svar.csv: 1 svar gäller insatser som den svarande har sagt sig inte känna till. Det räknas inte.",
                "svar.csv: i 1 fall har den svarande inte svarat om insatser som är kända för den svarande. De räknas som kända "
                    + "utan svar.",
                "svar.csv: 1 svarande har valt både ”Ingen av dem” och något annat. Det andra gäller.",
            ])
    }

    // MARK: What is refused

    @Test func `rows of a respondent that contradict one another are told with both places`() {
        #expect(
            problems(
                """
                Svars-ID;arbetsgivare;insats;stöd;samverkan;möten
                7;Kommunen;HälsoSam;Delvis;Delvis;Delvis
                7;Regionen;MIA;Delvis;Delvis;Inte alls
                7;Kommunen;MIA;Delvis;Delvis;Delvis
                ;Kommunen;MIA;Delvis;Delvis;Delvis
                8;Kommunen;;Delvis;Delvis;Delvis
                9;Kommunen;HälsoSam, MIA;Delvis;Delvis;Delvis

                """) == [
                    "svar.csv, rad 3, kolumn B (”arbetsgivare”): samma svarande har ”Regionen” här men ”Kommunen” på rad 2, i "
                        + "arbetsgivare. En person har ett svar: rätta den ena raden, eller svarsid.",
                    "svar.csv, rad 3, kolumn F (”möten”): samma svarande har ”Inte alls” här men ”Delvis” på rad 2, i fråga 3. En "
                        + "person har ett svar: rätta den ena raden, eller svarsid.",
                    "svar.csv, rad 4, kolumn C (”insats”): samma svarande har redan svarat om MIA på rad 3. Ta bort den ena raden.",
                    "svar.csv, rad 5, kolumn A (”Svars-ID”): raden har svar men inget i kolumnen ”Svars-ID”, så det framgår inte "
                        + "vems de är. Fyll i den, eller ta bort raden.",
                    "svar.csv, rad 6, kolumn C (”insats”): raden har svar men säger inte vilken insats de gäller. Fyll i den, eller "
                        + "ta bort svaren.",
                    "svar.csv, rad 7, kolumn C (”insats”): raden har svar om en insats, men här står flera: ”HälsoSam + MIA”. Dela "
                        + "raden i en för varje.",
                ])
    }

    @Test func `rows without anything that tells whose they are, or what they are about, are refused`() {
        #expect(
            problems("stöd;samverkan;möten\nDelvis;Delvis;Delvis\n") == [
                "svar.csv: filen har en rad för varje svarande och svar, men ingen kolumn som säger vilka rader som är samma "
                    + "person. Utan den kan personer inte räknas. Exportera med svarsid (rubriken svarsid, Svars-ID, ID), eller "
                    + "ange kolumnen med --kolumn \"rubrik=svarsid\". Svarsid sparas aldrig.",
                "svar.csv: filen har en rad för varje svarande och insats, men ingen kolumn säger vilken insats raden gäller. Ange "
                    + "den med --kolumn \"rubrik=insats\".",
            ])
    }

    @Test func `an insats that lacks one of the questions, and a question that no column is, are refused`() {
        #expect(
            problems("HälsoSam: stöd;HälsoSam: samverkan;MIA: stöd;möten\nDelvis;Delvis;Delvis;Delvis\n") == [
                "svar.csv: ingen kolumn för fråga 2, ”Bidrar till bättre samverkan”, om MIA, fast andra frågor om MIA finns. Heter "
                    + "kolumnen något annat, lägg till --kolumn \"rubrik=samverkan=MIA\"."
            ])
        #expect(
            problems("möten;arbetsgivare\nDelvis;Kommunen\n")
                == [1, 2].map { number in
                    let (id, text) = [
                        ("stöd", "Till stöd i mitt arbete"), ("samverkan", "Bidrar till bättre samverkan"),
                    ][number - 1]
                    return
                        "svar.csv, rad 1: ingen kolumn för fråga \(number), ”\(text)”. Den ställs en gång för varje insats eller liknande: "
                        + "rubriken ska ha båda, ”HälsoSam: \(text)”, eller så har filen en rad för varje svarande och insats. Heter "
                        + "kolumnen något annat, lägg till --kolumn \"rubrik=\(id)=HälsoSam\"."
                })
    }

    @Test func `an insats that is only nearly named, and a question that is only nearly worded, are in doubt`() throws {
        let text =
            "HälsoSam: stöd;HälsoSam: Bidrar till bättre samvärkan;MIAA: stöd;MIA: samverkan;möten\n;;Delvis;Delvis;\n"
        #expect(
            problems(text) == [
                "svar.csv, kolumn B (”HälsoSam: Bidrar till bättre samvärkan”): kolumnen är troligen fråga 2, ”Bidrar till bättre "
                    + "samverkan (HälsoSam)” (1 tecken skiljer). Lägg till --kolumn \"HälsoSam: Bidrar till bättre "
                    + "samvärkan=samverkan=HälsoSam\" om det stämmer, annars rätt fråga efter likhetstecknet (- utelämnar "
                    + "kolumnen). --spara-mappning minns svaret till nästa gång.",
                "svar.csv, kolumn C (”MIAA: stöd”): kolumnen är troligen fråga 1, ”Till stöd i mitt arbete (MIA)” (1 tecken "
                    + "skiljer). Lägg till --kolumn \"MIAA: stöd=stöd=MIA\" om det stämmer, annars rätt fråga efter "
                    + "likhetstecknet (- utelämnar kolumnen). --spara-mappning minns svaret till nästa gång.",
            ])
        let file = try read(
            text, of: try loopInstrument(),
            choices: said(("HälsoSam: Bidrar till bättre samvärkan", "samverkan=HälsoSam"), ("MIAA: stöd", "stöd=MIA")))
        #expect(file.answers.loop?.members == [2])
    }

    @Test func `numbered columns are most likely the insatser in order, and are in doubt`() {
        let codes = ["stöd", "samverkan"].flatMap { id in (1...3).map { "\(id)[SQ00\($0)]" } }
        let told = problems("\(codes.joined(separator: ";"));möten\n;;;;;;Delvis\n")
        #expect(told.count == 6)
        #expect(told.first?.contains("--kolumn \"stöd[SQ001]=stöd=HälsoSam\"") == true)
        #expect(told.last?.contains("--kolumn \"samverkan[SQ003]=samverkan=Unga, vuxna\"") == true)
    }

    @Test func `the user may say which column tells the respondent`() throws {
        let text = "Vem;Gäller;stöd;samverkan;möten\na;MIA;Delvis;Delvis;Delvis\na;HälsoSam;Delvis;Delvis;\n"
        let file = try read(text, of: try loopInstrument(), choices: said(("Vem", "svarsid"), ("Gäller", "insats")))
        #expect(file.answers.respondents == 1 && file.answers.loop?.members == [1, 2])
        #expect(
            problems(text, choices: said(("Vem", "stöd=Mia Vidare"))).contains {
                $0.contains("”Mia Vidare” är inget känt värde")
            })
    }

    // MARK: The formulär

    @Test(
        arguments: [
            (
                "över: insats", "över: kön",
                "medarbetare.yaml, rad 6: ”över” är ”kön”, men ska vara en bakgrund med ”flerval: ja” och en lista av värden."
            ),
            (
                "över: insats", "över: inzats",
                "medarbetare.yaml, rad 6: ”över” hänvisar till ”inzats”, som inte finns. Menade du insats? Det som finns: insats."
            ),
            (
                "ingen: Ingen av dem", "ingen: Inget",
                "medarbetare.yaml, rad 6: ”ingen” hänvisar till ”Inget”, som inte finns. Det som finns: HälsoSam, MIA, Unga, vuxna, Ingen av dem."
            ),
            (
                "slinga: ja, ", "",
                "medarbetare.yaml, rad 6: ”slinga” är utan frågor, men ska vara för minst en fråga med ”slinga: ja”."
            ),
            (
                "slinga: { över: insats, flertal: insatser, ingen: Ingen av dem, svarsid: [Svars-ID, ID] }\n", "",
                "medarbetare.yaml, rad 1: ”slinga” saknas för formuläret. Lägg till en rad ”slinga: ...”."
            ),
        ])
    func `what is wrong with the loop of a formulär is told with its line`(_ case: (String, String, String)) {
        let refusal = #expect(throws: Refusal.self) {
            _ = try loopInstrument(loopText.replacing(`case`.0, with: `case`.1))
        }
        #expect(refusal?.problems.map(\.description) == [`case`.2])
    }
}
