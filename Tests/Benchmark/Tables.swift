import CLibXML2
import Tabular
import Zip

/// All columns of a file's first sheet.
func readTable(of path: String) throws {
    let table = try TableFile(path: path).read { opening in
        let headings = 0..<(opening.declaredHeadingRows ?? 1)
        let width = opening.rows[headings].map(\.cells.count).max() ?? 0
        return .read(headings: headings, columns: Array(0..<width))
    }
    guard let table else { throw NothingRead() }
    let cells = table.columns.reduce(0) { sum, column in
        guard let code = column.values.firstIndex(of: "Delvis") else { return sum }
        return switch column.codes {
        case .narrow(let codes): sum + codes.count { $0 == code }
        case .wide(let codes): sum + codes.count { $0 == code }
        }
    }
    print("\(table.rowCount) \(cells)")
}

struct NothingRead: Error {}

/// Inflates an entry and has libxml2 parse it with no one listening.
func parseAlone(_ path: String, entry name: String) throws {
    var archive = try ArchiveReader(FileBytes(path: path))
    guard let entry = archive.entry(named: name) else { throw NothingRead() }
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = { _, _, _, _, _, _, _, _, _ in }
    handlers.endElementNs = { _, _, _, _ in }
    handlers.characters = { _, _, _ in }
    guard let parser = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else { throw NothingRead() }
    defer { xmlFreeParserCtxt(parser) }
    var size = 0
    try archive.read(entry) { block in
        size += block.count
        return xmlParseChunk(parser, block.bindMemory(to: CChar.self).baseAddress, CInt(block.count), 0) == 0
    }
    xmlParseChunk(parser, nil, 0, 1)
    print(size)
}
