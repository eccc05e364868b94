import Foundation
import Zip

/// A file that was made to do harm, or that a broken program might leave.
struct HostileFile: Sendable, CustomStringConvertible {
    let description: String
    let name: String
    /// Made when it is needed: some are large.
    let bytes: @Sendable () throws -> [UInt8]

    init(_ description: String, _ name: String, _ bytes: @escaping @Sendable () throws -> [UInt8]) {
        self.description = description
        self.name = name
        self.bytes = bytes
    }

    static let all = archives + markup + sheets + texts + statistics
}

// MARK: - The archive

extension HostileFile {
    private static let archives = [
        HostileFile("a workbook that inflates a thousand times", "svar.xlsx") {
            try workbook(sheet: "<row r=\"1\">" + String(repeating: " ", count: 64 << 20) + "</row>")
        },
        HostileFile("300 MiB of sheet that inflate 200 times", "svar.ods") {
            let cell = "<table:table-cell office:value-type=\"string\"><text:p>Delvis</text:p></table:table-cell>"
            let row = "<table:table-row>" + String(repeating: cell, count: 200) + "</table:table-row>"
            return try openDocument(rows: String(repeating: row, count: (300 << 20) / row.utf8.count))
        },
        HostileFile("an archive in an archive in an archive", "svar.xlsx") {
            var inner = try archive([("noll", [UInt8](repeating: 0, count: 8 << 20))])
            for _ in 0..<5 { inner = try archive([("a", inner), ("b", inner)]) }
            return inner
        },
        HostileFile("70,000 empty parts", "svar.xlsx") {
            try archive((0..<60_000).map { ("d\($0)", []) })
        },
        HostileFile("an archive cut off in the middle", "svar.xlsx") {
            let whole = try workbook(sheet: row(1, "a"))
            return Array(whole.prefix(whole.count / 2))
        },
        HostileFile("a checksum that is wrong", "svar.xlsx") {
            var bytes = try workbook(sheet: row(1, "a"), method: .stored)
            if let place = bytes.indices.first(where: { bytes[$0...].starts(with: Array("<row".utf8)) }) {
                bytes[place + 1] = UInt8(ascii: "R")
            }
            return bytes
        },
    ]
}

// MARK: - XML

