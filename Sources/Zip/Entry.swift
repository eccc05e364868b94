/// How an entry's bytes are kept.
public enum EntryMethod: Hashable, Sendable {
    /// As they are.
    case stored
    /// Deflated, at one of zlib's levels: 1 is fastest, 9 smallest, 6 its own default.
    case deflated(level: Int32)
}

/// What the two headers of an entry tell.
struct Entry {
    let name: String
    let method: EntryMethod
    let offset: Int
    var checksum: UInt32 = 0
    var size = 0
    var packedSize = 0

    /// The largest value that is not reserved to point to zip64 fields (4.4.8, 4.4.9, 4.4.16).
    static let sizeLimit = 0xFFFF_FFFE
    static let countLimit = 0xFFFE
    /// Where the checksum, followed by the two sizes, stands in a local header.
    static let checksumOffset = 14

    init(name: String, method: EntryMethod, offset: Int) {
        self.name = name
        self.method = method
        self.offset = offset
    }

    /// Whether an archive may hold the name: a relative path that stays inside the folder it is unpacked to.
    static func isSafe(_ name: String) -> Bool {
        guard (1...0xFFFF).contains(name.utf8.count), !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "\\"))
        else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy { part in !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) }
    }

    var localHeader: [UInt8] {
        little(0x0403_4B50, 4) + common + Array(name.utf8)
    }

    var centralHeader: [UInt8] {
        // Made by version 2.0 on FAT; then no comment, disk 0, no attributes.
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            + little(offset, 4) + Array(name.utf8)
    }

    var checksumAndSizes: [UInt8] {
        little(Int(checksum), 4) + little(packedSize, 4) + little(size, 4)
    }

    static func endRecord(count: Int, size: Int, offset: Int) -> [UInt8] {
        little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(size, 4)
            + little(offset, 4) + little(0, 2)
    }

    /// The fields that both headers have, from the version needed to the length of the extra field.
    private var common: [UInt8] {
        let version = method == .stored ? 10 : 20
        let code = method == .stored ? 0 : 8
        let flags = name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x0800
        let midnight = 0
        let firstOfJanuary1980 = 0x0021
        return little(version, 2) + little(flags, 2) + little(code, 2) + little(midnight, 2)
            + little(firstOfJanuary1980, 2) + checksumAndSizes + little(name.utf8.count, 2) + little(0, 2)
    }
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
