import Testing
import Zip

@testable import Tabular

private func sheet(_ name: String, _ rows: [String]..., attributes: String = "") -> String {
    "<table:table table:name=\"\(name)\" \(attributes)>\(rows.map(ODSFile.row).joined())</table:table>"
}

@Suite struct `Rows in .ods` {
    @Test(arguments: [
        "<table:table-header-rows>A</table:table-header-rows>B",
        "<table:table-rows>AB</table:table-rows>",
        "<table:table-row-group>A<table:table-row-group>B</table:table-row-group></table:table-row-group>",
        "<table:table-row-group><table:table-header-rows>A</table:table-header-rows></table:table-row-group>B",
        "<table:table-header-rows>A</table:table-header-rows><table:table-rows>B</table:table-rows>",
        "A<text:soft-page-break/>B",
        "<table:table-column table:number-columns-repeated=\"1024\"/>AB",
        "<table:table-header-columns><table:table-column/></table:table-header-columns>AB",
        "<table:table-column-group><table:table-column/></table:table-column-group>AB",
        "<table:table-columns><table:table-column/></table:table-columns>AB",
        "<table:title>Rubrik</table:title><table:desc>Om</table:desc>AB",
        "<table:shapes><draw:frame><draw:text-box><text:p>fri text</text:p></draw:text-box></draw:frame></table:shapes>AB",
        "<office:forms><form:form/></office:forms>AB<table:named-expressions/>",
        "\n  A\n  B\n",
    ])
    func `are found in groups and headings and beside anything else`(frame: String) throws {
        let rows =
            frame
            .replacing("A", with: ODSFile.headings("k", "l"), maxReplacements: 1)
            .replacing("B", with: ODSFile.row(["1", "2"]), maxReplacements: 1)
        let table = try ODSFile(rows: rows).table()
        #expect(table.columns.map(\.name) == ["k", "l"])
        #expect(table.rows == [["1", "2"]])
        #expect(table.sheetRowNumbers == [2])
    }

    @Test func `that are repeated stand there as often, and blank ones count`() throws {
        let blank =
            "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>"
        let twice = "<table:table-row table:number-rows-repeated=\"2\">\(ODSFile.text("r"))</table:table-row>"
        let rest = "<table:table-row table:number-rows-repeated=\"1048560\"><table:table-cell/></table:table-row>"
        let table = try ODSFile(rows: blank + ODSFile.headings("k") + twice + blank + twice + rest).table()
        #expect(table.rows == [["r"], ["r"], ["r"], ["r"]])
        #expect(table.sheetRowNumbers == [5, 6, 10, 11])
    }

    @Test func `repeat from before the choice to far behind it`() throws {
        let count = 3 * Opening.mostRows
        let many =
            "<table:table-row table:number-rows-repeated=\"\(count)\">\(ODSFile.text("r"))\(ODSFile.text("s"))</table:table-row>"
        let table = try ODSFile(rows: ODSFile.headings("k", "l") + many + ODSFile.row(["sist", ""])).table()
        #expect(table.rows == Array(repeating: ["r", "s"], count: count) + [["sist", ""]])
        #expect(table.sheetRowNumbers == Array(2...(count + 2)))
    }

    @Test func `of deleted cells and of other links are none`() throws {
        let inner = sheet("Gammal", ["k"], ["gammal"])
        let deleted =
            "<table:tracked-changes><table:deletion><table:cell-content-deletion>\(ODSFile.text("bort"))</table:cell-content-deletion>\(inner)</table:deletion></table:tracked-changes>"
        let link = "<table:dde-links><table:dde-link>\(inner)</table:dde-link></table:dde-links>"
        let body = deleted + sheet("Svar", ["k"], ["1"]) + link
        #expect(try ODSFile(body: body).table().rows == [["1"]])
    }

