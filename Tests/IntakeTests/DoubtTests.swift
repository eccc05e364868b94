import Intake
import Survey
import Testing

/// Headings that are only probably a question's are proposed and never used unasked.
struct DoubtTests {
    private static let or =
        "annars rätt fråga efter likhetstecknet (- utelämnar kolumnen). "
        + "--spara-mappning minns svaret till nästa gång."

    /// Headings, and all that is told.
    static let doubts: [(headings: String, told: [String])] = [
        (
            "Får du stödet?;planering",
            [
                "svar.csv, kolumn A (”Får du stödet?”): kolumnen är troligen fråga 1, ”Får du stöd?” (2 tecken skiljer). Lägg "
                    + "till --kolumn \"Får du stödet?=stod\" om det stämmer, " + or
            ]
        ),
        (
            "Hur är det?  [Får du st.. ];Finns en pl...",
            [
                "svar.csv, kolumn A (”Hur är det?  [Får du st.. ]”): kolumnen är troligen fråga 1, ”Får du stöd?” (texten är "
                    + "avkortad). Lägg till --kolumn \"Hur är det?  [Får du st.. ]=stod\" om det stämmer, " + or,
                "svar.csv, kolumn B (”Finns en pl...”): kolumnen är troligen fråga 2, ”Finns en ”plan”?” (texten är "
                    + "avkortad). Lägg till --kolumn \"Finns en pl...=planering\" om det stämmer, " + or,
            ]
        ),
        (
            "Q7[SQ001];Q8_SQ001",
            [
                "svar.csv, kolumn A (”Q7[SQ001]”): kolumnen är troligen fråga 1, ”Får du stöd?” (efter kolumnernas ordning). "
                    + "Lägg till --kolumn \"Q7[SQ001]=stod\" om det stämmer, " + or,
                "svar.csv, kolumn B (”Q8_SQ001”): kolumnen är troligen fråga 2, ”Finns en ”plan”?” (efter kolumnernas "
                    + "ordning). Lägg till --kolumn \"Q8_SQ001=planering\" om det stämmer, " + or,
            ]
        ),
        // A code that is the question's, before another wording.
        (
            "stod. Hur väl tycker du att någon alls bryr sig?;planering",
            [
                "svar.csv, kolumn A (”stod. Hur väl tycker du att någon alls bryr sig?”): kolumnen är troligen fråga 1, ”Får du "
                    + "stöd?” (35 tecken skiljer). Lägg till --kolumn \"stod. Hur väl tycker du att någon alls bryr sig?=stod\" "
                    + "om det stämmer, " + or
            ]
        ),
        // A shell takes these characters for its own.
        (
            "\"Finns \"\"en\"\" plann?\";stod",
            [
                "svar.csv, kolumn A (”Finns \"en\" plann?”): kolumnen är troligen fråga 2, ”Finns en ”plan”?” (1 tecken "
                    + "skiljer). Lägg till --kolumn 'Finns \"en\" plann?=planering' om det stämmer, " + or
            ]
        ),
        (
            "stod;planering;Verksamhet3",
            [
                "svar.csv, kolumn C (”Verksamhet3”): kolumnen är troligen insats (1 tecken skiljer). Lägg till --kolumn "
                    + "\"Verksamhet3=insats\" om det stämmer, " + or
            ]
        ),
    ]

    @Test(arguments: doubts)
    func `a column in doubt is told with what it probably is and what to write`(
        _ doubt: (headings: String, told: [String])
    ) throws {
        let cells = String(repeating: "Delvis;", count: doubt.headings.split(separator: ";").count).dropLast()
        let refusal = #expect(throws: Refusal.self) { _ = try read("\(doubt.headings)\n\(cells)\n") }
        #expect(refusal?.problems.map(\.description) == doubt.told)
    }

