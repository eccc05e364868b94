import Survey

/// Works out what a breakdown's tables tell of the groups that are not shown in them.
struct DivisionAudit {
    let variable: BackgroundVariable
    let cells: DividedCells
    /// A respondent can be in several of the groups.
    let canOverlap: Bool
    /// How many respondents each cell may have.
    private let people: CountBounds
    /// The same without anything of the breakdown in the workbook.
    private let peopleInAnyCase: CountBounds
    private let disclosure: Disclosure

    init(
        _ cells: DividedCells, by variable: BackgroundVariable, canOverlap: Bool, in place: AuditedPlace
    ) {
        self.variable = variable
        self.cells = cells
        self.canOverlap = canOverlap
        disclosure = place.disclosure(of: variable)
        let highest = [Int](repeating: CountBounds.unlimited, count: cells.count)
        let known = canOverlap ? [] : Self.known(nil, cells, place.total)
        var lowest = [Int](repeating: 0, count: cells.count)
        for group in cells.groups where group.cells.count == 1 { lowest[group.cells[0]] = Self.fewest(in: group) }
        peopleInAnyCase = Self.bounds(lowest, highest, known.filter(\.isGiven))
        for group in cells.groups where group.cells.count == 1 {
            // Nobody gives more than one answer to a question that is not of a loop.
            for (item, counts) in zip(place.items, group.row?.counts ?? []) where !item.isLooped {
                lowest[group.cells[0]] = max(lowest[group.cells[0]], counts?.base ?? 0)
            }
        }
        people = Self.bounds(lowest, highest, known)
    }

    /// A group that is named has somebody in it, and a group that is known to have nobody says so.
    private static func fewest(in group: DividedCells.Group) -> Int { group.row.map { $0.people == 0 ? 0 : 1 } ?? 0 }

    private static func bounds(_ lowest: [Int], _ highest: [Int], _ known: [KnownSum]) -> CountBounds {
        var bounds = CountBounds(lowest: lowest, highest: highest)
        bounds.narrow(by: known.map { ($0.cells, $0.value.base) })
        return bounds
    }

    /// - Parameter item: nil for the number of respondents.
    func check(_ item: Int?, in place: inout AuditedPlace) {
        if isDisjoint(item, in: place) {
            checkDisjoint(item, in: &place)
        } else {
            checkOverlapping(item, in: &place)
        }
    }

    /// Answers of a loop fall on its values once each, though a person is in the group of every value known.
    private func isDisjoint(_ item: Int?, in place: AuditedPlace) -> Bool {
        guard canOverlap else { return true }
        return item.map { place.items[$0].isLooped } == true && place.instrument.loop?.variable == variable.id
    }

    private static func known(_ item: Int?, _ cells: DividedCells, _ total: DisclosedRow?) -> [KnownSum] {
        var known: [KnownSum] = []
        if let value = total?.figure(item) {
            known.append(KnownSum(cells: Array(0..<cells.count), value: value, isGiven: true))
        }
        for group in cells.groups {
            guard let value = group.row?.figure(item), !group.cells.isEmpty else { continue }
            known.append(KnownSum(cells: group.cells, value: value, isGiven: false))
        }
        for row in cells.given {
            guard let value = row.row.figure(item), !row.cells.isEmpty else { continue }
            known.append(KnownSum(cells: row.cells, value: value, isGiven: true))
        }
        return known
    }

    // MARK: Groups that nobody is in two of

    private func checkDisjoint(_ item: Int?, in place: inout AuditedPlace) {
        let known = Self.known(item, cells, place.total)
        let exact = ExactSums(known, cells: cells.count)
        checkExact(exact, known, item, in: &place)
        checkWidths(exact, known, item, in: &place)
        bound(exact, item, in: &place)
    }

