/// An entry's header in the central directory (4.3.12).
struct CentralHeader {
    let name: String
    let nameBytes: ArraySlice<UInt8>
    let method: ArchivedFile.Method
    let flags: Int
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    /// Where the local header stands.
    let offset: Int
    /// Bytes of this header.
    let length: Int

    private static let fixedLength = 46

    init(
        _ directory: [UInt8], at position: Int, fileOffset: Int, limits: ArchiveLimits
    ) throws(ArchiveReadError) {
        let place = fileOffset + position
        guard let fields = Fields(directory, at: position, count: CentralHeader.fixedLength),
            fields.int32(0) == 0x0201_4B50
        else { throw .malformed(.centralDirectory, offset: place) }
        let nameLength = fields.int16(28)
        let extraLength = fields.int16(30)
        length = CentralHeader.fixedLength + nameLength + extraLength + fields.int16(32)
        guard length <= directory.count - position else { throw .malformed(.centralDirectory, offset: place) }
        guard nameLength <= limits.nameLength else {
            throw .nameTooLong(length: nameLength, limit: limits.nameLength, offset: place)
        }
        let nameStart = position + CentralHeader.fixedLength
        nameBytes = directory[nameStart..<nameStart + nameLength]
        name = try CentralHeader.name(nameBytes)

        flags = fields.int16(8)
        let code = fields.int16(10)
        let encryptedByAES = 99
        guard flags & HeaderFlags.encryption == 0, code != encryptedByAES else { throw .encrypted(entry: name) }
        guard let method = ArchivedFile.Method(code: code) else { throw .unsupportedMethod(entry: name, code: code) }
        checksum = fields.uint32(16)

        var extra = Zip64Extra(in: directory[nameStart + nameLength..<nameStart + nameLength + extraLength])
        guard let size = extra.resolve(fields.int32(24)), let compressedSize = extra.resolve(fields.int32(20)),
            let offset = extra.resolve(fields.int32(42))
        else { throw .malformed(.centralDirectory, offset: place) }
        guard fields.int16(34) == 0 else { throw .multipleDisks }
        guard method == .deflated || compressedSize == size else {
            throw .storedSizesDiffer(entry: name, compressed: compressedSize, size: size)
        }
        self.method = method
        self.size = size
        self.compressedSize = compressedSize
        self.offset = offset
    }

    /// Decodes a name that may be in an archive. Without the flag for UTF-8 it would be code page 437, but no tool that writes
    /// spreadsheets means that; what is ASCII is the same in both.
    private static func name(_ bytes: ArraySlice<UInt8>) throws(ArchiveReadError) -> String {
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw .badName(String(decoding: bytes, as: UTF8.self))
        }
        let path = bytes.last == UInt8(ascii: "/") ? bytes.dropLast() : bytes
        guard Entry.isSafe(String(decoding: path, as: UTF8.self)), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { throw .badName(name) }
        return name
    }
}

/// Bits of the general purpose flag (4.4.4).
enum HeaderFlags {
    /// Encrypted, strongly encrypted, header values masked.
    static let encryption = 1 | 1 << 6 | 1 << 13
    /// Checksum and sizes follow the content.
    static let descriptor = 1 << 3
}
