import Foundation
import Survey
import TestSupport
import Testing

@testable import Analysis

/// How many tables are tried; more where BILAGA_SKYDD says so.
let protectionTables = ProcessInfo.processInfo.environment["BILAGA_SKYDD"].flatMap { Int($0) } ?? 250

@Suite struct `Protection: every table that agrees with what is shown` {
    /// Two or three groups, and perhaps those in none, who answered one question.
    private func randomTable(_ random: inout SeededGenerator, attribute: AttributeRule) -> ProtectionTable {
        let classes = Bool.random(using: &random) ? [0, 1, 2, 3] : [0, 2]
        let skips = Int.random(in: 0...3, using: &random)
        func group(_ sizes: ClosedRange<Int>) -> TestGroup {
            let respondents = Int.random(in: sizes, using: &random)
            var counts = [0, 0, 0, 0]
            for _ in 0..<respondents where Int.random(in: 0..<6, using: &random) >= skips {
                counts[classes.randomElement(using: &random) ?? 0] += 1
            }
            return TestGroup(respondents, gave(counts[0], counts[1], counts[2], counts[3]))
        }
        let limit = Int.random(in: 2...5, using: &random)
        let groups = (0..<Int.random(in: 2...3, using: &random)).map { _ in group(1...5) }
        return table(
            divided(groups, without: Bool.random(using: &random) ? group(0...3) : nil, limit: limit),
            attribute: attribute, limit: limit, uncertainty: Int.random(in: 2...3, using: &random))
    }

    private func cells(_ table: ProtectionTable) -> [Worlds.Cell] {
        table.divisions[0].cells.filter { $0.counted.respondents > 0 }.map {
            let row = $0.counted.rows[0]
            return Worlds.Cell(
                isGroup: !$0.groups.isEmpty, respondents: $0.counted.respondents,
                counts: [row.negative, row.neither, row.positive, row.clearlyPositive])
        }
    }

    private func subsets(_ reasons: [ProtectionReason?]) -> [[Bool]] {
        let free = reasons.indices.filter { reasons[$0] == nil }
        return (0..<(1 << free.count)).map { choice in
            reasons.indices.map { group in
                free.firstIndex(of: group).map { choice >> $0 & 1 == 1 } ?? true
            }
        }
    }

    /// By rule: which answers together are protected.
    private func protected(_ attribute: AttributeRule) -> [[Int]] {
        switch attribute {
        case .none: []
        case .unfavourable: [[0], [0, 1]]
        case .all: [[0], [1], [2], [3], [0, 1]]
        }
    }

    private func isWide(_ now: ClosedRange<Int>, alone: ClosedRange<Int>, truth: Int, _ uncertainty: Int) -> Bool {
        now.upperBound >= min(truth + 1, alone.upperBound)
            && now.count - 1 >= min(uncertainty, alone.count - 1)
    }

