/// Finds out, cell by cell, which encoding a file without a mark has, and turns bytes into text.
///
/// ASCII says nothing. The first other cell decides: valid UTF-8 is UTF-8, anything else Windows-1252. A later cell that
/// disagrees is an error. Swedish text in Windows-1252 is never valid UTF-8: there å, ä and ö would have to be followed by
/// bytes that are signs (80 to BF).
struct TextJudge {
    /// nil as long as everything was ASCII.
    private(set) var encoding: TextEncoding?

    init(declared: TextEncoding?) {
        encoding = declared
    }

    /// The text of a cell, without outer white space.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, at place: Place) throws(TableError) -> String {
        try check(bytes, at: place)
        let isWindows = encoding == .windows1252
        return TextJudge.trimmed(isWindows ? Windows1252.text(bytes) : String(decoding: bytes, as: UTF8.self))
    }

    /// Like `text`, without making it.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, at place: Place) throws(TableError) {
        switch Kind(bytes) {
        case .ascii: return
        case .withNul: throw .nulByte(place)
        case .utf8:
            if encoding == nil { encoding = .utf8 }
            if encoding == .windows1252 { throw .mixedEncodings(place, encoding: .windows1252, other: .utf8) }
        case .other:
            switch encoding {
            case nil: encoding = .windows1252
            case .windows1252: return
            case .utf8: throw .mixedEncodings(place, encoding: .utf8, other: .windows1252)
            case .some(let declared): throw .undecodable(place, encoding: declared)
            }
        }
    }

    /// Whether there is nothing but outer white space, in UTF-8.
    static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 {
                place += 2
            } else if bytes[place] == 0x20 || bytes[place] == 0x09 {
                place += 1
            } else {
                return false
            }
        }
        return true
    }

    /// The text of bytes that are known to be UTF-8.
    static func cellText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        trimmed(String(decoding: bytes, as: UTF8.self))
    }

    /// The text without outer white space. A line break is one line feed, whatever program wrote it.
    static func trimmed(_ text: String) -> String {
        let text = text.utf8.contains(UInt8(ascii: "\r")) ? withLineFeeds(text) : text
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isOuterSpace($0) }),
            let last = scalars.lastIndex(where: { !isOuterSpace($0) })
        else { return "" }
        if first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex { return text }
        return String(scalars[first...last])
    }

    private static func withLineFeeds(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isBehindReturn = false
        for scalar in text.unicodeScalars {
            if scalar != "\n" || !isBehindReturn { scalars.append(scalar == "\r" ? "\n" : scalar) }
            isBehindReturn = scalar == "\r"
        }
        return String(scalars)
    }

    private static func isOuterSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\u{A0}"
    }
}

extension TextJudge {
    /// What the bytes of one cell can be.
    enum Kind {
        case ascii, utf8, other, withNul

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            var union: UInt8 = 0
            var hasNul = false
            for byte in bytes {
                union |= byte
                hasNul = hasNul || byte == 0
            }
            if hasNul {
                self = .withNul
            } else if union < 0x80 {
                self = .ascii
            } else {
                self = Kind.isUTF8(bytes) ? .utf8 : .other
            }
        }

        /// The well-formed sequences of the Unicode standard, table 3-7.
        private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var index = 0
            while index < bytes.count {
                let lead = bytes[index]
                index += 1
                if lead < 0x80 { continue }
                let more: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch lead {
                case 0xC2...0xDF: more = 1
                case 0xE0: (more, second) = (2, 0xA0...0xBF)
                case 0xED: (more, second) = (2, 0x80...0x9F)
                case 0xE1...0xEF: more = 2
                case 0xF0: (more, second) = (3, 0x90...0xBF)
                case 0xF4: (more, second) = (3, 0x80...0x8F)
                case 0xF1...0xF3: more = 3
                default: return false
                }
                guard bytes.count - index >= more, second.contains(bytes[index]) else { return false }
                for step in 1..<more where bytes[index + step] & 0xC0 != 0x80 { return false }
                index += more
            }
            return true
        }
    }
}
