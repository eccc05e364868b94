import Tabular

@testable import Granskning

/// What is told of a file, one line a finding that is not possible: grade, place, arithmetic.
func told(of name: String) throws -> [String] {
    told(of: try Scrutiny(TableFile(path: fixture(name))))
}

func told(of scrutiny: Scrutiny) -> [String] {
    scrutiny.findings.filter { $0.grade != .possible }.map {
        "\($0.grade.swedish) \($0.place.swedish): \($0.arithmetic)"
    }
}

/// A sheet of these cells, its rows numbered from 1; a row of nothing is left out, as a reader does.
func grid(_ rows: [[String]], sheet: String? = nil) -> Grid {
    Grid(
        sheet: sheet,
        rows: rows.enumerated().compactMap { index, cells in
            cells.allSatisfy(\.isEmpty) ? nil : GridRow(sheetRow: index + 1, cells: cells)
        })
}

/// The same of a table written with bars between its cells.
func told(_ table: String) -> [String] {
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map {
            var cell = $0
            while cell.first == " " { cell.removeFirst() }
            while cell.last == " " { cell.removeLast() }
            return String(cell)
        }
    }
    return told(of: Scrutiny([grid(rows)]))
}
