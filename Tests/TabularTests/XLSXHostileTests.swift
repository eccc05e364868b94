import TestSupport
import Testing
import Zip

@testable import Tabular

/// Workbooks that are broken or made to do harm.
@Suite struct `An .xlsx file that cannot be trusted` {
    private let sheetPart = "xl/worksheets/sheet1.xml"

    private func place(_ row: Int, _ column: Int) -> Place { Place(sheet: "Svar", sheetRow: row, column: column) }

    private func error(rows: String, strings: String? = nil, limits: Limits = Limits()) throws -> TableError? {
        try XLSXFile(rows, strings: strings).error(limits: limits)
    }

    @Test func `document types are refused, whatever they declare`() throws {
        let types = [
            "<!DOCTYPE worksheet>", "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE w [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>",
            "<!DOCTYPE w [<!ENTITY e SYSTEM \"http://127.0.0.1:9/x\"><!ENTITY % p SYSTEM \"/dev/zero\">%p;]>",
        ]
        for type in types {
            let rows = XLSXFile.worksheet(row("k") + row("&e;"))
            #expect(try XLSXFile.sheet(type + rows).error() == .xml(part: sheetPart, line: 1, .doctype))
            for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"] {
                var file = XLSXFile(row("k"), strings: "", styles: "")
                let bytes = try #require(file.parts.first { $0.name == part }?.bytes)
                let text = String(decoding: bytes, as: UTF8.self).replacing(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
                file.changed[part] = Array((type + text).utf8)
                #expect(try file.error() == .xml(part: part, line: 1, .doctype))
            }
        }
    }

