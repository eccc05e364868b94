import Survey

/// One period of a questionnaire as it is counted, before anything of it is protected.
struct ProtectionTable {
    let rules: ProtectionRules
    /// One a question, in the order of the rows below.
    let items: [ItemRule]
    let total: CountedRows
    /// One a background variable.
    var divisions: [Division]
    /// Groups that lie inside others, of the same variable or of different ones.
    var nestings: [Nesting] = []
}

/// What the instrument says of protection.
struct ProtectionRules: Hashable {
    let smallestGroup: Int
    let attribute: AttributeRule
    /// See `Instrument.uncertainty`.
    let uncertainty: Int
    /// Off only to show what complementary suppression keeps hidden.
    var isComplementary = true
}

struct ItemRule: Hashable {
    /// Never shown for a part of the respondents.
    let isOnlyTotal: Bool
}

/// Some people: how many they are, and their answers to each question.
struct CountedRows: Hashable {
    var respondents: Int
    /// By item.
    var rows: [RowCounts]
}

/// One way of dividing the respondents.
struct Division {
    /// How many groups there are; a group is told by its place.
    let groups: Int
    /// The limit for the variable's groups.
    let smallestGroup: Int
    /// The respondents by which groups they are in: each cell's groups once. Together they are the total; those who are in
    /// no group are the cell with none. Where nobody is in several groups there is a cell a group, and perhaps that one.
    let cells: [DivisionCell]
    /// Whether it is told that those who gave no value are in one of the groups too.
    var isEverybodyInAGroup = false
    /// Rows that were given out before, of the very same answers.
    var known: [KnownRow] = []
    /// Rows that may not be shown for what has been given out before: group and item (nil for the number of respondents).
    var forbidden: [(group: Int, item: Int?)] = []
    /// Rows that are hidden with those, so that what was given out before tells of enough beside what they are together.
    var company: [(group: Int, item: Int?)] = []
}

struct DivisionCell {
    /// Places of groups, rising; empty for those who are in none.
    let groups: [Int]
    var counted: CountedRows
}

/// A set of cells whose figures are known.
struct KnownRow {
    /// Places in `Division.cells`, rising.
    let cells: [Int]
    /// Nil for the number of respondents.
    let item: Int?
}

/// A group that lies inside another: every respondent of `inner` is in `outer`.
struct Nesting: Hashable {
    struct Group: Hashable {
        let division: Int
        let group: Int
    }
    let inner: Group
    let outer: Group
}
