/// Bytes that are put together from pieces, with room to load words behind them.
struct Scratch: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 256
        base = .allocate(capacity: capacity + Words.padding)
        base.initialize(repeating: 0, count: capacity + Words.padding)
    }

    deinit {
        base.deallocate()
    }

    mutating func removeAll() {
        count = 0
    }

    mutating func removeLast(_ fewer: Int) {
        count -= fewer
    }

    /// Keeps the first `rest` bytes.
    mutating func removeAll(behind rest: Int) {
        count = min(count, rest)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        base[count] = byte
        count += 1
    }

    /// Appends so many equal bytes.
    mutating func append(_ byte: UInt8, count more: Int) {
        guard more > 0 else { return }
        if count + more > capacity { grow(more) }
        (base + count).update(repeating: byte, count: more)
        count += more
    }

    @inline(__always)
    mutating func append(_ start: UnsafePointer<UInt8>, _ more: Int) {
        if count + more > capacity { grow(more) }
        (base + count).update(from: start, count: more)
        count += more
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (count + more) + Words.padding)
        larger.initialize(repeating: 0, count: 2 * (count + more) + Words.padding)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
        capacity = 2 * (count + more)
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { append(start, bytes.count) }
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
}