    @Test func `are read with other prefixes, and with none`() throws {
        var file = ODSFile(rows: ODSFile.headings("k") + ODSFile.row(["1"]))
        for (prefix, other) in [("table", "t"), ("text", "x"), ("office", "o")] {
            file.content = file.content.replacing("\(prefix):", with: "\(other):")
                .replacing("xmlns:\(prefix)=", with: "xmlns:\(other)=")
                .replacing("opendocument:xmlns:\(other):1.0", with: "opendocument:xmlns:\(prefix):1.0")
        }
        #expect(try file.table().rows == [["1"]])

        let plain = """
            <document-content xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><body><spreadsheet>\
            <table name="ingen" xmlns="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><table-row>\
            <table-cell><p xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0">k</p></table-cell></table-row>\
            <table-row><table-cell><p xmlns="urn:oasis:names:tc:opendocument:xmlns:text:1.0">1</p></table-cell></table-row>\
            </table></spreadsheet></body></document-content>
            """
        file.content = plain
        #expect(try file.table().rows == [["1"]])
        // Names without their namespace are other names.
        file.content = plain.replacing("urn:oasis:names:tc:opendocument:xmlns:table:1.0", with: "urn:annat")
        #expect(try file.refusal() == .empty)
    }

    @Test func `of a document in UTF-16 are the same`() throws {
        let file = ODSFile(rows: ODSFile.headings("kön") + ODSFile.row(["Kvinna 😀"]))
        let text = file.content.replacing("UTF-8", with: "UTF-16")
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            let table = try ODSFile.table(file.bytes(content: encoding.bytes(text)))
            #expect(table.columns.map(\.name) == ["kön"])
            #expect(table.rows == [["Kvinna 😀"]])
        }
    }

    @Test func `beyond the headings are malformed`() throws {
        let table = try ODSFile(rows: ODSFile.headings("k") + ODSFile.row(["1", "", "mer"]) + ODSFile.row(["2"]))
            .table()
        #expect(table.rows == [["1"], ["2"]])
        #expect(table.malformed == [MalformedRow(sheetRow: 2, found: 3, expected: 1)])

        // Each of those that are repeated, whether it was shown in the opening or not.
        let many =
            "<table:table-row table:number-rows-repeated=\"100\">\(ODSFile.text("1"))\(ODSFile.text("mer"))</table:table-row>"
        let repeated = try ODSFile(rows: ODSFile.headings("k") + many + ODSFile.row(["2"]) + many).table()
        let wrong = Array(2..<102) + Array(103..<203)
        #expect(repeated.malformed == wrong.map { MalformedRow(sheetRow: $0, found: 2, expected: 1) })
        #expect(repeated.malformedCount == 200)
        #expect(repeated.rowCount == 201)
    }
}

@Suite struct `Sheets in .ods` {
    private static let hidden = """
        <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>\
        <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>\
        <style:style style:name="ta3" style:family="table-cell"><style:table-properties table:display="false"/></style:style>
        """
    private static let file = ODSFile(
        body: sheet("Läs mig", ["Om filen"], attributes: "table:style-name=\"ta1\"")
            + sheet("Dold", ["k"], ["dold"], attributes: "table:style-name=\"ta2\"")
            + "<table:table table:name=\"Tom\"><table:table-row><table:table-cell/></table:table-row></table:table>"
            + sheet("Svar å", ["k"], ["svar"], attributes: "table:style-name=\"ta3\"")
            + sheet("Mer", ["k"], ["mer"]),
        styles: hidden)

    /// The openings that are shown, up to the first that is chosen by the name of its sheet.
    private func shown(
        _ file: ODSFile = Self.file, sheet: String? = nil, choosing chosen: String? = nil
    ) throws -> (openings: [Opening], table: Table?) {
        var openings: [Opening] = []
        let table = try TableFile(MemoryBytes(file.bytes())).read(ReadingOptions(sheet: sheet)) { opening in
            openings.append(opening)
            return opening.sheet?.name == chosen ? everything(opening) : .skip
        }
        return (openings, table)
    }