    @Test(arguments: AttributeRule.allCases)
    func `a choice of hidden answers is safe exactly where no reader can narrow a protected count`(
        _ attribute: AttributeRule
    ) throws {
        var random = SeededGenerator(state: 11)
        var (tables, safe, unsafe, biting) = (0, 0, 0, 0)
        while tables < protectionTables {
            let table = randomTable(&random, attribute: attribute)
            let outcome = protect(table)
            guard outcome.total.items[0] == nil, outcome.total.response == nil else { continue }
            let responses = outcome.divisions[0].map(\.response)
            let problem = HidingProblem(table, division: 0, item: 0, isTotalShown: true, responses: responses)
            let cells = cells(table)
            let isNumberShown = problem.cells.map { $0.groups.first.map { responses[$0] == nil } ?? false }
            let nothing = Worlds(
                cells: cells, isNumberShown: isNumberShown, areAnswersShown: cells.map { _ in false })
            guard problem.mayTellTooMuch, problem.reasons.contains(nil), nothing.most < 4_000 else { continue }
            tables += 1
            let rule = RowRule(smallestGroup: table.rules.smallestGroup, attribute: attribute)
            let counts = cells.indices.flatMap { cell in protected(attribute).map { (cell: cell, answers: $0) } }
            let alone = nothing.ranges(of: counts)
            for hidden in subsets(problem.reasons) {
                var worlds = nothing
                worlds.areAnswersShown = problem.cells.map { $0.groups.first.map { !hidden[$0] } ?? false }
                let left = cells.indices.filter { !worlds.areAnswersShown[$0] }
                let union = (0..<4).map { answer in left.reduce(0) { $0 + cells[$1].counts[answer] } }
                var isSafe = true
                if left.count < cells.count && union.reduce(0, +) > 0 {
                    isSafe = rule.reason(toHide: gave(union[0], union[1], union[2], union[3])) == nil
                    for (reader, ranges) in worlds.ranges(of: counts) {
                        for (place, count) in counts.enumerated() {
                            let own = cells[count.cell]
                            let group = problem.cells[count.cell].groups.first
                            let isProtected =
                                group.map { problem.reasons[$0] == .tooFew || problem.reasons[$0] == .nearlyAll }
                                ?? (rule.reason(
                                    toHide: gave(own.counts[0], own.counts[1], own.counts[2], own.counts[3]))
                                    != nil)
                            guard isProtected, own.counts.reduce(0, +) > 0 else { continue }
                            let takes = reader.answer.map(count.answers.contains) == true
                            let isOfUnion = reader.cell.map(left.contains) == true
                            let isNobody =
                                count.answers.reduce(0) { $0 + union[$1] } - (takes && isOfUnion ? 1 : 0) == 0
                            if attribute == .unfavourable && isNobody { continue }
                            let truth =
                                count.answers.reduce(0) { $0 + own.counts[$1] }
                                - (takes && reader.cell == count.cell ? 1 : 0)
                            guard let range = alone[reader]?[place] else { continue }
                            if !isWide(ranges[place], alone: range, truth: truth, table.rules.uncertainty) {
                                biting += isSafe ? 1 : 0
                                isSafe = false
                            }
                        }
                    }
                }
                #expect(problem.isSafe(hidden) == isSafe, "\(table) \(hidden)")
                if isSafe { safe += 1 } else { unsafe += 1 }
            }
            // What is decided is one of the safe choices.
            #expect(problem.isSafe(outcome.divisions[0].map { $0.items[0] != nil }))
        }
        #expect(safe > 100 && unsafe > 20)
        // Where no answers are protected nothing needs to be wide.
        #expect(attribute == .none ? biting == 0 : biting > 20)
    }

    @Test func `a choice of hidden numbers of respondents is safe exactly where no reader can narrow a small one`() {
        var random = SeededGenerator(state: 12)
        var (safe, unsafe, biting) = (0, 0, 0)
        for _ in 0..<protectionTables {
            let table = randomTable(&random, attribute: .none)
            let problem = HidingProblem(table, division: 0, item: nil, isTotalShown: true, responses: nil)
            guard table.total.respondents >= table.rules.smallestGroup else { continue }
            let cells = cells(table)
            let limit = table.rules.smallestGroup
            let nothing = Worlds(
                cells: cells, isNumberShown: cells.map { _ in false }, areAnswersShown: cells.map { _ in false })
            let alone = nothing.rangesOfRespondents()
            for hidden in subsets(problem.reasons) {
                var worlds = nothing
                worlds.isNumberShown = problem.cells.map { $0.groups.first.map { !hidden[$0] } ?? false }
                let left = cells.indices.filter { !worlds.isNumberShown[$0] }
                let union = left.reduce(0) { $0 + cells[$1].respondents }
                var isSafe = true
                if !left.isEmpty && left.count < cells.count {
                    isSafe = union >= limit
                    for (reader, ranges) in worlds.rangesOfRespondents() {
                        for cell in left where cells[cell].respondents < limit {
                            let truth = cells[cell].respondents - (reader.cell == cell ? 1 : 0)
                            guard let range = alone[reader]?[cell] else { continue }
                            if !isWide(ranges[cell], alone: range, truth: truth, table.rules.uncertainty) {
                                biting += isSafe ? 1 : 0
                                isSafe = false
                            }
                        }
                    }
                }
                #expect(problem.isSafe(hidden) == isSafe, "\(table) \(hidden)")
                if isSafe { safe += 1 } else { unsafe += 1 }
            }
            #expect(problem.isSafe(protect(table).divisions[0].map { $0.response != nil }))
        }
        #expect(safe > 100 && unsafe > 50 && biting > 20)
    }

