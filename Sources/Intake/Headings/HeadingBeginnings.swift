import Survey

/// The first words of all headings that are of several words. It tells what cannot begin a heading, without looking far: of a
/// text that it says may begin one, it may be wrong.
struct HeadingBeginnings {
    /// Of each its bytes mixed to a number (Fowler, Noll and Vo's hash), which another text may have too.
    private var numbers: Set<UInt64> = []
    /// Some heading has letters that can be written in several ways, so that its bytes tell nothing.
    private var hasOthers = false

    init(_ headings: some Sequence<TextKey>) {
        for heading in headings {
            var number = Self.start
            for byte in heading.text.utf8 {
                if byte == UInt8(ascii: " ") { numbers.insert(number) }
                if Self.isOther(byte) { hasOthers = true }
                number = Self.mixed(number, byte)
            }
        }
    }

    /// False for a text that no heading begins with, before more words.
    func mayHave(_ text: TextKey) -> Bool {
        if hasOthers { return true }
        var number = Self.start
        for byte in text.text.utf8 {
            if Self.isOther(byte) { return true }
            number = Self.mixed(number, byte)
        }
        return numbers.contains(number)
    }

    /// Whether the byte begins another character than those of ASCII and the letters of Latin-1: perhaps the ring of an å.
    private static func isOther(_ byte: UInt8) -> Bool { byte >= 0xC0 && byte != 0xC3 }

    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mixed(_ number: UInt64, _ byte: UInt8) -> UInt64 {
        (number ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
