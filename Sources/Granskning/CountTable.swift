import Analysis

/// A table of counts with a total of its rows, its columns or both.
struct CountTable {
    let sheet: String?
    let head: GridRow
    let rows: [GridRow]
    /// Columns of counts: whole numbers, dashes or nothing, and no number of a year or of a question.
    private let counts: [Int]
    private let totalColumn: Int?
    /// The last row that is a total.
    private let totalRow: Int?

    private init(sheet: String?, head: GridRow, rows: [GridRow]) {
        (self.sheet, self.head, self.rows) = (sheet, head, rows)
        counts = Self.counts(head, rows)
        totalColumn = counts.last { Self.isTotal(head[$0]) }
        totalRow = rows.lastIndex { Self.isTotal($0[Self.label]) }
    }

    /// Tables of a sheet among the rows that are not another table's.
    static func all(in grid: Grid, taken: Set<Int>) -> [CountTable] {
        var tables: [CountTable] = []
        var block: [GridRow] = []
        func close() {
            if let head = block.first, block.count > 1 {
                tables.append(CountTable(sheet: grid.sheet, head: head, rows: Array(block.dropFirst())))
            }
            block = []
        }
        for (index, row) in grid.rows.enumerated() {
            guard !taken.contains(index), row.soleText == nil else {
                close()
                continue
            }
            let texts = row.filled.map(\.text)
            let isHead =
                texts.count > 1 && texts.allSatisfy { StatedNumber($0).map { $0.year != nil } ?? !isNoFigure($0) }
            if isHead { close() }
            if let last = block.last, row.sheetRow != last.sheetRow + 1 { close() }
            if isHead || !block.isEmpty { block.append(row) }
        }
        close()
        return tables
    }

    private static func isTotal(_ text: String) -> Bool {
        guard text.utf8.count < 20 else { return false }
        let words = plainWords(text)
        return ["totalt", "total", "summa", "samtliga", "sammanlagt", "totalsumma", "tot"].contains(words)
    }

    /// The place of the label: the first column.
    private static let label = 0

    private static func counts(_ head: GridRow, _ rows: [GridRow]) -> [Int] {
        (label + 1..<max(head.cells.count, label + 1)).filter { column in
            guard !head[column].isEmpty else { return false }
            let words = plainWords(head[column])
            guard !words.split(separator: " ").contains(where: { noCounts.contains(String($0)) }),
                !ColumnRole(head[column]).isShare
            else { return false }
            let texts = rows.map { $0[column] }
            return texts.contains { StatedNumber($0)?.count != nil }
                && texts.allSatisfy { isNoFigure($0) || StatedNumber($0)?.count != nil }
        }
    }

    /// Words in headings of columns that are no counts, or parts of other columns.
    private static let noCounts: Set = [
        "varav", "andel", "procent", "nr", "år", "snitt", "medel", "kostnad", "budget", "utfall", "kr", "tkr",
    ]

    func judged() -> [Finding] {
        lines(isColumn: false) + lines(isColumn: true) + shares()
    }

    /// A total and its parts.
    private struct Line {
        let place: FigurePlace
        let subject: String
        let total: Int
        let parts: [Int?]

        var sum: Int { parts.reduce(0) { $0 + ($1 ?? 0) } }
        var isWhole: Bool { parts.allSatisfy { $0 != nil } }
    }

    private func lines(isColumn: Bool) -> [Finding] {
        let lines = isColumn ? columnLines() : rowLines()
        let whole = lines.filter(\.isWhole)
        let right = whole.count { $0.sum == $0.total }
        return lines.compactMap { line in
            let fact: Finding.Fact
            if line.isWhole {
                fact = .total(
                    line.total, sum: line.sum, isColumn: isColumn, isAlone: 2 * right < whole.count || right == 0)
            } else if line.sum > line.total {
                fact = .partsAboveTotal(line.total, sum: line.sum, isColumn: isColumn)
            } else {
                return nil
            }
            return Finding(place: line.place, subject: line.subject, stated: "\(line.total)", fact: fact)
        }
    }

    private func rowLines() -> [Line] {
        guard let totalColumn else { return [] }
        let parts = counts.filter { $0 != totalColumn }
        guard parts.count > 1 else { return [] }
        return rows.compactMap { row in
            guard let total = StatedNumber(row[totalColumn])?.count else { return nil }
            let counts = parts.map { StatedNumber(row[$0])?.count }
            guard counts.contains(where: { $0 != nil }) else { return nil }
            return Line(
                place: FigurePlace(sheet: sheet, row: row.sheetRow, column: totalColumn + 1),
                subject: "\(row[Self.label]), \(head[totalColumn])", total: total, parts: counts)
        }
    }

