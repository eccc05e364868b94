/// The text of a cell as its paragraphs come by: joined by line breaks, white space as ODF 1.3 part 3, 6.1.2 has it.
struct CellText: ~Copyable {
    private(set) var scratch = Scratch()
    private var paragraphs = 0
    /// Where the paragraph begins.
    private var start = 0
    /// White space was met that counts as one space if more text follows.
    private var owesSpace = false

    var bytes: UnsafeBufferPointer<UInt8> { scratch.bytes }
    var count: Int { scratch.count }
    var hasParagraphs: Bool { paragraphs > 0 }

    mutating func removeAll() {
        scratch.removeAll()
        paragraphs = 0
    }

    mutating func beginParagraph() {
        if paragraphs > 0 { scratch.append(UInt8(ascii: "\n")) }
        paragraphs += 1
        start = scratch.count
        owesSpace = false
    }

    /// Takes characters of the paragraph: white space at its beginning and end is none, and elsewhere one space.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if owesSpace || !appendPlain(bytes) { appendCollapsed(bytes) }
    }

    /// Takes a text of `count` equal characters that stand as they are (`text:s`, `text:tab`, `text:line-break`), but no
    /// more than come to `limit` bytes and one.
    mutating func append(_ character: Unicode.Scalar, count: Int = 1, limit: Int) {
        paySpace()
        scratch.append(UInt8(ascii: character), count: min(count, limit + 1 - scratch.count))
    }

    private mutating func paySpace() {
        if owesSpace { scratch.append(UInt8(ascii: " ")) }
        owesSpace = false
    }

    /// Takes the bytes where no white space in them but single spaces between words; nothing otherwise.
    private mutating func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = scratch.count
        scratch.append(bytes)
        let end = scratch.count
        // At the beginning of a paragraph a space is as one behind a space.
        var spaceBefore: UInt64 = before == start ? 0x80 : 0
        var index = before
        while index < end {
            let word = Words.load(scratch.base + index) | ~Words.mask(end - index)
            let spaces = Words.spaces(word)
            if Words.hasControls(word) || spaces & (spaces << 8 | spaceBefore) != 0 {
                scratch.removeLast(end - before)
                return false
            }
            spaceBefore = spaces >> 56
            index += 8
        }
        if end > before, scratch.base[end - 1] == UInt8(ascii: " ") {
            scratch.removeLast(1)
            owesSpace = true
        }
        return true
    }

    private mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                owesSpace = scratch.count > start
            default:
                paySpace()
                scratch.append(byte)
            }
        }
    }
}

extension Words {
    /// The top bit of each byte that is a space.
    @inline(__always)
    static func spaces(_ word: UInt64) -> UInt64 {
        let other = word ^ 0x2020_2020_2020_2020
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~((other & low) &+ low | other | low)
    }

    /// Whether a byte is below a space.
    @inline(__always)
    static func hasControls(_ word: UInt64) -> Bool {
        (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
    }
}
