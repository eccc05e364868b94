/// 7: looks that can be read. (WCAG 2.2, 1.4.3: 4.5:1.)
extension Spreadsheet {
    func lookFindings(_ expected: Expectations) -> [Finding] {
        sheets.flatMap { sheet -> [Finding] in
            let table = ranges(of: sheet).first
            var seen: Set<String> = []
            return sheet.rows.flatMap { row -> [Finding] in
                row.cells.flatMap { cell -> [Finding] in
                    guard !cell.text.isEmpty else { return [] }
                    let inTable = table?.rows.contains(row.number) ?? false
                    let isFree = inTable && expected.forPrograms.contains(sheet.name) && !cell.isNumber
                    var findings = isFree ? [] : fitFinding(cell, row, sheet)
                    // A style is told once a sheet, at the first cell that has it.
                    if seen.insert("\(cell.style ?? "") \(inTable)").inserted {
                        findings += styleFindings(cell, sheet, inTable: inTable)
                    }
                    return findings
                }
            }
        }
    }

    private func styleFindings(_ cell: CheckedCell, _ sheet: CheckedSheet, inTable: Bool) -> [Finding] {
        var findings: [Finding] = []
        let color = looks.cell(cell.style, "style:text-properties", "fo:color") ?? "#000000"
        var background = looks.cell(cell.style, "style:table-cell-properties", "fo:background-color") ?? "#ffffff"
        if background == "transparent" { background = "#ffffff" }
        let ratio = Looks.contrast(color, background) ?? 0
        if ratio < 4.5 { findings.append(Finding(.contrast, sheet, cell.place, "\(color) on \(background)")) }
        let size = looks.fontSize(of: cell.style)
        // What stands outside a table is running text, apart from the notes right under it.
        let isNote = ranges(of: sheet).first.map { cell.place.row > $0.rows.upperBound } ?? false
        let least: Double = inTable || isNote ? 10 : 12
        if size < least { findings.append(Finding(.fontSize, sheet, cell.place, "\(size) points, not \(least)")) }
        if looks.fontFamily(of: cell.style) != "swiss" {
            findings.append(Finding(.sansSerif, sheet, cell.place, "serifs"))
        }
        return findings
    }

    /// Text that wraps fits the row's height; text that does not runs out over empty cells only.
    private func fitFinding(_ cell: CheckedCell, _ row: CheckedSheet.Row, _ sheet: CheckedSheet) -> [Finding] {
        let columns = sheet.columns
        guard cell.place.column < columns.count else { return [] }
        let widths = columns.map { looks.width(ofColumn: $0.style) ?? 64 }
        let size = looks.fontSize(of: cell.style)
        let isBold = looks.isBold(cell.style)
        let (padding, indent) = (looks.padding(of: cell.style), looks.indent(of: cell.style))
        let own = widths[cell.place.column] - 2 * padding - indent
        if looks.wraps(cell.style) {
            // A cell's edge may cut a word's last pixel, and a program's measure differs from ours by as much.
            let lines = TextMeasure.lines(cell.text, in: own * 1.01, size: size, isBold: isBold)
            guard let height = looks.height(ofRow: row.style) else { return [] }
            let needed = Double(lines) * size * 1.12 + 2 * padding
            if needed > height + 1 {
                return [Finding(.textFits, sheet, cell.place, "\(lines) lines need \(needed) points of \(height)")]
            }
            return []
        }
        let widest =
            cell.text.split(separator: "\n").map { TextMeasure.width($0, size: size, isBold: isBold) }.max() ?? 0
        var room = own
        if !cell.isNumber {
            for column in (cell.place.column + 1)..<max(columns.count, cell.place.column + 1) {
                guard row.cells.first(where: { $0.place.column == column })?.isBlank ?? true else { break }
                room += widths[column]
            }
        }
        if widest > room * 1.01 {
            return [Finding(.textFits, sheet, cell.place, "\(Int(widest)) points of text in \(Int(room))")]
        }
        return []
    }
}
