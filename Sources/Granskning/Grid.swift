/// A sheet as the texts of its cells.
struct Grid: Sendable {
    /// Nil where the format has no sheets.
    let sheet: String?
    /// Those that hold anything, from the top.
    let rows: [GridRow]
}

/// A row of a sheet.
struct GridRow: Sendable {
    /// As a spreadsheet program numbers it, from 1.
    let sheetRow: Int
    let cells: [String]

    /// Empty where there is nothing.
    subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    /// The cells with anything in them.
    var filled: [(column: Int, text: String)] {
        cells.enumerated().compactMap { $0.element.isEmpty ? nil : (column: $0.offset, text: $0.element) }
    }

    /// Whether it may hold headings: texts, and years.
    var isOfTexts: Bool {
        cells.allSatisfy { text in
            guard let first = text.unicodeScalars.first else { return true }
            // Most figures begin with a digit.
            guard ("0"..."9").contains(first) || !first.properties.isAlphabetic else { return true }
            return StatedNumber(text).map { $0.year != nil } ?? (ShareCell(text) == nil)
        }
    }

    /// The only text of a row that is a title, a heading of a group or a note; nil for a row of a table.
    var soleText: String? {
        let filled = filled
        guard filled.count == 1, let only = filled.first?.text, StatedNumber(only) == nil else { return nil }
        return only
    }
}
