import Survey

/// The present figures of a division's groups and cells, unprotected.
struct PresentSums {
    let division: Division
    let total: CountedRows
    let items: Int
    /// For the groups.
    let rule: RowRule

    init(_ table: ProtectionTable, division place: Int) {
        division = table.divisions[place]
        total = table.total
        items = table.items.count
        rule = RowRule(smallestGroup: division.smallestGroup, attribute: table.rules.attribute)
    }

    /// Whether somebody is in several of the groups.
    var overlaps: Bool { division.cells.contains { $0.groups.count > 1 } }

    /// Nil for all respondents.
    func counts(_ item: Int?) -> GivenCounts { Self.counts(total, item) }

    func counts(of group: Int, _ item: Int?) -> GivenCounts { counts(ofCells: cells(of: [group], false), item) }

    func counts(of row: GivenRow, _ item: Int?) -> GivenCounts { counts(ofCells: cells(of: row), item) }

    /// The cells that a row of whole groups is of.
    func cells(of row: GivenRow) -> [Int] { cells(of: row.groups, row.holdsThoseWithoutValue) }

    private func cells(of groups: [Int], _ andOfNone: Bool) -> [Int] {
        division.cells.indices.filter { place in
            let cell = division.cells[place].groups
            return cell.isEmpty ? andOfNone : cell.contains(where: groups.contains)
        }
    }

    private func counts(ofCells cells: [Int], _ item: Int?) -> GivenCounts {
        cells.reduce(counts(item).nothing) { $0 + Self.counts(division.cells[$1].counted, item) }
    }

    private static func counts(_ rows: CountedRows, _ item: Int?) -> GivenCounts {
        item.map { GivenCounts(rows.rows[$0]) } ?? GivenCounts(respondents: rows.respondents)
    }

    /// Two or more groups that together answer just as a row did.
    func groups(among candidates: [Int], withSumsOf row: GivenRow) -> [Int]? {
        // Beyond this many it would take long, and an old workbook without values has fewer.
        guard (2...12).contains(candidates.count) else { return nil }
        let figures = ([nil] + (0..<items).map(Optional.some)).compactMap { item in
            row.counts(item).map { (item, $0) }
        }
        guard !figures.isEmpty else { return nil }
        return (1..<1 << candidates.count).lazy.filter { $0.nonzeroBitCount > 1 }.map { choice in
            candidates.indices.filter { choice >> $0 & 1 == 1 }.map { candidates[$0] }
        }.first { groups in
            let cells = cells(of: groups, false)
            return figures.allSatisfy { counts(ofCells: cells, $0.0) == $0.1 }
        }
    }
}
