import Tabular

extension Opening {
    /// As many columns as the heading rows have; blank ones at the end are none.
    func width(_ headings: Range<Int>) -> Int {
        rows.indices.clamped(to: headings).map { rows[$0].cells.count }.max() ?? 0
    }

    /// Of each column its texts in the heading rows, from the top. A text that stands over several columns stands in the
    /// first of them alone: it is filled in to the right, over whatever has a text of its own below.
    func headingCells(_ headings: Range<Int>) -> [[HeadingCell]] {
        let rows = rows.indices.clamped(to: headings).map { self.rows[$0].cells }
        return (0..<width(headings)).reduce(into: ([[HeadingCell]](), [String](repeating: "", count: rows.count))) {
            made, column in
            var cells: [HeadingCell] = []
            for (place, row) in rows.enumerated() {
                let text = row.count > column ? row[column] : ""
                if !text.isEmpty {
                    made.1[place] = text
                    cells.append(HeadingCell(text: text))
                } else {
                    let hasOwn = rows[(place + 1)...].contains { $0.count > column && !$0[column].isEmpty }
                    cells.append(HeadingCell(text: hasOwn ? made.1[place] : "", isFilled: hasOwn))
                }
            }
            made.0.append(cells)
        }.0
    }

    /// Of each column the whole heading: the different texts of its heading rows with " / " between them, Qualtrics'
    /// ImportId apart.
    func wholeHeadings(_ headings: Range<Int>) -> [String] {
        headingCells(headings).map { cells in
            var texts: [String] = []
            for cell in cells where !cell.text.isEmpty && !texts.contains(cell.text) && !cell.isImportId {
                texts.append(cell.text)
            }
            return texts.joined(separator: " / ")
        }
    }
}