    @Test func `what is in doubt is shown with what its cells would be`() throws {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Får du stödet?;planering\nDelvis;Vet ej\nDelvis;\nIbland;Delvis\n")
        }
        let file = try #require(refusal?.files.first)
        #expect(file.name == "svar.csv" && file.rows == 3 && file.headingRows == 1...1)
        #expect(
            file.columns == [
                UnderstoodColumn(
                    heading: "Får du stödet?", column: 1,
                    meaning: .question(id: "stod", number: 1, text: "Får du stöd?"), match: .nearest(distance: 2),
                    values: [
                        UnderstoodValue(text: "Delvis", meaning: "Delvis", count: 2),
                        UnderstoodValue(text: "Ibland", meaning: nil, count: 1),
                    ]),
                UnderstoodColumn(
                    heading: "planering", column: 2,
                    meaning: .question(id: "planering", number: 2, text: "Finns en ”plan”?"), match: .code,
                    values: [
                        UnderstoodValue(text: "", meaning: nil, count: 1),
                        UnderstoodValue(text: "Vet ej", meaning: "Vet ej", count: 1),
                        UnderstoodValue(text: "Delvis", meaning: "Delvis", count: 1),
                    ]),
            ])
    }

    /// Two questions that begin alike, and a third.
    private static let alike = instrumentText.replacing(
        "text: \"Finns en ”plan”?\"", with: "text: \"Får du stöd av andra?\"")

    @Test func `two questions that a column may be are both named`() throws {
        let instrument = try instrument(from: Array(Self.alike.utf8), file: "prov.yaml")
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Får du s..;Får du s..\nDelvis;Delvis\n", of: instrument)
        }
        #expect(
            refusal?.problems.map(\.description) == [
                "svar.csv, kolumn A (”Får du s..”): kolumnen kan vara fråga 1, ”Får du stöd?” eller fråga 2, ”Får du stöd av "
                    + "andra?” (texten är avkortad). Lägg till --kolumn \"Får du s..=stod\" eller --kolumn \"Får du "
                    + "s..=planering\", " + Self.or,
                "svar.csv, kolumn B (”Får du s..”): kolumnen kan vara fråga 2, ”Får du stöd av andra?” eller fråga 1, ”Får du "
                    + "stöd?” (texten är avkortad). Lägg till --kolumn \"Får du s..=planering\" eller --kolumn \"Får du "
                    + "s..=stod\", " + Self.or,
            ])
        let choices = said(("Får du s..", "planering"), ("Får du s..", "stod"))
        let file = try read("Får du s..;Får du s..\nDelvis;Inte alls\n", of: instrument, choices: choices)
        #expect(file.answers.question("planering")?.codes == [2])
        #expect(file.answers.question("stod")?.codes == [3])
    }

    @Test func `what has a column of its own is not looked for in others`() throws {
        let file = try read("stod;planering;Får du stödet?;Finns en plann?\nDelvis;Delvis;x;y\n")
        #expect(file.source.leftOut.map(\.heading) == ["Får du stödet?", "Finns en plann?"])
    }

    @Test func `the nearest column is proposed, and others that are near stay questions without a column`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Får du stödet;Får du ett stöd\nDelvis;Delvis\n")
        }
        #expect(
            refusal?.problems.map(\.fact) == [
                .columnInDoubt(
                    heading: "Får du stödet", match: .nearest(distance: 2),
                    candidates: [ProbableMeaning(target: "stod", number: 1, text: "Får du stöd?")]),
                .questionWithoutColumn(id: "planering", number: 2, text: "Finns en ”plan”?"),
            ])
    }

    @Test func `numbered columns are proposed only where they are as many as the questions`() {
        for headings in ["Q7[SQ001];Q7[SQ002];Q7[SQ003]", "Q7[SQ001];Q7[SQ003]", "Q7[SQ002];Q7[SQ001]"] {
            let refusal = #expect(throws: Refusal.self) { _ = try read("\(headings)\nDelvis;Delvis;Delvis\n") }
            let facts = refusal?.problems.map(\.fact) ?? []
            #expect(
                facts.allSatisfy { if case .columnInDoubt = $0 { false } else { true } } && !facts.isEmpty,
                "\(headings)")
        }
    }
}
