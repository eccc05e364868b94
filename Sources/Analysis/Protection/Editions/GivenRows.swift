import Survey

/// What earlier editions say of one way of dividing the respondents.
struct GivenRows {
    /// Rows that were given out and are the same now.
    var known: [KnownRow] = []
    /// Rows that would tell of what has changed since.
    var forbidden: [(group: Int, item: Int?)] = []
    /// Rows that are hidden with those that may not be shown.
    var company: [(group: Int, item: Int?)] = []
}

/// What has been given out of a period before, one a division.
///
/// A row that says now what it said then is known, whatever else has changed: who guesses that nobody in it has is right. A
/// group whose own row tells of few is forbidden; what the rows tell together is for `protect(_:beside:)`.
///
/// - Parameter given: of the same questionnaire and period.
func givenRows(beside counted: CountedPeriod, in given: [PublishedPeriod]) -> [GivenRows] {
    counted.divisions.indices.map { place in
        let sums = PresentSums(counted.table, division: place)
        var rows = GivenRows()
        for edition in given {
            for row in GivenDivision(edition, counted, division: place).rows where row.cut.isEmpty {
                rows.add(row, sums)
            }
        }
        return rows
    }
}

extension GivenRows {
    fileprivate mutating func add(_ row: GivenRow, _ sums: PresentSums) {
        if row.isGone { return }
        let cells = sums.cells(of: row)
        for item in [nil] + (0..<sums.items).map(Optional.some) {
            guard let then = row.counts(item) else { continue }
            let now = sums.counts(of: row, item)
            if then == now {
                if !known.contains(where: { $0.cells == cells && $0.item == item }) {
                    known.append(KnownRow(cells: cells, item: item))
                }
            } else if let group = row.groups.first, row.groups.count == 1, !row.holdsThoseWithoutValue,
                now.tellsOfFew(since: then, by: sums.rule)
            {
                forbid(group, item)
            }
        }
    }

    mutating func forbid(_ group: Int, _ item: Int?) {
        if !isHidden(group, item) { forbidden.append((group, item)) }
    }

    func isHidden(_ group: Int, _ item: Int?) -> Bool {
        (forbidden + company).contains { $0.group == group && $0.item == item }
    }
}
