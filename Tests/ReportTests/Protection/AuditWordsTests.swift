import Report
import Survey
import Testing

@testable import Analysis

@Suite struct `What the audit of a bilaga says` {
    private func finding(
        _ kind: AuditFinding.Kind, _ grade: AuditFinding.Grade = .failure, groups: [String?] = ["Man"],
        question: String? = "stöd"
    ) throws -> AuditFinding {
        let instrument = try Sample.instrument()
        return AuditFinding(
            instrument: instrument, period: try #require(Period("2021")),
            variable: BackgroundVariable(id: "kön", name: "kön"), groups: groups, question: question, kind: kind,
            grade: grade)
    }

    @Test func `each finding says where it is and what can be worked out, and never how many answered`() throws {
        let publication = PublicationOrigin(file: "bilaga-2020.ods", publishedAt: nil)
        let told = try [
            finding(.shown(.tooFew)), finding(.shown(.nearlyAll), .warning), finding(.shown(.onlyTotal)),
            finding(.few(3, limit: 5), groups: ["Man", nil], question: nil), finding(.alike(7)),
            finding(.narrow(CountRange(lowest: 0, highest: 1), toRespondent: true)),
            finding(.narrow(CountRange(lowest: 2, highest: 3), toRespondent: false), question: nil), finding(.change),
            finding(.fewSince(publication, limit: 5)),
        ].map(\.trouble)
        #expect(
            told == [
                "visas, trots för få svar", "visas, och alla eller nästan alla har svarat lika",
                "visas, men frågan får bara visas totalt", "kan tillsammans räknas ut exakt, och är färre än 5",
                "kan räknas ut exakt, och alla eller nästan alla har svarat lika",
                "ett skyddat antal kan räknas ut till 0–1 av en som själv har svarat", "antalet kan räknas ut till 2–3",
                "förändringen visas, men en av de två siffrorna är skyddad",
                "skiljer sig med färre än 5 från bilaga-2020.ods",
            ])
        let places = try [finding(.change), finding(.few(3, limit: 5), groups: ["Man", nil], question: nil)].map(
            \.place)
        #expect(
            places == [
                "Personal 2021, kön: Man, fråga 1 (stöd)", "Personal 2021, kön: Man och ej angivet, antal svarande",
            ])
    }

    @Test func `a bilaga with a failure is refused with its place, and one with warnings is not`() throws {
        let failure = try finding(.few(3, limit: 5))
        #expect(
            ProtectionAudit(rows: [], findings: [failure]).refusal
                == """
                Bilagan är inte skriven, för i den kan skyddade svar räknas ut. Det är ett fel i programmet. Visa inte raderna \
                här för någon utanför utvärderingen:
                  Personal 2021, kön: Man, fråga 1 (stöd): kan räknas ut exakt, och är färre än 5
                Tills felet är rättat: ta bort indelningen ur formuläret, eller höj dess minsta grupp, och gör bilagan igen.
                """)
        let many = ProtectionAudit(rows: [], findings: [AuditFinding](repeating: failure, count: 12)).refusal
        #expect(many?.split(separator: "\n").dropLast().last == "  och 2 till")
        #expect(ProtectionAudit(rows: [], findings: [try finding(.alike(25), .warning)]).refusal == nil)
        #expect(ProtectionAudit(rows: [], findings: []).refusal == nil)
    }
}
