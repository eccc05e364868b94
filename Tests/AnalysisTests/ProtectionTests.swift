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
        #expect(tooFew.group()?.waves.first?.response == .protected)
        #expect(tooFew.question("a")?.counts == .protected)
        let enough = try analyze([try measurement("2021", ["a": codes(positive: smallest)])], of: instrument)
        #expect(enough.group()?.waves.first?.response.figure?.answers == smallest)
        #expect(enough.question("a")?.counts.figure?.base == smallest)
    }

    @Test func `within a large group no figure is shown for a question that fewer answered`() throws {
        let results = try analyze(
            [try measurement("2021", ["a": codes(positive: 4, dontKnow: 20)])], of: try oneQuestion())
        #expect(results.group()?.waves.first?.response.figure?.answers == 24)
        #expect(results.question("a")?.counts == .protected)
    }

    @Test func `a change is not shown where one of its two figures is protected`() throws {
        let few = codes(positive: 4, dontKnow: 20)
        let many = codes(neither: 10, positive: 14)
        for (earlier, later) in [(few, many), (many, few), (few, few)] {
            let results = try analyze(
                [try measurement("2020", ["a": earlier]), try measurement("2021", ["a": later])], of: try oneQuestion())
            #expect(results.question("a")?.development == .protected)
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
            [try people("2021", ["Kvinna": 9, "Man": 4, "Annat": 7], by: "kön")],
            of: try oneQuestion([BackgroundVariable(id: "kön", name: "kön")]))
        #expect(results.breakdowns.last?.groups.map(\.name) == ["Annat", "Kvinna", "Man"])
        #expect(results.group("Kvinna", by: "kön")?.waves.first?.response.figure?.answers == 9)
        // The few men would be what remains beside the two others.
        #expect(results.group("Annat", by: "kön")?.waves.first?.response == .protected)
        #expect(results.group("Man", by: "kön")?.waves.first?.response == .protected)
        #expect(results.question("a", in: "Man", by: "kön")?.counts == .protected)
        #expect(results.breakdowns.last?.isShown == true)
    }

    @Test func `a breakdown in which every group is too small is not shown`() throws {
        let results = try analyze(
            [try people("2021", ["Kvinna": 4, "Man": 4], by: "kön")],
            of: try oneQuestion([BackgroundVariable(id: "kön", name: "kön")]))
        #expect(results.breakdowns.last?.isShown == false)
    }

    @Test func `those without a value are in the merged group where they are few, and it is named after its members`()
        throws
    {
        let gender = BackgroundVariable(
            id: "kön", name: "kön", values: ["Kvinna", "Man", "Annat"].map { BackgroundValue(label: $0) },
            smallGroups: .merge(as: nil))
        func results(_ sizes: KeyValuePairs<String, Int>) throws -> Results {
            let plain = try people("2021", sizes, by: "kön")
            let asked = Invited(total: 200, byGroup: ["kön": ["Kvinna": 100, "Man": 80, "Annat": 4]])
            return try analyze(
                [
                    Measurement(
                        instrument: plain.instrument, version: plain.version, period: plain.period,
                        answers: plain.answers, invited: asked, files: [])
                ], of: try oneQuestion([gender]))
        }
        func responses(_ results: Results) -> [String] {
            (results.breakdowns.last?.groups ?? []).map { group in
                let response = group.waves.first?.response.figure
                return "\(group.name) \(response?.answers ?? -1) \(response?.invited ?? -1)"
            }
        }
        let few = try results(["Kvinna": 80, "Man": 60, "": 2])
        #expect(responses(few) == ["Kvinna 80 100", "Man, ej angivet 62 -1"])
        #expect(
            few.breakdowns.last?.merged
                == MergedGroups(name: "Man, ej angivet", members: ["Man"], hasThoseWithoutValue: true))
        #expect(publishedPeriods(of: [few]).first?.groups.map(\.members) == [[], [], ["Man", ""]])
        #expect(few.protected.isEmpty)

        let other = try results(["Kvinna": 80, "Man": 60, "Annat": 2, "": 7])
        #expect(responses(other) == ["Kvinna 80 100", "Man, Annat 62 84"])
        #expect(publishedPeriods(of: [other]).first?.groups.map(\.members) == [[], [], ["Man", "Annat"]])
        let both = try results(["Kvinna": 80, "Man": 60, "Annat": 3, "": 2])
        #expect(responses(both) == ["Kvinna 80 100", "Man 60 80", "Annat, ej angivet 5 -1"])
        let enough = try results(["Kvinna": 80, "Man": 60, "": 20])
        #expect(responses(enough) == ["Kvinna 80 100", "Man 60 80"])
        // All of it is merged.
        #expect(try results(["Kvinna": 80, "": 2]).breakdowns.last?.isShown == false)
    }

    @Test func `a merged group stands beside the same groups that were merged when they were given out`() throws {
        let of = try oneQuestion([merging("insats", as: "Övriga")])
        func year(_ when: String, _ sizes: KeyValuePairs<String, Int>) throws -> Measurement {
            try people(when, sizes, by: "insats")
        }
        let then = publishedPeriods(
            of: [try analyze([try year("2020", ["C": 9, "A": 3, "B": 4])], of: of)])
        func names(_ sizes: KeyValuePairs<String, Int>) throws -> [String] {
            let now = try analyze(
                figures: [.answers(try year("2021", sizes))] + then.map { .published($0) }, of: of)
            return (now.breakdowns.last?.groups ?? []).map { group in
                "\(group.name) \(group.waves.map(\.period.label).joined(separator: " "))"
            }
        }
        #expect(try names(["C": 9, "A": 4, "B": 4]) == ["C 2021 2020", "Övriga 2021 2020"])
        #expect(try names(["C": 9, "A": 4, "D": 4]) == ["C 2021 2020", "Övriga 2021"])
        // The groups that were merged then are shown each for itself now.
        #expect(try names(["C": 9, "A": 8, "B": 8]) == ["A 2021", "B 2021", "C 2021 2020", "Övriga 2020"])
    }

    @Test func `a variable may have a higher limit than the questionnaire`() throws {
        func results(_ smallGroups: SmallGroups) throws -> Results {
            let variable = BackgroundVariable(
                id: "insats", name: "insats", smallGroups: smallGroups, smallestGroup: 10)
            return try analyze(
                [try people("2021", ["A": 9, "B": 20, "C": 12, "D": 30], by: "insats")],
                of: try oneQuestion([variable]))
        }
        let hidden = try #require(try results(.hide).breakdowns.last)
        #expect(hidden.groups.map { $0.waves.first?.response.figure?.answers } == [nil, 20, nil, 30])
        let merged = try #require(try results(.merge(as: nil)).breakdowns.last)
        #expect(merged.groups.map(\.name) == ["B", "D", "A, C"])
        #expect(merged.groups.map { $0.waves.first?.response.figure?.answers } == [20, 30, 21])
    }

    @Test(arguments: [false, true])
    func `a question that is shown for the whole alone is shown for no part of it`(_ isWholeInstrument: Bool) throws {
        let question = Question(id: "a", text: "Våld?", scale: fullScale, isOnlyTotal: !isWholeInstrument)
        let of = Instrument(
            id: "personal", name: "FOV", group: .currentParticipants,
            versions: [try version("2020", [Item(number: 1, question: question, comparability: .first)])],
            background: [BackgroundVariable(id: "kön", name: "kön")], attributeRule: .all,
            isOnlyTotal: isWholeInstrument)
        let results = try analyze([try people("2021", ["Kvinna": 30, "Man": 40], by: "kön")], of: of)
        #expect(results.question("a")?.counts.figure?.base == 70)
        let breakdown = try #require(results.breakdowns.last)
        #expect(breakdown.groups.map { $0.waves.first?.response.figure?.answers } == [30, 40])
        #expect(breakdown.groups.map { $0.waves.first?.question("a")?.counts } == [.protected, .protected])
        #expect(breakdown.isShown && !breakdown.showsQuestions)
        #expect(results.protected.map(\.reason) == [.onlyTotal, .onlyTotal])
        #expect(results.protected.map(\.counts.base) == [30, 40])
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
        #expect(groupsToMerge(periods, groups: sizes.count, smallestGroup: 5) == GroupsToMerge(groups: merged))
    }

    @Test(arguments: [
        // Those in none are enough, are nobody, or are merged with the small ones or with the smallest.
        ([[12], [9]], [5], GroupsToMerge()), ([[12], [9]], [0], GroupsToMerge()),
        ([[12], [3], [9]], [7], GroupsToMerge(groups: [1, 2])),
        ([[12], [9]], [2], GroupsToMerge(groups: [1], hasThoseInNone: true)),
        ([[12], [3], [9]], [2], GroupsToMerge(groups: [1], hasThoseInNone: true)),
        ([[12], [3], [9]], [1], GroupsToMerge(groups: [1, 2], hasThoseInNone: true)),
        ([[9]], [2], GroupsToMerge(groups: [0], hasThoseInNone: true)), ([], [2], GroupsToMerge()),
        // Few of them in one of two years.
        ([[12, 12], [9, 9]], [2, 30], GroupsToMerge(groups: [1], hasThoseInNone: true)),
    ])
    func `those in none of the groups are merged where they are too few, and never added to others`(
        _ sizes: [[Int]], _ none: [Int], _ merged: GroupsToMerge
    ) {
        let periods = zip(disjoint(sizes, periods: none.count), none).map { groups, none in
            groups + [Membership(groups: [], respondents: none)]
        }
        #expect(groupsToMerge(periods, groups: sizes.count, smallestGroup: 5) == merged)
        let without = groupsToMerge(periods, groups: sizes.count, smallestGroup: 5, canMergeNone: false)
        #expect(without == groupsToMerge(disjoint(sizes, periods: none.count), groups: sizes.count, smallestGroup: 5))
    }

    @Test func `groups that are too small together because they are the same people are merged with the next`() {
        let people = [
            Membership(groups: [0, 1], respondents: 3), Membership(groups: [2], respondents: 6),
            Membership(groups: [3], respondents: 9),
        ]
        #expect(groupsToMerge([people], groups: 4, smallestGroup: 5).groups == [0, 1, 2])
        #expect(
            groupsToMerge(disjoint([[3], [3], [6], [9]], periods: 1), groups: 4, smallestGroup: 5).groups == [0, 1])
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
        let found = groupsToMerge(periods, groups: count, smallestGroup: smallest)
        func size(_ groups: [Int], none: Bool = false, _ people: [Membership]) -> Int {
            people.filter { $0.groups.isEmpty ? none : !Set($0.groups).isDisjoint(with: groups) }.count
        }
        func isEnough(_ groups: [Int], none: Bool = false) -> Bool {
            periods.allSatisfy {
                [0, max(smallest, size(groups, none: none, $0))].contains(size(groups, none: none, $0))
            }
        }
        let merged = found.groups
        let present = (0..<count).filter { group in periods.contains { size([group], $0) > 0 } }
        #expect(isEnough(merged, none: found.hasThoseInNone) || merged == present, "seed \(seed)")
        for group in present where !merged.contains(group) { #expect(isEnough([group]), "seed \(seed)") }
        if !merged.isEmpty { #expect(found.hasThoseInNone == !isEnough([], none: true), "seed \(seed)") }
        #expect(
            merged.isEmpty
                == (present.allSatisfy { isEnough([$0]) } && (present.isEmpty || isEnough([], none: true))),
            "seed \(seed)")
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
            disjoint(sizes, periods: periods), groups: sizes.count, smallestGroup: smallest
        ).groups
        let together = (0..<periods).map { period in merged.reduce(0) { $0 + sizes[$1][period] } }
        let present = sizes.indices.filter { sizes[$0].contains { $0 > 0 } }
        #expect(together.allSatisfy { $0 == 0 || $0 >= smallest } || merged == present, "seed \(seed): \(sizes)")
        for place in sizes.indices where !merged.contains(place) {
            #expect(sizes[place].allSatisfy { $0 == 0 || $0 >= smallest }, "seed \(seed): \(sizes)")
        }
    }
}
