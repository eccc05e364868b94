import Foundation
import Testing

@Suite("The evaluator can see what a bilaga protects, and why")
struct ProtectionAuditTests {
    /// Three men, who are hidden, beside nine women.
    private static let few = Samverkan.file(
        [String](repeating: "Ön;Kvinna;Delvis;Till stor del;Delvis", count: 9)
            + [String](repeating: "Ön;Man;Delvis;Till stor del;Delvis", count: 3))

    private func bench() async throws -> Workbench {
        let bench = try await Workbench.imported()
        try bench.write(Self.few, to: "få.csv")
        #expect(try await bench.run(Samverkan.imports("få.csv")).code == 0)
        return bench
    }

    @Test func `the table says what is protected and what can be worked out, and the bilaga is written`() async throws {
        let bench = try await bench()
        let outcome = try await bench.run("rapport", "--period", "2022", "--granska-skydd", "--till", "b.ods")
        #expect(outcome.code == 0)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.first
                == "Den här utskriften är för utvärderaren. Den säger mer än bilagan och får inte publiceras eller skickas "
                + "vidare.")
        #expect(lines.contains { $0.hasPrefix("Personal") && $0.contains("Man") && $0.contains("för få svar") })
        #expect(lines.contains { $0.hasPrefix("Skyddade rader: ") })
        #expect(lines.contains { $0.hasSuffix("Fel: 0.") })
        #expect(lines.contains { $0.hasPrefix("Bilagan för ") })
        #expect(bench.has("b.ods"))
    }

    @Test func `as JSON it is the only thing printed`() async throws {
        let bench = try await bench()
        let outcome = try await bench.run(
            "rapport", "--period", "2022", "--granska-skydd", "--som", "json", "--till", "b.ods")
        #expect(outcome.code == 0)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["obs", "skyddade", "fel", "varningar", "sammanfattning"])
        #expect((object["fel"] as? [Any])?.isEmpty == true)
        #expect(bench.has("b.ods"))
    }

    @Test func `a form is asked for with the audit alone`() async throws {
        let bench = try await bench()
        let outcome = try await bench.run("rapport", "--period", "2022", "--som", "json", "--till", "b.ods")
        #expect(outcome.code == 64)
        #expect(
            outcome.errors.contains(
                "--som gäller utskriften av --granska-skydd. Lägg till --granska-skydd, eller ta bort --som."))
        #expect(!bench.has("b.ods"))
    }
}
