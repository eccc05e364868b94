import Survey

@testable import Analysis

/// A group as a test tells of it: how many it is, and its answers to each question.
struct TestGroup {
    let respondents: Int
    let rows: [RowCounts]

    init(_ respondents: Int, _ rows: RowCounts...) {
        self.respondents = respondents
        self.rows = rows
    }

    init(_ respondents: Int, rows: [RowCounts]) {
        self.respondents = respondents
        self.rows = rows
    }
}

func gave(_ negative: Int, _ neither: Int, _ positive: Int, _ clearly: Int = 0) -> RowCounts {
    RowCounts(negative: negative, neither: neither, positive: positive, clearlyPositive: clearly)
}

extension CountedRows {
    static func + (a: Self, b: Self) -> Self {
        Self(respondents: a.respondents + b.respondents, rows: zip(a.rows, b.rows).map { $0 + $1 })
    }
}

/// Respondents in groups that nobody is in two of; `without` are those in none.
func divided(
    _ groups: [TestGroup], without: TestGroup? = nil, limit: Int = 5, known: [KnownRow] = [],
    forbidden: [(group: Int, item: Int?)] = []
) -> Division {
    let cells = groups.enumerated().map { place, group in
        DivisionCell(groups: [place], counted: CountedRows(respondents: group.respondents, rows: group.rows))
    }
    let rest = without.map {
        DivisionCell(groups: [], counted: CountedRows(respondents: $0.respondents, rows: $0.rows))
    }
    return Division(
        groups: groups.count, smallestGroup: limit, cells: cells + (rest.map { [$0] } ?? []), known: known,
        forbidden: forbidden)
}

/// - Parameter division: the first says who the respondents are; the others must have the same.
func table(
    _ divisions: Division..., attribute: AttributeRule = .none, limit: Int = 5, uncertainty: Int = 2,
    nestings: [Nesting] = [], isComplementary: Bool = true
) -> ProtectionTable {
    let cells = divisions[0].cells.map(\.counted)
    let total = cells.dropFirst().reduce(cells[0], +)
    return ProtectionTable(
        rules: ProtectionRules(
            smallestGroup: limit, attribute: attribute, uncertainty: uncertainty, isComplementary: isComplementary),
        items: total.rows.map { _ in ItemRule(isOnlyTotal: false) }, total: total, divisions: divisions,
        nestings: nestings)
}

extension ProtectionOutcome {
    /// By group: whether its row of the item is shown; nil for how many the respondents are.
    func shown(_ item: Int?, in division: Int = 0) -> [Bool] {
        divisions[division].map { $0[item] == nil }
    }

    func reasons(_ item: Int?, in division: Int = 0) -> [ProtectionReason?] {
        divisions[division].map { $0[item] }
    }
}
