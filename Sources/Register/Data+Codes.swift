import FoundationEssentials

extension Data {
    /// Two bytes a code, the low one first, whatever the machine.
    init(littleEndian codes: [UInt16]) {
        self.init(capacity: 2 * codes.count)
        for code in codes {
            append(UInt8(truncatingIfNeeded: code))
            append(UInt8(truncatingIfNeeded: code >> 8))
        }
    }

    /// Nil where the number of bytes is odd.
    var littleEndianCodes: [UInt16]? {
        guard count.isMultiple(of: 2) else { return nil }
        let bytes = [UInt8](self)
        return (0..<bytes.count / 2).map { UInt16(bytes[2 * $0]) | UInt16(bytes[2 * $0 + 1]) << 8 }
    }
}
