import Analysis
import Survey
import TestSupport
import Testing

@testable import Granskning

@Suite("Ten thousand random tables: none accused falsely, and every planted error that arithmetic can see is found")
struct RandomTableTests {
    /// A table of questions of one group in a layout of its own.
    private struct Table {
        var shares: [[Int]] = []
        let answered: [Int]
        let all: Int
        private let order: [Int]
        private let isCombined: Bool
        private let suffix: String
        private let isInHeading: Bool

        init(using generator: inout SeededGenerator) {
            let all = Int.random(in: 3...40, using: &generator)
            self.all = all
            answered = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                Int.random(in: (all + 1) / 2...all, using: &generator)
            }
            order = [0, 1, 2].shuffled(using: &generator)
            isCombined = .random(using: &generator)
            suffix = ["", "%", " %", "\u{A0}%"].randomElement(using: &generator) ?? ""
            isInHeading = .random(using: &generator)
            for base in answered {
                let negative = Int.random(in: 0...base, using: &generator)
                let neither = Int.random(in: 0...(base - negative), using: &generator)
                let positive = base - negative - neither
                let counts = [negative, neither, positive, Int.random(in: 0...positive, using: &generator)]
                shares.append(counts.map { (200 * $0 + base) / (2 * base) })
            }
        }

        var grid: Grid {
            let parts = ["Negativt", "Varken eller", isCombined ? "Positivt (klart positivt)" : "Positivt"]
            var rows = [["Personal" + (isInHeading ? " (\(all) svar)" : "")], []]
            rows.append(
                ["Fråga"] + order.map { parts[$0] } + (isCombined ? [] : ["(Klart positivt)"])
                    + (isInHeading ? [] : ["Svar totalt"]))
            for (number, shares) in shares.enumerated() {
                func text(_ place: Int) -> String { "\(shares[place])\(suffix)" }
                let cells = order.map { $0 == 2 && isCombined ? "\(text(2)) (\(text(3)))" : text($0) }
                rows.append(
                    ["\(number + 1). Går det bra?"] + cells + (isCombined ? [] : [text(3)])
                        + (isInHeading ? [] : ["\(all)"]))
            }
            return GranskningTests.grid(rows)
        }
    }

    /// By trying everything, made once for each number of answers.
    private static let shown: [Set<[Int]>] = (0...40).map { base in
        guard base > 0 else { return [] }
        var rows: Set<[Int]> = []
        for negative in 0...base {
            for neither in 0...(base - negative) {
                for clearly in 0...(base - negative - neither) {
                    rows.insert(
                        [negative, neither, base - negative - neither, clearly].map { (200 * $0 + base) / (2 * base) })
                }
            }
        }
        return rows
    }

    @Test func `true tables`() {
        var generator = SeededGenerator(state: 11)
        for _ in 0..<10_000 {
            let table = Table(using: &generator)
            let scrutiny = Scrutiny([table.grid])
            #expect(scrutiny.findings.count == table.shares.count)
            #expect(scrutiny.findings.allSatisfy { $0.grade >= .unlikely }, "\(table) \(told(of: scrutiny))")
            #expect(scrutiny.count(.roundedOtherwise) == 0)
        }
    }

    @Test func `tables with an error in a share`() {
        var generator = SeededGenerator(state: 12)
        var (visible, found) = (0, 0)
        for _ in 0..<10_000 {
            var table = Table(using: &generator)
            let row = Int.random(in: 0..<table.shares.count, using: &generator)
            table.shares[row][Int.random(in: 0..<4, using: &generator)] = Int.random(in: 0...100, using: &generator)
            let isPossible = (1...table.all).contains { Self.shown[$0].contains(table.shares[row]) }
            let scrutiny = Scrutiny([table.grid])
            let judged = scrutiny.findings.filter { $0.place.row == row + 4 }
            #expect(judged.count == 1)
            // The others are still true.
            #expect(scrutiny.findings.allSatisfy { $0.place.row == row + 4 || $0.grade >= .unlikely })
            if isPossible {
                #expect(judged.allSatisfy { $0.grade == .possible || $0.grade == .unlikely })
            } else {
                visible += 1
                if judged.allSatisfy({ $0.grade == .impossible || $0.grade == .roundedOtherwise }) { found += 1 }
            }
        }
        #expect(found == visible)
        #expect(visible > 7_000)
    }

    @Test func `tables of counts, response rates and shares with counts`() {
        var generator = SeededGenerator(state: 13)
        for _ in 0..<1_000 {
            let rows = (0..<Int.random(in: 3...5, using: &generator)).map { _ in
                (0..<3).map { _ in Int.random(in: 0...60, using: &generator) }
            }
            var cells = [["Insats", "Kvinnor", "Män", "Annat", "Totalt"]]
            for (number, row) in rows.enumerated() {
                cells.append(["Insats \(number + 1) A"] + row.map(String.init) + ["\(row.reduce(0, +))"])
            }
            let totals = (0..<3).map { column in rows.reduce(0) { $0 + $1[column] } }
            cells.append(["Totalt"] + totals.map(String.init) + ["\(totals.reduce(0, +))"])
            cells.append([])
            let (invited, answers) = (
                Int.random(in: 10...900, using: &generator), Int.random(in: 0...10, using: &generator)
            )
            cells.append(["Grupp", "Tillfrågade", "Svar", "Svarsfrekvens"])
            cells.append(["Personal", "\(invited)", "\(answers)", "\((200 * answers + invited) / (2 * invited)) %"])
            #expect(told(of: Scrutiny([grid(cells)])) == [])
            // One part is changed: its row's sum and its column's are wrong.
            let (row, column) = (
                Int.random(in: 1...rows.count, using: &generator), Int.random(in: 1...3, using: &generator)
            )
            cells[row][column] = "\((Int(cells[row][column]) ?? 0) + Int.random(in: 1...9, using: &generator))"
            let places = Scrutiny([grid(cells)]).findings.filter { $0.grade == .impossible }.map(\.place)
            #expect(
                places == [
                    FigurePlace(sheet: nil, row: row + 1, column: 5),
                    FigurePlace(sheet: nil, row: rows.count + 2, column: column + 1),
                ])
        }
    }
}
