/// 3 and 4: one table a sheet, and marked as one.
extension Spreadsheet {
    func tableFindings(_ expected: Expectations) -> [Finding] {
        sheets.flatMap { sheet -> [Finding] in
            var findings = mergedFindings(sheet)
            let ranges = ranges(of: sheet)
            guard let range = ranges.first else {
                // Running text has neither numbers nor header rows.
                if let cell = sheet.cells.first(where: \.isNumber) {
                    findings.append(Finding(.markedTable, sheet, cell.place, "a number outside a database range"))
                }
                if let row = sheet.rows.first(where: \.isHeader) {
                    let place = CellPlace(row: row.number, column: 0)
                    findings.append(Finding(.markedTable, sheet, place, "a header row without a database range"))
                }
                return findings
            }
            if ranges.count > 1 { findings.append(Finding(.oneTable, sheet, nil, "\(ranges.count) tables")) }
            let corner = CellPlace(row: range.rows.lowerBound, column: range.columns.lowerBound)
            if corner.column != 0 { findings.append(Finding(.oneTable, sheet, corner, "starts beside column A")) }
            return findings + placeFindings(sheet, range) + leadFindings(sheet, range, expected)
                + headerFindings(sheet, range) + insideFindings(sheet, range)
        }
    }

    /// Nothing stands beside the table, and under it nothing but running text and charts.
    private func placeFindings(_ sheet: CheckedSheet, _ range: CheckedRange) -> [Finding] {
        sheet.cells.filter { !$0.isBlank }.compactMap { cell in
            if range.rows.contains(cell.place.row) {
                return range.columns.contains(cell.place.column)
                    ? nil : Finding(.oneTable, sheet, cell.place, "beside the table")
            }
            if cell.isNumber { return Finding(.oneTable, sheet, cell.place, "a number outside the table") }
            return cell.place.column == 0
                ? nil : Finding(.oneTable, sheet, cell.place, "a second column outside the table")
        }
    }

    private func leadFindings(_ sheet: CheckedSheet, _ range: CheckedRange, _ expected: Expectations) -> [Finding] {
        let leads = (1..<max(range.rows.lowerBound, 1)).compactMap { sheet[$0, 0]?.text }.filter { !$0.isEmpty }
        let second = CellPlace(row: 1, column: 0)
        guard !leads.isEmpty else { return [Finding(.lead, sheet, second, "nothing says what the table holds")] }
        let names = leads.contains { $0.lowercased().contains(expected.source) }
        if !names && !expected.withoutSource.contains(sheet.name) {
            return [Finding(.lead, sheet, second, "no \"\(expected.source)\" above the table")]
        }
        return []
    }

    private func headerFindings(_ sheet: CheckedSheet, _ range: CheckedRange) -> [Finding] {
        var findings: [Finding] = []
        let first = range.rows.lowerBound
        let headers = sheet.rows.filter(\.isHeader)
        if headers.map(\.number) != [first] || headers.first?.repeated != 1 {
            let said = headers.map { "\($0.number + 1)" }.joined(separator: ", ")
            let place = CellPlace(row: first, column: 0)
            findings.append(
                Finding(.markedTable, sheet, place, "table-header-rows are \(said.isEmpty ? "none" : said)"))
        }
        if sheet.title.isEmpty || sheet.description.isEmpty {
            findings.append(Finding(.markedTable, sheet, nil, "no table:title or table:desc"))
        }
        if range.name.firstMatch(of: /^(__.*|(Table|Tabell|Range|Tabellområde)_?[0-9]*)$/) != nil {
            findings.append(Finding(.markedTable, sheet, nil, "the range's name says nothing: \(range.name)"))
        }
        var seen: Set<String> = []
        for column in range.columns {
            let place = CellPlace(row: first, column: column)
            let cell = sheet[first, column]
            let text = cell?.text ?? ""
            if text.isEmpty || cell?.type != "string" {
                findings.append(Finding(.headerTexts, sheet, place, "no text"))
            } else if !seen.insert(text.lowercased()).inserted {
                findings.append(Finding(.headerTexts, sheet, place, "\"\(text)\" is there twice"))
            }
        }
        return findings
    }

    private func mergedFindings(_ sheet: CheckedSheet) -> [Finding] {
        sheet.cells.compactMap { cell in
            let spans = ["table:number-columns-spanned", "table:number-rows-spanned"].contains {
                (cell.element[$0] ?? "1") != "1"
            }
            if spans || cell.element.name == "table:covered-table-cell" {
                return Finding(.mergedCells, sheet, cell.place, "merged")
            }
            return cell.element.child("table:table") == nil
                ? nil : Finding(.mergedCells, sheet, cell.place, "a table in it")
        }
    }

    private func insideFindings(_ sheet: CheckedSheet, _ range: CheckedRange) -> [Finding] {
        let rows = sheet.rows.filter { range.rows.contains($0.number) }
        let blankRows = rows.filter(\.isBlank).map {
            Finding(.blankInside, sheet, CellPlace(row: $0.number, column: 0), "a blank row in the table")
        }
        let body = rows.filter { $0.number > range.rows.lowerBound }
        let blankColumns = range.columns.filter { column in
            !body.isEmpty && body.allSatisfy { row in row.cells.first { $0.place.column == column }?.isBlank ?? true }
        }
        return blankRows
            + blankColumns.map {
                Finding(.blankInside, sheet, CellPlace(row: range.rows.lowerBound, column: $0), "a blank column")
            }
    }
}
