/// A text in lines of at most so many characters, broken at spaces; a longer word is cut. A blank text is one line.
func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        var word = word
        if !line.isEmpty {
            if line.count + 1 + word.count <= width {
                line += " " + word
                continue
            }
            lines.append(line)
        }
        while word.count > width {
            lines.append(String(word.prefix(width)))
            word = word.dropFirst(width)
        }
        line = String(word)
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
}

/// Cells side by side, each wrapped to its width, with two spaces between them and none at the end of a line.
func sideBySide(_ cells: [(text: String, width: Int)]) -> [String] {
    let wraps = cells.map { wrapped($0.text, to: $0.width) }
    return (0..<(wraps.map(\.count).max() ?? 0)).map { row in
        var line = ""
        for (cell, wrap) in zip(cells, wraps) {
            let text = row < wrap.count ? wrap[row] : ""
            line += text + String(repeating: " ", count: max(0, cell.width - text.count) + 2)
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }
}

/// Texts in lines of at most so many characters, with a sign between them. A text is broken only where it alone is longer
/// than a line.
func filled(_ texts: [String], with sign: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for text in texts {
        if !line.isEmpty, line.count + sign.count + text.count <= width {
            line += sign + text
            continue
        }
        if !line.isEmpty { lines.append(line) }
        let broken = wrapped(text, to: width)
        lines += broken.dropLast()
        line = broken.last ?? ""
    }
    return line.isEmpty ? lines : lines + [line]
}
