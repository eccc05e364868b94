/// 5 and 6: no cell without a word; shorthand and notes that are explained.
extension Spreadsheet {
    func wordFindings(_ expected: Expectations) -> [Finding] {
        var findings: [Finding] = []
        for sheet in sheets {
            guard let range = ranges(of: sheet).first else { continue }
            let may = expected.mayBeBlank[sheet.name] ?? []
            let columns = range.columns.filter { !may.contains(sheet[range.rows.lowerBound, $0]?.text ?? "") }
            for row in sheet.rows where range.rows.contains(row.number) && !row.isBlank {
                let byColumn = Dictionary(row.cells.map { ($0.place.column, $0) }) { first, _ in first }
                findings += columns.filter { byColumn[$0]?.text.isEmpty ?? true }.map {
                    Finding(.blankCell, sheet, CellPlace(row: row.number, column: $0), "no text")
                }
            }
        }
        return findings + markFindings(expected) + raisedFindings() + sheets.flatMap(sentenceFindings)
    }

    /// Every `[...]` in the workbook stands in the first column of the notes, and every note is referred to.
    private func markFindings(_ expected: Expectations) -> [Finding] {
        guard let notes = sheets.first(where: { $0.name == expected.notes }) else { return [] }
        var explained: Set<String> = []
        for row in notes.rows {
            guard let mark = row.cells.first?.text, mark.wholeMatch(of: /\[[^\[\]]+\]/) != nil else { continue }
            let hasMeaning = row.cells.dropFirst().contains { $0.text.count > 10 }
            if hasMeaning { explained.insert(mark) }
        }
        var findings: [Finding] = []
        var used: Set<String> = []
        for sheet in sheets where sheet.name != notes.name {
            for cell in sheet.cells where cell.text.contains("[") {
                for match in cell.text.matches(of: /\[[^\[\]\n]+\]/) {
                    let mark = String(match.output)
                    used.insert(mark)
                    guard !explained.contains(mark) else { continue }
                    let rule: Rule = mark.hasPrefix("[not") ? .notes : .shorthand
                    findings.append(Finding(rule, sheet, cell.place, "\(mark) is not explained on \(notes.name)"))
                }
            }
        }
        for cell in notes.cells where cell.text.wholeMatch(of: /\[not [0-9]+\]/) != nil && !used.contains(cell.text) {
            findings.append(Finding(.notes, notes, cell.place, "\(cell.text) is referred to nowhere"))
        }
        return findings
    }

    private func raisedFindings() -> [Finding] {
        let raised = Set("¹²³⁰⁴⁵⁶⁷⁸⁹*†‡")
        let cells = sheets.flatMap { sheet in
            sheet.cells.filter { cell in
                cell.text.contains { raised.contains($0) } && cell.text.contains(/\S[¹²³⁰⁴⁵⁶⁷⁸⁹*†‡]/)
            }.map { Finding(.superscript, sheet, $0.place, "\"\($0.text)\"") }
        }
        return cells + looks.raisedStyles.map { Finding(.superscript, nil, nil, "the style \($0) raises text") }
    }

    /// Running text outside tables that goes on in the row below.
    private func sentenceFindings(_ sheet: CheckedSheet) -> [Finding] {
        let table = ranges(of: sheet).first
        let rows = sheet.rows.filter { !(table?.rows.contains($0.number) ?? false) }
        return zip(rows, rows.dropFirst()).compactMap { above, row in
            guard let before = above.cells.first, let cell = row.cells.first, above.number + 1 == row.number,
                !before.text.isEmpty, before.style == cell.style, cell.text.first?.isLowercase ?? false
            else { return nil }
            return Finding(.sentence, sheet, cell.place, "goes on from the row above: \"\(cell.text)\"")
        }
    }
}