    @Test(arguments: ["&e;", "&nbsp;", "&#xFFFFFFFF;", "&#0;", "&"])
    func `entities that nobody declared are refused`(_ reference: String) throws {
        let error = try error(rows: row("k") + row(reference))
        guard case .xml(sheetPart, 1, .malformed) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a shared string that there is not is told`() throws {
        let rows = row("k") + "<row><c t=\"s\"><v>2</v></c></row>"
        #expect(try error(rows: rows, strings: "<si/><si/>") == .cell(place(2, 0), .noSharedString(index: 2, count: 2)))
        #expect(try error(rows: rows) == .cell(place(2, 0), .noSharedString(index: 2, count: 0)))
        let far = row("k") + "<row><c t=\"s\"><v>99999999999999999999999999</v></c></row>"
        guard case .cell(place(2, 0), .noSharedString(_, 0)) = try error(rows: far) else {
            Issue.record("a number of 26 digits")
            return
        }
        for value in ["-1", "1.0", "x", "0x0"] {
            let rows = row("k") + "<row><c t=\"s\"><v>\(value)</v></c></row>"
            #expect(try error(rows: rows, strings: "<si/>") == .cell(place(2, 0), .notANumber))
        }
    }

    @Test func `parts that are not there, or lead out of the archive, are told`() throws {
        var file = XLSXFile(row("k") + row("a"), strings: "<si/>", styles: "")
        for part in [
            "xl/workbook.xml", "xl/_rels/workbook.xml.rels", sheetPart, "xl/sharedStrings.xml", "xl/styles.xml",
        ] {
            file.changed = [part: nil]
            #expect(try file.error() == .missingPart(part))
        }
        let leads = [
            ("../../../etc/passwd", "rId1"), ("/", "rId1"), ("..", "rId1"),
            ("worksheets/sheet2.xml", "xl/worksheets/sheet2.xml"),
            ("/etc/passwd", "etc/passwd"), ("http://127.0.0.1/sheet.xml", "xl/http:/127.0.0.1/sheet.xml"),
        ]
        for (target, told) in leads {
            let relationships =
                "<Relationships xmlns=\"\(XLSXFile.package)\"><Relationship Id=\"rId1\" "
                + "Type=\"\(XLSXFile.office)/worksheet\" Target=\"\(target)\"/></Relationships>"
            file.changed = ["xl/_rels/workbook.xml.rels": Array(relationships.utf8)]
            #expect(try file.error() == .missingPart(told))
        }
        let outside =
            "<Relationships xmlns=\"\(XLSXFile.package)\"><Relationship Id=\"rId1\" TargetMode=\"External\" "
            + "Type=\"\(XLSXFile.office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        file.changed = ["xl/_rels/workbook.xml.rels": Array(outside.utf8)]
        #expect(try file.error() == .missingPart("rId1"))
        file.changed = ["xl/_rels/workbook.xml.rels": Array("<Relationships xmlns=\"\(XLSXFile.package)\"/>".utf8)]
        #expect(try file.error() == .missingPart("rId1"))
    }

    @Test func `a part in another's place, or in two places, is told`() throws {
        var file = XLSXFile(row("k") + row("a"), strings: "")
        for (target, told) in [("workbook.xml", "xl/workbook.xml"), ("sharedStrings.xml", "xl/sharedStrings.xml")] {
            let relationships =
                "<Relationships xmlns=\"\(XLSXFile.package)\"><Relationship Id=\"rId1\" "
                + "Type=\"\(XLSXFile.office)/worksheet\" Target=\"\(target)\"/></Relationships>"
            file.changed = ["xl/_rels/workbook.xml.rels": Array(relationships.utf8)]
            #expect(try file.error() == .wrongPart(told))
        }
        file.changed = [sheetPart: Array("<sst xmlns=\"\(XLSXFile.main)\"/>".utf8)]
        #expect(try file.error() == .wrongPart(sheetPart))
        file.changed = [sheetPart: Array("<worksheet><sheetData/></worksheet>".utf8)]
        #expect(try file.error() == .wrongPart(sheetPart))
        file.changed = ["xl/workbook.xml": Array(XLSXFile.worksheet("").utf8)]
        #expect(try file.error() == .wrongPart("xl/workbook.xml"))
        file.changed = ["xl/sharedStrings.xml": Array(XLSXFile.worksheet("").utf8)]
        #expect(try file.error() == .wrongPart("xl/sharedStrings.xml"))

        let twice =
            "<Relationships xmlns=\"\(XLSXFile.package)\">"
            + (1...2).map {
                "<Relationship Id=\"rId\($0)\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            }.joined() + "</Relationships>"
        file = XLSXFile([.init(name: "Svar", rows: ""), .init(name: "Igen", rows: "")])
        file.changed = ["xl/_rels/workbook.xml.rels": Array(twice.utf8)]
        #expect(try file.error() == .wrongPart(sheetPart))
    }

    @Test func `rows that do not follow one another are refused`() throws {
        for (rows, found, after) in [
            ("<row r=\"2\"/><row r=\"2\"/>", 2, 2), ("<row r=\"7\"/><row r=\"3\"/>", 3, 7), ("<row r=\"0\"/>", 0, 0),
        ] {
            #expect(try error(rows: rows) == .rowOutOfOrder(sheet: "Svar", found: found, after: after))
        }
        for number in ["", "x", "-1", "1.5", "99999999999999999999"] {
            #expect(try error(rows: "<row r=\"\(number)\"/>") == .rowOutOfOrder(sheet: "Svar", found: nil, after: 0))
        }
        #expect(
            try error(rows: "<row r=\"1048577\"/>")
                == .tooManySheetRows(sheet: "Svar", found: 1_048_577, limit: 1_048_576))
        #expect(
            try error(rows: "<row r=\"1048576\"/><row/>")
                == .tooManySheetRows(sheet: "Svar", found: 1_048_577, limit: 1_048_576))
    }

    @Test func `cells that do not follow one another are refused`() throws {
        func error(_ cells: String) throws -> TableError? { try self.error(rows: "<row r=\"4\">\(cells)</row>") }
        #expect(try error("<c r=\"B4\"/><c r=\"B4\"/>") == .cell(place(4, 1), .outOfOrder))
        #expect(try error("<c r=\"D4\"/><c r=\"C4\"/>") == .cell(place(4, 2), .outOfOrder))
        #expect(try error("<c r=\"B4\"/><c/><c r=\"C4\"/>") == .cell(place(4, 2), .outOfOrder))
        for reference in ["A5", "A", "4", "", "A04x", "$A$4", "AAAA4", "A99999999", "A4:B4", "Å4", "A-4"] {
            #expect(try error("<c r=\"A4\"/><c r=\"\(reference)\"/>") == .cell(place(4, 0), .badReference))
        }
        #expect(try error("<c r=\"XFE4\"/>") == .cell(place(4, 16_384), .beyondLastColumn(limit: 16_384)))
        #expect(try error("<c r=\"ZZZ4\"/>") == .cell(place(4, 18_277), .beyondLastColumn(limit: 16_384)))
        #expect(try error("<c r=\"XFD4\"/><c/>") == .cell(place(4, 16_384), .beyondLastColumn(limit: 16_384)))
        #expect(try error("<c r=\"xfd4\"><v>1</v></c>") == nil)
        #expect(try error("<c/><c t=\"q\"/>") == .cell(place(4, 1), .unknownType))
    }

    @Test func `texts have a longest length`() throws {
        var limits = Limits()
        limits.cellBytes = 100
        let long = String(repeating: "å", count: 51)
        let fits = String(repeating: "å", count: 50)
        for rows in [row(long), "<row><c t=\"str\"><v>\(long)</v></c></row>", "<row><c><v>\(long)</v></c></row>"] {
            #expect(try error(rows: rows, limits: limits) == .cell(place(1, 0), .tooLong(limit: 100)))
        }
        #expect(try XLSXFile(row("k") + row(fits)).rows(limits: limits) == [[fits]])
        let shared = "<si/><si><r><t>\(fits)</t></r><r><t>a</t></r></si>"
        #expect(
            try error(rows: row("k"), strings: shared, limits: limits) == .sharedStringTooLong(index: 1, limit: 100))
        // Texts that are not the cell's own do not count.
        let aside = "<si><t>a</t><rPh><t>\(long)</t></rPh></si>"
        #expect(try error(rows: row("k"), strings: aside, limits: limits) == nil)
    }

    @Test func `there are only so many of everything`() throws {
        var limits = Limits()
        limits.sharedStrings = 2
        #expect(
            try error(rows: row("k"), strings: "<si/><si/><si/>", limits: limits) == .tooManySharedStrings(limit: 2))
        limits = Limits()
        limits.sharedBytes = 5
        #expect(
            try error(rows: row("k"), strings: "<si><t>abc</t></si><si><t>def</t></si>", limits: limits)
                == .tooMuchSharedText(limit: 5))
        limits = Limits()
        limits.sheets = 2
        #expect(try error(sheets: 3, limits) == .tooManySheets(limit: 2))
        #expect(try error(sheets: 2, limits) == nil)
        limits = Limits()
        limits.relationships = 2
        #expect(
            try error(sheets: 3, limits) == .tooManyRelationships(part: "xl/_rels/workbook.xml.rels", limit: 2))
        limits = Limits()
        limits.styles = 2
        let file = XLSXFile(row("k"), styles: XLSXFile.styles(["0", "1", "2"]))
        #expect(try file.error(limits: limits) == .tooManyStyles(limit: 2))
        limits = Limits()
        limits.smallPartBytes = 200
        let size = try #require(XLSXFile("").parts.first { $0.name == "_rels/.rels" }?.bytes.count)
        #expect(
            try error(sheets: 1, limits)
                == .archive(.entryTooLarge(entry: "_rels/.rels", size: size, limit: 200)))
        limits = Limits()
        limits.filledCells = 3
        #expect(try error(rows: row("a", "b") + row("c", "d"), limits: limits) == .tooManyCells(limit: 3))
        limits = Limits()
        limits.rowBytes = 10
        #expect(
            try error(rows: row("abcdef", "ghijkl"), limits: limits) == .rowTooLong(sheetRow: 1, limit: 10))
    }

    private func error(sheets: Int, _ limits: Limits) throws -> TableError? {
        try XLSXFile((1...sheets).map { .init(name: "Blad \($0)", rows: row("k")) }).error(limits: limits)
    }

    @Test func `an archive that is broken is told as such`() throws {
        let file = XLSXFile(row("k") + row("a"))
        let bytes = try file.bytes()
        #expect(throws: TableError.archive(.noEndRecord)) { try XLSXFile.read(Array(bytes.dropLast(30))) }
        var changed = bytes
        let mark = Array("<sheetData>".utf8)
        let place = try #require(changed.indices.first { changed[$0...].starts(with: mark) })
        changed[place + 1] = UInt8(ascii: "S")
        changed[place + 10] = UInt8(ascii: " ")
        #expect(throws: TableError.self) { try XLSXFile.read(changed) }
    }
}

