import Testing
import Zip

@testable import Tabular

/// How the sheets of a workbook are found, shown and chosen.
@Suite struct `The sheets of an .xlsx file` {
    private func sheet(_ name: String, _ text: String, state: String? = nil, type: String = "worksheet")
        -> XLSXFile.Sheet
    {
        XLSXFile.Sheet(name: name, state: state, type: type, rows: row("k") + row(text))
    }

    @Test func `they are shown in order, hidden ones last, and charts not at all`() throws {
        let file = XLSXFile([
            sheet("Dolt", "a", state: "hidden"), sheet("Diagram", "b", type: "chartsheet"), sheet("Svar", "c"),
            sheet("Mycket dolt", "d", state: "veryHidden"), sheet("Höst", "e", state: "visible"),
            sheet("Makro", "f", type: "macrosheet"), sheet("Dialog", "g", type: "dialogsheet"),
        ])
        let reading = try file.read { _ in .skip }
        #expect(reading.table == nil)
        #expect(
            reading.openings == [
                Opening(format: .xlsx, sheet: Sheet(name: "Svar", number: 3), rows: [opened(1, "k"), opened(2, "c")]),
                Opening(format: .xlsx, sheet: Sheet(name: "Höst", number: 5), rows: [opened(1, "k"), opened(2, "e")]),
                Opening(
                    format: .xlsx, sheet: Sheet(name: "Dolt", number: 1, isHidden: true),
                    rows: [opened(1, "k"), opened(2, "a")]),
                Opening(
                    format: .xlsx, sheet: Sheet(name: "Mycket dolt", number: 4, isHidden: true),
                    rows: [opened(1, "k"), opened(2, "d")]),
            ])
    }

    private func opened(_ sheetRow: Int, _ cells: String...) -> OpeningRow {
        OpeningRow(sheetRow: sheetRow, cells: cells)
    }

    @Test func `the chosen one is read and no other is opened`() throws {
        var file = XLSXFile([sheet("Ett", "a"), sheet("Två", "b"), sheet("Tre", "c")])
        file.changed["xl/worksheets/sheet3.xml"] = Array("no XML".utf8)
        let reading = try file.read { $0.sheet?.name == "Två" ? .read(headings: 0..<1, columns: [0]) : .skip }
        #expect(reading.openings.map(\.sheet?.number) == [1, 2])
        #expect(reading.table?.sheet == "Två")
        #expect(reading.table?.format == .xlsx)
        #expect(reading.table?.rows == [["b"]])
    }

    @Test(arguments: ["Höst 2021", "HÖST 2021", "höst 2021"])
    func `a sheet is asked for by its name, whatever its capitals`(_ name: String) throws {
        let file = XLSXFile([sheet("Vår 2021", "a"), sheet("Höst 2021", "b", state: "hidden")])
        let reading = try file.read(ReadingOptions(sheet: name))
        #expect(reading.openings.map(\.sheet) == [Sheet(name: "Höst 2021", number: 2, isHidden: true)])
        #expect(reading.table?.rows == [["b"]])
    }

    @Test func `a name that no sheet has is told with those that there are`() throws {
        let file = XLSXFile([sheet("Vår", "a"), sheet("Diagram", "b", type: "chartsheet"), sheet("Höst", "b")])
        #expect(throws: TableError.noSuchSheet("Sommar", existing: ["Vår", "Höst"])) {
            try file.read(ReadingOptions(sheet: "Sommar"))
        }
    }

    @Test func `what stands behind the opening rows of a skipped sheet is not looked at`() throws {
        let rows = String(repeating: row("a"), count: 50) + String(repeating: " ", count: 1 << 20) + "</broken>"
        let file = XLSXFile([XLSXFile.Sheet(name: "Ett", rows: rows), sheet("Två", "b")])
        let reading = try file.read { $0.sheet?.number == 1 ? .skip : .read(headings: 0..<1, columns: [0]) }
        #expect(reading.openings.map(\.rows.count) == [40, 2])
        #expect(reading.table?.rows == [["b"]])
    }

    @Test func `the rest of a chosen sheet must be sound`() throws {
        let rows = String(repeating: row("a"), count: 50) + "</broken>"
        let error = try XLSXFile(rows).error()
        #expect(error == .xml(part: "xl/worksheets/sheet1.xml", line: 1, .malformed(code: 76)))
    }

    @Test func `rows and cells tell where they are, or follow one another`() throws {
        let rows =
            "<row r=\"3\"><c r=\"B3\" t=\"str\"><v>k</v></c><c t=\"str\"><v>l</v></c></row>"
            + "<row><c t=\"str\"><v>x</v></c><c r=\"C4\" t=\"str\"><v>a</v></c></row>"
            + "<row r=\"9\"/><row r=\"10\"><c r=\"B10\" t=\"str\"><v> </v></c></row>"
            + "<row><c r=\"B11\" t=\"str\"><v>b</v></c><c r=\"D11\" t=\"str\"><v>y</v></c></row>"
        let reading = try XLSXFile(rows).read { _ in .read(headings: 0..<1, columns: [2, 1]) }
        let table = try #require(reading.table)
        #expect(reading.openings.first?.rows.map(\.cells) == [["", "k", "l"], ["x", "", "a"], ["", "b", "", "y"]])
        #expect(table.columns.map(\.name) == ["l", "k"])
        #expect(table.rows == [["a", ""], ["", "b"]])
        #expect(table.sheetRowNumbers == [4, 11])
        #expect(table.malformed == [MalformedRow(sheetRow: 11, found: 4, expected: 3)])
    }

    @Test func `what a sheet says of its size is not believed`() throws {
        var file = XLSXFile.sheet(
            "<worksheet xmlns=\"\(XLSXFile.main)\"><dimension ref=\"A1:XFD1048576\"/><sheetData>\(row("k"))\(row("a"))"
                + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>")
        file.strings = "<si><t>k</t></si>"
        file.changed["xl/sharedStrings.xml"] = Array(
            "<sst xmlns=\"\(XLSXFile.main)\" count=\"99999999\" uniqueCount=\"4294967295\"/>".utf8)
        #expect(try file.rows() == [["a"]])
    }

    @Test func `the strict form is read like the other`() throws {
        var file = XLSXFile(
            cells("<c t=\"s\"><v>0</v></c>", "<c s=\"0\"><v>44473</v></c>"), strings: "<si><t>Delvis</t></si>",
            styles: XLSXFile.styles(["14"]))
        file.isStrict = true
        #expect(try file.rows() == [["Delvis", "2021-10-04"]])
    }

    @Test func `parts are found by where relationships lead, from the root or not, whatever the capitals`() throws {
        var file = XLSXFile(cells("<c t=\"s\"><v>0</v></c>"), strings: "<si><t>Delvis</t></si>")
        var parts = file.parts
        let moved = [
            "xl/workbook.xml": "bok/Arbetsbok.xml", "xl/_rels/workbook.xml.rels": "bok/_rels/Arbetsbok.xml.rels",
            "xl/sharedStrings.xml": "delat/STRINGS.xml", "xl/worksheets/sheet1.xml": "blad/ett.xml",
        ]
        func edit(_ name: String, _ old: String, _ new: String) {
            for place in parts.indices where parts[place].name == name {
                let text = String(decoding: parts[place].bytes, as: UTF8.self).replacing(old, with: new)
                parts[place].bytes = Array(text.utf8)
            }
        }
        edit("_rels/.rels", "\"xl/workbook.xml\"", "\"/bok/./arbetsbok.xml\"")
        edit("xl/_rels/workbook.xml.rels", "\"sharedStrings.xml\"", "\"../delat/strings.xml\"")
        edit("xl/_rels/workbook.xml.rels", "\"worksheets/sheet1.xml\"", "\"/blad/ett.xml\"")
        for place in parts.indices { parts[place].name = moved[parts[place].name] ?? parts[place].name }
        #expect(try XLSXFile.read(XLSXFile.archive(parts, as: .deflated(level: 6))).table?.rows == [["Delvis"]])
        file.changed["_rels/.rels"] = .some(nil)
        #expect(try file.rows() == [["Delvis"]])
    }

    @Test func `texts in UTF-16 are read`() throws {
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
            let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + XLSXFile.worksheet(row("kön") + row("Annat 😀"))
            #expect(try XLSXFile.sheet(encoding.bytes(text)).rows() == [["Annat 😀"]])
        }
    }

    @Test func `a workbook with nothing in it is empty`() throws {
        #expect(try XLSXFile("").error() == .empty)
        #expect(try XLSXFile([]).error() == .empty)
        #expect(try XLSXFile([sheet("Diagram", "a", type: "chartsheet")]).error() == .empty)
        #expect(try XLSXFile("<row><c s=\"1\"/><c t=\"str\"><v> </v></c></row>" + row(" \u{A0}")).error() == .empty)
        #expect(try XLSXFile(row("k")).read(choose: { _ in .skip }).table == nil)
    }

    @Test func `every column can be wide and rows far apart`() throws {
        let rows =
            "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>k</v></c><c r=\"XFD1\" t=\"str\"><v>l</v></c></row>"
            + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"
        let reading = try XLSXFile(rows).read { _ in .read(headings: 0..<1, columns: [0, 16_383]) }
        #expect(reading.table?.rows == [["", "1"]])
        #expect(reading.table?.sheetRowNumbers == [1_048_576])
    }

    @Test func `the observer sees every byte once and progress ends at the size`() throws {
        let many = String(repeating: row("lång text som tar plats", "b"), count: 9_000)
        let bytes = try XLSXFile(row("k", "l") + many).bytes()
        var seen: [UInt8] = []
        var steps: [Progress] = []
        let file = try TableFile(MemoryBytes(bytes))
        let table = try file.read(
            ReadingOptions(observe: { seen += $0 }, progress: { steps.append($0) })
        ) { _ in .read(headings: 0..<1, columns: [0, 1]) }
        #expect(file.kind == .xlsx)
        #expect(table?.rowCount == 9_000)
        #expect(seen == bytes)
        #expect(steps.map(\.rows) == [4_096, 8_192])
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.done < $1.done })
        #expect(steps.allSatisfy { $0.total == bytes.count && $0.done <= bytes.count })
    }
}
