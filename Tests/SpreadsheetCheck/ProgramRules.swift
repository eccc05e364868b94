/// The package, and what Excel asks: see ``Rule`` for where each is known from.
extension Spreadsheet {
    func programFindings() -> [Finding] {
        packageFindings() + nameFindings() + styleFindings()
            + sheets.flatMap { repeatFindings($0) + endFindings($0) + limitFindings($0) + percentageFindings($0) }
            + emptyFindings()
    }

    private func packageFindings() -> [Finding] {
        var findings: [Finding] = []
        if entries.first?.name != "mimetype" || entries.first?.isStored != true {
            findings.append(Finding(.package, nil, nil, "mimetype is not first and stored"))
        }
        let listed = manifest.children("manifest:file-entry").compactMap { $0["manifest:full-path"] }
        let there = Set(entries.map(\.name)).subtracting(["mimetype", "META-INF/manifest.xml"])
        let folders = Set(listed.filter { $0.hasSuffix("/") })
        for name in there.subtracting(listed).sorted() {
            findings.append(Finding(.package, nil, nil, "\(name) is not listed"))
        }
        for name in Set(listed).subtracting(there).subtracting(folders).sorted() {
            findings.append(Finding(.package, nil, nil, "\(name) is listed but not there"))
        }
        let root = manifest.children("manifest:file-entry").first { $0["manifest:full-path"] == "/" }
        if root?["manifest:version"] != manifest["manifest:version"] {
            findings.append(Finding(.package, nil, nil, "the manifest is of two versions"))
        }
        return findings
    }

    private func nameFindings() -> [Finding] {
        var findings: [Finding] = []
        var seen: Set<String> = []
        for sheet in sheets {
            let name = sheet.name
            if name.isEmpty || name.utf16.count > 31 || name.contains(/[\[\]*?:\/\\]/) || name.hasPrefix("'")
                || name.hasSuffix("'") || name.lowercased() == "history"
            {
                findings.append(Finding(.sheetName, sheet, nil, "a name that Excel refuses"))
            }
            if !seen.insert(name.lowercased()).inserted {
                findings.append(Finding(.sheetName, sheet, nil, "used twice"))
            }
        }
        var names: Set<String> = []
        for range in ranges {
            let sheet = sheets.first { $0.name == range.sheet }
            let isWord = range.name.wholeMatch(of: /[\p{L}_][\p{L}0-9_]*/) != nil && range.name.utf16.count <= 255
            let isAddress = range.name.wholeMatch(of: /(?i)[a-z]{1,3}[0-9]+|r[0-9]*c[0-9]*|r|c/) != nil
            if !isWord || isAddress || !names.insert(range.name.lowercased()).inserted {
                findings.append(Finding(.rangeName, sheet, nil, range.name))
            }
        }
        return findings
    }

    private func styleFindings() -> [Finding] {
        var findings: [Finding] = []
        if looks.cellStyleCount > 65_490 {
            findings.append(Finding(.styleLimit, nil, nil, "\(looks.cellStyleCount) styles"))
        }
        // A format with conditions is one to Excel: its parts are volatile styles.
        if looks.formats.count > 200 {
            findings.append(Finding(.styleLimit, nil, nil, "\(looks.formats.count) formats"))
        }
        return findings
    }

    private func repeatFindings(_ sheet: CheckedSheet) -> [Finding] {
        let rows = sheet.rows.filter { $0.repeated > 1 && $0.isBlank }
            .map { Finding(.repeats, sheet, CellPlace(row: $0.number, column: 0), "a blank row \($0.repeated) times") }
        let cells = sheet.cells.filter { $0.repeated > 1000 }
            .map { Finding(.repeats, sheet, $0.place, "a cell \($0.repeated) times") }
        return rows + cells + (sheet.columns.count > 1000 ? [Finding(.repeats, sheet, nil, "columns to the edge")] : [])
    }

    private func endFindings(_ sheet: CheckedSheet) -> [Finding] {
        var findings: [Finding] = []
        if let last = sheet.rows.last, last.isBlank, sheet.rows.count > 1 {
            findings.append(Finding(.emptyEnd, sheet, CellPlace(row: last.number, column: 0), "ends with an empty row"))
        }
        let used = sheet.cells.filter { !$0.isBlank }.map { $0.place.column + 1 }.max() ?? 0
        if sheet.columns.count > max(used, 1) {
            findings.append(Finding(.emptyEnd, sheet, CellPlace(row: 0, column: used), "ends with an empty column"))
        }
        return findings
    }

    private func limitFindings(_ sheet: CheckedSheet) -> [Finding] {
        var findings: [Finding] = []
        for cell in sheet.cells where cell.text.utf16.count > 253 {
            let breaks = cell.text.utf8.count { $0 == 0x0A }
            if cell.text.utf16.count > 32_767 || breaks > 253 {
                findings.append(
                    Finding(.cellLimits, sheet, cell.place, "\(cell.text.utf16.count) characters, \(breaks) breaks"))
            }
        }
        for row in sheet.rows where (looks.height(ofRow: row.style) ?? 0) > 409.5 {
            findings.append(Finding(.cellLimits, sheet, CellPlace(row: row.number, column: 0), "too high a row"))
        }
        if sheet.cells.reduce(0, { $0 + $1.links.count }) > 65_530 {
            findings.append(Finding(.cellLimits, sheet, nil, "too many links"))
        }
        guard let master = looks.master(of: sheet), looks.layout(of: master) != nil else {
            return findings + [Finding(.masterPage, sheet, nil, "no master page")]
        }
        for edge in ["style:header", "style:footer"] where (master.child(edge)?.text.utf16.count ?? 0) > 255 {
            findings.append(Finding(.cellLimits, sheet, nil, "\(edge) is too long"))
        }
        return findings
    }

    private func percentageFindings(_ sheet: CheckedSheet) -> [Finding] {
        sheet.cells.filter(\.isNumber).filter { cell in
            (cell.type == "percentage") != (looks.format(of: cell.style) == "number:percentage-style")
        }.map {
            Finding(
                .percentageStyle, sheet, $0.place, "\($0.type ?? "") in \(looks.format(of: $0.style) ?? "no format")")
        }
    }

    private func emptyFindings() -> [Finding] {
        let names = [
            "table:content-validations", "table:database-ranges", "table:named-expressions", "table:header-rows",
            "office:annotation", "text:a",
        ]
        return names.flatMap { name in
            content.descendants(name).filter(\.nodes.isEmpty).map { _ in
                Finding(.emptyElement, nil, nil, "\(name) is empty")
            }
        }
    }
}
