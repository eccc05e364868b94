/// 1 and 2: what the document is called, and the sheets that lead to the others.
extension Spreadsheet {
    func documentFindings(_ expected: Expectations) -> [Finding] {
        var findings: [Finding] = []
        let facts = meta.child("office:meta")
        if facts?.child("dc:title")?.text.isEmpty ?? true {
            findings.append(Finding(.documentTitle, nil, nil, "no dc:title"))
        }
        let language = facts?.child("dc:language")?.text ?? ""
        if language != expected.language {
            findings.append(Finding(.documentLanguage, nil, nil, "dc:language is \"\(language)\""))
        }
        if looks.cellLanguage != expected.language {
            findings.append(Finding(.documentLanguage, nil, nil, "cells are in \"\(looks.cellLanguage)\""))
        }
        for sheet in sheets where sheet[0, 0]?.text.isEmpty ?? true {
            findings.append(Finding(.titleInA1, sheet, CellPlace(row: 0, column: 0), "no title"))
        }
        findings += coverFindings(expected, creator: facts?.child("dc:creator")?.text ?? "")
        findings += contentsFindings(expected)
        if !sheets.contains(where: { $0.name == expected.notes }) {
            findings.append(Finding(.notesSheet, nil, nil, "no sheet \(expected.notes)"))
        }
        return findings
    }

    /// The cover says whose it is and for which period. Contact and date are known to the publisher alone.
    private func coverFindings(_ expected: Expectations, creator: String) -> [Finding] {
        guard let cover = sheets.first, cover.name == expected.cover else {
            return [Finding(.cover, nil, nil, "the first sheet is not \(expected.cover)")]
        }
        var findings: [Finding] = []
        let text = cover.cells.map(\.text).joined(separator: "\n")
        if creator.isEmpty || !text.contains(creator) {
            findings.append(Finding(.cover, cover, nil, "does not say whose it is: \"\(creator)\""))
        }
        if text.firstMatch(of: /(?:19|20)[0-9]{2}/) == nil { findings.append(Finding(.cover, cover, nil, "no period")) }
        return findings
    }

    /// The contents link to every sheet that comes after them, in order, by its name.
    private func contentsFindings(_ expected: Expectations) -> [Finding] {
        guard let place = sheets.firstIndex(where: { $0.name == expected.contents }) else {
            return [Finding(.contents, nil, nil, "no sheet \(expected.contents)")]
        }
        let contents = sheets[place]
        let links = contents.cells.filter { $0.place.column == 0 && !$0.links.isEmpty }
        let wanted = sheets.dropFirst(place + 1).map(\.name)
        if links.map(\.text) != wanted {
            let missing = wanted.filter { name in !links.contains { $0.text == name } }
            return [Finding(.contents, contents, nil, missing.isEmpty ? "another order" : "no link to \(missing)")]
        }
        return links.filter { self.target(of: $0.links[0])?.name != $0.text }
            .map { Finding(.contents, contents, $0.place, "leads to \($0.links[0]["xlink:href"] ?? "")") }
    }

    /// The sheet that a link inside the workbook leads to.
    func target(of link: Element) -> CheckedSheet? {
        guard let href = link["xlink:href"], href.hasPrefix("#") else { return nil }
        let address = href.dropFirst()
        return sheets.first { sheet in
            let quoted =
                "'\(sheet.name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'."
            guard let name = [quoted, "\(sheet.name)."].first(where: { address.hasPrefix($0) }) else { return false }
            return address.dropFirst(name.count).wholeMatch(of: /[A-Z]{1,3}[1-9][0-9]*/) != nil
        }
    }
}
