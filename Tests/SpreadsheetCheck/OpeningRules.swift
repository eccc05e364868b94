/// 10: how the file opens, scrolls and prints.
extension Spreadsheet {
    func openingFindings() -> [Finding] {
        var findings: [Finding] = []
        let views = settings.descendants("config:config-item-map-indexed").first { $0["config:name"] == "Views" }
        let view = views?.child("config:config-item-map-entry")
        let active = view?.children("config:config-item").first { $0["config:name"] == "ActiveTable" }?.text
        if active != sheets.first?.name {
            findings.append(Finding(.opensAtStart, nil, nil, "opens on \(active ?? "?")"))
        }
        let tables = view?.child("config:config-item-map-named")?.children("config:config-item-map-entry") ?? []
        for sheet in sheets {
            let items = tables.first { $0["config:name"] == sheet.name }?.children("config:config-item") ?? []
            let values = Dictionary(items.map { ($0["config:name"] ?? "", $0.text) }) { first, _ in first }
            if values["CursorPositionX"] != "0" || values["CursorPositionY"] != "0" {
                findings.append(Finding(.opensAtStart, sheet, nil, "the cursor is not in A1"))
            }
            findings += pageFindings(sheet)
            guard let range = ranges(of: sheet).first else { continue }
            let under = range.rows.lowerBound + 1
            if values["VerticalSplitMode"] != "2" || values["VerticalSplitPosition"] != "\(under)" {
                let place = CellPlace(row: range.rows.lowerBound, column: 0)
                findings.append(Finding(.headerStays, sheet, place, "the header row does not stay when scrolling"))
            }
        }
        return findings
    }

    private func pageFindings(_ sheet: CheckedSheet) -> [Finding] {
        guard let master = looks.master(of: sheet), let layout = looks.layout(of: master) else { return [] }
        var findings: [Finding] = []
        let paper = [layout["fo:page-width"], layout["fo:page-height"]].map {
            Looks.points($0).map { ($0 * 25.4 / 72).rounded() }
        }
        if paper != [297, 210] { findings.append(Finding(.printedPage, sheet, nil, "not A4 lying down")) }
        if layout["style:scale-to-X"] != "1" {
            findings.append(Finding(.printedPage, sheet, nil, "not as wide as the page"))
        }
        let edges = ["style:header", "style:footer"].compactMap { master.child($0) }.filter {
            $0["style:display"] != "false"
        }
        let pages = edges.flatMap { $0.descendants("text:page-number") }
        if pages.isEmpty { findings.append(Finding(.printedPage, sheet, nil, "no page numbers")) }
        let words = edges.map(\.text).joined().filter(\.isLetter)
        if words.count < 10 { findings.append(Finding(.printedPage, sheet, nil, "pages do not say what they are of")) }
        return findings
    }
}