    /// Sums that are known exactly may be those of nobody, or must be such as could be shown.
    private func checkExact(_ exact: ExactSums, _ known: [KnownSum], _ item: Int?, in place: inout AuditedPlace) {
        let shown = Set(cells.groups.filter { $0.row?.figure(item) != nil }.map(\.cells))
        let alone = exact.single.enumerated().compactMap { cell, value in value.map { ([cell], $0) } }
        var given: RowSpace?
        for (set, value) in alone + exact.together.map({ ($0.cells, $0.value) }) where !shown.contains(set) {
            // All that there are is no more than the total tells.
            guard value.base != 0, value != place.total?.figure(item), !value.hasNegativeCount,
                let breach = breach(of: value, item)
            else { continue }
            // Where answers were moved between groups that are hidden, what seems to follow is not so.
            if let truth = truth(of: set, item, in: place), truth != value { continue }
            let alreadyKnown = given ?? RowSpace(known.filter(\.isGiven), cells: cells.count)
            given = alreadyKnown
            place.found(
                breach == .few ? .few(value.base, limit: disclosure.limit) : .alike(value.base), in: names(of: set),
                by: variable, item.map { place.items[$0].id },
                isGiven: breach == .manyAlike || alreadyKnown.contains(set))
        }
    }

    /// What cells are together; nil where that of one of them is not known.
    private func truth(of set: [Int], _ item: Int?, in place: AuditedPlace) -> RowCounts? {
        var sum = RowCounts()
        for cell in set {
            if let row = protectedRow(ofCell: cell, item, in: place) {
                sum = sum + (item == nil ? RowCounts(people: row.respondents) : row.counts)
            } else if let shown = cells.groups.first(where: { $0.cells == [cell] })?.row?.figure(item) {
                sum = sum + shown
            } else if cell != cells.remainder || place.protected.isEmpty {
                return nil
            }
        }
        return sum
    }

    private func breach(of value: RowCounts, _ item: Int?) -> Disclosure.Breach? {
        item == nil ? disclosure.breach(ofPeople: value.base) : disclosure.breach(of: value)
    }

    private func names(of set: [Int]) -> [String?] {
        var names: [String?] = cells.groups.filter { $0.cells.contains(where: set.contains) }.map(\.name)
        if let remainder = cells.remainder, set.contains(remainder) { names.append(nil) }
        return names
    }

    // MARK: How wide what can be worked out is

    /// A row whose answers must stay uncertain.
    private struct Part {
        let cells: [Int]
        let row: ProtectedRow
    }

    private func checkWidths(_ exact: ExactSums, _ known: [KnownSum], _ item: Int?, in place: inout AuditedPlace) {
        if let item, place.items[item].isLooped || place.items[item].isOnlyTotal { return }
        let parts = parts(item, exact, in: place)
        guard !parts.isEmpty else { return }
        let widths = widths(exact, item, in: place)
        // What needs nothing of the breakdown's rows is told in any case.
        var given: Widths?
        for part in parts {
            guard let narrow = widths.narrowest(of: part.row, in: part.cells) else { continue }
            let inAnyCase =
                given
                ?? self.widths(
                    ExactSums(known.filter(\.isGiven), cells: cells.count), item, in: place, isGivenAlone: true)
            given = inAnyCase
            place.found(
                .narrow(
                    CountRange(lowest: narrow.lowest, highest: narrow.highest), toRespondent: narrow.isToRespondent),
                in: names(of: part.cells), by: variable, item.map { place.items[$0].id },
                isGiven: inAnyCase.narrowest(of: part.row, in: part.cells) != nil)
        }
    }

    private func widths(
        _ exact: ExactSums, _ item: Int?, in place: AuditedPlace, isGivenAlone: Bool = false
    ) -> Widths {
        let people = isGivenAlone ? peopleInAnyCase : people
        return Widths(
            exact: exact, total: place.total?.figure(item), people: people, arePeople: item == nil,
            counts: item == nil ? [.any] : disclosure.protectedCounts,
            mayTellOfNone: item != nil && place.instrument.attributeRule == .unfavourable,
            uncertainty: place.instrument.uncertainty,
            limits: cells.groups.map { group in
                let most = people.range(of: group.cells).highest
                return (group.cells, Self.fewest(in: group), isGivenAlone ? most : min(most, group.row?.people ?? most))
            } + (cells.remainder.map { [([$0], 0, people.highest[$0])] } ?? []),
            rows: (0..<cells.count).map { protectedRow(ofCell: $0, item, in: place) })
    }

    private func parts(_ item: Int?, _ exact: ExactSums, in place: AuditedPlace) -> [Part] {
        let groups = cells.groups.compactMap { group -> Part? in
            guard !group.cells.isEmpty, let row = protectedRow(group.name, item, in: place) else { return nil }
            return [.tooFew, .nearlyAll, .earlier].contains(row.reason) ? Part(cells: group.cells, row: row) : nil
        }
        guard let remainder = cells.remainder, let row = protectedRow(nil, item, in: place),
            (1..<disclosure.limit).contains(item == nil ? row.respondents : row.counts.base)
        else { return groups }
        return groups + [Part(cells: [remainder], row: row)]
    }

