import Testing
import Zip

@testable import Tabular

/// An OpenDocument workbook made by hand, part by part.
struct ODSFile {
    var content: String
    var manifest: String? = ODSFile.plainManifest
    var mimetype: String? = "application/vnd.oasis.opendocument.spreadsheet"

    static let plainManifest = """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">\
        <manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
        </manifest:manifest>
        """

    static let namespaces =
        ["office", "style", "table", "text", "form", "presentation"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }.joined(separator: " ") + " " + """
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
            """

    /// - Parameters:
    ///   - body: what stands in `office:spreadsheet`.
    ///   - styles: what stands in `office:automatic-styles`.
    init(body: String, styles: String = "") {
        content = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content \(ODSFile.namespaces) office:version="1.3">\
            <office:scripts/><office:automatic-styles>\(styles)</office:automatic-styles>\
            <office:body><office:spreadsheet>\(body)</office:spreadsheet></office:body></office:document-content>
            """
    }

    /// One sheet of these rows.
    init(rows: String) {
        self.init(body: "<table:table table:name=\"Blad\">\(rows)</table:table>")
    }

    /// A heading row of three columns, and one row with this cell in the middle.
    init(cell: String) {
        self.init(
            rows: ODSFile.headings("a", "b", "c")
                + "<table:table-row>\(ODSFile.text("x"))\(cell)\(ODSFile.text("z"))</table:table-row>")
    }

    static func text(_ text: String) -> String {
        "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }

    static func headings(_ names: String...) -> String { row(names) }

    static func row(_ texts: [String]) -> String {
        "<table:table-row>\(texts.map(text).joined())</table:table-row>"
    }

    func bytes() throws -> [UInt8] {
        try bytes(content: Array(content.utf8))
    }

    func bytes(content: [UInt8]?) throws -> [UInt8] {
        var writer = ArchiveWriter(to: MemorySink())
        if let mimetype { try writer.add("mimetype", Array(mimetype.utf8).span.bytes, as: .stored) }
        if let content { try writer.add("content.xml", content.span.bytes, as: .deflated(level: 1)) }
        if let manifest { try writer.add("META-INF/manifest.xml", Array(manifest.utf8).span.bytes) }
        return try writer.finish().bytes
    }

    /// The first sheet, or the one of this name, with every column.
    func table(sheet: String? = nil, limits: Limits = Limits()) throws -> Table {
        try ODSFile.table(bytes(), sheet: sheet, limits: limits)
    }

    /// The row below the headings.
    func firstRow() throws -> [String] {
        try #require(table().rows.first)
    }

    static func table(_ bytes: [UInt8], sheet: String? = nil, limits: Limits = Limits()) throws(TableError) -> Table {
        var reader = try ODSReader(MemoryBytes(bytes), limits: limits)
        let table = try reader.table(sheet: sheet, progress: nil, choose: everything)
        guard let table else { throw .empty }
        return table
    }

    /// Why the file is refused.
    func refusal(limits: Limits = Limits()) throws -> TableError? {
        let bytes = try bytes()
        do {
            _ = try ODSFile.table(bytes, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}

/// Chooses a sheet that has anything in it, its first row as headings and all columns.
func everything(_ opening: Opening) -> Choice {
    guard let first = opening.rows.first else { return .skip }
    return .read(headings: 0..<1, columns: Array(first.cells.indices))
}
