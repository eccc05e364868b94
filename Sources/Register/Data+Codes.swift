import FoundationEssentials

extension Data {
    /// As many bytes a code as it has, the low one first, whatever the machine.
    init<Code: FixedWidthInteger & UnsignedInteger>(littleEndian codes: [Code]) {
        self.init(capacity: MemoryLayout<Code>.size * codes.count)
        for code in codes {
            for shift in stride(from: 0, to: Code.bitWidth, by: 8) {
                append(UInt8(truncatingIfNeeded: code >> Code(truncatingIfNeeded: shift)))
            }
        }
    }

    /// Nil where the number of bytes is no whole number of codes.
    func littleEndianCodes<Code: FixedWidthInteger & UnsignedInteger>(of _: Code.Type) -> [Code]? {
        let size = MemoryLayout<Code>.size
        guard count.isMultiple(of: size) else { return nil }
        let bytes = [UInt8](self)
        return stride(from: 0, to: bytes.count, by: size).map { start in
            var code: Code = 0
            for place in 0..<size { code |= Code(bytes[start + place]) << Code(truncatingIfNeeded: 8 * place) }
            return code
        }
    }
}
