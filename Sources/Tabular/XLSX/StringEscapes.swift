/// Text as SpreadsheetML writes it, made what it means, in place.
enum StringEscapes {
    /// Takes off outer white space, which counts only where `xml:space` says so.
    /// - Returns: how many bytes are left.
    static func trim(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else { return text.count }
        var end = text.count
        while end > 0, isSpace(text[end - 1]) { end -= 1 }
        var start = 0
        while start < end, isSpace(text[start]) { start += 1 }
        if start > 0 { for place in start..<end { text[place - start] = text[place] } }
        return end - start
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Decodes `_xHHHH_` (ST_Xstring, ECMA-376 part 1, 22.9.2.19), a UTF-16 unit each. What is no character becomes U+FFFD.
    /// - Returns: how many bytes are left.
    static func decode(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard text.contains(UInt8(ascii: "_")) else { return text.count }
        var read = 0
        var written = 0
        while read < text.count {
            guard let unit = unit(text, at: read) else {
                text[written] = text[read]
                read += 1
                written += 1
                continue
            }
            read += 7
            var scalar = Unicode.Scalar(unit)
            if unit & 0xFC00 == 0xD800, let low = self.unit(text, at: read), low & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x1_0000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
                read += 7
            }
            // Nor are control characters text, apart from those of lines and tabs.
            let shown =
                scalar.flatMap { $0.value >= 0x20 || "\t\n\r".unicodeScalars.contains($0) ? $0 : nil } ?? "\u{FFFD}"
            for byte in UTF8.encode(shown) ?? UTF8.encodedReplacementCharacter {
                text[written] = byte
                written += 1
            }
        }
        return written
    }

    private static func unit(_ text: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> UInt16? {
        guard text.count - place >= 7, text[place] == UInt8(ascii: "_"), text[place + 1] == UInt8(ascii: "x"),
            text[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for step in 2..<6 {
            let digit: UInt8
            switch text[place + step] {
            case let byte where byte &- 0x30 < 10: digit = byte - 0x30
            case let byte where (byte | 0x20) &- 0x61 < 6: digit = (byte | 0x20) - 0x61 + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
