import Analysis

/// A table with a figure a row: count, base and exact share.
struct TidyTable {
    let sheet: String?
    let headings: Headings
    private(set) var rows: [GridRow] = []

    static func all(in grid: Grid, taken: inout Set<Int>) -> [TidyTable] {
        var table: TidyTable?
        for (index, row) in grid.rows.enumerated() where !taken.contains(index) {
            if table != nil {
                table?.rows.append(row)
                taken.insert(index)
                continue
            }
            let headings = Headings(row, above: nil)
            if headings.column(.measure) != nil, headings.column(.base) != nil, headings.column(.ratio) != nil,
                headings.column(.answers) != nil
            {
                table = TidyTable(sheet: grid.sheet, headings: headings)
                taken.insert(index)
            }
        }
        return table.map { [$0] } ?? []
    }

    func judged() -> [Finding] {
        guard let count = headings.column(.answers), let base = headings.column(.base),
            let ratio = headings.column(.ratio), let measure = headings.column(.measure)
        else { return [] }
        return rows.compactMap { row in
            guard let part = StatedNumber(row[count])?.count, let whole = StatedNumber(row[base])?.count,
                let number = StatedNumber(row[ratio]), number.isAtMostOne, let share = number.share(isRatio: true)
            else { return nil }
            // Computed, so that all its decimals count, but a quotient that ends early may have few.
            guard let judgement = (share.decimals >= 3 ? share.exact : share).judged(as: part, of: whole) else {
                return nil
            }
            let subject = row.cells.prefix(measure + 1).filter { !$0.isEmpty }
            return Finding(
                place: FigurePlace(sheet: sheet, row: row.sheetRow, column: ratio + 1),
                subject: subject.joined(separator: ", "), stated: share.shown,
                fact: .ratio(judgement, count: part, of: whole, share, isRate: false))
        }
    }
}
