import Foundation
import OpenDocument
import TestSupport
import Testing
import Zip

@Suite struct WorkbookTests {
    @Test func `the same workbook gives the same bytes`() throws {
        #expect(try Samples.bytes(of: Samples.everything) == Samples.bytes(of: Samples.everything))
    }

    @Test func `any number of threads gives the same bytes`() throws {
        let workbook = Samples.workbook(columns: 3) { rows in
            for number in 0..<30_000 {
                try rows.row([
                    .integer(number &* 7919 % 10_007), .text("rad \(number)"),
                    .percentage(Double(number % 97) / 97, Samples.share),
                ])
            }
        }
        func bytes(threads: Int) throws -> [UInt8] {
            var sink = MemorySink()
            try workbook.write(to: &sink, threads: threads)
            return sink.bytes
        }
        let one = try bytes(threads: 1)
        for threads in [0, 2, 5] { #expect(try bytes(threads: threads) == one) }
    }

    @Test func `both ways of writing a row give the same bytes`() throws {
        let style = CellStyle(name: "Andel", format: .percent(decimals: 1))
        let cells = Samples.workbook(columns: 3) { rows in
            try rows.row([.text(" a&b "), .percentage(0.5, style), .integer(3)])
        }
        let calls = Samples.workbook(columns: 3) { rows in
            let share = try rows.style(style)
            try rows.beginRow()
            try rows.text(" a&b ".utf8.span)
            try rows.percentage(0.5, share)
            try rows.integer(3)
            try rows.endRow()
        }
        #expect(try Samples.bytes(of: cells) == Samples.bytes(of: calls))
    }

    @Test func `bytes that are not UTF-8 become replacement characters`() throws {
        let bytes: [[UInt8]] = [
            [0xC3], [0xE2, 0x82], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xFF, 0x41],
            [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x9F, 0x98, 0x80],
        ]
        let content = try content(
            of: Samples.workbook { rows in
                for text in bytes {
                    try rows.beginRow()
                    try rows.text(text.span)
                    try rows.endRow()
                }
            })
        #expect(content.hasValidEncoding)
        #expect(content.text.contains("<text:p>\u{FFFD}A</text:p>"))
        #expect(content.text.contains("<text:p>😀</text:p>"))
    }

    @Test func `a long text crosses the buffer whole`() throws {
        let long = String(repeating: "å & ä  ö ", count: 40_000)
        let content = try content(of: Samples.workbook { rows in try rows.row([.text(long)]) })
        #expect(content.text.contains(String(repeating: "å &amp; ä <text:s/>ö ", count: 39_999)))
    }

    @Test func `styles of one name are kept apart and equal styles are one`() throws {
        let workbook = Samples.workbook(columns: 3) { rows in
            let name = "Å 1_2"
            try rows.row([
                .text("a", CellStyle(name: name)), .text("b", CellStyle(name: name, bold: true)),
                .text("c", CellStyle(name: name)),
            ])
        }
        let content = try content(of: workbook)
        #expect(content.text.components(separatedBy: "table:style-name=\"_c5__20_1_5f_2\"").count == 3)
        #expect(content.text.contains("table:style-name=\"_c5__20_1_5f_2_20_2\""))
    }

    @Test func `a link to a sheet has its name as it is, quoted where needed`() {
        #expect(Cell.target(sheet: "Personal") == "#Personal.A1")
        #expect(Cell.target(sheet: "Personal per kön", cell: "B2") == "#'Personal per kön'.B2")
        #expect(Cell.target(sheet: "a'b") == "#'a''b'.A1")
    }

    @Test func `nothing is written out to the edge of a sheet`() throws {
        #expect(try !content(of: Samples.everything).text.contains("repeated"))
    }

    @Test func `an error of the caller's own comes out as it is`() {
        struct Own: Error, Equatable {}
        #expect(throws: Own()) { try Samples.bytes(of: Samples.workbook { _ in throw Own() }) }
    }

    @Test func `a sink that fails stops the writing`() {
        struct Full: ByteSink {
            mutating func write(_ bytes: RawSpan) throws(SinkError) {
                throw .system(operation: "pwrite", path: "p", code: ENOSPC)
            }
            mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {}
        }
        var sink = Full()
        let expected = WorkbookError.archive(.sink(.system(operation: "pwrite", path: "p", code: ENOSPC)))
        #expect(throws: expected) { try Samples.everything.write(to: &sink) }
    }

    private func content(of workbook: Workbook) throws -> (text: String, hasValidEncoding: Bool) {
        let folder = try TemporaryFolder()
        try Data(Samples.bytes(of: workbook)).write(to: URL(fileURLWithPath: folder.file("a.ods")))
        _ = try run("/usr/bin/unzip", ["-q", folder.file("a.ods"), "content.xml", "-d", folder.path])
        let data = try Data(contentsOf: URL(fileURLWithPath: folder.file("content.xml")))
        return (String(decoding: data, as: UTF8.self), String(data: data, encoding: .utf8) != nil)
    }
}
