import Intake
import Survey
import Testing

/// What the user says that columns are.
struct ColumnChoicesTests {
    static let targets: [(target: String, meaning: UnderstoodColumn.Meaning)] = [
        ("stod", .question(id: "stod", number: 1, text: "Får du stöd?")),
        ("1", .question(id: "stod", number: 1, text: "Får du stöd?")),
        ("Får du stöd?", .question(id: "stod", number: 1, text: "Får du stöd?")),
        ("insats", .background(id: "insats", name: "insats")),
        ("Verksamhet", .background(id: "insats", name: "insats")),
        ("-", .leftOut(reason: "utelämnad med --kolumn")), ("utelämna", .leftOut(reason: "utelämnad med --kolumn")),
    ]

    @Test(arguments: targets)
    func `a column is what the user says`(_ choice: (target: String, meaning: UnderstoodColumn.Meaning)) throws {
        let text = "Vad\ntycks?;planering;stod\nDelvis;Delvis;Delvis\n"
            .replacing("Vad\ntycks?", with: "\"Vad\ntycks?\"")
        let file = try read(text, choices: said(("vad  TYCKS", choice.target)))
        #expect(file.columns.first?.meaning == choice.meaning)
        let isLeftOut = choice.target == "-" || choice.target == "utelämna"
        #expect(file.columns.first?.match == (isLeftOut ? nil : .chosen))
    }

    @Test func `a column for one value is named with the value`() throws {
        let instrument = try instrument(from: Array(HeadingTests.several.utf8), file: "prov.yaml")
        let file = try read(
            "stod;planering;a;b\nDelvis;Delvis;x;\n", of: instrument,
            choices: said(("a", "insats=MIA"), ("b", "Verksamhet = unga vuxna")))
        #expect(
            file.columns.dropFirst(2).map(\.meaning) == [
                .option(of: "insats", name: "insats", value: "MIA"),
                .option(of: "insats", name: "insats", value: "Unga, vuxna"),
            ])
    }

    @Test func `the headings' row is found by what is said of them alone`() throws {
        let file = try read(
            "Rapport\nV1;V2;V3\nDelvis;Vet ej;Man\n", choices: said(("V1", "planering"), ("V2", "stod"), ("V3", "kön")))
        #expect(file.understood.headingRows == 2...2)
        #expect(file.answers.question("stod")?.codes == [4])
        #expect(file.answers.group("kön")?.codes == [2])
    }

    @Test func `a heading is named by any of its rows`() throws {
        let top = "Q7;Q8\nHur är det med stödet nu?;Och med planen då?\n"
        for choices in [
            said(("Q7", "stod"), ("Q8", "planering")),
            said(("Hur är det med stödet nu?", "stod"), ("Och med planen då?", "planering")),
            said(("Q7 / Hur är det med stödet nu?", "stod"), ("Q8 / Och med planen då?", "planering")),
        ] {
            let file = try read("\(top)Delvis;Vet ej\n", choices: choices)
            #expect(file.answers.questions.map(\.codes) == [[2], [4]])
        }
    }

    @Test func `the command line goes before a mapping`() throws {
        let choices = ColumnChoices([
            .init(heading: "a", target: .named("stod"), match: .mapped),
            .init(heading: "b", target: .leftOut, match: .mapped),
            .init(heading: "a", target: .named("planering"), match: .chosen),
        ])
        let file = try read("a;b;stod\nDelvis;x;Vet ej\n", choices: choices)
        #expect(file.columns.map(\.match) == [.chosen, nil, .code])
        #expect(file.source.leftOut == [LeftOutColumn(heading: "b", reason: "utelämnad enligt mappningen")])
    }

    static let wrong: [(choices: ColumnChoices, told: String)] = [
        (
            said(("Stöd", "stod")),
            "--kolumn: rubriken ”Stöd” finns inte i svar.csv. Menade du ”stod”? Skriv den som den står i filen."
        ),
        (
            said(("Åsikter om allt", "stod")),
            "--kolumn: rubriken ”Åsikter om allt” finns inte i svar.csv. Skriv den som den står i filen."
        ),
        (
            said(("vad", "planring")),
            "--kolumn: kolumnen ”vad” ska vara ”planring”, men det är ingen fråga eller bakgrund i formuläret. Menade du "
                + "planering? Där får stå: stod, planering, insats, kön, ett frågenummer, eller - för att utelämna kolumnen."
        ),
        (
            said(("vad", "kön=Kvina")),
            "--kolumn: ”Kvina” är inget känt värde för kön. Menade du Kvinna? Godtagna värden: Kvinna, Man. Rätta cellen, "
                + "eller lägg till stavningen i formuläret."
        ),
        (
            said(("lika", "insats")),
            "svar.csv, kolumn D (”lika”): rubriken ”lika” står över kolumnerna D, E, men vad den är har angetts bara en gång. "
                + "Ange det en gång för varje kolumn, i kolumnernas ordning; - utelämnar en kolumn."
        ),
    ]

    @Test(arguments: wrong)
    func `a choice that fits no column or no question is refused`(_ wrong: (choices: ColumnChoices, told: String)) {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;planering;vad;lika;lika\nDelvis;Delvis;x;y;z\n", choices: wrong.choices)
        }
        #expect(refusal?.description == wrong.told)
    }

    @Test func `one choice leaves out every column of its heading`() throws {
        let file = try read("stod;planering;lika;lika\nDelvis;Delvis;y;z\n", choices: said(("lika", "-")))
        #expect(file.source.leftOut.map(\.reason) == ["utelämnad med --kolumn", "utelämnad med --kolumn"])
    }

    @Test func `a target is known before any file is read`() throws {
        let instrument = try instrument(from: Array(HeadingTests.several.utf8), file: "prov.yaml")
        let version = try #require(instrument.versions.last)
        for known in ["stod", "2", "insats", "insats=MIA", "-"] {
            #expect(ColumnChoices.Target.named(known).means(in: version, of: instrument), "\(known)")
        }
        for unknown in ["stöd", "3", "insats=Mio", "MIA"] {
            #expect(!ColumnChoices.Target.named(unknown).means(in: version, of: instrument), "\(unknown)")
        }
    }
}
