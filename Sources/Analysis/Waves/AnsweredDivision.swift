import Survey

/// The respondents of a period divided by a background variable, counted.
struct AnsweredDivision {
    /// By place in the breakdown.
    let groups: [CountedGroup]
    /// The places in the breakdown of the groups that someone is in: those of `division`.
    let present: [Int]
    var division: Division
    /// The groups of each respondent, by place in the breakdown.
    let grouping: Grouping
    /// Those of each block of the loop.
    let blocks: Grouping?

    /// - Parameters:
    ///   - isEverybodyInAGroup: those who gave no value are merged with others, and it is told.
    ///   - rows: the answers to each question of the table, of each cell of `grouping` and last of those in none.
    init(
        groups: [CountedGroup], grouping: Grouping, blocks: Grouping?, smallestGroup: Int, respondents: Int,
        isEverybodyInAGroup: Bool, rows: [[RowCounts]]
    ) {
        let present = groups.indices.filter { groups[$0].response.answers > 0 }
        var places = [Int](repeating: 0, count: groups.count)
        for (place, group) in present.enumerated() { places[group] = place }
        var cells: [DivisionCell] = []
        // Different codes can stand for the same groups.
        var cellOf: [[Int]: Int] = [:]
        for (code, size) in grouping.sizesOfCells(respondents).enumerated() where size > 0 {
            let members = grouping.groups(ofCell: code).map { places[$0] }.sorted()
            let place = cellOf[members] ?? cells.count
            if place == cells.count {
                cellOf[members] = place
                cells.append(
                    DivisionCell(
                        groups: members,
                        counted: CountedRows(respondents: size, rows: rows.map { $0[code] })))
            } else {
                cells[place].counted.respondents += size
                for item in rows.indices {
                    cells[place].counted.rows[item] = cells[place].counted.rows[item] + rows[item][code]
                }
            }
        }
        self.groups = groups
        self.present = present
        self.grouping = grouping
        self.blocks = blocks
        division = Division(
            groups: present.count, smallestGroup: smallestGroup, cells: cells,
            isEverybodyInAGroup: isEverybodyInAGroup)
    }
}
