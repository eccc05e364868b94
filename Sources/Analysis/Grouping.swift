public import Survey

/// Which group each respondent belongs to, for one way of breaking the answers down.
public struct Grouping: Sendable {
    /// The groups' names; the code of a group is its place here.
    public let names: [[String]]
    /// One code a respondent, or nil where all belong to the one group. `names.count` stands for no group.
    let codes: [UInt32]?

    /// Everybody in one group without a name.
    public static let total = Grouping(names: [[]], codes: nil)

    private init(names: [[String]], codes: [UInt32]?) {
        self.names = names
        self.codes = codes
    }

    /// Every combination of the values of `columns` is a group. A respondent who lacks one of them is in none.
    public init(by columns: [GroupColumn]) {
        guard let first = columns.first else {
            self = .total
            return
        }
        var names: [[String]] = [[]]
        for column in columns {
            names = names.flatMap { name in column.values.map { name + [$0] } }
        }
        let none = UInt32(names.count)
        var codes = first.codes.map { code in
            code == 0 || Int(code) > first.values.count ? none : UInt32(code) - 1
        }
        for column in columns.dropFirst() {
            let size = UInt32(column.values.count)
            for (index, code) in column.codes.enumerated() where index < codes.count && codes[index] != none {
                codes[index] = code == 0 || code > size ? none : codes[index] * size + UInt32(code) - 1
            }
        }
        self.init(names: names, codes: codes)
    }

    /// How many of `respondents` are in each group.
    public func sizes(_ respondents: Int) -> [Int] {
        guard let codes else { return [respondents] }
        var sizes = [Int](repeating: 0, count: names.count + 1)
        for code in codes { sizes[Int(code)] += 1 }
        return sizes.dropLast()
    }
}
