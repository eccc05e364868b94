/// Finds the end of a field and cuts its words, eight bytes at a time.
struct Words {
    /// So many bytes behind any text may be read.
    static let padding = 64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080
    /// Line feed, carriage return, tab and NUL are below this in every byte.
    private static let belowThis: UInt64 = 0x0E0E_0E0E_0E0E_0E0E

    private let separators: UInt64

    init(separator: UInt8) {
        separators = UInt64(separator) &* Words.ones
    }

    @inline(__always)
    static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    }

    /// The top bit of the first byte that is the separator or below 0E. Bits above it may be wrong.
    @inline(__always)
    func stops(_ word: UInt64) -> UInt64 {
        let other = word ^ separators
        return ((other &- Words.ones) & ~other | (word &- Words.belowThis) & ~word) & Words.tops
    }

    /// The top bit of the first byte that is the separator. Bits above it may be wrong.
    @inline(__always)
    func matches(_ word: UInt64) -> UInt64 {
        let other = word ^ separators
        return (other &- Words.ones) & ~other & Words.tops
    }

    /// Ones in the first `bytes` bytes, 0 to 8 (more is 8, less is 0).
    @inline(__always)
    static func mask(_ bytes: Int) -> UInt64 {
        bytes >= 8 ? ~0 : bytes <= 0 ? 0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* bytes)) &- 1
    }

    @inline(__always)
    static func isASCII(_ word: UInt64) -> Bool {
        word & tops == 0
    }
}
