import OpenDocument
import Testing
import Zip

@testable import Tabular

@Suite struct `Workbooks of our own` {
    private static let head = CellStyle(name: "Rubrik", bold: true)
    private static let percent = CellStyle(name: "Andel", format: .percent(decimals: 0))
    private static let day = CellStyle(name: "Dag", format: .date)

    /// Cells, and what they must be read back as.
    private static let cells: [(Cell, String)] = [
        (.empty, ""), (.text(""), ""), (.text("Till stor del"), "Till stor del"), (.text("två  mellan"), "två  mellan"),
        (.text(" yttre "), "yttre"), (.text("   "), ""), (.text("rad ett\nrad två"), "rad ett\nrad två"),
        (.text("a\n\n  b"), "a\n\n  b"), (.text("a\tb \t c"), "a\tb \t c"), (.text("<a & \"b\">"), "<a & \"b\">"),
        (.text("=1+1"), "=1+1"), (.text("😀 e\u{301} å"), "😀 e\u{301} å"), (.text("]]>"), "]]>"),
        (.text("12 %"), "12 %"),
        (.text("[för få svar]", head), "[för få svar]"), (.integer(0), "0"), (.integer(-42), "-42"),
        (.integer(123_456_789_012_345), "123456789012345"), (.number(0.5), "0.5"),
        (.number(1.0 / 3), "0.333333333333333"),
        (.number(-2.0 / 3, shown: "−0,67"), "-0.666666666666667"), (.number(0.1 + 0.2), "0.3"),
        (.number(1e-7), "0.0000001"),
        (.number(1e22), "10000000000000000000000"), (.percentage(0.25, percent), "0.25"),
        (.percentage(1, percent, shown: "100 %"), "1"), (.percentage(5.0 / 32, percent), "0.15625"),
        (.date(year: 2024, month: 2, day: 29, day), "2024-02-29"),
        (.link("Till tabellen", target: "#Data.A1"), "Till tabellen"),
        (.link("Webben", target: "https://example.org/?a=1&b=2"), "Webben"),
    ]

    private static func bytes(_ sheets: [OpenDocument.Sheet]) throws -> [UInt8] {
        var sink = MemorySink()
        try Workbook(metadata: Metadata(title: "Prov"), sheets: sheets).write(to: &sink)
        return sink.bytes
    }

    @Test func `are read back cell by cell`() throws {
        let width = Self.cells.count
        let sheet = OpenDocument.Sheet(
            name: "Data", columns: (0..<width).map { _ in OpenDocument.Column(width: 20) }, headerRows: 2..<3,
            frozen: (3, 1),
            title: "Data", description: "Varje siffra på en rad.",
            tableRange: TableRange(name: "Data_allt", firstRow: 2)
        ) { rows in
            try rows.row([.text("Data", Self.head)])
            try rows.row([])
            try rows.row((0..<width).map { .text("kolumn \($0)", Self.head) })
            // Each cell in each column.
            for shift in 0..<width { try rows.row((0..<width).map { Self.cells[($0 + shift) % width].0 }) }
        }
        let cover = OpenDocument.Sheet(name: "Omslag", columns: [OpenDocument.Column(width: 80)]) { rows in
            try rows.row([.text("Bilaga")])
        }
        let file = try TableFile(MemoryBytes(Self.bytes([cover, sheet])))
        #expect(file.kind == .ods)
        let table = try #require(
            try file.read { opening in
                opening.sheet?.name == "Data" ? .read(headings: 1..<2, columns: Array(0..<width)) : .skip
            })
        #expect(table.columns.map(\.name) == (0..<width).map { "kolumn \($0)" })
        #expect(table.rowCount == width)
        for (shift, row) in table.rows.enumerated() {
            #expect(row == (0..<width).map { Self.cells[($0 + shift) % width].1 })
        }
        #expect(table.sheetRowNumbers == Array(4..<(4 + width)))
    }
}
