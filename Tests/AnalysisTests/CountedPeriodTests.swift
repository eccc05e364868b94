import Survey
import Testing

@testable import Analysis

@Suite struct `A period is counted whole before it is judged` {
    /// The people of each group that somebody is in, by division of the table and place in it.
    private func groups(_ naive: NaiveAnalysis, _ wave: Int) -> [[Set<Int>]] {
        let people = naive.piles[wave].people
        return naive.divisions().dropFirst().compactMap { division in
            guard people.contains(where: { $0.values[division.variable?.id ?? ""] != nil }) else { return nil }
            return division.names.map { name in Set(people.indices.filter { division.has(people[$0], name) }) }
                .filter { !$0.isEmpty }
        }
    }

    private func rows(_ people: some Sequence<Int>, _ pile: Pile) -> CountedRows {
        let people = people.map { pile.people[$0] }
        return CountedRows(
            respondents: people.count,
            rows: pile.version.items.map { item in
                let counts = NaiveCounts(people, item.question)
                return RowCounts(
                    negative: counts.negative, neither: counts.neither, positive: counts.positive - counts.clearly,
                    clearlyPositive: counts.clearly)
            })
    }

    @Test func `its cells are those who are in the very same groups, each person in one`() throws {
        for seed in 0..<200 as Range<UInt64> {
            let made = RandomCase(seed: seed)
            let naive = NaiveAnalysis(instrument: made.instrument, piles: made.piles)
            let counted = try countedPeriods(made.measurements.map(PeriodFigures.answers), of: made.instrument)
            for (wave, period) in counted.enumerated() {
                let pile = naive.piles[wave]
                #expect(period.table.total == rows(pile.people.indices, pile), "seed \(seed)")
                let groups = groups(naive, wave)
                #expect(period.table.divisions.map(\.groups) == groups.map(\.count), "seed \(seed)")
                for (division, groups) in zip(period.table.divisions, groups) {
                    let cells = Dictionary(grouping: pile.people.indices) { person in
                        groups.indices.filter { groups[$0].contains(person) }
                    }
                    let found = Dictionary(uniqueKeysWithValues: division.cells.map { ($0.groups, $0.counted) })
                    #expect(found == cells.mapValues { rows($0, pile) }, "seed \(seed)")
                }
            }
        }
    }

    @Test func `its nestings are the groups all of whose people are in another`() throws {
        var nested = 0
        for seed in 0..<400 as Range<UInt64> {
            let made = RandomCase(seed: seed)
            let naive = NaiveAnalysis(instrument: made.instrument, piles: made.piles)
            let counted = try countedPeriods(made.measurements.map(PeriodFigures.answers), of: made.instrument)
            for (wave, period) in counted.enumerated() {
                let groups = groups(naive, wave)
                let shownSomewhere = naive.divisions().dropFirst()
                    .filter { division in
                        naive.piles[wave].people.contains { $0.values[division.variable?.id ?? ""] != nil }
                    }
                    .map { $0.pool.isEmpty || $0.names.count > 1 }
                var expected: Set<Nesting> = []
                for (inner, outer) in groups.indices.flatMap({ inner in groups.indices.map { (inner, $0) } })
                where shownSomewhere[inner] && shownSomewhere[outer] {
                    for (a, within) in groups[inner].enumerated()
                    where within.count >= period.table.divisions[inner].smallestGroup {
                        for (b, around) in groups[outer].enumerated()
                        where (inner, a) != (outer, b) && within.isSubset(of: around) {
                            expected.insert(
                                Nesting(
                                    inner: Nesting.Group(division: inner, group: a),
                                    outer: Nesting.Group(division: outer, group: b)))
                        }
                    }
                }
                #expect(Set(period.table.nestings) == expected, "seed \(seed)")
                #expect(period.table.nestings.count == expected.count, "seed \(seed)")
                nested += expected.count
            }
        }
        #expect(nested > 5, "\(nested)")
    }

    @Test func `a group lies inside another of the same variable where all who chose it chose the other too`() throws {
        // A with B six times, B alone, C alone, C with D; of D are too few to be shown.
        let codes = [(1, 6), (2, 6), (3, 6), (4, 4)].flatMap { [UInt16](repeating: $0, count: $1) }
        let measurement = Measurement(
            instrument: "personal", version: "2020", period: try period("2021"),
            answers: Answers(
                respondents: 22, questions: [],
                groups: [
                    GroupColumn(
                        variable: "insats", values: ["A", "B", "C", "D"], codes: codes,
                        choices: [[1, 2], [2], [3], [3, 4]])
                ]), invited: nil, files: [])
        let insats = BackgroundVariable(id: "insats", name: "insats", isMultiple: true)
        let period = try #require(
            try countedPeriods([.answers(measurement)], of: try oneQuestion([insats])).first)
        #expect(period.divisions.map { $0.groups.map(\.name) } == [["A", "B", "C", "D"]])
        #expect(
            period.table.nestings == [
                Nesting(inner: Nesting.Group(division: 0, group: 0), outer: Nesting.Group(division: 0, group: 1))
            ])
    }

    @Test func `nestings are found among more groups than a word has bits`() throws {
        // Insats 1...100, each in one of 70 places, but the first also in another.
        let insatser = (1...100).flatMap { [String](repeating: "i\($0)", count: 5) }
        var places = (1...100).flatMap { [String](repeating: "p\($0 % 70)", count: 5) }
        places[0] = "p69"
        let background = ["insats", "ort"].map { BackgroundVariable(id: $0, name: $0) }
        let counted = try countedPeriods(
            [
                .answers(
                    try measurement(
                        "2021", ["a": codes(positive: 500)], groups: ["insats": insatser, "ort": places]))
            ], of: try oneQuestion(background))
        let period = try #require(counted.first)
        let found = period.table.nestings.map { nesting in
            [nesting.inner, nesting.outer].map { period.divisions[$0.division].groups[$0.group].name }
        }
        let inside = (2...100).map { ["i\($0)", "p\($0 % 70)"] }
        // A place with one insats lies inside it too; p69 has a stranger, p1 has lost one.
        let whole = (31...68).map { ["p\($0)", "i\($0)"] } + [["p0", "i70"]]
        #expect(Set(found) == Set(inside + whole))
        #expect(found.count == inside.count + whole.count)
    }
}
