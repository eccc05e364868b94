/// A text as a YAML value that is read back as the same text, between double quotes (YAML 1.2.2, 7.3.1).
func quotedYAML(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        case _ where isPrintableYAML(scalar): quoted.unicodeScalars.append(scalar)
        default: quoted += escaped(scalar)
        }
    }
    return quoted + "\""
}

/// A text as it is where it is a plain word, else between quotes.
func yamlText(_ text: String) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_"
    }
    let isWord = text.unicodeScalars.first?.properties.isAlphabetic == true && text.unicodeScalars.allSatisfy(isPlain)
    return isWord ? text : quotedYAML(text)
}

/// What may stand unescaped (YAML 1.2.2, 5.1), line separators and marks of byte order apart: they do not show.
func isPrintableYAML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202F...0x2065, 0x206A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        true
    default: false
    }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value <= 0xFF ? 2 : 4
    return (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
}
