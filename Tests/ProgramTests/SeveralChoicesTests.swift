import Foundation
import Testing

@Suite("Who has chosen several values of a background belongs to each of those groups")
struct SeveralChoicesTests {
    private static let file = "Surveys/formular/samverkan.yaml"
    private static let formular = Samverkan.formular.replacing(
        "rubriker: [Verksamhet], värden: fria",
        with: "rubriker: [Verksamhet], värden: [Ängen, Ön, \"Bryggan, norr\"], flerval: ja, "
            + "små grupper: { slå ihop till: Övriga insatser }")

    /// Of ten, eight are in Ängen, five in Ön and two in Bryggan; six in either of the last two.
    private static let answers = Samverkan.file(
        (Array(repeating: "Ängen", count: 4) + Array(repeating: "\"Ängen; Ön\"", count: 3)
            + ["\"Ängen, Bryggan, norr\"", "Ön", "\"Bryggan, norr;Ön\""]).map { $0 + ";Kvinna;4;3;2" })

    private func bench(_ more: (String, String)...) throws -> Workbench {
        let bench = try Workbench()
        try bench.write(Self.formular, to: Self.file)
        try bench.write(Self.answers, to: "svar.csv")
        for (name, text) in more { try bench.write(text, to: name) }
        return bench
    }

    private static func imports(_ asked: String) -> [String] {
        ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", asked]
            + ["--forbund", Samverkan.forbund]
    }

    @Test func `the answers come out in each group, and once in the total and in merged groups`() async throws {
        // Of 22, fourteen are in Ängen, thirteen in Ön and four in Bryggan; fourteen in either of the last two.
        let answers =
            [("Ängen", 8), ("\"Ängen; Ön\"", 5), ("\"Ängen, Bryggan, norr\"", 1), ("Ön", 5)]
            + [("\"Bryggan, norr;Ön\"", 3)]
        let bench = try bench(
            ("frågade.csv", "insats;antal\nÄngen;15\nÖn;18\nBryggan, norr;4\ntotalt;24\n"),
            (
                "svar.csv",
                Samverkan.file(answers.flatMap { Array(repeating: $0 + ";Kvinna;4;3;2", count: $1) })
            ))
        let imported = try await bench.run(Self.imports("frågade.csv"))
        #expect(imported.code == 0, "\(imported.errors)")
        #expect(try await bench.run("rapport", "--period", "2021").code == 0)
        let rows = try await Python.figures(of: "Output/bilaga-2021.ods", in: bench)
        let figures = rows.filter { ["total", "insats"].contains($0["indelning"]) && $0["fråga"] == nil }
            .filter { $0["mått"] != "svarsfrekvens" }
            .map { "\($0["grupp"] ?? "") \($0["mått"] ?? ""): \($0["antal"] ?? "")" }
        #expect(
            figures == [
                "Totalt svar: 22.0", "Totalt tillfrågade: 24.0", "Ängen svar: 14.0", "Ängen tillfrågade: 15.0",
                "Övriga insatser svar: 14.0", "Övriga insatser tillfrågade: [uppgift saknas]",
            ])
    }

    @Test func `the questionnaire is shown as one where several can be ticked`() async throws {
        let bench = try bench()
        let shown = try await bench.run("formular", "samverkan")
        #expect(shown.output.contains("\ninsats: [ ] Ängen   [ ] Ön   [ ] Bryggan, norr\nkön: ( ) Kvinna   ( ) Man"))
        let json = try await bench.run("formular", "samverkan", "--som", "json")
        let described = try JSONDecoder().decode([Described].self, from: Data(json.output.utf8))
        #expect(described.map { $0.bakgrund.map(\.flerval) } == [[true, nil]])
    }

    private struct Described: Decodable {
        struct Background: Decodable { let flerval: Bool? }
        let bakgrund: [Background]
    }

    @Test func `more combinations than can be real are refused`() async throws {
        let values = (1...14).map { "Insats \($0)" }
        let cells = (1...10_001).map { number in
            values.indices.filter { number >> $0 & 1 == 1 }.map { values[$0] }.joined(separator: ", ")
        }
        let bench = try bench(("svar.csv", Samverkan.file(cells.map { $0 + ";Kvinna;4;3;2" })))
        try bench.write(
            Self.formular.replacing("Ängen, Ön, \"Bryggan, norr\"", with: values.joined(separator: ", ")), to: Self.file
        )
        let outcome = try await bench.run(Self.imports("20000"))
        #expect(
            outcome.errors
                == "svar.csv, kolumn A (”Insats”): 10001 olika kombinationer av insats, men högst 10000 godtas. Kolumnen är nog något annat: byt "
                + "rubrik på den.\nInget har sparats.\n")
        #expect(outcome.code == Ending.badData)
    }

    private static let asked: [(file: String, message: String)] = [
        (
            "insats;antal\nÄngen;20\nÖn;20\nBryggan, norr;20\n",
            "frågade.csv: samma person kan ha tillfrågats för flera värden av insats, så gruppernas summa är inte antalet "
                + "tillfrågade. Lägg till raden ”totalt” med hur många personer som tillfrågades.\nInget har sparats."
        ),
        (
            "insats;antal\nÄngen;20\nÖn;31\nTotalt;30\n",
            "frågade.csv: raden ”totalt” är 30, men för Ön tillfrågades 31. Totalt ska vara alla personer som "
                + "tillfrågades.\nInget har sparats."
        ),
        (
            "insats;antal\ntotalt;30\nÄngen;20\nÖn;20\nsumma;30\n",
            "frågade.csv, rad 5: raden ”totalt” finns två gånger. Ändra eller ta bort på det ena stället.\n"
                + "Inget har sparats."
        ),
        (
            "insats;antal\nÄngen;7\nÖn;4\nBryggan, norr;3\ntotalt;9\n",
            "frågade.csv: för Ängen finns 8 svar men bara 7 tillfrågade. Rätta antalet tillfrågade eller filerna.\n"
                + "frågade.csv: för Ön finns 5 svar men bara 4 tillfrågade. Rätta antalet tillfrågade eller filerna.\n"
                + "frågade.csv: för samtliga finns 10 svar men bara 9 tillfrågade. Rätta antalet tillfrågade eller "
                + "filerna.\n3 fel. Inget har sparats."
        ),
    ]

    @Test(arguments: asked) func `how many were asked is told for all together, and for each group`(
        _ asked: (file: String, message: String)
    ) async throws {
        let bench = try bench(("frågade.csv", asked.file))
        let outcome = try await bench.run(Self.imports("frågade.csv"))
        #expect(outcome.errors == asked.message + "\n")
        #expect(outcome.code == Ending.badData)
        #expect(englishWords(in: outcome.errors).isEmpty)
    }
}
