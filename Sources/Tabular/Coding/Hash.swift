/// A hash with secret multipliers, so that no file can be made whose texts collide. Codes do not depend on it.
struct Hash {
    private let a: UInt64
    private let b: UInt64
    private let c: UInt64

    init() {
        var random = SystemRandomNumberGenerator()
        a = random.next()
        b = random.next()
        c = random.next() | 1
    }

    @inline(__always)
    func short(_ first: UInt64, _ second: UInt64, _ third: UInt64, _ length: UInt32) -> UInt64 {
        let product = (first ^ a).multipliedFullWidth(by: second ^ b)
        return product.high ^ product.low ^ ((third ^ UInt64(length)) &* c)
    }

    func long(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let start = bytes.baseAddress else { return 0 }
        var hash = UInt64(bytes.count) ^ c
        func mix(_ word: UInt64) {
            let product = (hash ^ a).multipliedFullWidth(by: word ^ b)
            hash = product.high ^ product.low
        }
        let whole = bytes.count & ~7
        for index in stride(from: 0, to: whole, by: 8) { mix(Words.load(start + index)) }
        var rest: UInt64 = 0
        for index in whole..<bytes.count { rest |= UInt64(start[index]) << UInt64(8 * (index - whole)) }
        if whole < bytes.count { mix(rest) }
        return hash &* c
    }
}
