import Survey

/// The respondents of a period by one background variable, as a reader of the workbooks knows them: cells that nobody is in
/// two of, and groups that are one or several cells.
///
/// A cell is a group. It is a part of one where a workbook that was given out before tells of values that are put together
/// now. Those without a value are a cell, unless they are in a group that was put together with them.
struct DividedCells {
    struct Group {
        let name: String
        let cells: [Int]
        /// Nil where it is not known whether there is anybody in it.
        let row: DisclosedRow?
    }

    private(set) var count = 0
    private(set) var groups: [Group] = []
    /// The cell of those without a value; nil where they are in a group.
    private(set) var remainder: Int?
    /// Of workbooks that were given out before, of the same answers.
    private(set) var given: [(cells: [Int], row: DisclosedRow)] = []
    /// Workbooks that were given out before of other answers, with the values of each row.
    private(set) var changed: [(period: DisclosedPeriod, groups: [DisclosedGroup])] = []
    /// The values of each group.
    private(set) var values: [Set<AuditedValue>] = []

    /// - Parameters:
    ///   - present: the groups, with their figures; nil where they are not known.
    ///   - former: what workbooks gave out of the period.
    init(
        _ present: [(name: String, values: Set<AuditedValue>, row: DisclosedRow?)], total: DisclosedRow?,
        variable: String, former: [DisclosedPeriod]
    ) {
        values = present.map(\.values)
        var rows: [(values: Set<AuditedValue>, row: DisclosedRow)] = []
        for period in former {
            let known = Self.known(period.groups[variable] ?? [], beside: present)
            let agrees =
                period.total.map { total == nil || total?.agrees(with: $0) == true } ?? true
                && known.allSatisfy { group in
                    present.allSatisfy { $0.values != group.values || $0.row?.agrees(with: group.row) ?? true }
                }
            if agrees {
                rows += known.compactMap { group in group.values.map { ($0, group.row) } }
            } else {
                changed.append((period, known))
            }
        }
        makeCells(present, rows)
    }

    /// Groups with the values in them where these can be known.
    private static func known(
        _ groups: [DisclosedGroup], beside present: [(name: String, values: Set<AuditedValue>, row: DisclosedRow?)]
    ) -> [DisclosedGroup] {
        let all = present.reduce(into: Set<AuditedValue>()) { $0.formUnion($1.values) }
        let sameGroups = Set(groups.map { TextKey($0.name) }) == Set(present.map { TextKey($0.name) })
        return groups.compactMap { group in
            let key = TextKey(group.name)
            let namesake = present.first { TextKey($0.name) == key }
            var values: Set<AuditedValue>?
            if let members = group.values {
                // A value that nobody has now has nobody in it.
                values = members.filter { $0 == nil || all.contains($0) }
            } else if let namesake, namesake.values == [key] || sameGroups {
                values = namesake.values
            } else if namesake == nil, all.contains(key) {
                values = [key]
            }
            return values.flatMap { $0.isEmpty ? nil : DisclosedGroup(name: group.name, values: $0, row: group.row) }
        }
    }

    private mutating func makeCells(
        _ present: [(name: String, values: Set<AuditedValue>, row: DisclosedRow?)],
        _ rows: [(values: Set<AuditedValue>, row: DisclosedRow)]
    ) {
        struct Signature: Hashable {
            let group: Int?
            let rows: [Bool]
        }
        func signature(_ value: AuditedValue, _ group: Int?) -> Signature {
            Signature(group: group, rows: rows.map { $0.values.contains(value) })
        }
        var cells: [Signature: Int] = [:]
        var cellsOfValue: [AuditedValue: Int] = [:]
        func cell(_ value: AuditedValue, _ group: Int?) -> Int {
            let known = signature(value, group)
            let cell = cells[known] ?? cells.count
            cells[known] = cell
            cellsOfValue[value] = cell
            return cell
        }
        for (place, group) in present.enumerated() {
            let own = Set(group.values.filter { cellsOfValue[$0] == nil }.map { cell($0, place) })
            groups.append(Group(name: group.name, cells: own.sorted(), row: group.row))
        }
        if cellsOfValue[AuditedValue.none] == nil { remainder = cell(nil, nil) }
        count = cells.count
        for row in rows {
            let known = Set(row.values.compactMap { cellsOfValue[$0] })
            given.append((known.sorted(), row.row))
        }
    }
}
