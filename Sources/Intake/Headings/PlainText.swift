/// A heading or an answer without the HTML that survey tools leave in it: tags are taken away, entities become their
/// characters, and every white space is one space.
func plainText(_ text: String) -> String {
    let hasMarkup = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    guard hasMarkup else { return singleSpaced(text) }
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
        if first == "<", let tag = tag(at: rest) {
            if blockTags.contains(tag.name) { plain.append(" ") }
            rest = rest[tag.end...]
        } else if first == "&", let entity = entity(at: rest) {
            plain.unicodeScalars.append(entity.scalar)
            rest = rest[entity.end...]
        } else {
            plain.append(first)
            rest = rest.dropFirst()
        }
    }
    return singleSpaced(plain)
}

/// Tags that part words; all others, such as those of bold text, may stand within one.
private let blockTags: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "hr",
]

/// No entity or tag of a heading is longer.
private let longestTag = 400
private let longestEntity = 12

private func tag(at text: Substring) -> (name: String, end: Substring.Index)? {
    var inside = text.dropFirst()
    if inside.first == "/" { inside = inside.dropFirst() }
    // "5 < 6" and "<3" are text.
    guard let letter = inside.first, letter.isASCII, letter.isLetter else { return nil }
    let name = inside.prefix { $0.isLetter || $0.isNumber }
    guard let close = inside.prefix(longestTag).firstIndex(of: ">") else { return nil }
    return (name.lowercased(), text.index(after: close))
}

private func entity(at text: Substring) -> (scalar: Unicode.Scalar, end: Substring.Index)? {
    guard let semicolon = text.prefix(longestEntity).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<semicolon]
    let end = text.index(after: semicolon)
    if let scalar = entities[String(name)] { return (scalar, end) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end)
}

private let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "aring": "å", "auml": "ä", "ouml": "ö",
    "Aring": "Å", "Auml": "Ä", "Ouml": "Ö", "eacute": "é", "Eacute": "É", "uuml": "ü", "Uuml": "Ü", "ndash": "–",
    "mdash": "—", "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
]

private func singleSpaced(_ text: String) -> String {
    if isSingleSpaced(text) { return text }
    var spaced = ""
    spaced.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for character in text {
        if character.isWhitespace {
            pendingSpace = true
        } else {
            if pendingSpace, !spaced.isEmpty { spaced.append(" ") }
            pendingSpace = false
            spaced.append(character)
        }
    }
    return spaced
}

/// Whether a text is ASCII and the letters of Latin-1 alone, with nothing but single spaces between its words; false for
/// some others that are single spaced too.
private func isSingleSpaced(_ text: String) -> Bool {
    var isBehindSpace = true
    for byte in text.utf8 {
        switch byte {
        case 0x20:
            if isBehindSpace { return false }
            isBehindSpace = true
        // Behind 0xC3, whose letters none are white space, 0x80...0xBF.
        case 0x21...0x7E, 0x80...0xBF, 0xC3: isBehindSpace = false
        default: return false
        }
    }
    return !isBehindSpace || text.isEmpty
}
