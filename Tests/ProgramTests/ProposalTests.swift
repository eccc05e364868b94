import Foundation
import Testing

@Suite("Which questionnaire a file is, is found out where it is not said")
struct ProposalTests {
    private static let arguments = ["importera", "år.csv", "--period", "2022"]

    /// A second questionnaire, of other questions.
    private static let other = Samverkan.formular.replacing("id: samverkan", with: "id: samsyn")
        .replacing("id: stod", with: "id: tillit").replacing(
            "Får du stödet när du behöver det?", with: "Litar ni på er?"
        )
        .replacing("id: malen", with: "id: vagen").replacing("Är målen ”gemensamma” för er?", with: "Känner ni vägen?")
        .replacing("id: ratt", with: "id: takten").replacing("Går ni åt rätt håll?", with: "Går det i lagom takt?")

    private func bench(_ answers: String, _ other: String) async throws -> Workbench {
        let bench = try await Workbench.imported()
        try bench.write(other, to: "Surveys/formular/annan.yaml")
        try bench.write(answers, to: "år.csv")
        return bench
    }

    @Test func `the one with most questions in the file is used and told`() async throws {
        let bench = try await bench(Samverkan.answers, Self.other)
        let outcome = try await bench.run(Self.arguments)
        #expect(outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                Enkät: samverkan (3 av 3 frågor känns igen). Ange --enkat om det är fel.
                år.csv: UTF-8 med semikolon mellan kolumnerna, 12 svar på 3 frågor, bakgrund: insats, kön.
                samverkan 2022: 12 svar, antal tillfrågade okänt.
                samverkan 2022: sparat.

                """)
    }

    @Test func `a tie is an error that names both`() async throws {
        let bench = try await bench(
            Samverkan.answers, Samverkan.formular.replacing("id: samverkan", with: "id: samsyn"))
        let before = try bench.snapshot()
        let outcome = try await bench.run(Self.arguments)
        #expect(
            outcome.errors == """
                år.csv: rubrikerna passar lika bra till samsyn (3 av 3 frågor känns igen) och samverkan (3 av 3 frågor känns \
                igen). Ange vilken enkät det är med --enkat.
                Inget har sparats.

                """)
        #expect(outcome.output.isEmpty)
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `less than half of the questions is no questionnaire`() async throws {
        let bench = try await bench("Kön;stod;Färg\nK;4;Blå\n", Self.other)
        let outcome = try await bench.run(Self.arguments)
        #expect(
            outcome.errors == """
                år.csv: rubrikerna är inte hälften av frågorna i någon enkät. Närmast är samverkan (1 av 3 frågor känns igen). \
                Filen lästes som UTF-8 med semikolon mellan kolumnerna. De första raderna blev:
                  rad 1: ”Kön” | ”stod” | ”Färg”
                  rad 2: ”K” | ”4” | ”Blå”
                Är det rätt fil, ange vilken enkät det är med --enkat: samsyn, samverkan. Kontrollera skiljetecknet \
                (--skiljetecken komma, semikolon eller tabb) och teckenkodningen.
                Inget har sparats.

                """)
        #expect(outcome.code == Ending.badData)
    }

    @Test func `files of two questionnaires are not read as one`() async throws {
        let bench = try await bench(Samverkan.answers, Self.other)
        try bench.write("tillit;vagen;takten\n4;4;4\n", to: "annan.csv")
        let outcome = try await bench.run(Self.arguments + ["annan.csv"])
        #expect(
            outcome.errors == """
                år.csv, annan.csv: filerna hör till olika enkäter: år.csv till samverkan, annan.csv till samsyn. Läs in en \
                enkät i taget.
                Inget har sparats.

                """)
        #expect(outcome.code == Ending.badData)
    }

    @Test func `what can be read only once is read when the questionnaire is named`() async throws {
        let bench = try await bench(Samverkan.answers, Self.other)
        func run(_ more: String) async throws -> Program.Outcome {
            try await Program.run(
                "/bin/sh", ["-c", "cat år.csv | \"$0\" importera /dev/stdin --period 2022 \(more)", Program.path],
                in: bench.folder, environment: bench.environment)
        }
        let outcome = try await run("")
        #expect(
            outcome.errors == """
                /dev/stdin: det är ingen vanlig fil, så enkäten kan inte kännas igen innan den läses. Ange den med --enkat.
                Inget har sparats.

                """)
        #expect(try await run("--enkat samverkan").code == 0)
    }
}