    @Test(arguments: AttributeRule.allCases)
    func `beside rows given out before no reader can narrow a protected count of a choice that is safe`(
        _ attribute: AttributeRule
    ) {
        var random = SeededGenerator(state: 13)
        var (tables, safe, biting) = (0, 0, 0)
        while tables < protectionTables {
            var table = randomTable(&random, attribute: attribute)
            let places = table.divisions[0].cells.indices.filter {
                table.divisions[0].cells[$0].counted.respondents > 0
            }
            let sets = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                places.filter { _ in Bool.random(using: &random) }
            }
            table.divisions[0].known = sets.flatMap { [KnownRow(cells: $0, item: nil), KnownRow(cells: $0, item: 0)] }
            let outcome = protect(table)
            guard outcome.total.items[0] == nil, outcome.total.response == nil else { continue }
            let responses = outcome.divisions[0].map(\.response)
            let problem = HidingProblem(table, division: 0, item: 0, isTotalShown: true, responses: responses)
            let cells = cells(table)
            var nothing = Worlds(
                cells: cells,
                isNumberShown: problem.cells.map { $0.groups.first.map { responses[$0] == nil } ?? false },
                areAnswersShown: cells.map { _ in false })
            nothing.knownNumbers = sets.map { set in cells.indices.filter { set.contains(problem.cells[$0].place) } }
            guard problem.mayTellTooMuch, problem.reasons.contains(nil), nothing.most < 4_000 else { continue }
            tables += 1
            let counts = problem.parts.flatMap { part in
                protected(attribute).map { (cell: part.cells[0], answers: $0) }
            }
            let alone = nothing.ranges(of: counts)
            for hidden in subsets(problem.reasons) {
                var worlds = nothing
                worlds.areAnswersShown = problem.cells.map { $0.groups.first.map { !hidden[$0] } ?? false }
                worlds.knownAnswers = nothing.knownNumbers
                let ranges = worlds.ranges(of: counts)
                func isNarrow(_ reader: Reader, _ place: Int) -> Bool {
                    let count = counts[place]
                    let own = cells[count.cell].counts
                    let block = cells.indices.filter {
                        !worlds.areAnswersShown[$0] && problem.cells[$0].block == problem.cells[count.cell].block
                    }
                    let takes = reader.answer.map(count.answers.contains) == true
                    let isOfBlock = reader.cell.map(block.contains) == true
                    let left = block.reduce(0) { sum, cell in
                        sum + count.answers.reduce(0) { $0 + cells[cell].counts[$1] }
                    }
                    if attribute == .unfavourable && left - (takes && isOfBlock ? 1 : 0) == 0 { return false }
                    let truth =
                        count.answers.reduce(0) { $0 + own[$1] } - (takes && reader.cell == count.cell ? 1 : 0)
                    guard let now = ranges[reader]?[place], let before = alone[reader]?[place] else { return true }
                    return !isWide(now, alone: before, truth: truth, table.rules.uncertainty)
                }
                let narrow = worlds.readers.contains { reader in counts.indices.contains { isNarrow(reader, $0) } }
                if problem.isSafe(hidden) {
                    safe += 1
                    #expect(!narrow, "\(table) \(hidden)")
                } else if narrow {
                    biting += 1
                }
            }
        }
        #expect(safe > 30)
        #expect(attribute == .none ? biting == 0 : biting > 20)
    }
}
