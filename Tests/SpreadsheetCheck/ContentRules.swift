/// 8: numbers, links, and nothing that is hidden, locked or run.
extension Spreadsheet {
    func contentFindings(_ expected: Expectations) -> [Finding] {
        sheets.flatMap { sheet in
            numberFindings(sheet, expected) + linkFindings(sheet) + hiddenFindings(sheet)
        } + lockFindings() + macroFindings()
    }

    private func numberFindings(_ sheet: CheckedSheet, _ expected: Expectations) -> [Finding] {
        guard let range = ranges(of: sheet).first else { return [] }
        let codes = Set(range.columns.filter { expected.codes.contains(sheet[range.rows.lowerBound, $0]?.text ?? "") })
        let numeral = /[+\-\u{2212}]?[0-9][0-9\u{A0} ]*([.,][0-9]+)?[\u{A0} ]?(%|procent)?/
        return sheet.cells.filter { cell in
            cell.type == "string" && cell.place.row > range.rows.lowerBound && range.rows.contains(cell.place.row)
                && !codes.contains(cell.place.column) && cell.text.wholeMatch(of: numeral) != nil
        }.map { Finding(.textAsNumber, sheet, $0.place, "\"\($0.text)\" is text") }
    }

    private func linkFindings(_ sheet: CheckedSheet) -> [Finding] {
        var targets: [String: String] = [:]
        return sheet.cells.flatMap { cell in
            cell.links.flatMap { link -> [Finding] in
                var findings: [Finding] = []
                let (text, href) = (link.text, link["xlink:href"] ?? "")
                let says = text.lowercased().trimmingPrefix(/\s+/)
                if text.count < 3 || ["här", "klicka här", "länk", "läs mer"].contains(String(says))
                    || says.hasPrefix("http") || says.hasPrefix("www.")
                {
                    findings.append(Finding(.linkText, sheet, cell.place, "\"\(text)\" does not say where it leads"))
                }
                if let other = targets.updateValue(href, forKey: text), other != href {
                    findings.append(Finding(.linkText, sheet, cell.place, "\"\(text)\" leads to two places"))
                }
                if href.hasPrefix("#") ? target(of: link) == nil : href.firstMatch(of: /^(https?|mailto):/) == nil {
                    findings.append(Finding(.linkTarget, sheet, cell.place, "leads nowhere: \(href)"))
                }
                return findings
            }
        }
    }

    private func hiddenFindings(_ sheet: CheckedSheet) -> [Finding] {
        var findings: [Finding] = []
        if !looks.isShown(sheet) { findings.append(Finding(.hidden, sheet, nil, "hidden sheet")) }
        for (place, column) in sheet.columns.enumerated()
        where !column.isVisible || (looks.width(ofColumn: column.style) ?? 1) <= 0 {
            findings.append(Finding(.hidden, sheet, CellPlace(row: 0, column: place), "hidden column"))
        }
        for row in sheet.rows where !row.isVisible || (looks.height(ofRow: row.style) ?? 1) <= 0 {
            findings.append(Finding(.hidden, sheet, CellPlace(row: row.number, column: 0), "hidden row"))
        }
        if sheet.element["table:protected"] == "true" { findings.append(Finding(.locked, sheet, nil, "protected")) }
        return findings
    }

    private func lockFindings() -> [Finding] {
        var findings: [Finding] = []
        let body = content.child("office:body")?.child("office:spreadsheet")
        if body?["table:structure-protected"] == "true" { findings.append(Finding(.locked, nil, nil, "protected")) }
        if !manifest.descendants("manifest:encryption-data").isEmpty {
            findings.append(Finding(.locked, nil, nil, "encrypted"))
        }
        return findings
    }

    private func macroFindings() -> [Finding] {
        var findings = entries.filter { $0.name.hasPrefix("Basic/") || $0.name.hasPrefix("Scripts/") }
            .map { Finding(.macro, nil, nil, $0.name) }
        for name in ["office:scripts", "office:event-listeners", "office:forms", "table:dde-links"]
        where !content.descendants(name).isEmpty {
            findings.append(Finding(.macro, nil, nil, name))
        }
        for sheet in sheets {
            findings += sheet.cells.filter { $0.element["table:formula"] != nil }
                .map { Finding(.macro, sheet, $0.place, "a formula") }
        }
        return findings
    }
}
