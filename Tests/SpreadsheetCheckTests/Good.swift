import OpenDocument
import Zip

/// A small workbook that keeps to every rule, and ways to break it part by part.
enum Good {
    private static let title = CellStyle(name: "Rubrik", fontSize: 16, bold: true)
    private static let prose = CellStyle(name: "Brödtext", fontSize: 12, wrap: true)
    private static let head = CellStyle(name: "Kolumnrubrik", bold: true, background: Color(0xE6EEF0), wrap: true)
    private static let share = CellStyle(name: "Andel", format: .percent(decimals: 0))
    private static let page = PageSetup(footer: [.text("Förbundet Exempel 2021, sidan "), .page])

    static func bytes() throws -> [UInt8] {
        var sink = MemorySink()
        try workbook.write(to: &sink)
        return sink.bytes
    }

    private static var workbook: Workbook {
        Workbook(
            metadata: Metadata(title: "Bilaga 2021", creator: "Förbundet Exempel"),
            sheets: [cover, contents, figures, notes])
    }

    private static var cover: Sheet {
        Sheet(name: "Omslag", columns: [Column(width: 190)], page: page, rowHeights: [12], title: "Bilaga") { rows in
            try rows.row([.text("Bilaga", title)])
            try rows.row([.text("Förbundet Exempel, mätperioden 2021.", prose)], height: 12)
        }
    }

    private static var contents: Sheet {
        table("Innehåll", widths: [60, 100], "Bladen i ordning.", header: ["Blad", "Vad som står där"]) { rows in
            try rows.row([.link("Personal", target: Cell.target(sheet: "Personal")), .text("Svaren från personalen")])
            try rows.row([
                .link("Anmärkningar", target: Cell.target(sheet: "Anmärkningar")), .text("Vad märkena betyder"),
            ])
        }
    }

    private static var figures: Sheet {
        let chart = Chart(
            title: "Svar per fråga", description: "Flest är positiva på den första frågan.", headerRow: 2, rows: 3..<5,
            categories: 0, series: [Chart.Series(column: 2, color: Color(0x2166AC))], width: 180, height: 60)
        return table(
            "Personal", widths: [100, 30, 30], "Andelen positiva svar. Källa: förbundet.",
            header: ["Fråga", "Antal svar", "Positivt"], charts: [chart]
        ) { rows in
            try rows.row([.text("Får du stöd?"), .integer(32), .percentage(0.75, share)])
            try rows.row([.text("Har ni tid? [not 1]"), .integer(30), .text("[skyddad]")])
        }
    }

    private static var notes: Sheet {
        table("Anmärkningar", widths: [40, 120], "Vad märkena betyder.", header: ["Märke", "Betydelse"]) { rows in
            try rows.row([.text("[skyddad]"), .text("Visas inte, så att ingen pekas ut.")])
            try rows.row([.text("[not 1]"), .text("Frågan är ny i år.")])
        }
    }

    private static func table(
        _ name: String, widths: [Double], _ lead: String, header: [String], charts: [Chart] = [],
        _ body: @escaping @Sendable (inout RowWriter) throws -> Void
    ) -> Sheet {
        Sheet(
            name: name, columns: widths.map { Column(width: $0) }, headerRows: 2..<3, frozen: (3, 0), page: page,
            rowHeights: [60], title: name, description: lead,
            tableRange: TableRange(name: "Tabell_\(name)", firstRow: 2, lastRow: 4), charts: charts
        ) { rows in
            try rows.row([.text(name, title)])
            try rows.row([.text(lead, CellStyle(name: "Ingress", fontSize: 12))])
            try rows.row(header.map { .text($0, head) })
            try body(&rows)
        }
    }

    /// The file with one text of a part replaced, wherever it stands; nil if it does not stand there.
    static func broken(_ part: String, _ old: String, _ new: String) throws -> [UInt8]? {
        var archive = try ArchiveReader(MemoryBytes(bytes()))
        var writer = ArchiveWriter(to: MemorySink())
        var isFound = false
        for entry in archive.entries {
            var content = try archive.contents(of: entry, atMost: 1 << 20)
            if entry.name == part {
                let text = String(decoding: content, as: UTF8.self)
                let changed = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
                isFound = changed != text
                content = Array(changed.utf8)
            }
            try writer.add(entry.name, content.span.bytes, as: entry.method == .stored ? .stored : .deflated(level: 6))
        }
        return isFound ? try writer.finish().bytes : nil
    }

    /// The file with an entry more, or with an entry deflated that is stored.
    static func packed(adding extra: String?, deflatingAll: Bool) throws -> [UInt8] {
        var archive = try ArchiveReader(MemoryBytes(bytes()))
        var writer = ArchiveWriter(to: MemorySink())
        for entry in archive.entries {
            let content = try archive.contents(of: entry, atMost: 1 << 20)
            let isStored = entry.method == .stored && !deflatingAll
            try writer.add(entry.name, content.span.bytes, as: isStored ? .stored : .deflated(level: 6))
        }
        if let extra { try writer.add(extra, [0x20].span.bytes) }
        return try writer.finish().bytes
    }
}
