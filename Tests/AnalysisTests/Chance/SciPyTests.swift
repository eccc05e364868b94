import Analysis
import Foundation
import Survey
import TestSupport
import Testing

@Suite("The test of a change against SciPy")
struct SciPyTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `agrees for every small table, thousands of larger ones, and numbers far beyond any survey`() throws {
        var tables: [Table] = []
        for earlier in 1...12 {
            for later in earlier...12 {
                for before in 0...earlier {
                    for after in 0...later { tables.append(Table(before, earlier, after, later)) }
                }
            }
        }
        var random = SeededGenerator(state: 4)
        func add(_ number: Int, answers: ClosedRange<Int>, tablesEach: Int) {
            for _ in 0..<number {
                let (earlier, later) = (
                    Int.random(in: answers, using: &random), Int.random(in: answers, using: &random)
                )
                for _ in 0..<tablesEach {
                    let before = Int.random(in: 0...earlier, using: &random)
                    // Now anything, now near to no change, where the values are neither 0 nor 1.
                    let reach = 4 + Int(Double(later).squareRoot())
                    let near = before * later / earlier + Int.random(in: -reach...reach, using: &random)
                    let isNear = later > 1000 || Bool.random(using: &random)
                    let after = isNear ? near : Int.random(in: 0...later, using: &random)
                    tables.append(Table(before, earlier, min(max(after, 0), later), later))
                }
            }
        }
        add(60, answers: 13...60, tablesEach: 20)
        add(4, answers: 61...200, tablesEach: 10)
        add(200, answers: 1001...1_000_000, tablesEach: 2)
        let output = try compared(tables)
        let kinds = output.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        #expect(kinds == ["exact \(4459 + 1200)", "floating 40", "large 400", "boschloo_exact 100"], "\(output)")
    }

    private struct Table {
        let before, earlier, after, later: Int
        init(_ before: Int, _ earlier: Int, _ after: Int, _ later: Int) {
            (self.before, self.earlier, self.after, self.later) = (before, earlier, after, later)
        }
    }

    private func compared(_ tables: [Table]) throws -> String {
        var lines = ""
        for table in tables {
            let comparison = Comparison(
                earlier: try #require(Ratio(table.before, of: table.earlier)),
                later: try #require(Ratio(table.after, of: table.later)))
            let p = try #require(judgeChance([comparison], fewestAnswers: 1).pValues[0])
            #expect(p > 0 && p <= 1)
            lines += "\(table.before) \(table.earlier) \(table.after) \(table.later) \(p)\n"
        }
        let folder = try TemporaryFolder()
        try lines.write(toFile: folder.file("tables"), atomically: false, encoding: .utf8)
        let python = Self.project.appending(path: ".build/python/bin/python3").path
        let script = Self.project.appending(path: "Tests/Oberoende/boschloo.py").path
        return try run("/bin/sh", ["-c", "exec \"$0\" -B \"$1\" < \"$2\"", python, script, folder.file("tables")])
    }
}
