import Intake
import Survey
import Testing

@Suite("A mapping is written for people and read back as what it was")
struct MappingFileTests {
    private static let period = Period("2021")

    private func draft(
        _ columns: [UnderstoodColumn], sheet: String? = nil, choices: ColumnChoices = ColumnChoices()
    ) throws -> MappingDraft {
        MappingDraft(
            instrument: "prov", version: "2021", period: Self.period, sheet: sheet, columns: columns,
            choices: choices)
    }

    private static let columns = [
        UnderstoodColumn(
            heading: "Tidstämpel", column: 1, meaning: .leftOut(reason: "svarar inte mot någon fråga")),
        UnderstoodColumn(
            heading: "1. Får du stöd?", column: 2, meaning: .question(id: "stod", number: 1, text: "Får du stöd?"),
            match: .text, values: [UnderstoodValue(text: "Delvis", meaning: "Delvis", count: 7)]),
        UnderstoodColumn(
            heading: "Finns det nån \"plan\"?", column: 3,
            meaning: .question(id: "planering", number: 2, text: "Finns en ”plan”?"), match: .nearest(distance: 7)),
        UnderstoodColumn(
            heading: "Verksamhet", column: 4, meaning: .background(id: "insats", name: "insats"), match: .listed,
            values: [UnderstoodValue(text: "Hemliga huset", meaning: "Hemliga huset", count: 3)]),
        UnderstoodColumn(
            heading: "SamMA", column: 5, meaning: .option(of: "insats", name: "insats", value: "SamMA"),
            match: .chosen),
        UnderstoodColumn(heading: "1. Får du stöd? [kod]", column: 6, meaning: .sameAs(column: 2)),
        UnderstoodColumn(heading: "", column: 7, meaning: .leftOut(reason: "har ingen rubrik")),
        UnderstoodColumn(heading: "Egen fråga", column: 8, meaning: .leftOut(reason: "angiven att utelämnas")),
    ]

    private static let text = """
        # Mappning: vilken fråga eller bakgrund varje kolumn i en export är.
        # Den gäller filer som har just de här rubrikerna, i den här ordningen, och hittas då av sig själv.
        # Här står rubriker, aldrig svar eller något om dem som svarat.
        #
        # Efter ”är” står frågans id eller nummer, bakgrundens id (insats), ett av dess alternativ (insats=Namnet)
        # eller utelämna. En kolumn utan ”är” tolkas som vanligt.

        enkät: prov
        version: "2021"
        period: "2021"
        blad: "Svar, rå"

        kolumner:
          - rubrik: "Tidstämpel"  # utelämnas: svarar inte mot någon fråga
          - rubrik: "1. Får du stöd?"
            är: stod  # fråga 1: Får du stöd?
          - rubrik: "Finns det nån \\"plan\\"?"
            # Tveksam (närmaste text, 7 tecken skiljer): ta bort # på nästa rad om det stämmer, eller rätta den.
            #är: planering  # fråga 2: Finns en ”plan”?
          - rubrik: "Verksamhet"
            är: insats
          - rubrik: "SamMA"
            är: "insats=SamMA"
          - rubrik: "1. Får du stöd? [kod]"  # utelämnas: samma som kolumn B
          - rubrik: ""
          - rubrik: "Egen fråga"
            är: utelämna

        """

    private static let choices = ColumnChoices([
        ColumnChoices.Choice(heading: "egen  FRÅGA", target: .leftOut, match: .chosen)
    ])

    @Test func `it holds every heading and what the column is, doubt as a comment, and no answer`() throws {
        #expect(try draft(Self.columns, sheet: "Svar, rå", choices: Self.choices).text == Self.text)
    }

