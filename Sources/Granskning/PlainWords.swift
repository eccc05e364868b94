/// A text as its words: lower case, letters and digits alone.
///
/// "Klart_positivt (procent)" is "klart positivt procent".
func plainWords(_ text: String) -> String {
    var words = ""
    // Without asking for properties, which takes its time.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in text.utf8 {
            let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
            let isWordy = (0x30...0x39).contains(lower) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
            if isWordy {
                words.unicodeScalars.append(Unicode.Scalar(lower))
            } else if !words.isEmpty, words.utf8.last != 0x20 {
                words.append(" ")
            }
        }
        if words.utf8.last == 0x20 { words.removeLast() }
        return words
    }
    for scalar in text.lowercased().unicodeScalars {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar.properties.isDiacritic {
            words.unicodeScalars.append(scalar)
        } else if !words.isEmpty, words.last != " " {
            words.append(" ")
        }
    }
    if words.last == " " { words.removeLast() }
    return words
}

/// Whether a text is what stands where there is no figure: a dash, dots, a shorthand in square brackets.
func isNoFigure(_ text: String) -> Bool {
    if text.isEmpty || text.hasPrefix("[") && text.hasSuffix("]") { return true }
    if text.unicodeScalars.allSatisfy({ "-\u{2013}\u{2014}\u{2212}.*".unicodeScalars.contains($0) || isSpace($0) }) {
        return true
    }
    guard text.utf8.count < 30 else { return false }
    return ["x", "n a", "saknas", "uppgift saknas", "iu", "i u", "ej redovisat", "redovisas ej"].contains(
        plainWords(text))
}
