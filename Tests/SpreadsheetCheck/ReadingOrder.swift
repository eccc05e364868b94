extension Spreadsheet {
    /// What a screen reader meets when it goes through the workbook, sheet by sheet and cell by cell.
    ///
    /// Readers tell a cell's text and address, and no headers (nvaccess/nvda#17274): a row stands here as it is heard.
    /// - Parameter limit: how many rows of a sheet are told; the others are counted.
    public func readingOrder(atMost limit: Int = .max) -> String {
        var lines = ["Dokument: \(meta.child("office:meta")?.child("dc:title")?.text ?? "")"]
        for sheet in sheets {
            lines += ["", "=== Blad \(sheet.name) ==="]
            if !sheet.title.isEmpty { lines.append("Tabellens titel: \(sheet.title)") }
            if !sheet.description.isEmpty { lines.append("Beskrivning: \(sheet.description)") }
            let table = ranges(of: sheet).first
            var told = 0
            for row in sheet.rows where !row.isBlank {
                if told >= limit { continue }
                told += 1
                if row.number == table?.rows.lowerBound, let table {
                    lines.append("-- tabell \(table.name), \(table.rows.count - 1) rader --")
                }
                lines.append(heard(row, sheet))
                if row.number == table?.rows.upperBound { lines.append("-- slut på tabellen --") }
            }
            let left = sheet.rows.count { !$0.isBlank } - told
            if left > 0 { lines.append("(\(left) rader till)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heard(_ row: CheckedSheet.Row, _ sheet: CheckedSheet) -> String {
        let cells = row.cells.map { cell -> String in
            if let chart = sheet.charts.first(where: { $0.cell == cell.place }) {
                return "diagram: \(chart.title). \(chart.description)"
            }
            let text = cell.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " / ")
            if text.isEmpty { return "tom" }
            return cell.links.isEmpty ? text : "länk \(text)"
        }
        return "\(row.number + 1): " + cells.joined(separator: " | ")
    }
}