    private func columnLines() -> [Line] {
        guard let totalRow, totalRow > 1 else { return [] }
        let parts = rows[..<totalRow].filter {
            !Self.isTotal($0[Self.label]) && !plainWords($0[Self.label]).hasPrefix("varav")
        }
        guard parts.count > 1 else { return [] }
        return counts.compactMap { column in
            guard let total = StatedNumber(rows[totalRow][column])?.count else { return nil }
            let counts = parts.map { StatedNumber($0[column])?.count }
            guard counts.contains(where: { $0 != nil }) else { return nil }
            return Line(
                place: FigurePlace(sheet: sheet, row: rows[totalRow].sheetRow, column: column + 1),
                subject: "\(head[column]), \(rows[totalRow][Self.label])", total: total, parts: counts)
        }
    }

    // MARK: Shares beside counts

    /// Columns of shares whose cells are, in at least half of the rows, the share of one column in another or in its own
    /// total: the other cells are judged by that.
    private func shares() -> [Finding] {
        let counts = counts
        let columns = head.cells.indices.filter { column in
            column > Self.label && !counts.contains(column) && rows.contains { share(in: $0, column) != nil }
        }
        return columns.flatMap { column -> [Finding] in
            var best: (findings: [Finding], fitting: Int) = ([], 0)
            for part in counts {
                let wholes = counts.filter { $0 != part }.map { Optional($0) } + (totalRow == nil ? [] : [nil])
                for whole in wholes {
                    let findings = shares(column, of: part, in: whole)
                    let fitting = findings.count { $0.grade != .impossible }
                    if fitting > best.fitting { best = (findings, fitting) }
                }
            }
            return best.fitting > 1 && 2 * best.fitting >= best.findings.count ? best.findings : []
        }
    }

    private func share(in row: GridRow, _ column: Int) -> StatedShare? {
        guard let number = StatedNumber(row[column]) else { return nil }
        let isNamed =
            ["andel", "procent"].contains { plainWords(head[column]).contains($0) } || head[column].contains("%")
        guard number.isPercent || isNamed || sheet != nil && number.decimals > 0 && number.isAtMostOne else {
            return nil
        }
        return number.share(isRatio: sheet != nil && number.isAtMostOne && !number.isPercent)
    }

    /// - Parameter whole: the column of the wholes; nil for the part's own total.
    private func shares(_ column: Int, of part: Int, in whole: Int?) -> [Finding] {
        let total = totalRow.flatMap { StatedNumber(rows[$0][part])?.count }
        return rows.compactMap { row in
            let base = whole.map { StatedNumber(row[$0])?.count } ?? total
            guard let share = share(in: row, column), let count = StatedNumber(row[part])?.count, let base,
                let judgement = share.judged(as: count, of: base)
            else { return nil }
            return Finding(
                place: FigurePlace(sheet: sheet, row: row.sheetRow, column: column + 1),
                subject: "\(row[Self.label]), \(head[column])", stated: share.shown,
                fact: .ratio(judgement, count: count, of: base, share, isRate: false))
        }
    }
}

/// A count with the two labels it stands under.
struct CountFigure {
    let place: FigurePlace
    let row: String
    let column: String
    let count: Int
    let table: FigurePlace
}

extension CountTable {
    /// Those that can be looked for in another table.
    var figures: [CountFigure] {
        let table = FigurePlace(sheet: sheet, row: head.sheetRow, column: 1)
        return rows.flatMap { row in
            counts.compactMap { column in
                let labels = [row[Self.label], head[column]].map(plainWords)
                guard let count = StatedNumber(row[column])?.count,
                    labels.allSatisfy({ !$0.isEmpty && StatedNumber($0) == nil }), !Self.isTotal(row[Self.label])
                else { return nil }
                return CountFigure(
                    place: FigurePlace(sheet: sheet, row: row.sheetRow, column: column + 1), row: row[Self.label],
                    column: head[column], count: count, table: table)
            }
        }
    }
}

/// Figures under the same two labels in two tables that say different numbers. Told at the later one.
///
/// Two tables are compared only where at least half of what they share agrees: else they are about different things.
func disagreements(among figures: [CountFigure]) -> [Finding] {
    struct Key: Hashable {
        let labels: [String]
    }
    struct Pair: Hashable {
        let first: FigurePlace
        let second: FigurePlace
    }
    var first: [Key: CountFigure] = [:]
    var shared: [Pair: (agreeing: Int, differing: [Finding])] = [:]
    for figure in figures {
        let key = Key(labels: [plainWords(figure.row), plainWords(figure.column)].sorted())
        guard let other = first[key] else {
            first[key] = figure
            continue
        }
        guard other.table != figure.table else { continue }
        let pair = Pair(first: other.table, second: figure.table)
        if other.count == figure.count {
            shared[pair, default: (0, [])].agreeing += 1
        } else {
            shared[pair, default: (0, [])].differing.append(
                Finding(
                    place: figure.place, subject: "\(figure.row), \(figure.column)", stated: "\(figure.count)",
                    fact: .stands("\(other.count)", at: other.place)))
        }
    }
    return shared.values.filter { $0.agreeing >= $0.differing.count }.flatMap(\.differing).sorted {
        ($0.place.sheet ?? "", $0.place.row, $0.place.column) < ($1.place.sheet ?? "", $1.place.row, $1.place.column)
    }
}
