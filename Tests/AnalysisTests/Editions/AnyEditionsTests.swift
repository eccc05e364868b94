import Survey
import TestSupport
import Testing

@testable import Analysis

/// Two editions made up from a seed, and what somebody who has both can work out of them: found by going through every set of
/// values of the background variable, and asking which of them both editions tell of.
@Suite("Whatever was given out and is given out again")
struct AnyEditionsTests {
    struct Person {
        var value: String
        var answers: [AnswerCode]
    }

    private static let values = ["A", "B", "C", "D", ""]
    private static let kinds = [Code.negative, Code.neither, Code.positive, Code.clearlyPositive, Code.dontKnow]

    private func person(_ random: inout SeededGenerator) -> Person {
        Person(
            value: Self.values[min(.random(in: 0..<5, using: &random), .random(in: 0..<7, using: &random))],
            answers: (0..<2).map { _ in Self.kinds[.random(in: 0..<5, using: &random)] })
    }

    /// A few or many come, go, move or change.
    private func changed(_ people: [Person], _ random: inout SeededGenerator) -> [Person] {
        var people = people
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let number = [0, 1, 2, 5, 9, 14][Int.random(in: 0..<6, using: &random)]
            let places = Array(people.indices.shuffled(using: &random).prefix(number))
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1: people += (0..<number).map { _ in person(&random) }
            case 2: people = people.indices.filter { !places.contains($0) }.map { people[$0] }
            case 3: for place in places { people[place].value = person(&random).value }
            default: for place in places { people[place].answers[0] = person(&random).answers[0] }
            }
        }
        return people
    }

    private func measured(_ people: [Person]) throws -> Measurement {
        try measurement(
            "2020", ["a": people.map { $0.answers[0] }, "b": people.map { $0.answers[1] }],
            groups: ["v": people.map(\.value)])
    }

    @Test(arguments: [AttributeRule.none, .unfavourable, .all])
    func `no union of groups that both tell of differs by few`(_ attribute: AttributeRule) throws {
        var (counted, standing, hidden, bare) = (0, 0, 0, 0)
        for seed in 0..<800 {
            var random = SeededGenerator(state: UInt64(seed))
            let then = (0..<Int.random(in: 12...60, using: &random)).map { _ in person(&random) }
            let now = changed(then, &random)
            if now.count < 5 { continue }
            let instrument = Instrument(
                id: "personal", name: "Personalenkät", group: .staff,
                versions: [try version("2020", [item("a"), item("b", number: 2)])],
                background: [
                    BackgroundVariable(
                        id: "v", name: "v",
                        smallGroups: Bool.random(using: &random)
                            ? .hide : .merge(as: seed.isMultiple(of: 2) ? "Övriga" : nil))
                ],
                attributeRule: attribute)
            let first = try analyze([try measured(then)], of: instrument)
            let given = publishedPeriods(of: [first])
            if try standsAsGivenOut(try measured(now), of: instrument, given: given) {
                standing += 1
                let left = Set(Self.values.filter { value in now.contains { $0.value == value } })
                let tells = subsets(of: Set(Self.values).subtracting(left)).contains { gone in
                    [nil, 0, 1].contains { isOfFew(then, now, $0, left.union(gone), attribute) }
                }
                #expect(tells, "seed \(seed) stands for nothing")
                continue
            }
            let second = try analyze(figures: [.answers(try measured(now))], of: instrument, given: given)
            for item in [nil, 0, 1] {
                let both = told(first, item, then).intersection(told(second, item, now))
                #expect(tells(then: then, now: now, item, both, attribute) == [], "seed \(seed), item \(item ?? -1)")
            }
            counted += 1
            let alone = try analyze([try measured(now)], of: instrument)
            let bites = [nil, 0, 1].contains { item in
                let both = told(first, item, then).intersection(told(alone, item, now))
                return !tells(then: then, now: now, item, both, attribute).isEmpty
            }
            if bites { bare += 1 }
            if second.protected.contains(where: { $0.reason == .earlier }) { hidden += 1 }
        }
        // Without the former edition the same answers do tell.
        #expect(counted > 200 && standing > 200 && hidden > 50 && bare > 50, "\(counted) \(standing) \(hidden) \(bare)")
    }

    /// The sets of values whose figures an edition tells.
    private func told(_ results: Results, _ item: Int?, _ people: [Person]) -> Set<Set<String>> {
        let id = item.map { ["a", "b"][$0] }
        func isShown(_ group: GroupResults) -> Bool {
            guard let wave = group.waves.first else { return false }
            guard let id else { return wave.response.figure != nil }
            return wave.question(id)?.counts.figure != nil
        }
        let isTotalShown = results.breakdowns[0].groups.contains(where: isShown)
        var blocks: [Set<String>] = []
        for breakdown in results.breakdowns.dropFirst() where breakdown.merged == nil || breakdown.groups.count > 1 {
            for group in breakdown.groups where isShown(group) {
                let merged = breakdown.merged?.name == group.name ? breakdown.merged : nil
                blocks.append(
                    Set((merged?.members ?? [group.name]) + (merged?.hasThoseWithoutValue == true ? [""] : [])))
            }
        }
        if isTotalShown {
            blocks.append(Set(Self.values).subtracting(blocks.reduce(into: []) { $0.formUnion($1) }))
        }
        // Nobody is anybody's: a value that none of them has belongs to every set.
        let nobody = Set(Self.values.filter { value in !people.contains { $0.value == value } })
        var sets: Set<Set<String>> = []
        for choice in 1..<(1 << blocks.count) {
            let set = blocks.indices.filter { choice >> $0 & 1 == 1 }.reduce(into: Set<String>()) {
                $0.formUnion(blocks[$1])
            }
            for extra in subsets(of: nobody) {
                let without = set.subtracting(nobody).union(extra)
                if !without.isEmpty { sets.insert(without) }
            }
        }
        return sets
    }

    private func subsets(of values: Set<String>) -> [Set<String>] {
        values.reduce([[]]) { sets, value in sets + sets.map { $0.union([value]) } }
    }

    /// Those of the sets that tell of few, where no smaller one is told of.
    private func tells(
        then: [Person], now: [Person], _ item: Int?, _ sets: Set<Set<String>>, _ attribute: AttributeRule
    ) -> [Set<String>] {
        sets.filter { set in
            !sets.contains { $0.isStrictSubset(of: set) } && isOfFew(then, now, item, set, attribute)
        }
    }

    private func isOfFew(
        _ then: [Person], _ now: [Person], _ item: Int?, _ set: Set<String>, _ attribute: AttributeRule
    ) -> Bool {
        guard let item else {
            let sizes = [then, now].map { $0.filter { set.contains($0.value) }.count }
            return (1...4).contains(abs(sizes[0] - sizes[1]))
        }
        var steps: [Int] = []
        for kind in Self.kinds.dropLast() {
            func number(_ people: [Person]) -> Int {
                people.filter { set.contains($0.value) && $0.answers[item] == kind }.count
            }
            steps.append(number(now) - number(then))
        }
        let came = steps.filter { $0 > 0 }.reduce(0, +)
        let went = -steps.filter { $0 < 0 }.reduce(0, +)
        let most = max(came, went)
        if most == 0 { return false }
        if most < 5 { return true }
        guard came == 0 || went == 0, most < 20 else { return false }
        let sizes = steps.map(abs)
        switch attribute {
        case .none: return false
        case .unfavourable: return sizes[0] + sizes[1] >= most - 1
        case .all: return sizes[0] + sizes[1] >= most - 1 || sizes[2] + sizes[3] >= most - 1
        }
    }
}
