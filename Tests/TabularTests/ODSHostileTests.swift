import TestSupport
import Testing
import Zip

@testable import Tabular

@Suite struct `Hostile workbooks in .ods` {
    private static let cell = "<table:table-cell/>"

    /// A row of a name and then this.
    private static func rows(_ more: String) -> String { ODSFile.headings("k", "l") + more }

    private static func repeated(_ count: String, text: String? = nil) -> String {
        let paragraph = text.map { "<text:p>\($0)</text:p>" } ?? ""
        return "<table:table-cell table:number-columns-repeated=\"\(count)\">\(paragraph)</table:table-cell>"
    }

    private static let farCounts = ["16383", "2147483648", "9223372036854775807", "99999999999999999999999999999999"]

    @Test(arguments: farCounts)
    func `blank cells and rows cost nothing however often they are repeated`(count: String) throws {
        let row =
            "<table:table-row table:number-rows-repeated=\"\(count)\">\(Self.repeated(count))\(Self.repeated(count))</table:table-row>"
        let covered =
            "<table:table-row><table:covered-table-cell table:number-columns-repeated=\"\(count)\"/></table:table-row>"
        let padded =
            "<table:table-row>\(ODSFile.text("1"))\(ODSFile.text("2"))\(Self.repeated(count))\(Self.repeated(count))</table:table-row>"
        let table = try ODSFile(rows: Self.rows(padded + row + covered + row)).table()
        #expect(table.rows == [["1", "2"]])
    }

