import Glibc

/// The texts that a workbook's cells share, behind one another in one piece of memory.
struct SharedStrings: ~Copyable {
    private(set) var count = 0
    private var text: UnsafeMutablePointer<UInt8>?
    private var textCount = 0
    private var textRoom = 0
    /// Where each string ends.
    private var ends: UnsafeMutablePointer<UInt32>?
    private var endRoom = 0

    deinit {
        free(text)
        free(ends)
    }

    /// The strings by number, as they are now. They live as long as their owner does and nothing is added.
    struct Texts {
        private(set) var count = 0
        private var text: UnsafePointer<UInt8>?
        private var ends: UnsafePointer<UInt32>?

        init() {}

        init(_ strings: borrowing SharedStrings) {
            count = strings.count
            text = strings.text.map { UnsafePointer($0) }
            ends = strings.ends.map { UnsafePointer($0) }
        }

        /// The bytes of a string, with room to load words behind them.
        @inline(__always)
        subscript(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
            guard index >= 0, index < count, let ends, let text else { return nil }
            let start = index > 0 ? Int(ends[index &- 1]) : 0
            return UnsafeBufferPointer(start: text + start, count: Int(ends[index]) &- start)
        }
    }

    /// Bytes of the string that is being put together.
    var openCount: Int { textCount - (count > 0 ? Int(ends?[count - 1] ?? 0) : 0) }

    /// Adds bytes to it. False where there are more than `limit` in all.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Bool {
        guard let start = bytes.baseAddress, bytes.count <= limit - textCount else { return bytes.isEmpty }
        if textCount + bytes.count + Words.padding > textRoom {
            guard SharedStrings.grow(&text, &textRoom, atLeast: textCount + bytes.count + Words.padding) else {
                return false
            }
        }
        guard let text else { return false }
        (text + textCount).update(from: start, count: bytes.count)
        textCount += bytes.count
        return true
    }

    /// Lets `edit` change the last bytes, from the `place`th of the open string on, in place; it returns how many are left.
    mutating func edit(from place: Int, _ edit: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        let start = textCount - openCount + place
        guard let text, start <= textCount else { return }
        textCount = start + edit(UnsafeMutableBufferPointer(start: text + start, count: textCount - start))
    }

    /// Ends the string that was put together. False where there is no room for more than `limit`.
    mutating func close(limit: Int) -> Bool {
        guard count < limit, let end = UInt32(exactly: textCount) else { return false }
        if count == endRoom { guard SharedStrings.grow(&ends, &endRoom, atLeast: count + 1) else { return false } }
        if text == nil { guard SharedStrings.grow(&text, &textRoom, atLeast: Words.padding) else { return false } }
        ends?[count] = end
        count += 1
        return true
    }

    /// Half as much again; the system moves pages and does not copy them.
    private static func grow<Element: BitwiseCopyable>(
        _ memory: inout UnsafeMutablePointer<Element>?, _ room: inout Int, atLeast needed: Int
    ) -> Bool {
        let larger = max(needed, room + room / 2, 4_096)
        guard let moved = realloc(memory, larger * MemoryLayout<Element>.stride) else { return false }
        memory = moved.assumingMemoryBound(to: Element.self)
        room = larger
        return true
    }
}
