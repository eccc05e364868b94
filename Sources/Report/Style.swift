import OpenDocument

/// The typography of the workbook: what each kind of cell looks like. Contrast is at least 4.5:1 on its background.
enum Style {
    private static let ink = Color(0x1A1A1A)
    private static let muted = Color(0x595959)
    private static let accent = Color(0x1F4E5F)
    private static let rule = Color(0x9FB3BB)
    private static let strongRule = Color(0x1F4E5F)
    private static let headBackground = Color(0xE6EEF0)

    /// The bars of what is the förbund's own, and of what is set beside it.
    static let own = accent
    static let others = rule

    static let title = CellStyle(name: "Rubrik", fontSize: 16, bold: true, color: accent, vertical: .middle)
    static let lead = CellStyle(name: "Ingress", fontSize: 12, color: ink)
    static let heading = CellStyle(name: "Mellanrubrik", fontSize: 13, bold: true, color: accent, vertical: .bottom)
    static let prose = CellStyle(name: "Brödtext", fontSize: 12, color: ink, vertical: .top, wrap: true)
    static let proseStrong = CellStyle(
        name: "Brödtext stark", fontSize: 12, bold: true, color: ink, vertical: .top, wrap: true)
    static let link = CellStyle(
        name: "Länk", fontSize: 12, color: Color(0x0B4F8A), vertical: .top, wrap: true, indent: apart)
    static let rowLink = CellStyle(
        name: "Länk i tabell", color: Color(0x0B4F8A), vertical: .top, wrap: true, ruleBelow: rule, padding: 1)
    /// Millimetres between what ends at a column's edge and what begins there.
    private static let apart = 3.0

    static let note = CellStyle(name: "Anmärkning", fontSize: 10, color: muted)

    static let columnHead = CellStyle(
        name: "Kolumnrubrik", bold: true, color: accent, background: headBackground, horizontal: .start,
        vertical: .bottom, wrap: true, ruleBelow: strongRule, padding: 1)
    /// Beside a column of numbers, which end where this one begins.
    static let columnHeadAfterNumber = CellStyle(
        name: "Kolumnrubrik efter tal", bold: true, color: accent, background: headBackground, horizontal: .start,
        vertical: .bottom, wrap: true, ruleBelow: strongRule, padding: 1, indent: apart)
    static let numberHead = CellStyle(
        name: "Kolumnrubrik tal", bold: true, color: accent, background: headBackground, horizontal: .end,
        vertical: .bottom, wrap: true, ruleBelow: strongRule, padding: 1)

    /// A row of the newest period, and one of the period it is compared with.
    static func row(_ age: Age) -> Row { age == .newest ? newest : earlier }

    enum Age { case newest, earlier }

    /// The cells of a table row.
    struct Row {
        let head: CellStyle
        let text: CellStyle
        /// Text beside a column of numbers.
        let textAfterNumber: CellStyle
        let number: CellStyle
        let share: CellStyle
        let change: CellStyle
        /// A few words that stand among figures.
        let verdict: CellStyle
    }

    private static let newest = row("", color: ink, rule: rule, bold: true)
    private static let earlier = row(" tidigare", color: muted, rule: rule, bold: false)

    private static func row(_ suffix: String, color: Color, rule: Color, bold: Bool) -> Row {
        func style(
            _ name: String, bold: Bool = false, _ horizontal: CellStyle.Horizontal, _ format: NumberFormat,
            wrap: Bool = false, indent: Double = 0
        ) -> CellStyle {
            CellStyle(
                name: name + suffix, bold: bold, color: color, horizontal: horizontal, vertical: .top, wrap: wrap,
                ruleBelow: rule, padding: 1, indent: indent, format: format)
        }
        return Row(
            head: style("Radrubrik", .start, .general, wrap: true),
            text: style("Text", .start, .general, wrap: true),
            textAfterNumber: style("Text efter tal", .start, .general, wrap: true, indent: apart),
            number: style("Antal", .end, .integer),
            share: style("Andel", bold: bold, .end, .percent(decimals: 0)),
            change: style("Förändring", bold: bold, .end, .signed(decimals: 0)),
            verdict: style("Omdöme", .end, .general, wrap: true))
    }

    /// Data is read by programs: no rules, no wrapping.
    enum Plain {
        static let text = CellStyle(name: "Data text", color: ink, indent: 1)
        static let number = CellStyle(name: "Data antal", color: ink, horizontal: .end, format: .integer)
        static let ratio = CellStyle(name: "Data andel", color: ink, horizontal: .end, format: .general)
        static let missing = CellStyle(name: "Data saknas", color: ink, horizontal: .end)
    }
}
