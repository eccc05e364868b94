import Analysis
import Report
import Survey

/// What a bilaga protects, as a table for a terminal: a line for each row of figures that is not shown, with the reason and
/// what can be worked out of it all the same.
struct AuditTable {
    let audit: ProtectionAudit

    /// It tells more than the bilaga does.
    static let warning =
        "Den här utskriften är för utvärderaren. Den säger mer än bilagan och får inte publiceras eller skickas vidare."

    var lines: [String] {
        [Self.warning, ""] + table + found("Fel", audit.failures) + found("Varningar", audit.warnings) + audit.summary
    }

    private var table: [String] {
        let rows = audit.rowsToRead.map(cells)
        guard !rows.isEmpty else { return ["Ingen rad är skyddad.", ""] }
        let all = [Self.heads] + rows
        let widths = Self.heads.indices.map { column in
            min(Self.widest, all.map { $0[column].count }.max() ?? 0)
        }
        func line(_ cells: [String]) -> [String] { sideBySide(zip(cells, widths).map { ($0, $1) }) }
        let rule = String(repeating: "-", count: widths.reduce(0) { $0 + $1 + 2 } - 2)
        return line(Self.heads) + [rule] + rows.flatMap(line) + [""]
    }

    /// Of a column; longer texts go on below.
    private static let widest = 40

    private static let heads = ["Respondentgrupp", "Period", "Indelning", "Grupp", "Fråga", "Skäl", "Kan räknas ut"]

    private func cells(_ row: AuditedRow) -> [String] {
        [
            row.instrument.group.rawValue, row.row.period.label, row.divisionInSwedish ?? "totalt", row.groupInSwedish,
            row.questionInSwedish, row.reasonInSwedish, row.answers.swedish,
        ]
    }

    private func found(_ heading: String, _ findings: [AuditFinding]) -> [String] {
        findings.isEmpty ? [] : ["\(heading):"] + findings.map { "  \($0.swedish)" } + [""]
    }
}
