import Survey
import TestSupport
import Testing

@testable import Analysis

@Suite struct `Protection: random tables` {
    private static let attributes = AttributeRule.allCases

    private func tables(
        _ attribute: AttributeRule, _ count: Int, groups: ClosedRange<Int>, seed: UInt64,
        _ body: (ProtectionTable, inout RandomTables) throws -> Void
    ) rethrows {
        var random = RandomTables(seed: seed)
        for _ in 0..<count {
            let questions = random.questions(2)
            let sizes = random.sizes(random.number(15...150), groups: random.number(groups))
            let without = [0, 0, 1, 2, 4, 9][random.number(0...5)]
            try body(table(random.division(of: sizes, without: without, questions), attribute: attribute), &random)
        }
    }

    private func row(_ counted: CountedRows, _ item: Int?) -> RowCounts {
        item.map { counted.rows[$0] } ?? gave(0, 0, counted.respondents)
    }

    private func lost(_ table: ProtectionTable, _ outcome: ProtectionOutcome, _ item: Int?) -> Int {
        table.divisions[0].cells.reduce(0) { lost, cell in
            guard let group = cell.groups.first, outcome.divisions[0][group][item] == .complement else { return lost }
            return lost + row(cell.counted, item).base
        }
    }

    /// The total less any of the groups that are shown.
    private func isolates(_ table: ProtectionTable, _ outcome: ProtectionOutcome, _ item: Int?) -> Bool {
        guard outcome.total[item] == nil else { return false }
        let rule = RowRule(smallestGroup: 5, attribute: item == nil ? .none : table.rules.attribute)
        let shown = table.divisions[0].cells.filter {
            $0.groups.first.map { outcome.divisions[0][$0][item] == nil } ?? false
        }
        guard !shown.isEmpty else { return false }
        return (0..<(1 << shown.count)).contains { choice in
            let rest = shown.indices.filter { choice >> $0 & 1 == 1 }
                .reduce(row(table.total, item)) { $0 - row(shown[$1].counted, item) }
            return rest.base > 0 && choice != 0 && rule.reason(toHide: rest) != nil
        }
    }

    @Test(arguments: attributes)
    func `the total less any groups that are shown is nobody, or may be told`(_ attribute: AttributeRule) {
        var found = 0
        tables(attribute, 150, groups: 2...9, seed: 21) { table, _ in
            let outcome = protect(table)
            #expect(outcome.unavoidable.isEmpty)
            for item in [nil, 0, 1] {
                #expect(!isolates(table, outcome, item), "\(table)")
                for (group, reason) in outcome.reasons(item).enumerated() {
                    let counted = table.divisions[0].cells[group].counted
                    let rule = RowRule(smallestGroup: 5, attribute: item == nil ? .none : attribute)
                    let isHiddenAlone = counted.respondents < 5 || rule.reason(toHide: row(counted, item)) != nil
                    #expect((reason == .tooFew || reason == .nearlyAll) == isHiddenAlone)
                }
                let alone = ProtectionTable(
                    rules: ProtectionRules(
                        smallestGroup: 5, attribute: attribute, uncertainty: 2, isComplementary: false),
                    items: table.items, total: table.total, divisions: table.divisions)
                found += isolates(alone, protect(alone), item) ? 1 : 0
            }
        }
        // Without the complement there is much to find.
        #expect(found > 100)
    }

    @Test(arguments: attributes)
    func `no other choice of what else to hide loses fewer answers`(_ attribute: AttributeRule) {
        var losing = 0
        tables(attribute, 150, groups: 2...8, seed: 22) { table, _ in
            let outcome = protect(table)
            let responses = outcome.divisions[0].map(\.response)
            for item in [nil, 0, 1] where outcome.total[item] == nil {
                let problem = HidingProblem(
                    table, division: 0, item: item, isTotalShown: true, responses: item == nil ? nil : responses)
                let free = problem.reasons.indices.filter { problem.reasons[$0] == nil }
                var least: (loss: Int, rows: Int)?
                for choice in 0..<(1 << free.count) {
                    let chosen = free.indices.filter { choice >> $0 & 1 == 1 }.map { free[$0] }
                    let hidden = problem.reasons.indices.map { problem.reasons[$0] != nil || chosen.contains($0) }
                    let cost = (loss: chosen.reduce(0) { $0 + problem.rows[$1].base }, rows: chosen.count)
                    if least.map({ cost < $0 }) ?? true, problem.isSafe(hidden) { least = cost }
                }
                let isHidden = outcome.divisions[0].map { $0[item] != nil }
                let hidden = free.filter { isHidden[$0] }
                #expect(problem.isSafe(isHidden))
                #expect(least?.loss == hidden.reduce(0) { $0 + problem.rows[$1].base })
                #expect(least?.rows == hidden.count)
                losing += hidden.isEmpty ? 0 : 1
            }
        }
        #expect(losing > 50)
    }

    @Test(arguments: attributes)
    func `the order of the groups changes nothing that is lost, and the same table gives the same rows`(
        _ attribute: AttributeRule
    ) {
        tables(attribute, 100, groups: 2...18, seed: 23) { table, random in
            let outcome = protect(table)
            #expect(protect(table) == outcome)
            let order = random.shuffled(Array(0..<table.divisions[0].groups))
            var moved = table
            moved.divisions[0] = Division(
                groups: order.count, smallestGroup: 5,
                cells: random.shuffled(table.divisions[0].cells).map { cell in
                    DivisionCell(groups: cell.groups.map { order[$0] }, counted: cell.counted)
                })
            let other = protect(moved)
            for item in [nil, 0, 1] { #expect(lost(table, outcome, item) == lost(moved, other, item)) }
        }
    }

    @Test(arguments: attributes)
    func `more groups than are searched exactly are safe too, and nothing is hidden that is not needed`(
        _ attribute: AttributeRule
    ) {
        tables(attribute, 20, groups: 22...40, seed: 24) { table, _ in
            let outcome = protect(table)
            for item in [nil, 0, 1] where outcome.total[item] == nil {
                let problem = HidingProblem(
                    table, division: 0, item: item, isTotalShown: true,
                    responses: item == nil ? nil : outcome.divisions[0].map(\.response))
                let hidden = outcome.divisions[0].map { $0[item] != nil }
                #expect(problem.isSafe(hidden))
                for group in hidden.indices where hidden[group] && problem.reasons[group] == nil {
                    var without = hidden
                    without[group] = false
                    #expect(!problem.isSafe(without))
                }
            }
        }
    }
}
