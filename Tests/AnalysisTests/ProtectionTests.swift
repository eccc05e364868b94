import Survey
import TestSupport
import Testing

@testable import Analysis

@Suite struct `Rule 8: protection` {
    private func merging(_ id: String, as name: String, values: [String]? = nil) -> BackgroundVariable {
        BackgroundVariable(
            id: id, name: id, values: values?.map { BackgroundValue(label: $0) }, smallGroups: .merge(as: name))
    }

    /// Groups that nobody is in two of.
    private func disjoint(_ sizes: [[Int]], periods: Int) -> [[Membership]] {
        (0..<periods).map { period in
            sizes.indices.map { Membership(groups: [$0], respondents: sizes[$0][period]) }
        }
    }

    /// Respondents who all answered `a`, so many of each value.
    private func people(_ when: String, _ sizes: KeyValuePairs<String, Int>, by variable: String = "chefsgrupp") throws
        -> Measurement
    {
        let values = sizes.flatMap { [String](repeating: $0.key, count: $0.value) }
        return try measurement(
            when, ["a": codes(neither: values.count / 2, positive: values.count - values.count / 2)],
            groups: [variable: values])
    }

    @Test(arguments: [5, 8])
    func `no figure is shown for a group smaller than the smallest group`(_ smallest: Int) throws {
        let instrument = try oneQuestion(smallestGroup: smallest)
        let tooFew = try analyze([try measurement("2021", ["a": codes(positive: smallest - 1)])], of: instrument)
        #expect(tooFew.group()?.waves.first?.response == .tooFew)
        #expect(tooFew.question("a")?.counts == .tooFew)
        let enough = try analyze([try measurement("2021", ["a": codes(positive: smallest)])], of: instrument)
        #expect(enough.group()?.waves.first?.response.figure?.answers == smallest)
        #expect(enough.question("a")?.counts.figure?.base == smallest)
    }

    @Test func `within a large group no figure is shown for a question that fewer answered`() throws {
        let results = try analyze(
            [try measurement("2021", ["a": codes(positive: 4, dontKnow: 20)])], of: try oneQuestion())
        #expect(results.group()?.waves.first?.response.figure?.answers == 24)
        #expect(results.question("a")?.counts == .tooFew)
    }

    @Test func `a change is not shown where one of its two figures is protected`() throws {
        let few = codes(positive: 4, dontKnow: 20)
        let many = codes(neither: 10, positive: 14)
        for (earlier, later) in [(few, many), (many, few), (few, few)] {
            let results = try analyze(
                [try measurement("2020", ["a": earlier]), try measurement("2021", ["a": later])], of: try oneQuestion())
            #expect(results.question("a")?.development == .tooFew)
        }
    }

    @Test func `chefsgrupper that are too small one by one are shown together`() throws {
        let results = try analyze(
            [try people("2021", ["Nord": 4, "Syd": 4, "Öst": 3])],
            of: try oneQuestion([merging("chefsgrupp", as: "Chefsgrupperna tillsammans")]))
        let breakdown = try #require(results.breakdowns.last)
        #expect(breakdown.merged == MergedGroups(name: "Chefsgrupperna tillsammans", members: ["Nord", "Syd", "Öst"]))
        #expect(breakdown.groups.map(\.name) == ["Chefsgrupperna tillsammans"])
        #expect(breakdown.groups.first?.waves.first?.response.figure?.answers == 11)
        // It would repeat the total.
        #expect(!breakdown.isShown)
    }

    @Test func `small groups are shown together beside those that are large enough`() throws {
        let results = try analyze(
            [try people("2021", ["Nord": 12, "Syd": 3, "Öst": 2, "Väst": 9])],
            of: try oneQuestion([merging("chefsgrupp", as: "Övriga")]))
        let breakdown = try #require(results.breakdowns.last)
        #expect(breakdown.groups.map(\.name) == ["Nord", "Väst", "Övriga"])
        #expect(breakdown.merged?.members == ["Syd", "Öst"])
        #expect(results.group("Övriga", by: "chefsgrupp")?.waves.first?.response.figure?.answers == 5)
        #expect(breakdown.isShown)
    }