    @Test func `are shown in order until one is chosen`() throws {
        let (openings, table) = try shown(choosing: "Svar å")
        #expect(
            openings == [
                Opening(
                    format: .ods, sheet: Sheet(name: "Läs mig", number: 1),
                    rows: [OpeningRow(sheetRow: 1, cells: ["Om filen"])]),
                Opening(format: .ods, sheet: Sheet(name: "Tom", number: 3), rows: []),
                Opening(
                    format: .ods, sheet: Sheet(name: "Svar å", number: 4),
                    rows: [OpeningRow(sheetRow: 1, cells: ["k"]), OpeningRow(sheetRow: 2, cells: ["svar"])]),
            ])
        #expect(table?.rows == [["svar"]])
        #expect(table?.sheet == "Svar å")
        #expect(table?.format == .ods)
    }

    @Test func `that are hidden are shown after the others, if none of those is chosen`() throws {
        let (openings, table) = try shown(choosing: "Dold")
        #expect(openings.map(\.sheet?.name) == ["Läs mig", "Tom", "Svar å", "Mer", "Dold"])
        #expect(openings.last?.sheet == Sheet(name: "Dold", number: 2, isHidden: true))
        #expect(table?.rows == [["dold"]])
    }

    @Test func `none of which is chosen give no table`() throws {
        let (openings, table) = try shown()
        #expect(openings.count == 5)
        #expect(table == nil)
    }

    @Test(arguments: [("Mer", "Mer"), ("SVAR Å", "Svar å"), ("svar a\u{30A}", "Svar å"), ("dold", "Dold")])
    func `are found by name in large and small letters, hidden or not`(asked: String, name: String) throws {
        let (openings, table) = try shown(sheet: asked, choosing: name)
        #expect(openings.map(\.sheet?.name) == [name])
        #expect(table?.sheet == name)
        #expect(try shown(sheet: asked).table == nil)
    }

    @Test func `that are not there are told with those that are`() {
        let names = ["Läs mig", "Dold", "Tom", "Svar å", "Mer"]
        #expect(throws: TableError.noSuchSheet("Svar", existing: names)) { try shown(sheet: "Svar") }
        #expect(throws: TableError.noSuchSheet("", existing: names)) { try shown(sheet: "") }
    }

    @Test func `with nothing in them are empty`() {
        #expect(throws: TableError.empty) { try shown(sheet: "Tom") }
        #expect(throws: TableError.empty) { try shown(ODSFile(body: "<table:table/>")) }
        #expect(throws: TableError.empty) { try shown(ODSFile(body: "")) }
        let hidden = sheet("Dold", [], attributes: "table:style-name=\"ta2\"")
        #expect(throws: TableError.empty) { try shown(ODSFile(body: hidden, styles: Self.hidden)) }
    }

    @Test func `behind the chosen one do not matter`() throws {
        var file = Self.file
        let start = try #require(file.content.ranges(of: "<table:table table:name=\"Mer\"").first).lowerBound
        file.content = String(file.content[..<start]) + "<<<"
        #expect(try shown(file, choosing: "Svar å").table?.rows == [["svar"]])
    }

    @Test func `without a name have an empty one`() throws {
        let file = ODSFile(body: "<table:table>\(ODSFile.row(["k"]))</table:table>")
        #expect(try shown(file).openings.first?.sheet == Sheet(name: "", number: 1))
    }

    @Test func `tell how far the reading has come, and every byte of the file in order`() throws {
        let rows = ODSFile.headings("k") + String(repeating: ODSFile.row(["1"]), count: 40_000)
        let bytes = try ODSFile(rows: rows).bytes()
        var seen: [UInt8] = []
        var told: [Progress] = []
        let options = ReadingOptions(observe: { seen.append(contentsOf: $0) }, progress: { told.append($0) })
        let table = try TableFile(MemoryBytes(bytes)).read(options, choose: everything)
        #expect(table?.rowCount == 40_000)
        #expect(seen == bytes)
        #expect(told.count > 5)
        #expect(told.allSatisfy { $0.total == bytes.count && $0.done <= bytes.count })
        #expect(zip(told, told.dropFirst()).allSatisfy { $0.rows < $1.rows && $0.done <= $1.done })
    }
}
