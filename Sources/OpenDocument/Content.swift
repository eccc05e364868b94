/// content.xml: the tables (ODF 1.3 part 3, 3.7 and 9).
struct Content {
    let sheets: [Sheet]
    private let automatic: AutomaticStyles
    private let charts: [NumberedChart]

    init(sheets: [Sheet]) {
        self.sheets = sheets
        automatic = AutomaticStyles(sheets: sheets)
        charts = numbered(sheets)
    }

    /// - Returns: the cell styles that were used.
    func write(_ drain: @escaping XMLWriter.Drain) throws -> StyleBook {
        var rows = RowWriter(drain: drain)
        try rows.xml.literal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">
            """)
        try automatic.write(to: &rows.xml)
        try rows.xml.literal("<office:body><office:spreadsheet>\n")
        var rowCounts: [Int] = []
        for (index, sheet) in sheets.enumerated() {
            try write(sheet, index, to: &rows)
            rowCounts.append(rows.rowCount)
        }
        try writeDatabaseRanges(rowCounts, to: &rows.xml)
        try rows.xml.literal("</office:spreadsheet></office:body></office:document-content>\n")
        try rows.xml.flush()
        return rows.styles
    }

    private func write(_ sheet: Sheet, _ index: Int, to rows: inout RowWriter) throws {
        try rows.begin(sheet, automatic: automatic)
        try rows.xml.literal("<table:table")
        try rows.xml.attribute("table:name", sheet.name)
        try rows.xml.attribute("table:style-name", automatic.tableStyle(of: sheet))
        try rows.xml.literal(">")
        try rows.xml.element("table:title", sheet.title)
        try rows.xml.element("table:desc", sheet.description)
        let handles = rows.columnHandles
        for (column, handle) in zip(sheet.columns, handles) {
            try rows.xml.literal("<table:table-column")
            try rows.xml.attribute("table:style-name", automatic.columnStyle(of: column))
            try rows.xml.attribute(
                "table:default-cell-style-name", StyleBook.identifier(rows.styles.entries[handle.index].name))
            try rows.xml.literal("/>")
        }
        if sheet.columns.isEmpty { try rows.xml.literal("<table:table-column/>") }
        try rows.xml.literal("\n")
        try sheet.rows(&rows)
        try rows.end()
        for chart in charts where chart.sheet == sheet.name { try rows.chart(chart) }
        try rows.xml.literal("</table:table>\n")
    }

    private func writeDatabaseRanges(_ rowCounts: [Int], to xml: inout XMLWriter) throws(WorkbookError) {
        guard sheets.contains(where: { $0.tableRange != nil }) else { return }
        try xml.literal("<table:database-ranges>")
        for (sheet, rowCount) in zip(sheets, rowCounts) {
            guard let range = sheet.tableRange else { continue }
            let last = range.lastRow ?? rowCount - 1
            guard range.firstRow <= last, last < rowCount else {
                throw .tableRangeOutside(range.name, sheet: sheet.name)
            }
            let columns = range.columns ?? 0..<sheet.columns.count
            let from = CellAddress(sheet: sheet.name, row: range.firstRow, column: columns.lowerBound)
            let to = CellAddress(sheet: sheet.name, row: last, column: columns.upperBound - 1)
            try xml.literal("<table:database-range")
            try xml.attribute("table:name", range.name)
            try xml.attribute("table:target-range-address", "\(from.text):\(to.text)")
            try xml.literal(" table:contains-header=\"true\" table:display-filter-buttons=\"false\"/>")
        }
        try xml.literal("</table:database-ranges>")
    }
}

/// A cell's address with its sheet, as ODF writes it (part 4, 5.8): `'Personal per kön'.B7`.
struct CellAddress {
    let sheet: String
    let row: Int
    let column: Int

    var text: String {
        let quoted = sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return "'\(quoted)'.\(letters)\(row + 1)"
    }

    private var letters: String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (quotient, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters.insert(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(letter))), at: letters.startIndex)
            rest = quotient
        }
        return letters
    }
}
