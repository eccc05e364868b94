import Zip

/// The parts of an Office Open XML file (ECMA-376 part 2): entries of an archive, found by paths without regard to capitals.
struct OfficePackage {
    private var archive: ArchiveReader
    /// For each path in small letters the entry.
    private let entries: [String: ArchivedFile]
    private var parsed: Set<String> = []
    /// Elements and attributes of the parts so far.
    private var elements = 0
    /// The file's bytes.
    let size: Int

    init(_ bytes: any RandomAccess) throws(TableError) {
        do { archive = try ArchiveReader(bytes) } catch { throw .archive(error) }
        entries = Dictionary(archive.entries.map { ($0.name.lowercased(), $0) }) { first, _ in first }
        size = bytes.size
    }

    /// The path of the workbook, where the package says that it is, else where it always is.
    mutating func workbookPath(_ limits: Limits) throws(TableError) -> String {
        let names = XMLNames()
        let relations = RelationshipsPart("_rels/.rels", names, folder: "", limits: limits)
        if entry("_rels/.rels") != nil {
            try parse("_rels/.rels", names, relations, atMost: limits.smallPartBytes)
        }
        return relations.first("officeDocument")?.path ?? "xl/workbook.xml"
    }

    static func split(_ path: String) -> (folder: String, name: String) {
        let parts = path.split(separator: "/")
        return (parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? "")
    }

    /// Tells a handler all of a part, or as much as it wants of it.
    ///
    /// - Parameters:
    ///   - limit: bytes of the part.
    ///   - progress: told, of the entry's bytes in the file, how many have been gone through.
    mutating func parse(
        _ path: String, _ names: XMLNames, _ handler: XMLHandler, atMost limit: Int,
        progress: (Int) -> Void = { _ in }
    ) throws(TableError) {
        guard let entry = entry(path) else { throw .missingPart(path) }
        // A part that leads back to itself, or two sheets that are one.
        guard parsed.insert(entry.name).inserted else { throw .wrongPart(path) }
        var limits = XMLLimits()
        limits.elements -= elements
        var parser = try XMLParser(path, names: names, limits: limits, handler: handler)
        var failure: TableError?
        var isWhole = true
        var done = 0
        do {
            try archive.read(entry) { block in
                done += block.count
                do throws(TableError) {
                    guard done <= limit else {
                        throw .archive(.entryTooLarge(entry: path, size: done, limit: limit))
                    }
                    isWhole = try parser.feed(block)
                } catch {
                    failure = error
                }
                // In parts of the declared size, which may be a lie, and not beyond what the entry takes up.
                progress(Int(Double(entry.compressedSize) * Double(done) / Double(max(1, entry.size, done))))
                return failure == nil && isWhole
            }
        } catch {
            throw .archive(error)
        }
        elements += parser.elements
        if let failure { throw failure }
        if isWhole { try parser.finish() }
    }

    private func entry(_ path: String) -> ArchivedFile? {
        archive.entry(named: path) ?? entries[path.lowercased()]
    }
}
