import Survey

/// A row of an earlier workbook beside the groups that there are now.
struct GivenRow {
    /// The groups that it holds, whole; by their places.
    var groups: [Int] = []
    /// The groups that it holds a part of.
    var cut: [Int] = []
    /// Whether it holds those who gave no value.
    var holdsThoseWithoutValue = false
    let values: Set<GroupValue>
    /// Nil where it was protected.
    let respondents: Int?
    /// By item; nil where it was protected.
    let rows: [RowCounts?]

    func counts(_ item: Int?) -> GivenCounts? {
        guard let item else { return respondents.map(GivenCounts.init(respondents:)) }
        return rows[item].map(GivenCounts.init)
    }

    /// Nobody who is counted now has any of its values.
    var isGone: Bool { groups.isEmpty && cut.isEmpty && !holdsThoseWithoutValue }
}

/// How a value of a background variable is told from others: as it is spelled, or that there is none.
struct GroupValue: Hashable {
    private let key: String

    init(_ name: String) {
        let text = TextKey(name).text
        key = text.isEmpty ? name : text
    }

    static let none = GroupValue("")
}

/// How many people, or how they answered a question: what of either can be added and taken apart.
struct GivenCounts: Equatable {
    /// People stand in a class of their own.
    var row: RowCounts
    let isOfPeople: Bool

    init(_ row: RowCounts) {
        self.row = row
        isOfPeople = false
    }

    init(respondents: Int) {
        row = RowCounts(positive: respondents)
        isOfPeople = true
    }

    static func + (a: GivenCounts, b: GivenCounts) -> GivenCounts { a.with(a.row + b.row) }
    static func - (a: GivenCounts, b: GivenCounts) -> GivenCounts { a.with(a.row - b.row) }
    var nothing: GivenCounts { with(RowCounts()) }

    private func with(_ row: RowCounts) -> GivenCounts {
        var copy = self
        copy.row = row
        return copy
    }

    func tellsOfFew(since then: GivenCounts, by rule: RowRule) -> Bool {
        let rule = StepRule(row: rule)
        return isOfPeople
            ? rule.tellsOfFew(from: then.row.base, to: row.base) : rule.tellsOfFew(from: then.row, to: row)
    }

    /// Whether it may not be told on its own; where it is nobody's it may.
    func isHidden(by rule: RowRule) -> Bool {
        if row.base == 0 { return false }
        return isOfPeople ? rule.reason(toHide: row.base) != nil : rule.reason(toHide: row) != nil
    }
}

/// One edition of a way of dividing the respondents, beside how they are divided now.
struct GivenDivision {
    let total: GivenRow?
    let rows: [GivenRow]

    /// - Parameter counted: the present, of which it is division `place`.
    init(_ given: PublishedPeriod, _ counted: CountedPeriod, division place: Int) {
        let named = counted.divisions[place]
        let present = named.groups.map { group in
            Set((group.members.isEmpty ? [group.name] : group.members).map(GroupValue.init))
        }
        let sums = PresentSums(counted.table, division: place)
        func row(_ group: PublishedGroup, _ values: Set<GroupValue>) -> GivenRow {
            let asked = Dictionary(group.questions.map { ($0.question, $0.counts) }) { first, _ in first }
            var row = GivenRow(
                values: values, respondents: group.answers,
                rows: counted.questions.map { (asked[$0] ?? nil).map(RowCounts.init) })
            for (place, held) in present.enumerated() where !held.isDisjoint(with: values) {
                if held.isSubset(of: values) { row.groups.append(place) } else { row.cut.append(place) }
            }
            row.holdsThoseWithoutValue = values.contains(.none) && !present.contains { $0.contains(.none) }
            return row
        }
        total = given.groups.first { $0.variable == nil }.map { row($0, []) }
        let groups = given.groups.filter { $0.variable == named.variable.id }
        let listed = Set(groups.flatMap { $0.members.isEmpty ? [$0.name] : $0.members }.map(GroupValue.init))
        rows = groups.map { group in
            let own = Set((group.members.isEmpty ? [group.name] : group.members).map(GroupValue.init))
            let known = row(group, own)
            guard group.members.isEmpty, known.isGone else { return known }
            // Put together of values that were not kept: of those under the same name, or with the very same answers.
            if let same = named.groups.firstIndex(where: { GroupValue($0.name) == GroupValue(group.name) }) {
                return row(group, present[same])
            }
            let others = present.indices.filter { present[$0].isDisjoint(with: listed) }
            return sums.groups(among: others, withSumsOf: known).map { places in
                row(group, places.reduce(into: []) { $0.formUnion(present[$1]) })
            } ?? known
        }
    }
}
