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
        var hash = UInt64(bytes.count) ^ c
        var index = 0
        while index < bytes.count {
            var word: UInt64 = 0
            for step in 0..<min(8, bytes.count - index) { word |= UInt64(bytes[index + step]) << UInt64(8 * step) }
            let product = (hash ^ a).multipliedFullWidth(by: word ^ b)
            hash = product.high ^ product.low
            index += 8
        }
        return hash &* c
    }
}
