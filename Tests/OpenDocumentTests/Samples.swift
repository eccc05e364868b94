import OpenDocument
import Zip

/// Workbooks that several tests look at.
enum Samples {
    static let share = CellStyle(name: "Andel", format: .percent(decimals: 0))
    static let formats: [NumberFormat] = [
        .general, .integer, .decimals(2), .percent(decimals: 0), .percent(decimals: 1), .signed(decimals: 0),
        .signed(decimals: 1),
    ]
    static let numbers: [Double] = [
        0, 1, -1, 9, -3, 0.5, -0.5, 1.5, 2.5, 0.125, -0.125, 1.0 / 3, -2.0 / 3, 0.145, 0.005, 1.005, 1234.5678, 12345,
        -99_999.5, 0.1 + 0.2, 1e-4, 123_456_789_012,
    ]
    static let extremes: [Double] = [
        .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude, 1e15, 1e16,
        1e22, 1e23, 9_007_199_254_740_992, 1e-5, 9.999e-6, 1.7976931348623155e308, 5e-5, .pi, -.pi * 1e100,
    ]
    static let texts = [
        "vanlig", " ledande", "avslutande ", "två  mellan", "   ", " ", "", "rad ett\nrad två", "\n", "a\n\nb",
        "a \n b", "a\tb",
        "\t", " \t ", "a \t b", "😀 👩‍👩‍👧", "e\u{301} å a\u{30A}", "=1+1", "+1", "-1", "@SUM(A1)", "'citat", "<a & \"b\">",
        "]]>",
        "\u{A0}hårt\u{A0}", "\u{2028}", "12 %", "2026-01-31", "1e5",
    ]
    /// What comes in, and what comes out.
    static let replaced = [
        ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[1m", "\u{FFFD}[1m"), ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFF}x", "\u{FFFD}x"),
        ("a\r\nb", "a\nb"), ("a\rb", "a\nb"),
    ]
    static let shares = (1...60).flatMap { n in (0...n).map { Double($0) / Double(n) } }

    /// Every kind of cell and everything a sheet can say.
    static var everything: Workbook {
        let title = CellStyle(
            name: "Rubrik", fontSize: 16, bold: true, italic: true, color: Color(0x1F3864), background: Color(0xFFFFFF),
            horizontal: .center, vertical: .middle, wrap: true, ruleAbove: Color(0), ruleBelow: Color(0x00BFBF),
            padding: 1,
            indent: 2.25)
        let date = CellStyle(name: "Datum", horizontal: .end, vertical: .top, format: .date)
        let first = Sheet(
            name: "Omslag & mer", columns: [Column(width: 100.5, style: title)], page: PageSetup(orientation: .portrait)
        ) { rows in
            try rows.row([.text("Titel")], height: nil)
            try rows.row([.link("Till tabellen", target: Cell.target(sheet: "Personal per kön"))])
            try rows.row([.link("Webben", target: "https://example.org/?a=1&b=2", .standard)])
            try rows.row([.date(year: 2024, month: 2, day: 29, date)])
            try rows.row([])
        }
        let second = Sheet(
            name: "Personal per kön", columns: [Column(width: 40), Column(width: 20, style: share)], headerRows: 1..<2,
            frozen: (2, 1), page: PageSetup(fitsWidth: false, header: [.text("<A>"), .sheetName], footer: []),
            rowHeights: [8, 12.5], title: "Personal & kön", description: "Beskrivning",
            tableRange: TableRange(name: "Förändringar_1", firstRow: 1)
        ) { rows in
            try rows.row([.text("Personal", title)], height: 12.5)
            try rows.row([.text("Fråga"), .text("Andel")], height: 8)
            try rows.row([.empty, .percentage(0.25)])
            try rows.row([.integer(Int.max), .percentage(0.5, shown: "[för få svar]")])
            for format in formats + [.decimals(15)] {
                let style = CellStyle(name: "Format", format: format)
                for number in numbers + extremes { try rows.row([.number(number, style)]) }
            }
        }
        let third = Sheet(name: "Tomt", columns: []) { _ in }
        return Workbook(
            metadata: Metadata(
                title: "Titel <&>", subject: "Ämne", description: "Rad\nRad", creator: "Förbundet",
                keywords: ["a", "b"],
                created: "2026-01-31T12:00:00Z"),
            sheets: [first, second, third])
    }

    static func bytes(of workbook: Workbook) throws -> [UInt8] {
        var sink = MemorySink()
        try workbook.write(to: &sink)
        return sink.bytes
    }

    /// One sheet with these rows.
    static func workbook(
        columns: Int = 1, _ rows: @escaping @Sendable (inout RowWriter) throws -> Void
    ) -> Workbook {
        let sheet = Sheet(name: "Blad", columns: (0..<columns).map { _ in Column(width: 30) }, rows: rows)
        return Workbook(metadata: Metadata(title: "Prov"), sheets: [sheet])
    }
}
