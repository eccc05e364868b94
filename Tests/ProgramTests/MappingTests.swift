import Foundation
import Testing

@Suite("What is in doubt is confirmed once, saved as a mapping, and then known")
struct MappingTests {
    /// Question 1 is worded otherwise than in the questionnaire.
    private static let export = Export.with { $0.headings[2] = "Får du stöd när du behöver det?" }
    private static let confirmed = ["--kolumn", "Får du stöd när du behöver det?=stod"]
    private static let saved = "Surveys/mappningar/samverkan-2022.yaml"

    private func bench() async throws -> Workbench {
        let bench = try await Workbench.imported()
        try bench.write(Self.export.bytes, to: "år.csv")
        return bench
    }

    private func imports(_ period: Int, _ more: [String] = []) -> [String] {
        ["importera", "år.csv", "--enkat", "samverkan", "--period", "\(period)"] + more
    }

    @Test func `a near wording is refused until it is confirmed, saved and found again the year after`() async throws {
        let bench = try await bench()
        let before = try bench.snapshot()
        let refused = try await bench.run(imports(2022))
        #expect(
            refused.errors == """
                år.csv, kolumn C (”Får du stöd när du behöver det?”): kolumnen är troligen fråga 1, ”Får du stödet när du \
                behöver det?” (2 tecken skiljer). Lägg till --kolumn "Får du stöd när du behöver det?=stod" om det stämmer, \
                annars rätt fråga efter likhetstecknet (- utelämnar kolumnen). --spara-mappning minns svaret till nästa gång.
                Inget har sparats.

                """)
        #expect(refused.code == Ending.badData)
        #expect(try bench.snapshot() == before)

