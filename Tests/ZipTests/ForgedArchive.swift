import Zip

/// An entry to be forged, with what its headers are to have beside the truth.
struct ForgedEntry {
    var name: [UInt8]
    var content: [UInt8] = []
    var isDeflated = false
    var localExtra: [UInt8] = []
    var centralExtra: [UInt8] = []
    var comment: [UInt8] = []
    /// Stands between the content and the next header, such as a data descriptor.
    var afterwards: [UInt8] = []
    /// The compressed bytes, if they are not to be those of the content.
    var data: [UInt8]?
    /// The CRC-32, where it is known already.
    var checksum: Int?

    init(_ name: String, _ content: [UInt8] = [], isDeflated: Bool = false) {
        self.name = Array(name.utf8)
        self.content = content
        self.isDeflated = isDeflated
    }
}

/// An archive put together byte by byte, in which every field can be made to lie.
struct ForgedArchive {
    /// The records whose fields can be set.
    enum Record {
        case local(Int)
        case central(Int)
        case end, locator, zip64End
    }

    private(set) var bytes: [UInt8] = []
    private var locals: [Int] = []
    private var centrals: [Int] = []
    private var zip64End = 0
    private var locator = 0
    private var end = 0

    /// An archive in which everything is right.
    /// - Parameters:
    ///   - comment: stands at the end of the file.
    ///   - isZip64: whether the end record points to a zip64 end record.
    init(_ entries: [ForgedEntry], comment: [UInt8] = [], isZip64: Bool = false) throws {
        var centralHeaders: [[UInt8]] = []
        for entry in entries {
            let isKnown = entry.checksum != nil && (entry.data != nil || !entry.isDeflated)
            let (checksum, packed) = isKnown ? (entry.checksum ?? 0, []) : try Packed.make(entry.content)
            let data = entry.data ?? (entry.isDeflated ? packed : entry.content)
            let common =
                little(20, 2) + little(0, 2) + little(entry.isDeflated ? 8 : 0, 2) + little(0x0021_0000, 4)
                + little(checksum, 4) + little(data.count, 4) + little(entry.content.count, 4)
                + little(entry.name.count, 2)
            let tail = little(entry.comment.count, 2) + little(0, 8) + little(bytes.count, 4)
            centralHeaders.append(
                little(0x0201_4B50, 4) + little(20, 2) + common + little(entry.centralExtra.count, 2) + tail
                    + entry.name
                    + entry.centralExtra + entry.comment)
            locals.append(bytes.count)
            bytes += little(0x0403_4B50, 4) + common + little(entry.localExtra.count, 2) + entry.name + entry.localExtra
            bytes += data + entry.afterwards
        }
        let directory = bytes.count
        for header in centralHeaders {
            centrals.append(bytes.count)
            bytes += header
        }
        let size = bytes.count - directory
        if isZip64 {
            zip64End = bytes.count
            bytes += little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
            bytes += little(entries.count, 8) + little(entries.count, 8) + little(size, 8) + little(directory, 8)
            locator = bytes.count
            bytes += little(0x0706_4B50, 4) + little(0, 4) + little(zip64End, 8) + little(1, 4)
        }
        end = bytes.count
        let count = isZip64 ? 0xFFFF : entries.count
        bytes += little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
        bytes += little(isZip64 ? 0xFFFF_FFFF : size, 4) + little(isZip64 ? 0xFFFF_FFFF : directory, 4)
        bytes += little(comment.count, 2) + comment
    }

    /// Where a record starts.
    func offset(of record: Record) -> Int {
        switch record {
        case .local(let index): locals[index]
        case .central(let index): centrals[index]
        case .end: end
        case .locator: locator
        case .zip64End: zip64End
        }
    }

    /// Sets the field of `width` bytes at `field` in a record.
    mutating func set(_ record: Record, _ field: Int, _ width: Int, _ value: Int) {
        let start = offset(of: record) + field
        bytes.replaceSubrange(start..<start + width, with: little(value, width))
    }

    /// Sets a field that stands at different places in both headers of an entry.
    mutating func setBoth(_ index: Int, local: Int, _ width: Int, _ value: Int) {
        set(.local(index), local, width, value)
        set(.central(index), local + 2, width, value)
    }
}

/// Content as an archive keeps it.
enum Packed {
    /// The CRC-32 of the content, and the content deflated.
    static func make(_ content: [UInt8], level: Int32 = 6) throws -> (checksum: Int, deflated: [UInt8]) {
        var writer = ArchiveWriter(to: MemorySink())
        try writer.add("x", content.span.bytes, as: .deflated(level: level))
        let bytes = try writer.finish().bytes
        let header = Array(bytes[14..<22]).reversed().map(Int.init)
        let size = header.prefix(4).reduce(0) { $0 << 8 | $1 }
        let checksum = header.suffix(4).reduce(0) { $0 << 8 | $1 }
        return (checksum, Array(bytes[31..<31 + size]))
    }
}

/// A number in little-endian order.
func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) }
}

/// Opens an archive and reads every entry to its end.
func readAll(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
) throws(ArchiveReadError) -> [String: [UInt8]] {
    var reader = try ArchiveReader(MemoryBytes(bytes), limits: limits)
    var contents: [String: [UInt8]] = [:]
    for entry in reader.entries {
        contents[entry.name] = try reader.contents(of: entry, atMost: .max)
    }
    return contents
}

/// Why an archive cannot be read to its end; nil if it can.
func refusal(of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveReadError? {
    do throws(ArchiveReadError) {
        var reader = try ArchiveReader(MemoryBytes(bytes), limits: limits)
        for entry in reader.entries { try reader.read(entry) { _ in true } }
        return nil
    } catch {
        return error
    }
}
