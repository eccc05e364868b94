/// Little-endian numbers at fixed places in a record of known length.
struct Fields {
    private let bytes: ArraySlice<UInt8>

    /// Nil unless `count` bytes stand at `start`.
    init?(_ bytes: [UInt8], at start: Int = 0, count: Int) {
        guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
        self.bytes = bytes[start..<start + count]
    }

    /// The number in `width` bytes. What is beyond the record counts as 0.
    ///
    /// Beyond what a file can have, a number is as large as can be, so that it fails where it is compared with one.
    func integer(_ offset: Int, _ width: Int) -> Int {
        Fields.integer(bytes.dropFirst(offset).prefix(width))
    }

    func int16(_ offset: Int) -> Int { integer(offset, 2) }

    func int32(_ offset: Int) -> Int { integer(offset, 4) }

    func int64(_ offset: Int) -> Int { integer(offset, 8) }

    func uint32(_ offset: Int) -> UInt32 { UInt32(truncatingIfNeeded: integer(offset, 4)) }

    /// The number in all of the bytes, which are at most 8.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        var value: UInt64 = 0
        for byte in bytes.reversed() { value = value << 8 | UInt64(byte) }
        return Int(clamping: value)
    }
}
