/// The raw bytes of a field as words, little end first.
struct Key {
    /// The longest field that is all in the words.
    static let shortest = 24

    var first: UInt64
    var second: UInt64
    var third: UInt64
    var length: UInt32
    var hash: UInt64

    @inline(__always)
    init(first: UInt64, second: UInt64, third: UInt64, length: UInt32, hash: Hash) {
        (self.first, self.second, self.third, self.length) = (first, second, third, length)
        self.hash = hash.short(first, second, third, length)
    }

    /// The key of any bytes with room to load words behind them.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: Hash) {
        (first, second, third, length) = (0, 0, 0, UInt32(bytes.count))
        if let start = bytes.baseAddress {
            first = Words.load(start) & Words.mask(bytes.count)
            second = Words.load(start + 8) & Words.mask(bytes.count - 8)
            third = Words.load(start + 16) & Words.mask(bytes.count - 16)
        }
        self.hash = bytes.count <= Key.shortest ? hash.short(first, second, third, length) : hash.long(bytes)
    }
}
