import Survey

/// One period as a pile of forms.
struct Pile {
    let period: Period
    let version: Version
    let people: [Person]
    let invited: Invited?
}

/// The figures of an instrument worked out person by person, slowly, as lines of text by place in the results. Piles
/// newest first.
struct NaiveAnalysis {
    let instrument: Instrument
    let piles: [Pile]

    /// - Parameter hidden: places that are hidden for the sake of others. Those that are hidden for their own are not needed.
    func lines(hidden: Set<String> = []) -> [String: String] {
        var lines: [String: String] = [:]
        for division in divisions() {
            let id = division.variable?.id ?? ""
            lines["\(id) groups"] = division.names.joined(separator: "|")
            if division.variable != nil {
                lines["\(id) merged"] = (division.pool + (division.poolHasNone ? ["-"] : [])).joined(separator: "+")
            }
            for name in division.names { add(to: &lines, name, of: division, hidden) }
        }
        return lines
    }

    /// A way of dividing the respondents, the whole of them first.
    struct Division {
        var variable: BackgroundVariable?
        var names: [String]
        var pool: [String] = []
        var poolHasNone = false
        var common = ""
        var smallestGroup: Int

        func has(_ person: Person, _ name: String) -> Bool {
            guard let variable else { return true }
            let values = person.values[variable.id] ?? []
            if values.isEmpty { return poolHasNone && name == common }
            return values.map { pool.contains($0) ? common : $0 }.contains(name)
        }
    }

    func divisions() -> [Division] {
        let total = Division(names: ["Totalt"], smallestGroup: instrument.smallestGroup)
        return [total]
            + instrument.background.compactMap { variable in
                let names = values(of: variable)
                if names.isEmpty { return nil }
                var division = Division(
                    variable: variable, names: names,
                    smallestGroup: max(instrument.smallestGroup, variable.smallestGroup ?? 0))
                guard case .merge(let name) = variable.smallGroups else { return division }
                let pool = pool(of: names, variable, division.smallestGroup)
                if pool.values.isEmpty { return division }
                division.pool = names.filter { pool.values.contains($0) || $0 == name }
                division.poolHasNone = pool.hasNone
                division.common =
                    name ?? (division.pool + (pool.hasNone ? ["ej angivet"] : [])).joined(separator: ", ")
                division.names = names.filter { !division.pool.contains($0) } + [division.common]
                return division
            }
    }

    /// The people of a group in each pile; nobody where the pile knows no value of the variable.
    func people(_ name: String, of division: Division) -> [[Person]] {
        piles.map { pile in
            if let id = division.variable?.id, !pile.people.contains(where: { $0.values[id] != nil }) { return [] }
            return pile.people.filter { division.has($0, name) }
        }
    }

    private func add(
        to lines: inout [String: String], _ name: String, of division: Division, _ hidden: Set<String>
    ) {
        let groups = people(name, of: division)
        let places = piles.map { "\(division.variable?.id ?? "") \(name) \($0.period.label)" }
        func isShown(_ wave: Int, _ question: Question) -> Bool {
            if hidden.contains("\(places[wave]) \(question.id)") { return false }
            return isAllowed(groups[wave], question, of: division)
        }
        for (wave, pile) in piles.enumerated() where !groups[wave].isEmpty {
            let size = groups[wave].count
            let isHidden = size < division.smallestGroup || hidden.contains(places[wave])
            let asked = invited(name, of: division, in: pile)
            lines[places[wave]] = isHidden ? "few" : "\(size) of \(asked.map { "\($0)" } ?? "unknown")"
            for item in pile.version.items {
                let counts = NaiveCounts(groups[wave], item.question)
                let figures = isShown(wave, item.question) ? counts.text : "few"
                lines["\(places[wave]) \(item.question.id)"] =
                    figures + "; " + development(item, wave, groups, isShown)
            }
        }
    }

    private func invited(_ name: String, of division: Division, in pile: Pile) -> Int? {
        guard let variable = division.variable else { return pile.invited?.total }
        let isCommon = name == division.common && !division.pool.isEmpty
        if isCommon, division.poolHasNone { return nil }
        // Nobody knows how many of those asked are in two of the groups.
        if isCommon, division.pool.count > 1, variable.isMultiple { return nil }
        var sum = 0
        for member in isCommon ? division.pool : [name] {
            guard let number = pile.invited?.byGroup[variable.id]?[member] else { return nil }
            sum += number
        }
        return sum
    }

