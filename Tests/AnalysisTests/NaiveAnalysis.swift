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

    func lines() -> [String: String] {
        var lines: [String: String] = [:]
        add(to: &lines, "", ["Totalt"], isMember: { _, _ in true }, invited: { $1.invited?.total })
        for variable in instrument.background {
            let names = values(of: variable)
            if names.isEmpty { continue }
            let pool = pool(of: names, variable)
            var common = ""
            if case .merge(let name) = variable.smallGroups, !pool.isEmpty { common = name }
            let shown = names.filter { !pool.contains($0) } + (pool.isEmpty ? [] : [common])
            lines["\(variable.id) merged"] = pool.joined(separator: "+")
            add(
                to: &lines, variable.id, shown,
                isMember: { person, name in
                    let values = person.values[variable.id] ?? []
                    return values.map { pool.contains($0) ? common : $0 }.contains(name)
                },
                invited: { name, pile in
                    // Nobody knows how many of those asked are in two of the groups.
                    if name == common, pool.count > 1, variable.isMultiple { return nil }
                    var sum = 0
                    for member in name == common ? pool : [name] {
                        guard let number = pile.invited?.byGroup[variable.id]?[member] else { return nil }
                        sum += number
                    }
                    return sum
                })
        }
        return lines
    }

    private func add(
        to lines: inout [String: String], _ breakdown: String, _ names: [String],
        isMember: (Person, String) -> Bool, invited: (String, Pile) -> Int?
    ) {
        lines["\(breakdown) groups"] = names.joined(separator: "|")
        for name in names {
            let groups = piles.map { pile in pile.people.filter { isMember($0, name) } }
            for (wave, pile) in piles.enumerated() where !groups[wave].isEmpty {
                let place = "\(breakdown) \(name) \(pile.period.label)"
                let size = groups[wave].count
                let asked = invited(name, pile)
                lines[place] =
                    size < instrument.smallestGroup ? "few" : "\(size) of \(asked.map { "\($0)" } ?? "unknown")"
                for item in pile.version.items {
                    let counts = NaiveCounts(groups[wave], item.question)
                    let figures = isShown(groups[wave], item.question) ? counts.text : "few"
                    lines["\(place) \(item.question.id)"] = figures + "; " + development(item, wave, groups)
                }
            }
        }
    }

    private func isShown(_ group: [Person], _ question: Question) -> Bool {
        group.count >= instrument.smallestGroup && NaiveCounts(group, question).base >= instrument.smallestGroup
    }

    private func development(_ item: Item, _ wave: Int, _ groups: [[Person]]) -> String {
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
        guard isShown(groups[0], item.question), isShown(groups[1], former) else { return "few" }
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

    /// How many in each pile have any of the values.
    private func sizes(_ names: [String], _ variable: String) -> [Int] {
        piles.map { pile in pile.people.filter { !($0.values[variable] ?? []).isDisjoint(with: names) }.count }
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

    /// The values that are shown together.
    private func pool(of names: [String], _ variable: BackgroundVariable) -> [String] {
        guard case .merge(let common) = variable.smallGroups else { return [] }
        func isSmall(_ members: [String]) -> Bool {
            sizes(members, variable.id).contains { $0 > 0 && $0 < instrument.smallestGroup }
        }
        var pool = names.filter { isSmall([$0]) }
        if pool.isEmpty { return [] }
        while isSmall(pool) {
            let rest = names.filter { !pool.contains($0) }
            func least(_ name: String) -> Int { sizes([name], variable.id).filter { $0 > 0 }.min() ?? 0 }
            guard let next = rest.min(by: { least($0) < least($1) }) else { break }
            pool.append(next)
        }
        return names.filter { pool.contains($0) || $0 == common }
    }
}
