import Zip

@testable import Tabular

/// A workbook of Office Open XML, put together part by part.
struct XLSXFile {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    struct Sheet {
        var name: String
        var state: String?
        var type = "worksheet"
        /// What is in `sheetData`.
        var rows: String
    }

    var sheets: [Sheet]
    /// What is in `sst`.
    var strings: String?
    /// What is in `styleSheet`.
    var styles: String?
    /// Attributes of `workbookPr`.
    var properties = ""
    var isStrict = false
    /// Parts that are written otherwise, or with nil not at all.
    var changed: [String: [UInt8]?] = [:]

    init(_ rows: String, strings: String? = nil, styles: String? = nil, properties: String = "") {
        self.init([Sheet(name: "Svar", rows: rows)], strings: strings, styles: styles, properties: properties)
    }

    init(_ sheets: [Sheet], strings: String? = nil, styles: String? = nil, properties: String = "") {
        (self.sheets, self.strings, self.styles, self.properties) = (sheets, strings, styles, properties)
    }

    /// A sheet's whole part.
    static func worksheet(_ rows: String, main: String = XLSXFile.main, attributes: String = "") -> String {
        "<worksheet xmlns=\"\(main)\"\(attributes)><sheetData>\(rows)</sheetData></worksheet>"
    }

    /// The part `xl/worksheets/sheet1.xml` written otherwise.
    static func sheet(_ part: [UInt8]) -> XLSXFile {
        var file = XLSXFile("")
        file.changed["xl/worksheets/sheet1.xml"] = part
        return file
    }

    static func sheet(_ part: String) -> XLSXFile { sheet(Array(part.utf8)) }

    /// Styles with a cell format for each of the number formats, by its code or its built-in number.
    static func styles(_ formats: [String]) -> String {
        let codes = formats.enumerated().filter { Int($0.element) == nil }.map { place, code in
            "<numFmt numFmtId=\"\(200 + place)\" formatCode=\"\(code)\"/>"
        }
        let cells = formats.enumerated().map { place, code in "<xf numFmtId=\"\(Int(code) ?? 200 + place)\"/>" }
        return "<numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs>\(cells.joined())</cellXfs>"
    }

    var parts: [(name: String, bytes: [UInt8])] {
        let main = isStrict ? XLSXFile.strictMain : XLSXFile.main
        let office = isStrict ? XLSXFile.strictOffice : XLSXFile.office
        func relationship(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
        }
        func relationships(_ all: [String]) -> String {
            "<Relationships xmlns=\"\(XLSXFile.package)\">\(all.joined())</Relationships>"
        }
        let listed = sheets.enumerated().map { place, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\""
                + (sheet.state.map { " state=\"\($0)\"" } ?? "") + "/>"
        }
        var all = sheets.enumerated().map { place, sheet in
            relationship("rId\(place + 1)", sheet.type, "\(sheet.type)s/sheet\(place + 1).xml")
        }
        if strings != nil { all.append(relationship("strings", "sharedStrings", "sharedStrings.xml")) }
        if styles != nil { all.append(relationship("styles", "styles", "/xl/styles.xml")) }
        var texts = [
            ("_rels/.rels", relationships([relationship("rId1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">"
                    + "<workbookPr \(properties)/><sheets>\(listed.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", relationships(all)),
        ]
        if let strings { texts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>")) }
        if let styles { texts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>")) }
        for (place, sheet) in sheets.enumerated() {
            texts.append(("xl/\(sheet.type)s/sheet\(place + 1).xml", XLSXFile.worksheet(sheet.rows, main: main)))
        }
        var parts = texts.map { name, text in (name: name, bytes: Array(text.utf8)) }
        for (name, bytes) in changed.sorted(by: { $0.key < $1.key }) {
            parts.removeAll { $0.name == name }
            if let bytes { parts.append((name, bytes)) }
        }
        return parts
    }

    func bytes() throws -> [UInt8] {
        try XLSXFile.archive(parts)
    }

    static func archive(_ parts: [(name: String, bytes: [UInt8])], as method: EntryMethod = .stored) throws -> [UInt8] {
        var archive = ArchiveWriter(to: MemorySink())
        for part in parts { try archive.add(part.name, part.bytes.span.bytes, as: method) }
        return try archive.finish().bytes
    }
}

/// What was shown of each sheet, and the table of the one that was read.
struct WorkbookReading {
    var openings: [Opening] = []
    var table: Table?
}

extension XLSXFile {
    /// Reads the first sheet that has rows, the first of them as headings and every column.
    func read(
        _ options: ReadingOptions = ReadingOptions(), limits: Limits = Limits(),
        choose: ((Opening) -> Choice)? = nil
    ) throws -> WorkbookReading {
        try XLSXFile.read(bytes(), options, limits: limits, choose: choose)
    }

    static func read(
        _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions(), limits: Limits = Limits(),
        choose: ((Opening) -> Choice)? = nil
    ) throws -> WorkbookReading {
        var openings: [Opening] = []
        var reader = try XLSXReader(MemoryBytes(bytes), limits: limits)
        let table = try reader.table(options) { opening in
            openings.append(opening)
            if let choose { return choose(opening) }
            guard let first = opening.rows.first else { return .skip }
            return .read(headings: 0..<1, columns: Array(first.cells.indices))
        }
        return WorkbookReading(openings: openings, table: table)
    }

    /// The rows of its only sheet, below the headings.
    func rows(limits: Limits = Limits()) throws -> [[String]] {
        try read(limits: limits).table?.rows ?? []
    }

    /// The error that it is refused with.
    func error(limits: Limits = Limits()) throws -> TableError? {
        let bytes = try bytes()
        do {
            _ = try XLSXFile.read(bytes, limits: limits)
            return nil
        } catch let error as TableError {
            return error
        }
    }
}

/// A row of inline texts; nil is no cell.
func row(_ texts: String?...) -> String {
    "<row>"
        + texts.enumerated().map { place, text in
            text.map { "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\($0)</t></is></c>" } ?? "<c/>"
        }.joined() + "</row>"
}

/// A row with a heading for each of the cells, and below it a row of them.
func cells(_ cells: String...) -> String {
    let headings = cells.indices.map { "<c t=\"str\"><v>k\($0)</v></c>" }
    return "<row>\(headings.joined())</row><row>\(cells.joined())</row>"
}
