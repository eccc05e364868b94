import TestSupport
import Testing

@testable import Tabular

@Suite struct `Any sheet in .ods` {
    private let values: [ODSValue] = [
        .blank, .blank, .blank, .text("ja"), .text("ja"), .text("Helt och hållet"), .text("a  b   c"),
        .text("två\nrader"),
        .text("ett\n\n  inskjutet \nslut"), .text("tabb\there"), .text("<b> & \"c\" ]]>"), .text("😀 é 漢字"),
        .text("En lång text som är mycket längre än tjugofyra byte, och än en till"), .text("0123456789 0123456 01"),
        .text("3,5"), .number(3), .number(-2), .number(0.5), .number(1234.5625), .number(0), .boolean(true),
        .boolean(false),
        .date("2021-10-04", "2021-10-04"), .date("2021-10-04T09:12:33.5", "2021-10-04 09:12:33"),
        .time("PT09H12M33S", "09:12:33"),
    ]

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `is read the same in whatever way it is written`(_ round: UInt64) throws {
        let seed = 0x0D5_0000 + round
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        for _ in 0..<12 {
            let width = Int.random(in: 1...6, using: &generator)
            var rows: [[ODSValue]] = (0..<Int.random(in: 0...2, using: &generator)).map { _ in [] }
            rows.append((0..<width).map { .text("k\($0) \(Int.random(in: 0...9, using: &generator))") })
            for _ in 0..<Int.random(in: 0...70, using: &generator) {
                // Few values at a time, so that many neighbours are equal.
                let some = (0..<3).compactMap { _ in values.randomElement(using: &generator) }
                let row = (0..<width).map { _ in some.randomElement(using: &generator) ?? .blank }
                rows += Array(repeating: row, count: [1, 1, 1, 2, 30].randomElement(using: &generator) ?? 1)
            }
            let isFilled = rows.map { row in row.contains { !$0.text.isEmpty } }
            let filled = rows.indices.filter { isFilled[$0] }.dropFirst()
            for _ in 0..<3 {
                var writer = ODSWriter(generator: generator)
                let file = ODSFile(body: writer.sheet(rows))
                generator = writer.generator
                let table = try file.table()
                #expect(table.columns.map(\.name) == rows.first { !$0.isEmpty }?.map(\.text), "seed \(seed)")
                #expect(table.rows == filled.map { rows[$0].map(\.text) }, "seed \(seed)")
                #expect(table.sheetRowNumbers == filled.map { $0 + 1 }, "seed \(seed)")
                #expect(table.malformedCount == 0)
            }
        }
    }
}
