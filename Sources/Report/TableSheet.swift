import OpenDocument

/// A sheet with one table: a title in A1, lines on what it holds, the table with one header row, its notes.
struct TableSheet {
    let name: String
    let title: String
    let leads: [String]
    let columns: [TableColumn]
    let rows: [[Cell]]
    let notes: [String]
    /// What the table holds, for assistive technology.
    let description: String

    /// - Parameter footer: the förbund and the period.
    func sheet(footer: String) -> Sheet {
        let width = columns.reduce(0) { $0 + $1.width }
        let leads = leads.flatMap { lines($0, width: width, pointSize: Style.lead.fontSize) }
        let notes = notes.flatMap { lines($0, width: width, pointSize: Style.note.fontSize) }
        // Title, leads and an empty row stand before the header row.
        let header = 2 + leads.count
        let (title, columns, rows) = (title, columns, rows)
        return Sheet(
            name: name, columns: columns.map { Column(width: $0.width) }, headerRows: header..<header + 1,
            frozen: (header + 1, 0), page: .table(footer: footer, landscape: width > 180),
            rowHeights: [titleHeight], title: title, description: description,
            tableRange: TableRange(
                name: rangeName, firstRow: header, lastRow: header + rows.count, columns: 0..<columns.count),
            rows: { writer in
                try writer.row([.text(title, Style.title)], height: titleHeight)
                for lead in leads { try writer.row([.text(lead, Style.lead)]) }
                try writer.row([])
                try writer.row(columns.map { .text($0.header, $0.isNumber ? Style.numberHead : Style.columnHead) })
                for row in rows { try writer.row(row) }
                if !notes.isEmpty { try writer.row([]) }
                for note in notes { try writer.row([.text(note, Style.note)]) }
            })
    }

    /// Letters and digits alone: "Personal_per_insats".
    private var rangeName: String {
        "Tabell_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}

struct TableColumn {
    let header: String
    /// Millimetres.
    let width: Double
    let isNumber: Bool

    static func text(_ header: String, _ width: Double) -> TableColumn {
        TableColumn(header: header, width: width, isNumber: false)
    }

    static func number(_ header: String, _ width: Double) -> TableColumn {
        TableColumn(header: header, width: width, isNumber: true)
    }
}

/// Millimetres.
let titleHeight = 11.0

extension PageSetup {
    static func table(footer: String, landscape: Bool) -> PageSetup {
        PageSetup(
            orientation: landscape ? .landscape : .portrait,
            footer: [.text("\(footer)    sidan "), .page, .text(" av "), .pageCount])
    }
}

/// A text as lines that fit beside one another's table: cells are never merged, so a line runs out over the columns to
/// its right, and a longer text takes several rows.
func lines(_ text: String, width: Double, pointSize: Double) -> [String] {
    // A character of the font is half as wide as it is high on the average; a point is 0.3528 mm.
    let most = max(30, Int(width / (pointSize * 0.3528 * 0.52)))
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > most {
            lines.append(line)
            line = ""
        }
        line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
}