/// Whatever the bytes of a part are, there is a table or an error.
@Suite struct `Any parts at all` {
    private static let good = XLSXFile(
        [
            .init(
                name: "Svar",
                rows: row("kön", "datum", "fråga") + "<row r=\"2\" spans=\"1:3\"><c r=\"A2\" t=\"s\"><v>0</v></c>"
                    + "<c r=\"B2\" s=\"1\"><v>44473.5</v></c><c r=\"C2\" t=\"b\"><v>1</v></c></row>"
                    + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\" s=\"1\"><f>B2+1</f><v>44474</v></c>"
                    + "<c r=\"C4\" t=\"e\"><v>#N/A</v></c></row>" + row("Annat", nil, "ja &amp; nej")),
            .init(name: "Dolt", state: "hidden", rows: row("x")),
        ], strings: "<si><t>Kvinna</t></si><si><r><t>Ma</t></r><r><t>n_x000D_</t></r></si>",
        styles: XLSXFile.styles(["0", "yyyy\\-mm\\-dd"]))

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a changed part gives a table or an error`(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(state: seed)
        let parts = Self.good.parts
        let pieces = [
            "<", ">", "\"", "&", "/", "</c>", "<c>", "<v>", "</v>", "<row>", "</row>", "<is><t>", "<!--", "-->",
            "<![CDATA[", "]]>",
            "\0", "\u{FEFF}", "<?x?>", "<!DOCTYPE a>", "r=\"B2\"", "t=\"s\"", "s=\"1\"", "999999999999", "-1", "å",
            "&#1;", "&amp;", "x:",
        ]
        var tables = 0
        for _ in 0..<500 {
            var changed = parts
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let part = Int.random(in: changed.indices, using: &generator)
                var bytes = changed[part].bytes
                let index = Int.random(in: bytes.indices, using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8), at: index)
                case 3:
                    let end = min(bytes.count, index + Int.random(in: 1...40, using: &generator))
                    bytes.replaceSubrange(index..<end, with: [])
                case 4:
                    let end = min(bytes.count, index + Int.random(in: 1...200, using: &generator))
                    bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
                default: bytes.removeLast(bytes.count - index)
                }
                if bytes.isEmpty { bytes = [0x20] }
                changed[part].bytes = bytes
            }
            guard let table = try attempt(changed) else { continue }
            tables += 1
            for column in table.columns {
                #expect(column.codes.count == table.rowCount)
                #expect(column.values.first == "")
                #expect(Set(column.values).count == column.values.count)
                #expect((0..<table.rowCount).allSatisfy { column.codes[$0] < column.values.count })
            }
            let rows = table.sheetRowNumbers
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(tables > 50)
    }

    /// The table; nil where the workbook is refused. Any other error is one of the test.
    private func attempt(_ parts: [(name: String, bytes: [UInt8])]) throws -> Table? {
        let bytes = try XLSXFile.archive(parts)
        do { return try XLSXFile.read(bytes).table } catch is TableError { return nil }
    }

    @Test func `a sheet cut anywhere is refused`() throws {
        let part = "xl/worksheets/sheet1.xml"
        let good = try #require(Self.good.parts.first { $0.name == part }?.bytes)
        // A reference that is cut off is wrong, and not only too short.
        let bytes = Array(String(decoding: good, as: UTF8.self).replacing("&amp;", with: "och").utf8)
        for count in 0..<bytes.count {
            var file = Self.good
            file.changed[part] = Array(bytes.prefix(count))
            #expect(try file.error() == .xml(part: part, line: 1, .incomplete), "cut at \(count)")
        }
    }
}
