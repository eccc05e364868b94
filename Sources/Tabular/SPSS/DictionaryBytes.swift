import Zip

/// The beginning of an SPSS file in memory, as far as its dictionary has been gone through.
struct DictionaryBytes {
    private static let step = 64 << 10

    private let file: any RandomAccess
    private let limit: Int
    private(set) var bytes: [UInt8] = []
    /// Whether the highest byte of a number comes first.
    var isBigEndian = false

    init(_ file: any RandomAccess, limit: Int) {
        self.file = file
        self.limit = limit
    }

    /// How much of the file is left behind `offset`.
    func room(behind offset: Int) -> Int { max(0, file.size - offset) }

    /// Sees to it that all before `end` is there.
    mutating func load(_ end: Int, of part: SPSSPart) throws(TableError) {
        guard end > bytes.count else { return }
        guard end <= file.size else { throw .spss(.cutOff(part)) }
        guard end <= limit else { throw .spss(.dictionaryTooLong(limit: limit)) }
        let start = bytes.count
        let wanted = min(file.size, limit, max(end, start + Self.step)) - start
        bytes += try file.bytes(at: start, wanted)
        guard end <= bytes.count else { throw .spss(.cutOff(part)) }
    }

    /// Drops what has been loaded behind the dictionary.
    mutating func cut(at end: Int) {
        if end < bytes.count { bytes.removeLast(bytes.count - end) }
    }

    func int32(_ offset: Int) -> Int32 {
        Int32(truncatingIfNeeded: isBigEndian ? raw(offset, 4).byteSwapped >> 32 : raw(offset, 4))
    }

    /// A count, which the format says is not negative but which may be anything.
    func count(_ offset: Int) -> Int { Int(UInt32(bitPattern: int32(offset))) }

    func word(_ offset: Int) -> UInt64 {
        isBigEndian ? raw(offset, 8).byteSwapped : raw(offset, 8)
    }

    /// Up to eight bytes, the first one lowest.
    private func raw(_ offset: Int, _ count: Int) -> UInt64 {
        var word: UInt64 = 0
        for (place, byte) in bytes[offset..<offset + count].enumerated() { word |= UInt64(byte) << UInt64(8 * place) }
        return word
    }

    /// Shows the library something else than what the file holds.
    mutating func replace(at offset: Int, with text: StaticString) {
        text.withUTF8Buffer { bytes.replaceSubrange(offset..<offset + $0.count, with: $0) }
    }
}