    @Test func `what was written is read`() throws {
        let mapping = try MappingFile(Array(Self.text.utf8), name: "m.yaml")
        #expect(mapping.instrument == "prov")
        #expect(mapping.sheet == "Svar, rå")
        #expect(mapping.columns.map(\.heading) == Self.columns.map(\.heading))
        #expect(
            mapping.choices == [
                choice("1. Får du stöd?", .named("stod"), row: 16),
                choice("Verksamhet", .named("insats"), row: 21),
                choice("SamMA", .named("insats=SamMA"), row: 23),
                choice("Egen fråga", .leftOut, row: 27),
            ])
    }

    private func choice(_ heading: String, _ target: ColumnChoices.Target, row: Int) -> ColumnChoices.Choice {
        ColumnChoices.Choice(heading: heading, target: target, match: .mapped, place: Place(file: "m.yaml", row: row))
    }

    @Test func `a doubt holds when its comment mark is taken away`() throws {
        let text = Self.text.replacing("#är:", with: "är:")
        let mapping = try MappingFile(Array(text.utf8), name: "m.yaml")
        #expect(mapping.columns[2].target == .named("planering"))
    }

    @Test(arguments: [
        "enkel", "a: b", "# inte en kommentar", "”citat” \"och\" 'apostrof'", "bakåt\\snett", "rad\nbryt", "\r\n",
        "tabb\tinne", " blanksteg ", "- streck", "{a}", "[b]", "&a *b !c", "|", ">", "%", "@", "`", "?", "a=b=c",
        "null",
        "ja", "1", "1.0", "0x1F", "2021-10-04", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}",
        "a\u{FEFF}b", "\u{FFFE}", "\u{202E}abc", "😀", "e\u{301}", "---", "...", "Fråga #1: är det så?", "a\\nb",
        "\u{1B}[2J",
    ])
    func `any heading is read back as it was written`(_ heading: String) throws {
        let column = UnderstoodColumn(
            heading: heading, column: 1, meaning: .question(id: "stod", number: 1, text: heading), match: .chosen)
        let mapping = try MappingFile(Array(try draft([column], sheet: heading).text.utf8), name: "m.yaml")
        #expect(mapping.columns.map { Array($0.heading.unicodeScalars) } == [Array(heading.unicodeScalars)])
        #expect(mapping.sheet == heading)
    }

    @Test(arguments: [
        (["Färg", "Kön"], true), (["färg ", "KÖN?"], true), (["Färg"], false), (["Kön", "Färg"], false),
        (["Färg", "Kön", ""], false),
    ])
    func `it fits the same headings in the same order, however they are spaced and cased`(
        _ headings: [String], _ fits: Bool
    ) throws {
        let text = "enkät: prov\nkolumner:\n  - rubrik: Färg\n  - rubrik: Kön\n"
        #expect(try MappingFile(Array(text.utf8), name: "m.yaml").fits(headings) == fits)
    }

    static let faults = [
        ("", ": filen kan inte läsas som YAML: filen är tom."),
        ("kolumner: []\n", ", rad 1: ”enkät” saknas för mappningen. Lägg till en rad ”enkät: ...”."),
        ("enkät: prov\n", ", rad 1: ”kolumner” saknas för mappningen. Lägg till en rad ”kolumner: ...”."),
        ("enkät: prov\nkolumner: []\n", ", rad 2: ”kolumner” är tomt, men ska vara minst en kolumn."),
        (
            "enkät: prov\nkolumner:\n  Färg: stod\n",
            ", rad 3: ”kolumner” är nycklar med värden, men ska vara en lista, med ett streck framför varje rad."
        ),
        (
            "enkät: prov\nkolumner:\n  - rubrik: Färg\n    ar: stod\n",
            ", rad 4: nyckeln ”ar” är okänd. Menade du är? Här får stå: rubrik, är."
        ),
        (
            "enkät: prov\nkolumner:\n  - är: stod\n",
            ", rad 3: ”rubrik” saknas för en kolumn. Lägg till en rad ”rubrik: ...”."
        ),
        (
            "enkät: prov\nkolumner:\n  - rubrik: Färg\n    är: -\n",
            ", rad 4: filen kan inte läsas som YAML: ett streck för mycket: sätt det inom citattecken."
        ),
    ]

    @Test(arguments: faults) func `a fault is told with its line`(_ text: String, _ message: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try MappingFile(Array(text.utf8), name: "m.yaml") }
        #expect(refusal?.description == "m.yaml" + message)
    }
}
