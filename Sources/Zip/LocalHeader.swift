/// The header before an entry's content (4.3.7), and the descriptor that may stand after it (4.3.9): both must say what the
/// central directory says.
enum LocalHeader {
    private static let fixedLength = 30

    /// Checks everything that stands beside the entry's content.
    /// - Parameters:
    ///   - limit: where the entry that comes next in the file starts, or the central directory.
    ///   - next: that entry's name; nil for the directory.
    /// - Returns: where the content starts.
    static func content(
        of entry: CentralHeader, in file: some RandomAccess, before limit: Int, _ next: String?
    ) throws(ArchiveReadError) -> Int {
        let room = limit - entry.offset
        let nameEnd = fixedLength + entry.nameBytes.count
        // The header's offset may be beyond the directory, and the size any number.
        guard nameEnd <= room, entry.compressedSize <= room - nameEnd else {
            throw .overlap(entry: entry.name, other: next)
        }
        let bytes = try file.bytes(of: .localHeader, at: entry.offset, count: nameEnd)
        guard let fields = Fields(bytes, count: fixedLength), fields.int32(0) == 0x0403_4B50 else {
            throw .malformed(.localHeader, offset: entry.offset)
        }
        guard fields.int16(26) == entry.nameBytes.count, bytes.dropFirst(fixedLength).elementsEqual(entry.nameBytes)
        else { throw .headersDiffer(entry: entry.name, .name) }
        guard fields.int16(8) == entry.method.code else { throw .headersDiffer(entry: entry.name, .method) }
        // The others change nothing here: deflate's level, and UTF-8, since the names' bytes are the same.
        let meaningful = HeaderFlags.encryption | HeaderFlags.descriptor
        guard fields.int16(6) & meaningful == entry.flags & meaningful else {
            throw .headersDiffer(entry: entry.name, .flags)
        }
        let extraLength = fields.int16(28)
        guard extraLength <= room - nameEnd - entry.compressedSize else {
            throw .overlap(entry: entry.name, other: next)
        }
        let content = entry.offset + nameEnd + extraLength
        let extra = try file.bytes(of: .localHeader, at: entry.offset + nameEnd, count: extraLength)
        var zip64 = Zip64Extra(in: extra[...])
        guard let size = zip64.resolve(fields.int32(22)), let compressedSize = zip64.resolve(fields.int32(18)) else {
            throw .malformed(.localHeader, offset: entry.offset)
        }
        let told = Sums(checksum: fields.uint32(14), compressedSize: compressedSize, size: size)
        try check(told, of: entry, contentEnd: content + entry.compressedSize, in: file, before: limit)
        return content
    }

    /// What was not known yet when the header was written is 0 there and told after the content instead.
    private static func check(
        _ told: Sums, of entry: CentralHeader, contentEnd: Int, in file: some RandomAccess, before limit: Int
    ) throws(ArchiveReadError) {
        let right = Sums(checksum: entry.checksum, compressedSize: entry.compressedSize, size: entry.size)
        guard told != right else { return }
        let isLater = entry.flags & HeaderFlags.descriptor != 0
        for (field, told, right) in [
            (HeaderField.sizes, told.size, right.size), (.sizes, told.compressedSize, right.compressedSize),
            (.checksum, Int(told.checksum), Int(right.checksum)),
        ] where told != right && !(isLater && told == 0) {
            throw .headersDiffer(entry: entry.name, field)
        }
        // Tools differ on whether a signature comes first and on when the sizes take 8 bytes.
        let bytes = try file.bytes(of: .dataDescriptor, at: contentEnd, count: min(24, limit - contentEnd))
        let isSigned = Fields(bytes, count: 4)?.int32(0) == 0x0807_4B50
        for start in isSigned ? [4, 0] : [0] {
            for width in [4, 8] {
                guard let fields = Fields(bytes, at: start, count: 4 + 2 * width) else { continue }
                let later = Sums(
                    checksum: fields.uint32(0), compressedSize: fields.integer(4, width),
                    size: fields.integer(4 + width, width))
                if later == right { return }
            }
        }
        throw .malformed(.dataDescriptor, offset: contentEnd)
    }

    private struct Sums: Equatable {
        let checksum: UInt32
        let compressedSize: Int
        let size: Int
    }
}