    @Test(arguments: farCounts)
    func `a text repeated beyond the last column is refused`(count: String) throws {
        let refusal = TableError.cell(
            Place(sheet: "Blad", sheetRow: 2, column: 16_384), .beyondLastColumn(limit: 16_384))
        let text = Self.repeated(count, text: "x")
        #expect(
            try ODSFile(rows: Self.rows("<table:table-row>\(ODSFile.text("1"))\(text)\(text)</table:table-row>"))
                .refusal() == refusal)
        let behind =
            "<table:table-row>\(Self.repeated(count))\(Self.repeated("1"))\(ODSFile.text("x"))</table:table-row>"
        #expect(try ODSFile(rows: Self.rows(behind)).refusal() == refusal)
        let number =
            "<table:table-row><table:table-cell table:number-columns-repeated=\"\(count)\" office:value-type=\"float\" office:value=\"1\"/>\(number(count))</table:table-row>"
        #expect(try ODSFile(rows: Self.rows(number)).refusal() == refusal)
    }

    private func number(_ count: String) -> String {
        "<table:table-cell table:number-columns-repeated=\"\(count)\" office:value-type=\"float\" office:value=\"1\"/>"
    }

    @Test func `the last column is read, and the one behind it refused`() throws {
        let last = "<table:table-row>\(Self.repeated("16383"))\(ODSFile.text("sist"))</table:table-row>"
        let table = try ODSFile(rows: last + last).table()
        #expect(table.columns.count == 16_384)
        #expect(table.columns.last?.name == "sist")
        #expect(table.rows.first?.last == "sist")
        let full = "<table:table-row>\(Self.repeated("16384", text: "x"))</table:table-row>"
        #expect(try ODSFile(rows: full + full).table().rows == [Array(repeating: "x", count: 16_384)])
        let beyond = "<table:table-row>\(Self.repeated("16384"))\(ODSFile.text("x"))</table:table-row>"
        #expect(
            try ODSFile(rows: beyond).refusal()
                == .cell(Place(sheet: "Blad", sheetRow: 1, column: 16_384), .beyondLastColumn(limit: 16_384)))
        let written = ODSFile.row(Array(repeating: "x", count: 16_385))
        #expect(
            try ODSFile(rows: written).refusal()
                == .cell(Place(sheet: "Blad", sheetRow: 1, column: 16_384), .beyondLastColumn(limit: 16_384)))
    }

    private static func rows(repeated count: String, _ cells: String) -> String {
        "<table:table-row table:number-rows-repeated=\"\(count)\">\(cells)</table:table-row>"
    }

    @Test(arguments: ["1048576", "2147483648", "9223372036854775807"])
    func `a row with text repeated beyond the last row is refused`(count: String) throws {
        let row = Self.rows(repeated: count, ODSFile.text("x"))
        let behind = Self.rows(repeated: count, Self.cell) + ODSFile.row(["x"])
        // And where the sheet has been chosen by then.
        let chosen = String(repeating: ODSFile.row(["x"]), count: Opening.mostRows) + row
        for rows in [row, behind, chosen] {
            #expect(try ODSFile(rows: Self.rows(rows)).refusal().map(isTooFarDown) == true)
        }
    }

    private func isTooFarDown(_ error: TableError) -> Bool {
        if case .tooManySheetRows("Blad", let found, 1_048_576) = error { found > 1_048_576 } else { false }
    }

    @Test func `the last row is read, and the one behind it refused`() throws {
        let table = try ODSFile(rows: Self.rows(Self.rows(repeated: "1048574", Self.cell) + ODSFile.row(["sist"])))
            .table()
        #expect(table.rows == [["sist", ""]])
        #expect(table.sheetRowNumbers == [1_048_576])
        let all = try ODSFile(rows: Self.rows(Self.rows(repeated: "1048575", ODSFile.text("x")))).table()
        #expect(all.rowCount == 1_048_575)
        #expect(all.sheetRow(of: 1_048_574) == 1_048_576)
        var limits = Limits()
        limits.sheetRows = 100
        let written = String(repeating: ODSFile.row(["x"]), count: 99)
        #expect(try ODSFile(rows: Self.rows(written)).table(limits: limits).rowCount == 99)
        let refusal = TableError.tooManySheetRows(sheet: "Blad", found: 101, limit: 100)
        #expect(try ODSFile(rows: Self.rows(written + ODSFile.row(["x"]))).refusal(limits: limits) == refusal)
    }

    @Test func `fifty million cells are read, no more`() throws {
        let row = Self.rows(repeated: "1048575", Self.repeated("16384", text: "x"))
        #expect(try ODSFile(rows: Self.rows(row)).refusal() == .tooManyCells(limit: 50_000_000))
        var limits = Limits()
        // Two of them are the headings.
        limits.filledCells = 6
        #expect(
            try ODSFile(rows: Self.rows(Self.rows(repeated: "2", Self.repeated("2", text: "x")))).table(limits: limits)
                .rowCount == 2)
        limits.filledCells = 5
        #expect(
            try ODSFile(rows: Self.rows(Self.rows(repeated: "2", Self.repeated("2", text: "x")))).refusal(
                limits: limits) == .tooManyCells(limit: 5))
    }

    @Test(arguments: [
        "<text:p>a<text:s text:c=\"2000000000\"/>b</text:p>",
        "<text:p>a<text:s text:c=\"9223372036854775807\"/>b</text:p>",
        "<text:p>" + String(repeating: "<text:s text:c=\"60000\"/>", count: 5) + "</text:p>",
        "<text:p>" + String(repeating: "<text:tab/>", count: 256 << 10) + "<text:tab/></text:p>",
        "<text:p>" + String(repeating: "lång text ", count: 1 << 15) + "</text:p>",
        String(repeating: "<text:p/>", count: (256 << 10) + 2),
    ])
    func `more text in a cell than 256 kibibytes is refused`(content: String) throws {
        let file = ODSFile(cell: "<table:table-cell>\(content)</table:table-cell>")
        let place = Place(sheet: "Blad", sheetRow: 2, column: 1)
        #expect(try file.refusal() == .cell(place, .tooLong(limit: 256 << 10)))
    }

    @Test func `short texts that come to more than a mebibyte in a row are refused`() throws {
        let text = String(repeating: "x", count: 100)
        let row = "<table:table-row>\(Self.repeated("16384", text: text))</table:table-row>"
        #expect(try ODSFile(rows: Self.rows(row)).refusal() == .rowTooLong(sheetRow: 2, limit: 1 << 20))
        #expect(try ODSFile(rows: row).refusal() == .rowTooLong(sheetRow: 1, limit: 1 << 20))
    }

    @Test func `two gibibytes of text in all cells are read, no more`() throws {
        #expect(Limits().filledBytes == 2 << 30)
        let text = String(repeating: "x", count: 1_000)
        let row = "<table:table-row>\(Self.repeated("2", text: text))</table:table-row>"
        let spaces =
            "<table:table-row><table:table-cell><text:p>a<text:s text:c=\"1998\"/>b</text:p></table:table-cell></table:table-row>"
        var limits = Limits()
        limits.filledBytes = 40_002
        for row in [row, spaces] {
            let rows = Self.rows(String(repeating: row, count: 20))
            #expect(try ODSFile(rows: rows).table(limits: limits).rowCount == 20)
            #expect(try ODSFile(rows: rows + row).refusal(limits: limits) == .tooMuchCellText(limit: 40_002))
        }
    }

    /// The text is looked up once, or this would take hours.
    @Test(.timeLimit(.minutes(1)))
    func `a long row that is repeated a million times is no work`() throws {
        let long = ODSFile.text(String(repeating: "x", count: 200_000))
        let table = try ODSFile(rows: Self.rows(Self.rows(repeated: "1000000", long + long))).table()
        #expect(table.rowCount == 1_000_000)
        #expect(table.columns.map(\.values.count) == [2, 2])
    }

    @Test(arguments: [
        "<table:table><table:table-row><table:table-cell>", "<table:table-row-group>", "<draw:frame>", "<text:list>",
        "<table:table-header-rows>", "<office:annotation>",
    ])
    func `elements within one another without end are refused`(opening: String) throws {
        var file = ODSFile(cell: "<table:table-cell>" + String(repeating: opening, count: 100_000))
        #expect(try file.refusal().map(isTooDeep) == true)
        file = ODSFile(rows: String(repeating: opening, count: 100_000))
        #expect(try file.refusal().map(isTooDeep) == true)
        file = ODSFile(cell: "<table:table-cell><text:p>" + String(repeating: "<text:span>", count: 100_000))
        #expect(try file.refusal().map(isTooDeep) == true)
    }

    private func isTooDeep(_ error: TableError) -> Bool {
        if case .xml("content.xml", _, .tooDeep(limit: 256)) = error { true } else { false }
    }

    @Test func `sheets and hidden styles without end are refused or not kept`() throws {
        let sheets = String(repeating: "<table:table/>", count: 10_001)
        #expect(try ODSFile(body: sheets).refusal() == .tooManySheets(limit: 10_000))
        let name = String(repeating: "långt", count: 10_000)
        let styles = (0..<10_001).map {
            "<style:style style:name=\"ta\($0)\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        }
        let body =
            "<table:table table:name=\"\(name)\" table:style-name=\"ta10000\">\(ODSFile.row(["k"]))</table:table>"
        let table = try ODSFile(body: body, styles: styles.joined()).table()
        #expect(table.sheet?.utf8.count ?? 0 <= 1_030)
        #expect(table.sheet?.hasPrefix("långtlångt") == true)
    }

    // MARK: Parts

    @Test func `without content there is nothing to read`() throws {
        let file = ODSFile(rows: "")
        #expect(throws: TableError.missingPart("content.xml")) { try ODSFile.table(file.bytes(content: nil)) }
    }

    @Test func `a text document is no table`() throws {
        var file = ODSFile(rows: ODSFile.headings("k"))
        file.mimetype = nil
        for (tag, other) in [("office:spreadsheet", "office:text"), ("office:body", "office:kropp")] {
            file.content = file.content.replacing(tag, with: other)
            #expect(try file.refusal() == .notATable(.otherDocument))
        }
    }

    @Test(arguments: ["", "svar", "PK\u{3}\u{4}", "<", "<office:document-content", "{\"a\": 1}"])
    func `content that is no XML is refused`(content: String) throws {
        var file = ODSFile(rows: "")
        file.content = content
        guard case .xml("content.xml", _, _) = try file.refusal() else {
            Issue.record("\(String(describing: try file.refusal()))")
            return
        }
    }

    @Test func `content that is cut off anywhere is refused, unless the sheet was whole`() throws {
        let file = ODSFile(rows: ODSFile.headings("k", "l") + ODSFile.row(["1", "å"]))
        let bytes = Array(file.content.utf8)
        let whole = try #require(file.content.ranges(of: "</table:table>").last)
        let end = file.content.utf8.distance(from: file.content.startIndex, to: whole.upperBound)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            let cut = try file.bytes(content: Array(bytes[..<count]))
            if count < end {
                #expect(throws: TableError.self) { try ODSFile.table(cut) }
            } else {
                #expect(try ODSFile.table(cut).rows == [["1", "å"]])
            }
        }
    }

    @Test func `a document type is refused whatever it declares`() throws {
        for declared in [
            "", " SYSTEM \"http://127.0.0.1:9/d.dtd\"", " [<!ENTITY e \"x\">]",
            " [<!ENTITY e SYSTEM \"file:///etc/passwd\">]",
        ] {
            var file = ODSFile(rows: ODSFile.headings("k"))
            file.content = file.content.replacing("?>", with: "?><!DOCTYPE d\(declared)>", maxReplacements: 1)
            #expect(try file.refusal() == .xml(part: "content.xml", line: 1, .doctype))
        }
    }

    @Test(arguments: ["content.xml", "encrypted-package", "Object 1/content.xml"])
    func `what is behind a password is said to be, whatever its content looks like`(part: String) throws {
        var file = ODSFile(rows: ODSFile.headings("k"))
        file.manifest = """
            <?xml version="1.0" encoding="UTF-8"?>
            <m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
              <m:file-entry m:full-path="\(part)" m:size="100"><m:encryption-data/></m:file-entry>
            </m:manifest>
            """
        for content in [nil, [], Array("<a/>".utf8), Array(file.content.utf8)] as [[UInt8]?] {
            #expect(throws: TableError.notATable(.encryptedWorkbook)) {
                try ODSFile.table(file.bytes(content: content))
            }
        }
    }

    @Test(arguments: [
        nil, "", "<", "<a/>", "<!DOCTYPE a><a/>", "<m:manifest xmlns:m=\"urn:annat\"><m:encryption-data/></m:manifest>",
    ])
    func `a manifest that says nothing of a password does not matter`(manifest: String?) throws {
        var file = ODSFile(rows: ODSFile.headings("k") + ODSFile.row(["1"]))
        file.manifest = manifest
        #expect(try file.table().rows == [["1"]])
    }

    // MARK: Any bytes

    private func expectSound(_ table: Table) {
        for column in table.columns {
            #expect(column.codes.count == table.rowCount)
            #expect(column.values.first == "")
            #expect(Set(column.values).count == column.values.count)
            #expect((0..<table.rowCount).allSatisfy { column.codes[$0] < column.values.count })
        }
        let rows = table.sheetRowNumbers
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    }

    private static let good = ODSFile(
        body: """
            <table:tracked-changes/><table:table table:name="Dold" table:style-name="ta2">\(ODSFile.row(["k", "l"]))</table:table>\
            <table:table table:name="Svar"><table:table-column table:number-columns-repeated="3"/>\
            <table:table-header-rows>\(ODSFile.row(["kön", "n", "tid"]))</table:table-header-rows>\
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" \
            office:value-type="string"><text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p></table:table-cell>\
            <table:table-cell office:value-type="date" office:date-value="2021-10-04T09:12:33"/></table:table-row>\
            <table:table-row table:number-rows-repeated="20"><table:table-cell/></table:table-row>\
            <table:table-row><table:table-cell office:value-type="float" office:value="3.5"><text:p>3,5</text:p>\
            </table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="time" \
            office:time-value="PT1H"><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>\
            </table:table-row></table:table>
            """,
        styles: """
            <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
            """)

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `a changed content gives a table or an error`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        let good = Array(Self.good.content.utf8)
        let start = try #require(Self.good.content.ranges(of: "<office:automatic-styles>").first)
        let first = Self.good.content.utf8.distance(from: Self.good.content.startIndex, to: start.lowerBound)
        let pieces = [
            "table:table", "table:table-cell", "text:p", "office:value=\"1E999\"", "=\"2147483648\"", "</", "<", "/>",
            "\"", "&", "&#0;",
            "]]>", "<!DOCTYPE a>", "<![CDATA[", "table:number-columns-repeated=\"99\"", "-1", "\0", "\u{FFFE}", " ",
        ]
        var read = 0
        for _ in 0..<1_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: first..<bytes.count, using: &generator)
                let end = min(bytes.count, index + Int.random(in: 1...60, using: &generator))
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.removeSubrange(index..<end)
                case 2: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: index)
                case 3:
                    bytes.insert(
                        contentsOf: bytes[index..<end], at: Int.random(in: first..<bytes.count, using: &generator))
                default: bytes[index] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &generator)
                }
            }
            if let table = try? ODSFile.table(Self.good.bytes(content: bytes)) {
                expectSound(table)
                read += 1
            }
        }
        // Most changes break the XML, but not all.
        #expect(read > 15)
    }

    @Test(arguments: 11...14 as ClosedRange<UInt64>)
    func `a changed archive gives a table or an error`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        let good = try Self.good.bytes()
        for _ in 0..<1_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            }
            if let table = try? ODSFile.table(bytes) { expectSound(table) }
        }
    }
}
