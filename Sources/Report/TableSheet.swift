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
    /// Under the table and its notes.
    var charts: [TableChart] = []

    /// - Parameter footer: the förbund and the period.
    func sheet(footer: String) -> Sheet {
        let width = columns.reduce(0) { $0 + $1.width }
        // Cells are never merged, so a line runs out over the columns to its right, and a longer text takes several rows.
        let leads = leads.flatMap { TextWidth.rows($0, width: width, pointSize: Style.lead.fontSize) }
        let notes = notes.flatMap { TextWidth.rows($0, width: width, pointSize: Style.note.fontSize) }
        // Title, leads and an empty row stand before the header row.
        let header = 2 + leads.count
        let (title, columns, rows) = (title, columns, rows)
        let charts = charts.map { $0.chart(headerRow: header) }
        let head = columns.enumerated().map { place, column in
            let isAfterNumber = place > 0 && columns[place - 1].isNumber
            return Cell.text(
                column.header,
                column.isNumber
                    ? Style.numberHead : isAfterNumber ? Style.columnHeadAfterNumber : Style.columnHead)
        }
        let widths = columns.map(\.width)
        let headHeight = RowHeight.of(head, widths: widths)
        let heights = rows.map { RowHeight.of($0, widths: widths) }
        return Sheet(
            name: name, columns: columns.map { Column(width: $0.width) }, headerRows: header..<header + 1,
            frozen: (header + 1, 0), page: .table(footer: footer),
            rowHeights: Set(heights + [RowHeight.title, headHeight]).sorted(), title: title, description: description,
            tableRange: TableRange(
                name: rangeName, firstRow: header, lastRow: header + rows.count, columns: 0..<columns.count),
            charts: charts,
            rows: { writer in
                try writer.row([.text(title, Style.title)], height: RowHeight.title)
                for lead in leads { try writer.row([.text(lead, Style.lead)]) }
                try writer.row([])
                try writer.row(head, height: headHeight)
                for (row, height) in zip(rows, heights) { try writer.row(row, height: height) }
                if !notes.isEmpty { try writer.row([]) }
                for note in notes { try writer.row([.text(note, Style.note)]) }
                if !charts.isEmpty { try writer.row([]) }
            })
    }

    /// Letters and digits alone: "Tabell_Personal_per_insats".
    private var rangeName: String {
        "Tabell_" + String(String.UnicodeScalarView(name.unicodeScalars.map { isWordy($0) ? $0 : "_" }))
    }

    private func isWordy(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
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

    /// As wide as its widest text, if that is wider than the column was.
    func fitted(to cells: [Cell]) -> TableColumn {
        var widest: [String: Double] = [:]
        for case .text(let text, let style?) in cells where widest[text] == nil {
            widest[text] = RowHeight.width(of: text, style)
        }
        return TableColumn(
            header: header, width: max(width, (widest.values.max() ?? 0).rounded(.up)), isNumber: isNumber)
    }

    static func number(_ header: String, _ width: Double) -> TableColumn {
        TableColumn(header: header, width: width, isNumber: true)
    }
}

extension PageSetup {
    /// All sheets lie down: pages are numbered through the document only where their set-up is the same.
    static func table(footer: String) -> PageSetup {
        PageSetup(
            orientation: .landscape, footer: [.text("\(footer) · sidan "), .page, .text(" av "), .pageCount])
    }
}
