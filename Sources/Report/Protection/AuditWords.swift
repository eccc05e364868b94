public import Analysis
import Survey

extension ProtectionReason {
    /// For the one who makes the bilaga; its readers are told of no reason.
    public var swedish: String {
        switch self {
        case .tooFew: "för få svar"
        case .nearlyAll: "alla eller nästan alla"
        case .onlyTotal: "bara totalt"
        case .complement: "skydd för annan grupp"
        case .isolates: "skydd för del av grupp"
        case .earlier: "skydd mot tidigare bilaga"
        }
    }
}

extension CountRange {
    /// "0–7", "3", or "0 eller fler".
    public var swedish: String {
        guard let highest else { return "\(lowest) eller fler" }
        return highest == lowest ? "\(lowest)" : "\(lowest)–\(highest)"
    }
}

extension AuditedRow {
    /// Nil for the total.
    public var divisionInSwedish: String? {
        row.variable.map { id in instrument.background.first { $0.id == id }?.name ?? id }
    }

    public var groupInSwedish: String { row.variable == nil ? "Totalt" : row.group ?? "ej angivet" }

    public var questionInSwedish: String { instrument.told(row.question, in: row.period) }

    /// Those who gave no value are shown in no table.
    public var reasonInSwedish: String {
        row.variable != nil && row.group == nil ? "visas aldrig" : row.reason.swedish
    }

    /// Nothing is lost with those who gave no value, since they would not have been shown.
    fileprivate var isLost: Bool { row.variable == nil || row.group != nil }
}

extension AuditFinding {
    /// "Personal 2021, kön: Man, fråga 3 (rutiner): …". No figure of the answers is in it but what can be worked out.
    public var swedish: String { "\(place): \(trouble)" }

    /// Where it is.
    public var place: String {
        let names = groups.map { $0 ?? "ej angivet" }
        let division = variable.map { ", \($0.name): \(enumeration(names))" } ?? ", totalt"
        return "\(instrument.group.rawValue) \(period.label)\(division), \(instrument.told(question, in: period))"
    }

    /// What is wrong.
    public var trouble: String {
        let together = groups.count > 1 ? "tillsammans " : ""
        switch kind {
        case .shown(.tooFew): return "visas, trots för få svar"
        case .shown(.nearlyAll):
            return grade == .warning
                ? "visas, och alla eller nästan alla har svarat lika"
                : "visas, trots att alla eller nästan alla har svarat lika"
        case .shown(.onlyTotal): return "visas, men frågan får bara visas totalt"
        case .shown(let reason): return "visas, trots \(reason.swedish)"
        case .few(_, let limit): return "kan \(together)räknas ut exakt, och är färre än \(limit)"
        case .alike: return "kan \(together)räknas ut exakt, och alla eller nästan alla har svarat lika"
        case .narrow(let range, let toRespondent):
            let what = question == nil ? "antalet" : "ett skyddat antal"
            return "\(what) kan räknas ut till \(range.swedish)\(toRespondent ? " av en som själv har svarat" : "")"
        case .change: return "förändringen visas, men en av de två siffrorna är skyddad"
        case .fewSince(let publication, let limit):
            return "skiljer sig med färre än \(limit) från \(publication.file)"
        }
    }
}

extension Instrument {
    /// "fråga 3 (rutiner)", or "antal svarande" where there is none.
    fileprivate func told(_ question: String?, in period: Period) -> String {
        guard let question else { return "antal svarande" }
        let asked = version(in: period)?.item(question) ?? versions.last { $0.item(question) != nil }?.item(question)
        return asked.map { "fråga \($0.number) (\(question))" } ?? "fråga \(question)"
    }
}

extension ProtectionAudit {
    /// Why the bilaga may not be written; nil where it may.
    public var refusal: String? {
        let failures = failures
        guard !failures.isEmpty else { return nil }
        let told = failures.prefix(Self.mostTold).map { "  \($0.swedish)" }
        let more = failures.count > told.count ? ["  och \(failures.count - told.count) till"] : []
        return
            ([
                "Bilagan är inte skriven, för i den kan skyddade svar räknas ut. Det är ett fel i programmet. Visa inte "
                    + "raderna här för någon utanför utvärderingen:"
            ] + told + more + [
                "Tills felet är rättat: ta bort indelningen ur formuläret, eller höj dess minsta grupp, och gör bilagan igen."
            ]).joined(separator: "\n")
    }

    private static let mostTold = 10

    /// How much is protected, and what it costs.
    public var summary: [String] {
        let lost = rows.filter(\.isLost)
        let complementary = lost.filter { [.complement, .isolates, .earlier].contains($0.row.reason) }
        func cost(_ rows: [AuditedRow]) -> String {
            let questions = rows.filter { $0.row.question != nil }
            let answers = questions.reduce(0) { $0 + $1.row.counts.base }
            return "\(rows.count) (\(answers) svar)"
        }
        let warnings = warnings
        return [
            "Skyddade rader: \(cost(lost)), av dem för att skydda andra: \(cost(complementary)).",
            "Varningar: \(warnings.count). Fel: \(failures.count).",
        ]
    }

    /// Rows for the one who makes the bilaga to read: those who gave no value only where they are so few that they need
    /// protection.
    public var rowsToRead: [AuditedRow] { rows.filter { $0.isLost || $0.row.reason == .tooFew } }
}
