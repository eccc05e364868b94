/// A text as it is compared: small letters, digits and single spaces. Case, spacing, punctuation and the kind of
/// quotes do not matter, and å is å whether it came as one code point or two.
public struct TextKey: Hashable, Sendable {
    public let text: String

    public init(_ text: String) {
        var text = text
        self.text = text.withUTF8(Self.latin) ?? Self.any(text)
    }

    /// Nearly every text is of the letters that Latin-1 has; nil for one that is not.
    private static func latin(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var key: [UInt8] = []
        key.reserveCapacity(bytes.count)
        var pendingSpace = false
        var index = 0
        // "-1" is another code than "1": exports write what is missing so.
        if bytes.count > 1, bytes[0] == UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1]) {
            key.append(UInt8(ascii: "-"))
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            var letter: (UInt8, UInt8?)?
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letter = (byte, nil)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter = (byte | 0x20, nil)
            case ..<0x80: letter = nil
            // U+00C0...U+00FF, the letters of Latin-1; the sharp s, × and ÷ are left to the general way.
            case 0xC3 where index < bytes.count && bytes[index] >= 0x80 && ![0x97, 0x9F, 0xB7].contains(bytes[index]):
                letter = (byte, bytes[index] | 0x20)
                index += 1
            // U+00A0, the no-break space.
            case 0xC2 where index < bytes.count && bytes[index] == 0xA0: index += 1
            default: return nil
            }
            guard let letter else {
                pendingSpace = true
                continue
            }
            if pendingSpace, !key.isEmpty { key.append(UInt8(ascii: " ")) }
            pendingSpace = false
            key.append(letter.0)
            if let second = letter.1 { key.append(second) }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static func any(_ text: String) -> String {
        var key = ""
        var pendingSpace = false
        if let first = text.first, "-−–".contains(first), text.dropFirst().first?.isNumber == true { key = "-" }
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                if pendingSpace, !key.isEmpty { key.append(" ") }
                pendingSpace = false
                key.append(character)
            } else {
                pendingSpace = true
            }
        }
        return key
    }

    public var isEmpty: Bool { text.isEmpty }
}
