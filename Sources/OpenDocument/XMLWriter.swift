internal import Glibc

/// Puts XML together in a buffer and hands it on when the buffer is full.
///
/// Every character that comes from outside passes through `escaped` or `paragraphs`, which let only valid UTF-8 and the
/// characters of XML 1.0 (section 2.2) out: each byte that is neither becomes U+FFFD.
struct XMLWriter: ~Copyable {
    typealias Drain = (RawSpan) throws(WorkbookError) -> Void

    private let start: UnsafeMutablePointer<UInt8>
    private let limit: UnsafeMutablePointer<UInt8>
    private var position: UnsafeMutablePointer<UInt8>
    private let drain: Drain

    init(drain: @escaping Drain) {
        let capacity = 1 << 16
        start = .allocate(capacity: capacity)
        limit = start + capacity
        position = start
        self.drain = drain
    }

    deinit {
        start.deallocate()
    }

    mutating func flush() throws(WorkbookError) {
        let count = position - start
        position = start
        if count > 0 { try drain(UnsafeRawBufferPointer(start: start, count: count).bytes) }
    }

    /// Makes room for `count` bytes, which is far less than the buffer, and lets `body` write at most as many; it returns
    /// how many it did.
    @inline(__always)
    mutating func room(
        for count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int
    ) throws(WorkbookError) {
        if limit - position < count { try flush() }
        position += body(position)
    }

    /// Text of the program's own, which needs no escaping.
    @inline(__always)
    mutating func literal(_ text: StaticString) throws(WorkbookError) {
        try raw(text.utf8Start, text.utf8CodeUnitCount)
    }

    /// Bytes that are XML already.
    @inline(__always)
    mutating func raw(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(WorkbookError) {
        if limit - position < count { return try long(bytes, count) }
        memcpy(position, bytes, count)
        position += count
    }

    mutating func raw(_ text: String) throws(WorkbookError) {
        for byte in text.utf8 {
            try room(for: 1) {
                $0[0] = byte
                return 1
            }
        }
    }

    @inline(never)
    private mutating func long(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(WorkbookError) {
        try flush()
        if count > limit - start { return try drain(UnsafeRawBufferPointer(start: bytes, count: count).bytes) }
        memcpy(position, bytes, count)
        position += count
    }

    @inline(__always)
    mutating func integer(_ value: Int) throws(WorkbookError) {
        try room(for: 21) { start in
            var end = start
            if value < 0 {
                end[0] = UInt8(ascii: "-")
                end += 1
            }
            return end - start + Digits.write(UInt64(value.magnitude), to: end)
        }
    }

    /// An element that holds text, or nothing if there is no text.
    mutating func element(_ name: StaticString, _ text: String?) throws(WorkbookError) {
        guard let text else { return }
        try literal("<")
        try literal(name)
        try literal(">")
        try escaped(text)
        try literal("</")
        try literal(name)
        try literal(">")
    }

    /// ` name="value"`, or nothing if there is no value.
    mutating func attribute(_ name: StaticString, _ value: String?) throws(WorkbookError) {
        guard let value else { return }
        try literal(" ")
        try literal(name)
        try literal("=\"")
        try escaped(value)
        try literal("\"")
    }
}
