import Survey
import TestSupport
import Testing

@testable import Analysis

@Suite struct `The audit of random questionnaires` {
    private static func told(_ findings: [AuditFinding]) -> [String] {
        findings.map {
            "\($0.period.label) \($0.variable?.id ?? "total") \($0.groups.map { $0 ?? "-" }) \($0.question ?? "N"): \($0.kind)"
        }
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `nothing protected can be worked out of what is shown`(_ seed: UInt64) throws {
        let forbund = RandomForbund(seed: seed)
        let results = try analyze(forbund.measurements, of: forbund.instrument)
        let audit = auditProtection(of: [results], histories: [], given: [])
        #expect(Self.told(audit.failures) == [], "seed \(seed)")
    }

    @Test(arguments: 0..<400 as Range<UInt64>)
    func `nothing can be worked out where a respondent can be in several groups`(_ seed: UInt64) throws {
        let forbund = RandomCase(seed: seed)
        let results = try analyze(forbund.measurements, of: forbund.instrument)
        let audit = auditProtection(of: [results], histories: [], given: [])
        #expect(Self.told(audit.failures) == [], "seed \(seed)")
    }

    @Test func `without rows hidden for the sake of others much can be worked out`() throws {
        var failing = 0
        var withComplement = 0
        for seed in 0..<400 as Range<UInt64> {
            let forbund = RandomForbund(seed: seed)
            let results = try analyze(forbund.measurements, of: forbund.instrument)
            let isComplement = { (row: ProtectedRow) in row.reason == .complement || row.reason == .isolates }
            guard results.protected.contains(where: { $0.group != nil && isComplement($0) }) else { continue }
            withComplement += 1
            let audit = auditProtection(of: [results.showing(isComplement)], histories: [], given: [])
            failing += audit.failures.isEmpty ? 0 : 1
        }
        #expect(withComplement > 300)
        // What is hidden beside is seldom more than what was needed.
        #expect(10 * failing > 9 * withComplement, "\(failing) of \(withComplement)")
    }
}
