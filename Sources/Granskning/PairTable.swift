import Analysis

/// A table whose rows state a share beside its counts: those asked, those who answered and the response rate.
struct PairTable {
    let sheet: String?
    let headings: Headings
    private(set) var rows: [GridRow] = []

    static func all(in grid: Grid, taken: inout Set<Int>) -> [PairTable] {
        var tables: [PairTable] = []
        var table: PairTable?
        for (index, row) in grid.rows.enumerated() where !taken.contains(index) {
            let headings = Headings(row, above: index > 0 ? grid.rows[index - 1] : nil)
            let isHead =
                headings.column(.invited) != nil && headings.column(.answers) != nil && headings.column(.rate) != nil
            if isHead {
                if let table { tables.append(table) }
                table = PairTable(sheet: grid.sheet, headings: headings)
                taken.insert(index)
            } else if table != nil, row.soleText == nil {
                table?.rows.append(row)
                taken.insert(index)
            }
        }
        if let table { tables.append(table) }
        return tables
    }

    func judged() -> [Finding] {
        guard let invited = headings.column(.invited), let answers = headings.column(.answers),
            let rate = headings.column(.rate)
        else { return [] }
        return rows.compactMap { row in
            guard let base = StatedNumber(row[invited])?.count, let count = StatedNumber(row[answers])?.count,
                let number = StatedNumber(row[rate]),
                let share = number.share(isRatio: number.isAtMostOne && (sheet != nil || number.decimals > 0)),
                let judgement = share.judged(as: count, of: base)
            else { return nil }
            let subject = row.filled.filter { StatedNumber($0.text).map { $0.year != nil } ?? true }.map(\.text)
            return Finding(
                place: FigurePlace(sheet: sheet, row: row.sheetRow, column: rate + 1),
                subject: subject.joined(separator: ", "), stated: share.shown,
                fact: .ratio(judgement, count: count, of: base, share, isRate: true))
        }
    }
}
