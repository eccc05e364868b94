import Survey

/// A group's figures as a workbook shows them.
struct DisclosedRow: Equatable {
    /// How many respondents; nil where that is not shown.
    var people: Int?
    /// By item of the period; nil where they are not shown.
    var counts: [RowCounts?]

    /// A group that is known to be nobody.
    static func nobody(items: Int) -> DisclosedRow {
        DisclosedRow(people: 0, counts: [RowCounts?](repeating: RowCounts(), count: items))
    }

    /// An item's answers or, without one, the respondents.
    func figure(_ item: Int?) -> RowCounts? {
        guard let item else { return people.map { RowCounts(people: $0) } }
        return counts.indices.contains(item) ? counts[item] : nil
    }

    /// Whether every figure that both show is the same.
    func agrees(with other: DisclosedRow) -> Bool {
        func agree<Figure: Equatable>(_ a: Figure?, _ b: Figure?) -> Bool { a == nil || b == nil || a == b }
        return agree(people, other.people) && zip(counts, other.counts).allSatisfy(agree)
    }
}

extension RowCounts {
    /// People as answers of one class: how many they are is then reckoned as answers are.
    init(people: Int) { self.init(negative: people) }

    /// Nil for figures that no answers give, as a file may hold.
    init?(givenOut counts: PublishedCounts) {
        let possible = 0..<CountBounds.unlimited
        guard [counts.negative, counts.neither, counts.positive, counts.clearlyPositive].allSatisfy(possible.contains),
            counts.clearlyPositive <= counts.positive
        else { return nil }
        self.init(
            negative: counts.negative, neither: counts.neither, positive: counts.positive - counts.clearlyPositive,
            clearlyPositive: counts.clearlyPositive)
    }
}

/// A question as it was asked in a period.
struct AuditedItem {
    let id: String
    let isLooped: Bool
    let isOnlyTotal: Bool
}

/// A group of a workbook.
struct DisclosedGroup {
    let name: String
    /// The values in it; nil where what was put together is not known.
    let values: Set<AuditedValue>?
    let row: DisclosedRow
}

/// A value of a background variable as it is compared; nil is to have given none.
typealias AuditedValue = TextKey?

/// One questionnaire and period as a workbook showed it.
struct DisclosedPeriod {
    let origin: PublicationOrigin
    let total: DisclosedRow?
    /// By the variable's id.
    let groups: [String: [DisclosedGroup]]

    init(_ published: PublishedPeriod, from origin: PublicationOrigin, items: [AuditedItem]) {
        let places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
        func row(_ group: PublishedGroup) -> DisclosedRow {
            var row = DisclosedRow(
                people: group.answers.flatMap { (0..<CountBounds.unlimited).contains($0) ? $0 : nil },
                counts: [RowCounts?](repeating: nil, count: items.count))
            for question in group.questions {
                guard let place = places[question.question] else { continue }
                row.counts[place] = question.counts.flatMap { RowCounts(givenOut: $0) }
            }
            return row
        }
        self.origin = origin
        total = published.groups.first { $0.variable == nil }.map(row)
        var groups: [String: [DisclosedGroup]] = [:]
        for group in published.groups {
            guard let variable = group.variable else { continue }
            let members = Set(
                group.members.map { $0 == PublishedGroup.withoutValue ? nil : AuditedValue(TextKey($0)) })
            groups[variable, default: []].append(
                DisclosedGroup(name: group.name, values: members.isEmpty ? nil : members, row: row(group)))
        }
        self.groups = groups
    }
}
