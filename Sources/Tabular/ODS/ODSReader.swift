internal import Zip

/// Reads the sheets of an OpenDocument workbook.
struct ODSReader {
    private static let content = "content.xml"

    private var archive: ArchiveReader
    private let content: ArchivedFile
    private let size: Int
    private let limits: Limits

    /// - Throws: where there is no content, or where it is behind a password.
    init(_ bytes: any RandomAccess, limits: Limits = Limits()) throws(TableError) {
        self.limits = limits
        size = bytes.size
        do {
            archive = try ArchiveReader(bytes)
        } catch {
            throw TableError(error)
        }
        guard try !ODSReader.isEncrypted(&archive) else { throw .notATable(.encryptedWorkbook) }
        guard let content = archive.entry(named: ODSReader.content) else { throw .missingPart(ODSReader.content) }
        self.content = content
    }

    /// Goes through the sheets in order, those that are hidden only if none of the others is chosen.
    ///
    /// - Parameter name: of the only sheet to look at.
    /// - Returns: the chosen sheet's table; nil where none was chosen.
    mutating func table(
        sheet name: String?, progress: ((Progress) -> Void)?, choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> Table? {
        let first = try pass(name.map { .named($0) } ?? .visible, progress, choose)
        if first.isChosen { return first.table() }
        if let name, !first.sheets.isFinished { throw .noSuchSheet(name, existing: first.sheets.all.map(\.name)) }
        var hasCells = first.hasCells
        if name == nil, first.sheets.hasHidden {
            let second = try pass(.hidden, progress, choose)
            if second.isChosen { return second.table() }
            hasCells = hasCells || second.hasCells
        }
        guard hasCells else { throw .empty }
        return nil
    }

    private mutating func pass(
        _ pass: ODSSheets.Pass, _ progress: ((Progress) -> Void)?, _ choose: @escaping (Opening) -> Choice
    ) throws(TableError) -> ODSHandler {
        let names = XMLNames()
        let sink = SheetSink(format: .ods, limits: limits, progress: progress, choose: choose)
        let handler = ODSHandler(ODSContent(names: ODSNames(names), sheets: ODSSheets(pass), sink: sink))
        handler.total = size
        var parser = try XMLParser(ODSReader.content, names: names, handler: handler)
        var failure: TableError?
        var inflated = 0
        let (file, declared) = (size, max(1, content.size))
        do throws(ArchiveReadError) {
            try archive.read(content) { block in
                inflated += block.count
                // How far in the file is guessed from how far in its only large part.
                handler.done = Int(Double(file) * min(1, Double(inflated) / Double(declared)))
                do throws(TableError) {
                    return try parser.feed(block)
                } catch {
                    failure = error
                    return false
                }
            }
        } catch {
            throw TableError(error)
        }
        // What stands behind the sheet does not matter, nor whether it happens to be in the same block.
        if handler.isDone { return handler }
        if let failure { throw failure }
        try parser.finish()
        guard handler.hasSpreadsheet else { throw .notATable(.otherDocument) }
        return handler
    }

    // MARK: Passwords

    /// Whether the manifest says that any part is encrypted (ODF 1.3 part 2, 4.8.4). What is no manifest says nothing.
    private static func isEncrypted(_ archive: inout ArchiveReader) throws(TableError) -> Bool {
        guard let manifest = archive.entry(named: "META-INF/manifest.xml") else { return false }
        let names = XMLNames()
        let handler = ManifestHandler(names)
        var parser = try XMLParser(manifest.name, names: names, handler: handler)
        do throws(ArchiveReadError) {
            try archive.read(manifest) { block in
                do throws(TableError) { return try parser.feed(block) } catch { return false }
            }
        } catch {
            throw TableError(error)
        }
        if !handler.hasEncryption { try? parser.finish() }
        return handler.hasEncryption
    }
}

/// Looks for encryption in a manifest.
private final class ManifestHandler: XMLHandler {
    private(set) var hasEncryption = false
    override var isDone: Bool { hasEncryption }
    private let encryption: XMLName
    private let namespace: XMLName

    init(_ names: XMLNames) {
        encryption = names["encryption-data"]
        namespace = names["urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"]
    }

    override func start(_ element: XMLElement) {
        if element.name == encryption, element.namespace == namespace { hasEncryption = true }
    }
}