    /// Whether a row may be shown, whatever is shown beside it.
    func isAllowed(_ group: [Person], _ question: Question, of division: Division) -> Bool {
        if division.variable != nil, instrument.isOnlyTotal || question.isOnlyTotal { return false }
        let counts = NaiveCounts(group, question)
        return group.count >= division.smallestGroup && counts.base >= division.smallestGroup
            && !counts.isOfOneMind(instrument.attributeRule)
    }

    private func development(
        _ item: Item, _ wave: Int, _ groups: [[Person]], _ isShown: (Int, Question) -> Bool
    ) -> String {
        if wave > 0 { return "not asked" }
        if piles.count == 1 {
            if case .notComparable(let reason) = item.comparability { return "not: \(reason)" }
            return "no earlier"
        }
        var id = item.question.id
        var position = instrument.versions.firstIndex { $0.id == piles[0].version.id } ?? 0
        let target = instrument.versions.firstIndex { $0.id == piles[1].version.id } ?? 0
        if target > position { return "not: enkätens version är okänd" }
        while position > target {
            let here = instrument.versions[position]
            switch here.items.first(where: { $0.question.id == id })?.comparability {
            case .comparable(let former): id = former
            case .notComparable(let reason): return "not: \(reason)"
            case .first: return "not: ny \(here.id)"
            case nil: return "not: fanns inte i version \(here.id)"
            }
            position -= 1
        }
        guard let former = piles[1].version.items.first(where: { $0.question.id == id })?.question else {
            return "not: fanns inte i version \(piles[1].version.id)"
        }
        if groups[1].isEmpty { return "no earlier" }
        guard isShown(0, item.question), isShown(1, former) else { return "few" }
        let (now, then) = (NaiveCounts(groups[0], item.question), NaiveCounts(groups[1], former))
        let positive = points(now.positive, now.base, then.positive, then.base)
        return "\(positive) (\(points(now.clearly, now.base, then.clearly, then.base)))"
    }

    /// Whole points, with a star where the shown percentages differ by another number.
    private func points(_ count: Int, _ base: Int, _ oldCount: Int, _ oldBase: Int) -> String {
        func nearest(_ numerator: Int, _ denominator: Int) -> Int {
            let rest = numerator % denominator
            return numerator / denominator + (2 * rest >= denominator ? 1 : 0)
        }
        let difference = 100 * (count * oldBase - oldCount * base)
        let size = nearest(abs(difference), base * oldBase)
        let exact = difference < 0 ? -size : size
        let shown = nearest(100 * count, base) - nearest(100 * oldCount, oldBase)
        return exact == shown ? "\(exact)" : "\(exact)*"
    }

    /// Those that somebody has: listed ones in their order, then the others in the Swedish alphabet's.
    private func values(of variable: BackgroundVariable) -> [String] {
        let all = Set(piles.flatMap(\.people).flatMap { $0.values[variable.id] ?? [] })
        let listed = (variable.values ?? []).map(\.label)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzåäö")
        func key(_ name: String) -> String {
            name.lowercased().map { "\(alphabet.firstIndex(of: $0).map { $0 + 10 } ?? 99)" }.joined() + " " + name
        }
        return listed.filter(all.contains) + all.subtracting(listed).sorted { key($0) < key($1) }
    }

    /// The values that are shown together, and whether those without any are in it too.
    private func pool(
        of names: [String], _ variable: BackgroundVariable, _ smallestGroup: Int
    ) -> (values: [String], hasNone: Bool) {
        let known = piles.map(\.people).filter { people in people.contains { $0.values[variable.id] != nil } }
        func sizes(_ names: [String], _ withNone: Bool = false) -> [Int] {
            known.map { people in
                people.filter { person in
                    let values = person.values[variable.id] ?? []
                    return values.isEmpty ? withNone : !values.isDisjoint(with: names)
                }.count
            }
        }
        func isSmall(_ sizes: [Int]) -> Bool { sizes.contains { $0 > 0 && $0 < smallestGroup } }
        let hasNone = isSmall(sizes([], true))
        var pool = names.filter { isSmall(sizes([$0])) }
        if pool.isEmpty && !hasNone { return ([], false) }
        while isSmall(sizes(pool, hasNone)) {
            let rest = names.filter { !pool.contains($0) }
            func least(_ name: String) -> Int { sizes([name]).filter { $0 > 0 }.min() ?? 0 }
            guard let next = rest.min(by: { least($0) < least($1) }) else { break }
            pool.append(next)
        }
        return (pool, hasNone)
    }
}
