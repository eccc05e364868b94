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
        "\u{A0}hårt\u{A0}", "\u{2028}", "שלום עולם", "\u{202B}مرحبا 12 %\u{202C}", "a\u{200F}b\u{200D}c", "\t=1+1",
        "नमस्ते", "\u{10FFFD}", "12 %", "2026-01-31", "1e5",
    ]
    /// What comes in, and what comes out.
    static let replaced = [
        ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[1m", "\u{FFFD}[1m"), ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFF}x", "\u{FFFD}x"),
        ("a\r\nb", "a\nb"), ("a\rb", "a\nb"),
    ]
    /// Before 1900, which is where Excel's calendar begins, and after.
    static let days = [
        (1583, 1, 1), (1752, 9, 2), (1899, 12, 31), (1900, 2, 28), (1900, 3, 1), (2000, 2, 29), (9999, 12, 31),
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

    /// Shares of three questions as parts of a bar, and two of them beside one another.
    static var charts: Workbook {
        let questions = [
            "1. Får stödet du ger till deltagarna ta den tid som behövs?",
            "2. Upplever du att de du samverkar med hos andra myndigheter lyssnar på dig?",
            "3. Har ni rutiner för att samarbeta med andra aktörer i arbetet när det gäller insatser?",
        ]
        let sheet = Sheet(
            name: "Personal & chefer",
            columns: [
                Column(width: 100), Column(width: 20), Column(width: 20, style: share), Column(width: 20, style: share),
                Column(width: 20, style: share),
            ],
            headerRows: 1..<2,
            charts: [
                Chart(
                    title: "Svar per fråga <2021>", description: "Fråga 1 är mest positiv: 50 %.", headerRow: 1,
                    rows: 2..<5,
                    categories: 0,
                    series: [
                        Chart.Series(column: 2, color: Color(0xB35806), labelColor: Color(0xFFFFFF)),
                        Chart.Series(column: 3, color: Color(0xD9D9D9)),
                        Chart.Series(column: 4, color: Color(0x2166AC), labelColor: Color(0xFFFFFF)),
                    ], arrangement: .stacked, maximum: 1, width: 180, height: 90),
                Chart(
                    title: "Negativt och positivt", description: "Sida vid sida.", headerRow: 1, rows: 2..<5,
                    categories: 0,
                    series: [
                        Chart.Series(column: 2, color: Color(0xB35806)),
                        Chart.Series(column: 4, color: Color(0x2166AC)),
                    ], width: 180, height: 90),
            ]
        ) { rows in
            try rows.row([.text("Personal")])
            try rows.row(["Fråga", "År", "Negativt", "Varken eller", "Positivt"].map { .text($0) })
            for (place, question) in questions.enumerated() {
                let negative = Double(place) * 0.25
                try rows.row([
                    .text(question), .integer(2021), .percentage(negative), .percentage(0.5 - negative),
                    place == 1 ? .text("[för få svar]") : .percentage(0.5),
                ])
            }
        }
        return Workbook(metadata: Metadata(title: "Diagram"), sheets: [sheet])
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
