import Tabular

extension Grid {
    /// Every sheet of a file, those that are hidden too.
    ///
    /// A row is read as wide as the widest of the first forty: a table of figures has its headings there.
    static func all(of file: TableFile) throws(TableError) -> [Grid] {
        let openings = Openings()
        _ = try file.read { opening in
            openings.all.append(opening)
            return .skip
        }
        var grids: [Grid] = []
        for opening in openings.all {
            let first = opening.rows.map { GridRow(sheetRow: $0.sheetRow, cells: $0.cells) }
            let rest = first.count < Opening.mostRows ? [] : try Self.rows(of: opening, in: file)
            grids.append(Grid(sheet: opening.sheet?.name, rows: first + rest))
        }
        return grids
    }

    /// The rows below the opening.
    private static func rows(of opening: Opening, in file: TableFile) throws(TableError) -> [GridRow] {
        let width = opening.rows.map(\.cells.count).max() ?? 0
        let number = opening.sheet?.number
        let table = try file.read(ReadingOptions(sheet: opening.sheet?.name)) { shown in
            guard shown.sheet?.number == number else { return .skip }
            return .read(headings: 0..<shown.rows.count, columns: Array(0..<width))
        }
        guard let table else { return [] }
        return (0..<table.rowCount).map { row in
            GridRow(
                sheetRow: table.sheetRow(of: row),
                cells: table.columns.map { $0.values[$0.codes[row]] })
        }
    }
}

/// What was shown of each sheet.
private final class Openings {
    var all: [Opening] = []
}