        let imported = try await bench.run(imports(2022, Self.confirmed + ["--spara-mappning"]))
        #expect(imported.errors.isEmpty)
        #expect(
            imported.output == """
                år.csv: UTF-8 med semikolon mellan kolumnerna, 12 svar på 3 frågor, bakgrund: insats, kön.
                samverkan 2022: 12 svar, antal tillfrågade okänt.
                samverkan 2022: sparat.
                Mappningen är sparad: \(Self.saved)

                """)
        let mapping = try String(decoding: bench.bytes(of: Self.saved), as: UTF8.self)
        #expect(
            mapping.hasSuffix(
                """
                enkät: samverkan
                version: "2021"
                period: "2022"

                kolumner:
                  - rubrik: "Insats"
                    är: insats
                  - rubrik: "Kön"
                    är: kön
                  - rubrik: "Får du stöd när du behöver det?"
                    är: stod  # fråga 1: Får du stödet när du behöver det?
                  - rubrik: "malen"
                    är: malen  # fråga 2: Är målen ”gemensamma” för er?
                  - rubrik: "ratt"
                    är: ratt  # fråga 3: Går ni åt rätt håll?

                """))

        // The year after, also as another format of text and without the questionnaire's name.
        try bench.write(
            Export.with {
                $0.headings = Self.export.headings.map { $0.uppercased() }
                $0.separator = "\t"
            }.bytes,
            to: "nästa år.csv")
        let next = try await bench.run("importera", "nästa år.csv", "--period", "2023")
        #expect(next.errors.isEmpty)
        #expect(
            next.output == """
                Mappning: \(Self.saved)
                nästa år.csv: UTF-8 med tabb mellan kolumnerna, 12 svar på 3 frågor, bakgrund: insats, kön.
                samverkan 2023: 12 svar, antal tillfrågade okänt.
                samverkan 2023: sparat.

                """)
    }

    @Test func `a trial saves a draft where what is in doubt does not hold until its mark is taken away`() async throws
    {
        let bench = try await bench()
        let trial = try await bench.run(imports(2022, ["--prova", "--spara-mappning"]))
        #expect(trial.code == Ending.badData)
        #expect(
            trial.output.hasSuffix(
                """
                Mappningen är sparad: \(Self.saved)
                1 tveksam kolumn står som kommentarer i den: bekräfta eller rätta dem där.

                """))
        #expect(trial.errors.hasSuffix("Inga svar har sparats.\n"))
        let draft = String(decoding: try bench.bytes(of: Self.saved), as: UTF8.self)
        #expect(draft.contains("\n    #är: stod  # fråga 1: "))

        #expect(try await bench.run(imports(2022)).code == Ending.badData)
        try bench.write(draft.replacing("#är:", with: "är:"), to: Self.saved)
        let imported = try await bench.run(imports(2022))
        #expect(imported.output.hasPrefix("Mappning: \(Self.saved)\n"))
        #expect(imported.code == 0)
    }

    @Test func `the answers are not in the mapping, nor anything of a column that is left out`() async throws {
        let bench = try await bench()
        let export = Export.with {
            $0 = Self.export
            $0.append("E-post", ["asa@post.example"])
        }
        try bench.write(export.bytes, to: "år.csv")
        #expect(try await bench.run(imports(2022, Self.confirmed + ["--spara-mappning"])).code == 0)
        for text in ["Ängen", "Kvinna", "Delvis", "asa@post.example", "år.csv", Samverkan.forbund] {
            #expect(try !bench.holds(text, in: Self.saved), "\(text)")
        }
    }

    @Test func `a file that was chosen is made, and is used when it is there`() async throws {
        let bench = try await bench()
        let choice = ["--mappning", "min.yaml"]
        let first = try await bench.run(imports(2022, Self.confirmed + choice + ["--spara-mappning"]))
        #expect(first.output.hasSuffix("Mappningen är sparad: min.yaml\n"))
        try bench.write(Self.export.bytes + [10], to: "år.csv")
        let second = try await bench.run(imports(2023, choice))
        #expect(second.output.hasPrefix("Mappning: min.yaml\n"))
        #expect(second.code == 0)
        #expect(!bench.has("Surveys/mappningar"))
    }

    @Test func `a column may be said to be left out`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Export.with { $0.append("Verksamhet", ["Å"]) }.bytes, to: "år.csv")
        #expect(try await bench.run(imports(2022)).code == Ending.badData)
        let outcome = try await bench.run(imports(2022, ["--kolumn", "Verksamhet=-"]))
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("  utelämnat: ”Verksamhet” "))
    }

    private static let mapping = """
        enkät: samverkan
        kolumner:
          - rubrik: Insats
          - rubrik: Kön
          - rubrik: Får du stöd när du behöver det?
            är: stod
          - rubrik: malen
          - rubrik: ratt

        """

    @Test func `two mappings for the same headings are an error that names both`() async throws {
        let bench = try await bench()
        for name in ["a", "b"] { try bench.write(Self.mapping, to: "Surveys/mappningar/\(name).yaml") }
        let outcome = try await bench.run(imports(2022))
        #expect(
            outcome.errors == """
                Surveys/mappningar/b.yaml: mappningen är för samma rubriker som Surveys/mappningar/a.yaml. Ta bort den ena, \
                eller välj en med --mappning.
                Inget har sparats.

                """)
        #expect(outcome.code == Ending.badData)
        #expect(try await bench.run(imports(2022, ["--mappning", "Surveys/mappningar/a.yaml"])).code == 0)
    }

    @Test func `a mapping that names a question that does not exist is told with its line`() async throws {
        let bench = try await bench()
        try bench.write(Self.mapping.replacing("är: stod", with: "är: stöd"), to: "Surveys/mappningar/a.yaml")
        let outcome = try await bench.run(imports(2022))
        #expect(
            outcome.errors == """
                Surveys/mappningar/a.yaml, rad 6: kolumnen ”Får du stöd när du behöver det?” ska vara ”stöd”, men det är \
                ingen fråga eller bakgrund i formuläret. Menade du stod? Där får stå: stod, malen, ratt, insats, kön, ett \
                frågenummer, eller - för att utelämna kolumnen.
                Inget har sparats.

                """)
        #expect(outcome.code == Ending.badData)
    }

    @Test func `a mapping for another questionnaire or other headings is refused when it is chosen`() async throws {
        let bench = try await bench()
        try bench.write(Self.mapping.replacing("samverkan", with: "samsyn"), to: "annan.yaml")
        #expect(
            try await bench.run(imports(2022, ["--mappning", "annan.yaml"])).errors == """
                annan.yaml, rad 1: mappningen är för enkäten samsyn, men det är samverkan som ska läsas in. Rätta --enkat, \
                eller välj en annan mappning med --mappning.
                Inget har sparats.

                """)
        try bench.write("enkät: samverkan\nkolumner:\n  - rubrik: Färg\n    är: stod\n", to: "annan.yaml")
        #expect(
            try await bench.run(imports(2022, ["--mappning", "annan.yaml"])).errors == """
                annan.yaml: ingen av mappningens rubriker finns i filen. Välj en annan mappning, eller ta bort den: utan \
                mappning tolkas rubrikerna som vanligt.
                Inget har sparats.

                """)
    }

    @Test func `a folder's description may say what columns are, which sheet and which mapping`() async throws {
        let bench = try await bench()
        try bench.write(Self.export.bytes, to: "mätning/svar.csv")
        let description = "förbund: \(Samverkan.forbund)\nperiod: 2022\nenkäter:\n  samverkan:\n    filer: [svar.csv]\n"
        func imports(_ more: String) async throws -> Program.Outcome {
            try bench.write(description + more, to: "mätning/matning.yaml")
            return try await bench.run("importera", "mätning", "--prova")
        }
        #expect(try await imports("").code == Ending.badData)
        #expect(try await imports("    kolumner: { \"Får du stöd när du behöver det?\": 1 }\n").code == 0)
        try bench.write(Self.mapping, to: "mätning/min.yaml")
        let mapped = try await imports("    mappning: min.yaml\n")
        #expect(mapped.code == 0)
        #expect(mapped.output.hasPrefix("Mappning: mätning/min.yaml\n"))
        let unknown = try await imports("    kolumner:\n      \"Får du stöd när du behöver det?\": stöd\n")
        #expect(
            unknown.errors.hasPrefix(
                "mätning/matning.yaml, rad 7: kolumnen ”Får du stöd när du behöver det?” ska vara ”stöd”, men det är ingen "
            ))
    }
}
