import Analysis
import Report
import Survey

/// What a bilaga protects, as programs read it.
struct AuditDescription: Encodable {
    let warning = AuditTable.warning
    let rows: [Row]
    let failures: [Finding]
    let warnings: [Finding]
    let summary: [String]

    enum CodingKeys: String, CodingKey {
        case warning = "obs"
        case rows = "skyddade"
        case failures = "fel"
        case warnings = "varningar"
        case summary = "sammanfattning"
    }

    struct Row: Encodable {
        let respondents: String
        let period: String
        let division: String?
        let group: String
        let question: String?
        let reason: String
        let lowest: Int
        let highest: Int?

        enum CodingKeys: String, CodingKey {
            case respondents = "respondentgrupp"
            case period
            case division = "indelning"
            case group = "grupp"
            case question = "fråga"
            case reason = "skäl"
            case lowest = "lägst"
            case highest = "högst"
        }

        init(_ row: AuditedRow) {
            respondents = row.instrument.group.rawValue
            period = row.row.period.label
            division = row.divisionInSwedish
            group = row.groupInSwedish
            question = row.row.question
            reason = row.reasonInSwedish
            lowest = row.answers.lowest
            highest = row.answers.highest
        }
    }

    struct Finding: Encodable {
        let place: String
        let trouble: String

        enum CodingKeys: String, CodingKey {
            case place = "plats"
            case trouble = "fel"
        }

        init(_ finding: AuditFinding) {
            place = finding.place
            trouble = finding.trouble
        }
    }

    init(_ audit: ProtectionAudit) {
        rows = audit.rowsToRead.map(Row.init)
        failures = audit.failures.map(Finding.init)
        warnings = audit.warnings.map(Finding.init)
        summary = audit.summary
    }
}
