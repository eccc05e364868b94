public import Survey

/// Which groups each respondent belongs to, for one way of breaking the answers down.
///
/// Every respondent has one cell: those who belong to the very same groups. Where a respondent has one value a cell is a
/// group. Where there are several choices a cell is a set of groups, and a group is counted from all the cells that have it.
public struct Grouping: Sendable {
    /// The groups' names; the code of a group is its place here.
    public let names: [[String]]
    /// One cell a respondent, or nil where all belong to the one group. `cellCount` stands for no group.
    let codes: [UInt32]?
    /// The groups of each cell, each once; nil where each group is a cell.
    private let cells: [[Int]]?

    /// Everybody in one group without a name.
    public static let total = Grouping(names: [[]], codes: nil, cells: nil)

    private init(names: [[String]], codes: [UInt32]?, cells: [[Int]]?) {
        self.names = names
        self.codes = codes
        self.cells = cells
    }

    /// Every combination of the values of `columns` is a group. A respondent who lacks one of them is in none; one who has
    /// several values of a column is in the group of each.
    public init(by columns: [GroupColumn]) {
        guard let first = columns.first else {
            self = .total
            return
        }
        var names: [[String]] = [[]]
        for column in columns {
            names = names.flatMap { name in column.values.map { name + [$0] } }
        }
        let none = columns.reduce(UInt32(1)) { $0 * UInt32($1.lastCode) }
        var codes = first.codes.map { code in code == 0 || code > first.lastCode ? none : UInt32(code) - 1 }
        for column in columns.dropFirst() {
            let size = UInt32(column.lastCode)
            for (index, code) in column.codes.enumerated() where index < codes.count && codes[index] != none {
                codes[index] = code == 0 || code > size ? none : codes[index] * size + UInt32(code) - 1
            }
        }
        self.init(names: names, codes: codes, cells: Self.cells(of: columns))
    }

    /// A group's place among the names is found as a cell's place among the cells is: the last column's turns fastest.
    private static func cells(of columns: [GroupColumn]) -> [[Int]]? {
        guard columns.contains(where: { $0.choices != nil }) else { return nil }
        var cells = [[0]]
        for column in columns {
            let members = (0..<column.lastCode).map { column.members(ofCode: $0 + 1) }
            cells = cells.flatMap { groups in
                members.map { members in
                    groups.flatMap { group in members.map { group * column.values.count + $0 } }
                }
            }
        }
        return cells
    }

    /// The places of the groups that a row is in.
    func groups(ofRow row: Int) -> [Int] {
        guard let codes else { return [0] }
        return codes.indices.contains(row) ? groups(ofCell: Int(codes[row])) : []
    }

    /// The places of the groups of a cell; none for `cellCount`.
    func groups(ofCell cell: Int) -> [Int] {
        guard cell >= 0, cell < cellCount else { return [] }
        return cells?[cell] ?? [cell]
    }

    /// Whether a respondent can be in several groups.
    var canOverlap: Bool { cells != nil }

    /// How many cells there are. Codes are below it, or equal to it.
    var cellCount: Int { cells?.count ?? names.count }

    /// How many of `respondents` are in each group. Their sum is greater than the respondents' where some are in several.
    public func sizes(_ respondents: Int) -> [Int] {
        groupSums(Array(sizesOfCells(respondents).dropLast()), width: 1)
    }

    /// The respondents by the groups they are in, with how many they are.
    func memberships(_ respondents: Int) -> [Membership] {
        sizesOfCells(respondents).enumerated().map { cell, size in
            Membership(groups: groups(ofCell: cell), respondents: size)
        }
    }

    /// How many are in each cell, and last in none.
    func sizesOfCells(_ respondents: Int) -> [Int] {
        guard let codes else { return [respondents, 0] }
        var sizes = [Int](repeating: 0, count: cellCount + 1)
        for code in codes { sizes[Int(code)] += 1 }
        return sizes
    }

    /// The counts of each group from those of each cell.
    ///
    /// - Parameter width: so many counts stand together for a cell, and for a group in what is returned.
    func groupSums(_ counts: [Int], width: Int) -> [Int] {
        guard let cells else { return counts }
        var sums = [Int](repeating: 0, count: names.count * width)
        for (cell, groups) in cells.enumerated() {
            for group in groups {
                for place in 0..<width { sums[group * width + place] += counts[cell * width + place] }
            }
        }
        return sums
    }
}

/// The respondents of a period who are in the very same groups.
struct Membership: Equatable {
    /// Places of the groups, each once; none for those who are in no group.
    let groups: [Int]
    let respondents: Int
}
