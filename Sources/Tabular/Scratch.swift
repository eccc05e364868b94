/// Bytes that are put together from pieces, with room to load words behind them.
struct Scratch: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 256
        base = .allocate(capacity: capacity + BlockInput.padding)
        base.initialize(repeating: 0, count: capacity + BlockInput.padding)
    }

    deinit {
        base.deallocate()
    }

    mutating func removeAll() {
        count = 0
    }

    mutating func append(_ start: UnsafePointer<UInt8>, _ more: Int) {
        if count + more > capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (count + more) + BlockInput.padding)
            larger.initialize(repeating: 0, count: 2 * (count + more) + BlockInput.padding)
            larger.update(from: base, count: count)
            base.deallocate()
            base = larger
            capacity = 2 * (count + more)
        }
        (base + count).update(from: start, count: more)
        count += more
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
}