    @Test func `one small group takes the next smallest with it`() throws {
        let results = try analyze(
            [try people("2021", ["Nord": 12, "Syd": 3, "Väst": 9])],
            of: try oneQuestion([merging("chefsgrupp", as: "Övriga")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Nord", "Övriga"])
        #expect(results.breakdowns.last?.merged?.members == ["Syd", "Väst"])
    }

    @Test func `a group too small in one year is merged in both`() throws {
        let results = try analyze(
            [
                try people("2020", ["Nord": 9, "Syd": 4, "Öst": 9]),
                try people("2021", ["Nord": 9, "Syd": 9, "Öst": 9]),
            ],
            of: try oneQuestion([merging("chefsgrupp", as: "Övriga")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Öst", "Övriga"])
        let merged = try #require(results.group("Övriga", by: "chefsgrupp"))
        #expect(merged.waves.map { $0.response.figure?.answers } == [18, 13])
    }

    @Test func `a value that already has the common name is part of it`() throws {
        let results = try analyze(
            [try people("2021", ["Nord": 12, "Syd": 3, "Öst": 3, "Övriga": 8])],
            of: try oneQuestion([merging("chefsgrupp", as: "Övriga")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Nord", "Övriga"])
        #expect(results.breakdowns.last?.merged?.members == ["Syd", "Öst", "Övriga"])
        #expect(results.group("Övriga", by: "chefsgrupp")?.waves.first?.response.figure?.answers == 14)
    }

    @Test func `where no group is too small a value may have the common name on its own`() throws {
        let results = try analyze(
            [try people("2021", ["Nord": 12, "Övriga": 8])],
            of: try oneQuestion([merging("chefsgrupp", as: "Övriga")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Nord", "Övriga"])
        #expect(results.breakdowns.last?.merged == nil)
    }

    @Test func `those asked of merged groups are added up, and unknown if one of them is`() throws {
        let variable = merging("chefsgrupp", as: "Övriga")
        let plain = try people("2021", ["Nord": 12, "Syd": 3, "Öst": 3])
        for (asked, rate) in [(["Nord": 20, "Syd": 4, "Öst": 8], 50), (["Nord": 20, "Syd": 4], nil)] {
            let measurement = Measurement(
                instrument: plain.instrument, version: plain.version, period: plain.period, answers: plain.answers,
                invited: Invited(total: 40, byGroup: ["chefsgrupp": asked]), files: [])
            let results = try analyze([measurement], of: try oneQuestion([variable]))
            let response = try #require(results.group("Övriga", by: "chefsgrupp")?.waves.first?.response.figure)
            #expect(response.rate?.percent == rate)
        }
    }

    @Test func `groups that are hidden, not merged, keep their name and show nothing`() throws {
        let results = try analyze(
            [try people("2021", ["Kvinna": 9, "Man": 4], by: "kön")],
            of: try oneQuestion([BackgroundVariable(id: "kön", name: "kön")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Kvinna", "Man"])
        #expect(results.group("Man", by: "kön")?.waves.first?.response == .tooFew)
        #expect(results.question("a", in: "Man", by: "kön")?.counts == .tooFew)
        #expect(results.breakdowns.last?.isShown == true)
    }

    @Test func `a breakdown in which every group is too small is not shown`() throws {
        let results = try analyze(
            [try people("2021", ["Kvinna": 4, "Man": 4], by: "kön")],
            of: try oneQuestion([BackgroundVariable(id: "kön", name: "kön")]))
        #expect(results.breakdowns.last?.isShown == false)
    }

    @Test(arguments: [
        ([[9], [9]], []), ([[4], [9], [7]], [0, 2]), ([[4], [1]], [0, 1]), ([[4]], [0]), ([], []), ([[0], [9]], []),
        ([[0], [4], [9]], [1, 2]), ([[4, 0], [0, 4], [9, 9], [6, 6]], [0, 1, 3]),
        ([[5, 4], [3, 5], [9, 9]], [0, 1]),
        ([[2], [2], [6], [6]], [0, 1, 2]), ([[2], [3], [6]], [0, 1]), ([[6, 0], [4, 9], [7, 7]], [0, 1]),
    ])
    func `the groups to merge are the small ones and, while these are too few together, the next smallest`(
        _ sizes: [[Int]], _ merged: [Int]
    ) {
        let periods = disjoint(sizes, periods: sizes.first?.count ?? 0)
        #expect(groupsToMerge(periods, groups: sizes.count, smallestGroup: 5) == merged)
    }

    @Test func `groups that are too small together because they are the same people are merged with the next`() {
        let people = [
            Membership(groups: [0, 1], respondents: 3), Membership(groups: [2], respondents: 6),
            Membership(groups: [3], respondents: 9),
        ]
        #expect(groupsToMerge([people], groups: 4, smallestGroup: 5) == [0, 1, 2])
        #expect(groupsToMerge(disjoint([[3], [3], [6], [9]], periods: 1), groups: 4, smallestGroup: 5) == [0, 1])
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `merged groups that may overlap hold enough people, or all groups are merged`(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let smallest = Int.random(in: 2...8, using: &generator)
        let count = Int.random(in: 1...6, using: &generator)
        let periods = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
            (0..<Int.random(in: 0...(2 * smallest), using: &generator)).map { _ in
                Membership(
                    groups: (0..<count).filter { _ in Int.random(in: 0...2, using: &generator) == 0 }, respondents: 1)
            }
        }
        let merged = groupsToMerge(periods, groups: count, smallestGroup: smallest)
        func size(_ groups: some Sequence<Int>, _ people: [Membership]) -> Int {
            people.filter { !Set($0.groups).isDisjoint(with: groups) }.count
        }
        func isEnough(_ groups: some Sequence<Int>) -> Bool {
            periods.allSatisfy { size(groups, $0) == 0 || size(groups, $0) >= smallest }
        }
        let present = (0..<count).filter { group in periods.contains { size([group], $0) > 0 } }
        #expect(isEnough(merged) || merged == present, "seed \(seed)")
        for group in present where !merged.contains(group) { #expect(isEnough([group]), "seed \(seed)") }
        #expect(merged.isEmpty == present.allSatisfy { isEnough([$0]) }, "seed \(seed)")
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `merged groups are large enough in every period, or all groups are merged`(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        let smallest = Int.random(in: 2...8, using: &generator)
        let periods = Int.random(in: 1...2, using: &generator)
        let sizes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            (0..<periods).map { _ in Int.random(in: 0...(2 * smallest), using: &generator) }
        }
        let merged = groupsToMerge(
            disjoint(sizes, periods: periods), groups: sizes.count, smallestGroup: smallest)
        let together = (0..<periods).map { period in merged.reduce(0) { $0 + sizes[$1][period] } }
        let present = sizes.indices.filter { sizes[$0].contains { $0 > 0 } }
        #expect(together.allSatisfy { $0 == 0 || $0 >= smallest } || merged == present, "seed \(seed): \(sizes)")
        for place in sizes.indices where !merged.contains(place) {
            #expect(sizes[place].allSatisfy { $0 == 0 || $0 >= smallest }, "seed \(seed): \(sizes)")
        }
    }
}