extension HostileFile {
    private static let markup = [
        HostileFile("entities that grow a thousand million times", "svar.xlsx") {
            let entities = (1...9).map { level in
                "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
            }
            return try workbook(
                raw: "<!DOCTYPE w [<!ENTITY e0 \"lol\">\(entities.joined())]><worksheet>&e9;</worksheet>")
        },
        HostileFile("an entity that is a file of the computer's", "svar.xlsx") {
            try workbook(
                raw: "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + worksheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"))
        },
        HostileFile("an entity from the network", "svar.ods") {
            try openDocument(
                raw: "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/d.dtd\">"
                    + content("<table:table-row><table:table-cell/></table:table-row>"))
        },
        HostileFile("a million elements within one another", "svar.xlsx") {
            try workbook(sheet: String(repeating: "<x>", count: 1_000_000))
        },
        HostileFile("a million attributes", "svar.xlsx") {
            let attributes = (0..<1_000_000).map { " a\($0)=\"1\"" }.joined()
            return try workbook(sheet: "<row\(attributes)/>")
        },
        HostileFile("an attribute of 60 MiB", "svar.ods") {
            let name = (0..<4_000_000).map { String($0, radix: 36) }.joined()
            return try openDocument(rows: "<table:table-row table:style-name=\"\(name)\(name)\"/>")
        },
        HostileFile("a text of 60 MiB in one cell", "svar.xlsx") {
            let text = (0..<8_000_000).map { String($0, radix: 36) }.joined()
            return try workbook(sheet: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>")
        },
        HostileFile("bytes that are no UTF-8", "svar.xlsx") {
            try workbook(rawBytes: Array(worksheet("<row r=\"1\"/>").utf8.dropLast(12)) + [0xFF, 0xFE, 0xC0, 0x80])
        },
        HostileFile("an encoding that it does not have", "svar.ods") {
            try openDocument(raw: "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + content(""))
        },
        HostileFile("not XML at all", "svar.ods") { try openDocument(rawBytes: [UInt8](repeating: 0, count: 1_000)) },
    ]
}

// MARK: - Sheets

extension HostileFile {
    private static let sheets = [
        HostileFile("a cell in the last corner of the sheet", "svar.xlsx") {
            try workbook(
                sheet: row(1, "Insats", "Kön") + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
        },
        HostileFile("a cell beyond the last corner", "svar.xlsx") {
            try workbook(sheet: "<row r=\"99999999999\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row>")
        },
        HostileFile("a shared string that does not exist", "svar.xlsx") {
            try workbook(sheet: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>4294967296</v></c></row>")
        },
        HostileFile("no sheet part", "svar.xlsx") { try archive([("xl/workbook.xml", Array(book.utf8))]) },
        HostileFile("a workbook that is its own sheet", "svar.xlsx") {
            try workbook(
                sheet: row(1, "a"), relations: relations.replacing("worksheets/sheet1.xml", with: "workbook.xml"))
        },
        HostileFile("a sheet outside the archive", "svar.xlsx") {
            try workbook(
                sheet: row(1, "a"),
                relations: relations.replacing("worksheets/sheet1.xml", with: "../../../../etc/passwd"))
        },
        HostileFile("two thousand million blank rows", "svar.ods") {
            try openDocument(
                rows: "<table:table-row table:number-rows-repeated=\"2147483648\"><table:table-cell"
                    + " table:number-columns-repeated=\"2147483648\"/></table:table-row>" + textRow("Insats"))
        },
        HostileFile("two thousand million rows of text", "svar.ods") {
            try openDocument(
                rows: textRow("Insats", "stod", "malen", "ratt")
                    + "<table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell"
                    + " table:number-columns-repeated=\"2147483647\" office:value-type=\"string\">"
                    + "<text:p>Delvis</text:p></table:table-cell></table:table-row>")
        },
        HostileFile("a million rows of 16,384 cells, folded", "svar.ods") {
            try openDocument(
                rows: textRow("Insats", "stod", "malen", "ratt")
                    + "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell"
                    + " table:number-columns-repeated=\"16384\" office:value-type=\"string\">"
                    + "<text:p>Delvis</text:p></table:table-cell></table:table-row>")
        },
        HostileFile("two thousand million spaces", "svar.ods") {
            try openDocument(
                rows: "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a"
                    + "<text:s text:c=\"2147483647\"/>b</text:p></table:table-cell></table:table-row>")
        },
        HostileFile("tables within tables", "svar.ods") {
            try openDocument(
                rows: String(
                    repeating: "<table:table-row><table:table-cell><table:table>", count: 20_000))
        },
    ]
}

// MARK: - Text

extension HostileFile {
    private static let texts = [
        HostileFile("a NUL in the middle", "svar.csv") { Array("Insats;stod;malen;ratt\nÖn;4;\0;4\n".utf8) },
        HostileFile("a lone quote before 40 MiB", "svar.csv") {
            Array("Insats;stod;malen;ratt\nÖn;\"4;4;4\n".utf8)
                + Array(String(repeating: "Ön;4;4;4\n", count: 4 << 20).utf8)
        },
        HostileFile("a line of 100 MiB", "svar.csv") {
            Array("Insats;stod;malen;ratt\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 100 << 20)
        },
        HostileFile("100,000 columns", "svar.csv") {
            Array(((0..<100_000).map { "k\($0)" }.joined(separator: ";") + "\n").utf8)
        },
        HostileFile("100 MiB of different texts in a background", "svar.csv") {
            var bytes = Array("Insats;Kön;stod;malen;ratt\n".utf8)
            for number in 0..<4_000_000 { bytes += Array("insats \(number);Kvinna;4;4;4\n".utf8) }
            return bytes
        },
        HostileFile("100 MiB of line ends", "svar.csv") {
            Array("Insats;Kön;stod;malen;ratt\n".utf8) + [UInt8](repeating: UInt8(ascii: "\n"), count: 100 << 20)
        },
        HostileFile("100 MiB of separators", "svar.csv") {
            var bytes = Array("Insats;Kön;stod;malen;ratt\n".utf8)
            let line = [UInt8](repeating: UInt8(ascii: ";"), count: 16_000) + [UInt8(ascii: "\n")]
            for _ in 0..<6_500 { bytes += line }
            return bytes
        },
        HostileFile("two encodings in one file", "svar.csv") {
            Array("Insats;stod;malen;ratt\nÖn;4;4;4\n".utf8) + [0xD6] + Array("n;4;4;4\n".utf8)
        },
        HostileFile("half a UTF-16 file", "svar.csv") { [0xFF, 0xFE, 0x49, 0x00, 0x6E] },
        HostileFile("10 MiB of headings that are nearly questions", "svar.csv") {
            let heading = "Får du stödet när du behövr det? \(String(repeating: "å", count: 500))"
            let headings = (0..<10_000).map { "\(heading)\($0)" }.joined(separator: ";")
            return Array((headings + "\n" + headings + "\n").utf8)
        },
    ]
}

// MARK: - SPSS

extension HostileFile {
    private static let statistics = [
        HostileFile("nothing but the mark of SPSS", "svar.sav") { Array("$FL2".utf8) },
        HostileFile("two thousand million cases of two thousand million variables", "svar.sav") {
            var bytes = Array("$FL2@(#) SPSS DATA FILE".utf8)
            bytes += [UInt8](repeating: 0x20, count: 64 - bytes.count)
            for number in [2, 0x7FFF_FFFF, 1, 0, 0x7FFF_FFFF] as [UInt32] {
                bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            }
            return bytes + [UInt8](repeating: 0xFF, count: 500)
        },
        HostileFile("compressed garbage", "svar.zsav") {
            Array("$FL3@(#) SPSS DATA FILE".utf8)
                + (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        },
    ]
}

// MARK: - Building

extension HostileFile {
    private static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let book =
        "<workbook xmlns=\"\(spreadsheet)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Svar\" sheetId=\"1\""
        + " r:id=\"rId1\"/></sheets></workbook>"
    private static let relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
        + " Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"

    private static func archive(
        _ parts: [(String, [UInt8])], method: EntryMethod = .deflated(level: 1)
    ) throws -> [UInt8] {
        var writer = ArchiveWriter(to: MemorySink())
        for part in parts { try writer.add(part.0, part.1.span.bytes, as: method) }
        return try writer.finish().bytes
    }

    private static func worksheet(_ rows: String) -> String {
        "<worksheet xmlns=\"\(spreadsheet)\"><sheetData>\(rows)</sheetData></worksheet>"
    }

    private static func row(_ number: Int, _ cells: String...) -> String {
        let written = cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    private static func workbook(
        sheet: String, relations: String = relations, method: EntryMethod = .deflated(level: 1)
    ) throws -> [UInt8] {
        try workbook(rawBytes: Array(worksheet(sheet).utf8), relations: relations, method: method)
    }

    private static func workbook(raw: String) throws -> [UInt8] { try workbook(rawBytes: Array(raw.utf8)) }

    private static func workbook(
        rawBytes: [UInt8], relations: String = relations, method: EntryMethod = .deflated(level: 1)
    ) throws -> [UInt8] {
        try archive(
            [
                ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(relations.utf8)),
                ("xl/worksheets/sheet1.xml", rawBytes),
            ], method: method)
    }

    private static func content(_ rows: String) -> String {
        let names = "urn:oasis:names:tc:opendocument:xmlns"
        return "<office:document-content xmlns:office=\"\(names):office:1.0\" xmlns:table=\"\(names):table:1.0\""
            + " xmlns:text=\"\(names):text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Svar\">"
            + rows + "</table:table></office:spreadsheet></office:body></office:document-content>"
    }

    private static func textRow(_ cells: String...) -> String {
        let written = cells.map {
            "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
        }
        return "<table:table-row>\(written.joined())</table:table-row>"
    }

    private static func openDocument(rows: String) throws -> [UInt8] { try openDocument(raw: content(rows)) }

    private static func openDocument(raw: String) throws -> [UInt8] { try openDocument(rawBytes: Array(raw.utf8)) }

    private static func openDocument(rawBytes: [UInt8]) throws -> [UInt8] {
        try archive([
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", rawBytes),
        ])
    }
}
