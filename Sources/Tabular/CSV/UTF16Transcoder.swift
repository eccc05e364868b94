/// Turns UTF-16 into UTF-8. What is no text becomes FF, which no UTF-8 holds: whoever reads the cell finds it there and
/// can tell its place.
struct UTF16Transcoder {
    private static let invalid: UInt8 = 0xFF

    private let isBigEndian: Bool
    /// The first byte of a unit whose second one has not come yet.
    private var firstByte: UInt8?
    /// The first unit of a pair whose second one has not come yet.
    private var highSurrogate: UInt32?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// Writes the text of `bytes`, at most 3 bytes for 2 and 4 more, and moves `output` behind it.
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ output: inout UnsafeMutablePointer<UInt8>) {
        var index = 0
        if let first = firstByte, let second = bytes.first {
            firstByte = nil
            index = 1
            take(isBigEndian ? UInt32(first) << 8 | UInt32(second) : UInt32(second) << 8 | UInt32(first), &output)
        }
        while index + 1 < bytes.count {
            let unit = bytes.loadUnaligned(fromByteOffset: index, as: UInt16.self)
            take(UInt32(isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit)), &output)
            index += 2
        }
        if index < bytes.count { firstByte = bytes[index] }
    }

    /// Half a character at the end of the file is no text either.
    mutating func finish(_ output: inout UnsafeMutablePointer<UInt8>) {
        if firstByte != nil || highSurrogate != nil { put(UTF16Transcoder.invalid, &output) }
        (firstByte, highSurrogate) = (nil, nil)
    }

    @inline(__always)
    private mutating func take(_ unit: UInt32, _ output: inout UnsafeMutablePointer<UInt8>) {
        if highSurrogate == nil && unit < 0x80 {
            put(UInt8(truncatingIfNeeded: unit), &output)
        } else if highSurrogate == nil && unit < 0x800 {
            put(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6), &output)
            put(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F), &output)
        } else {
            takeRare(unit, &output)
        }
    }

    private mutating func takeRare(_ unit: UInt32, _ output: inout UnsafeMutablePointer<UInt8>) {
        func byte(_ mark: UInt32, _ bits: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: mark | bits) }
        if let high = highSurrogate {
            highSurrogate = nil
            if unit & 0xFC00 == 0xDC00 {
                let scalar = 0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF
                put(byte(0xF0, scalar >> 18), &output)
                put(byte(0x80, scalar >> 12 & 0x3F), &output)
                put(byte(0x80, scalar >> 6 & 0x3F), &output)
                put(byte(0x80, scalar & 0x3F), &output)
                return
            }
            put(UTF16Transcoder.invalid, &output)
            take(unit, &output)
            return
        }
        switch unit & 0xFC00 {
        case 0xD800: highSurrogate = unit
        case 0xDC00: put(UTF16Transcoder.invalid, &output)
        default:
            put(byte(0xE0, unit >> 12), &output)
            put(byte(0x80, unit >> 6 & 0x3F), &output)
            put(byte(0x80, unit & 0x3F), &output)
        }
    }

    @inline(__always)
    private func put(_ byte: UInt8, _ output: inout UnsafeMutablePointer<UInt8>) {
        output.pointee = byte
        output += 1
    }
}
