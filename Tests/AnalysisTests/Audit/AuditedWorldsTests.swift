import Survey
import TestSupport
import Testing

@testable import Analysis

/// Every way in which a few people can have answered that gives the figures shown, tried one by one.
@Suite struct `The audit beside every world that the figures allow` {
    private static func table(_ random: inout SeededGenerator) -> MadeTable {
        func group(_ name: String, _ most: Int) -> MadeTable.Group {
            let people = Int.random(in: 1...most, using: &random)
            let negative = Int.random(in: 0...people, using: &random)
            let positive = Int.random(in: 0...(people - negative), using: &random)
            var group = MadeTable.Group(
                name: name, answers: RowCounts(negative: negative, positive: positive), people: people)
            if Bool.random(using: &random) { group.hidden = .complement }
            if Int.random(in: 0...2, using: &random) == 0 { group.peopleHidden = .complement }
            return group
        }
        let names = ["Kvinna", "Man", "Annat"].prefix(Int.random(in: 2...3, using: &random))
        var table = MadeTable(groups: names.map { group($0, 4) })
        if Bool.random(using: &random) { table.without = group("", 2) }
        return table
    }

    /// Every way to part `sum` into as many parts as there are caps, none above its cap.
    private static func parts(_ sum: Int, _ caps: [Int]) -> [[Int]] {
        guard let first = caps.first else { return sum == 0 ? [[]] : [] }
        guard sum >= 0 else { return [] }
        return (0...max(0, min(sum, first))).flatMap { part in
            parts(sum - part, Array(caps.dropFirst())).map { [part] + $0 }
        }
    }

    /// The least and greatest number of respondents and answers of each group, and of those without a value last.
    private static func worlds(_ table: MadeTable) -> (people: [ClosedRange<Int>], answers: [ClosedRange<Int>]) {
        let cells = table.groups + [table.without]
        func isHidden(_ place: Int, _ reason: KeyPath<MadeTable.Group, ProtectionReason?>) -> Bool {
            place == table.groups.count || cells[place][keyPath: reason] != nil
        }
        let peopleHidden = cells.indices.filter { isHidden($0, \.peopleHidden) }
        let hidden = cells.indices.filter { isHidden($0, \.hidden) }
        func sum(_ places: [Int], _ count: (MadeTable.Group) -> Int) -> Int {
            places.reduce(0) { $0 + count(cells[$1]) }
        }
        let people = sum(peopleHidden, \.respondents)
        var foundPeople = [Set<Int>](repeating: [], count: cells.count)
        var foundAnswers = foundPeople
        for numbers in parts(people, peopleHidden.map { _ in people }) {
            var respondents = cells.map(\.respondents)
            for (place, number) in zip(peopleHidden, numbers) { respondents[place] = number }
            // A group that is named has somebody; nobody gives two answers.
            guard table.groups.indices.allSatisfy({ respondents[$0] > 0 }),
                cells.indices.allSatisfy({ hidden.contains($0) || cells[$0].answers.base <= respondents[$0] })
            else { continue }
            for negative in parts(sum(hidden, \.answers.negative), hidden.map { respondents[$0] }) {
                let room = zip(hidden, negative).map { respondents[$0] - $1 }
                let positive = sum(hidden, \.answers.positive)
                guard room.reduce(0, +) >= positive else { continue }
                for (place, cell) in respondents.enumerated() { foundPeople[place].insert(cell) }
                for (place, cell) in hidden.enumerated() {
                    foundAnswers[cell].insert(negative[place] + max(0, positive - room.reduce(0, +) + room[place]))
                    foundAnswers[cell].insert(negative[place] + min(positive, room[place]))
                }
            }
        }
        func range(_ values: Set<Int>) -> ClosedRange<Int> { (values.min() ?? 0)...(values.max() ?? 0) }
        return (foundPeople.map(range), foundAnswers.map(range))
    }

    @Test func `what can be worked out is never less than what could be, and seldom more`() throws {
        var same = 0
        var wider = 0
        for seed in 0..<1500 as Range<UInt64> {
            var random = SeededGenerator(state: seed)
            let table = Self.table(&random)
            let audit = auditProtection(of: [try table.results()], histories: [], given: [])
            let worlds = Self.worlds(table)
            for row in audit.rows where row.row.variable != nil {
                let place = table.groups.firstIndex { $0.name == row.row.group } ?? table.groups.count
                let exact = (row.row.question == nil ? worlds.people : worlds.answers)[place]
                let found = row.answers
                let highest = try #require(found.highest)
                #expect(found.lowest <= exact.lowerBound && highest >= exact.upperBound, "seed \(seed) \(row.row)")
                if found.lowest...highest == exact { same += 1 } else { wider += 1 }
            }
        }
        // A hidden number of respondents and the hidden answers of the same people limit each other, which is not followed.
        #expect(same > 7 * wider, "\(same) as narrow as they can be, \(wider) wider")
    }
}