    private func protectedRow(ofCell cell: Int, _ item: Int?, in place: AuditedPlace) -> ProtectedRow? {
        if cell == cells.remainder { return protectedRow(nil, item, in: place) }
        guard let group = cells.groups.first(where: { $0.cells == [cell] }) else { return nil }
        return protectedRow(group.name, item, in: place)
    }

    private func protectedRow(_ group: String?, _ item: Int?, in place: AuditedPlace) -> ProtectedRow? {
        if place.protected.isEmpty { return nil }
        return place.protected[
            RowKey(variable: variable.id, group: group, question: item.map { place.items[$0].id })]
    }

    /// Says what can be worked out of each row that is not shown.
    private func bound(_ exact: ExactSums, _ item: Int?, in place: inout AuditedPlace) {
        if place.protected.isEmpty { return }
        let isLooped = item.map { place.items[$0].isLooped } ?? false
        var bounds = CountBounds(
            lowest: item == nil ? people.lowest : [Int](repeating: 0, count: cells.count),
            highest: isLooped
                ? [Int](repeating: CountBounds.unlimited, count: cells.count) : people.highest)
        bounds.narrow(
            by: exact.single.enumerated().compactMap { cell, value in value.map { ([cell], $0.base) } }
                + exact.remaining.map { ($0.cells, $0.value.base) })
        let all = cells.groups.map { ($0.cells, Optional($0.name)) } + (cells.remainder.map { [([$0], nil)] } ?? [])
        for (cells, name) in all where protectedRow(name, item, in: place) != nil {
            let range = bounds.range(of: cells)
            place.ranges[RowKey(variable: variable.id, group: name, question: item.map { place.items[$0].id })] =
                CountRange(
                    lowest: range.lowest, highest: range.highest < CountBounds.unlimited ? range.highest : nil)
        }
    }

    // MARK: Groups that a respondent can be in several of

    /// Whoever is not in a group is known exactly beside the total.
    private func checkOverlapping(_ item: Int?, in place: inout AuditedPlace) {
        let question = item.map { place.items[$0].id }
        let total = place.total?.figure(item)
        let isLooped = item.map { place.items[$0].isLooped } ?? false
        for group in cells.groups {
            guard let answers = group.row?.figure(item) else {
                guard protectedRow(group.name, item, in: place) != nil else { continue }
                let limits = [total?.base, isLooped ? nil : group.row?.people ?? place.total?.people]
                place.ranges[RowKey(variable: variable.id, group: group.name, question: question)] = CountRange(
                    lowest: 0, highest: limits.compactMap(\.self).min())
                continue
            }
            guard let total else { continue }
            let others = total - answers
            // Without a group of nobody it is still everybody, which the total tells.
            guard others.base != 0, others != total, !others.hasNegativeCount, let breach = breach(of: others, item)
            else { continue }
            let isGiven = cells.given.contains { $0.cells == group.cells && $0.row.figure(item) == answers }
            place.found(
                breach == .few ? .few(others.base, limit: disclosure.limit) : .alike(others.base),
                in: cells.groups.map(\.name).filter { $0 != group.name } + [nil], by: variable, question,
                isGiven: breach == .manyAlike || isGiven)
        }
        if protectedRow(nil, item, in: place) != nil {
            place.ranges[RowKey(variable: variable.id, group: nil, question: question)] = CountRange(
                lowest: 0, highest: total?.base)
        }
    }

    // MARK: What was given out of other answers

    func checkSteps(in place: inout AuditedPlace) {
        for (former, groups) in cells.changed {
            for (place_, group) in cells.groups.enumerated() {
                guard let now = group.row,
                    let then = groups.first(where: { $0.values == cells.values[place_] })?.row
                else { continue }
                let later = place.former.filter { $0.origin != former.origin }
                    .compactMap { $0.groups[variable.id]?.first { TextKey($0.name) == TextKey(group.name) }?.row }
                place.checkSteps(
                    from: then, to: now, of: [group.name], by: variable, since: former.origin
                ) { item in later.contains { $0.figure(item) == now.figure(item) } }
            }
        }
    }
}
