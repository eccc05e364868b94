/// What a byte needs when it becomes XML.
private enum ByteClass {
    static let plain: UInt8 = 0
    static let space: UInt8 = 1
    static let tab: UInt8 = 2
    static let lineBreak: UInt8 = 3
    static let markup: UInt8 = 4
    static let control: UInt8 = 5
    static let multibyte: UInt8 = 6

    static func of(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x20: space
        case 0x09: tab
        case 0x0A, 0x0D: lineBreak
        case 0x26, 0x3C, 0x3E, 0x22: markup
        case 0..<0x20: control
        case 0x80...: multibyte
        default: plain
        }
    }
}

/// Where text stands, which decides how its white space is kept.
private enum TextPlace {
    case attribute
    /// In a `text:p`, where a line break begins the next one.
    case paragraphs
    /// Inside an element of a paragraph.
    case run
}

extension XMLWriter {
    /// Character data or an attribute's value. Line breaks and tabs survive in both.
    mutating func escaped(_ text: String) throws(WorkbookError) {
        try text.utf8.span.withUnsafeBufferPointer { bytes throws(WorkbookError) in
            try write(bytes, in: .attribute)
        }
    }

    /// The text of a cell: one `text:p` a line, with elements for the white space that XML would lose (ODF 1.3 part 3, 6.1).
    @inline(__always)
    mutating func paragraphs(_ text: Span<UInt8>) throws(WorkbookError) {
        try literal("<text:p>")
        try text.withUnsafeBufferPointer { bytes throws(WorkbookError) in try write(bytes, in: .paragraphs) }
        try literal("</text:p>")
    }

    /// The text of a link, in its cell's paragraph.
    mutating func run(_ text: String) throws(WorkbookError) {
        try text.utf8.span.withUnsafeBufferPointer { bytes throws(WorkbookError) in try write(bytes, in: .run) }
    }

    private mutating func write(
        _ bytes: UnsafeBufferPointer<UInt8>, in place: TextPlace
    ) throws(WorkbookError) {
        guard let start = bytes.baseAddress else { return }
        let count = bytes.count
        var written = 0  // what stands before this has been written
        var index = 0
        while index < count {
            let byte = start[index]
            let kind = ByteClass.of(byte)
            if kind == ByteClass.plain {
                index += 1
                continue
            }
            if kind == ByteClass.multibyte {
                let length = UTF8Sequence.length(start + index, count - index)
                if length > 0 {
                    index += length
                    continue
                }
                if UTF8Sequence.isNoncharacter(start + index, count - index) {
                    try raw(start + written, index - written)
                    try literal("\u{FFFD}")
                    index += 3
                    written = index
                    continue
                }
            } else if kind == ByteClass.space {
                var end = index + 1
                while end < count, start[end] == 0x20 { end += 1 }
                // White space at an edge is dropped by readers, and so are all but one of several.
                let atEdge = index == 0 || end == count || start[index - 1] < 0x20 || start[end] < 0x20
                let kept = atEdge ? 0 : 1
                if place == .attribute || (end - index == 1 && kept == 1) {
                    index = end
                    continue
                }
                try raw(start + written, index + kept - written)
                try spaces(end - index - kept)
                index = end
                written = end
                continue
            }
            try raw(start + written, index - written)
            index += try special(byte, kind, next: index + 1 < count ? start[index + 1] : 0, place)
            written = index
        }
        try raw(start + written, count - written)
    }

    private mutating func spaces(_ count: Int) throws(WorkbookError) {
        if count == 1 { return try literal("<text:s/>") }
        try literal("<text:s text:c=\"")
        try integer(count)
        try literal("\"/>")
    }

    /// - Returns: how many bytes were dealt with.
    private mutating func special(
        _ byte: UInt8, _ kind: UInt8, next: UInt8, _ place: TextPlace
    ) throws(WorkbookError) -> Int {
        switch (kind, byte) {
        case (ByteClass.markup, UInt8(ascii: "&")): try literal("&amp;")
        case (ByteClass.markup, UInt8(ascii: "<")): try literal("&lt;")
        case (ByteClass.markup, UInt8(ascii: ">")): try literal("&gt;")
        case (ByteClass.markup, _): try literal("&quot;")
        case (ByteClass.tab, _):
            if place == .attribute { try literal("&#9;") } else { try literal("<text:tab/>") }
        case (ByteClass.lineBreak, _):
            switch place {
            case .attribute: try literal("&#10;")
            case .paragraphs: try literal("</text:p><text:p>")
            case .run: try literal("<text:line-break/>")
            }
            // A carriage return and a line feed are one line break.
            if byte == 0x0D && next == 0x0A { return 2 }
        default: try literal("\u{FFFD}")
        }
        return 1
    }
}

/// One character of UTF-8 (RFC 3629).
enum UTF8Sequence {
    /// How long the character at `start` is, which is not ASCII; 0 if it is no character of XML: malformed, an overlong form,
    /// a surrogate, beyond U+10FFFF, U+FFFE or U+FFFF.
    @inline(__always)
    static func length(_ start: UnsafePointer<UInt8>, _ available: Int) -> Int {
        let first = start[0]
        guard available >= 2, first >= 0xC2, start[1] & 0xC0 == 0x80 else { return 0 }
        if first < 0xE0 { return 2 }
        guard available >= 3, start[2] & 0xC0 == 0x80 else { return 0 }
        if first < 0xF0 {
            if first == 0xE0 && start[1] < 0xA0 { return 0 }
            if first == 0xED && start[1] > 0x9F { return 0 }
            if first == 0xEF && start[1] == 0xBF && start[2] >= 0xBE { return 0 }
            return 3
        }
        guard available >= 4, first <= 0xF4, start[3] & 0xC0 == 0x80 else { return 0 }
        if first == 0xF0 && start[1] < 0x90 { return 0 }
        if first == 0xF4 && start[1] > 0x8F { return 0 }
        return 4
    }

    /// Whether U+FFFE or U+FFFF is at `start`: UTF-8, but no character of XML.
    static func isNoncharacter(_ start: UnsafePointer<UInt8>, _ available: Int) -> Bool {
        available >= 3 && start[0] == 0xEF && start[1] == 0xBF && start[2] >= 0xBE && start[2] <= 0xBF
    }
}
