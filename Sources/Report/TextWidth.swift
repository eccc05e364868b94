/// How wide text is in a sans-serif face of Helvetica's widths (Liberation Sans and Arial have the same), and how many
/// lines it takes in a cell: readers that do not fit rows to their text show the height that the file gives.
enum TextWidth {
    /// Millimetres in a point.
    static let point = 25.4 / 72

    /// The width of a text in millimetres.
    static func of(_ text: some StringProtocol, pointSize: Double, bold: Bool = false) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += width(scalar) }
        return Double(thousandths) / 1000 * pointSize * point * (bold ? boldFactor : 1)
    }

    /// The text broken into lines that fit a width in millimetres. A line break in the text is kept.
    static func lines(_ text: String, width: Double, pointSize: Double, bold: Bool = false) -> [String] {
        let space = of(" ", pointSize: pointSize, bold: bold)
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var used = 0.0
            for word in paragraph.split(separator: " ") {
                let needed = of(word, pointSize: pointSize, bold: bold)
                if !line.isEmpty, used + space + needed > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                used += line.isEmpty ? needed : space + needed
                line += line.isEmpty ? String(word) : " " + word
                // A word wider than the cell is broken inside.
                while used > width, width > 0 {
                    lines.append("")
                    used -= width
                }
            }
            lines.append(line)
        }
        return lines
    }

    /// Bold letters are wider, by this much on the average of Swedish text.
    private static let boldFactor = 1.07

    /// The advance in thousandths of the size, by Helvetica's published metrics; letters with marks as without.
    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "'", "’": 222
        case " ", "\u{A0}", ".", ",", ":", ";", "f", "t", "/", "!", "I", "[", "]": 278
        case "(", ")", "r", "-", "”", "“": 333
        case "c", "k", "s", "v", "x", "y", "z", "J": 500
        case "+", "−", "<", "=", ">": 584
        case "m": 833
        case "w": 722
        case "F", "T", "Z": 611
        case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "Å", "Ä": 667
        case "C", "D", "H", "N", "R", "U": 722
        case "G", "O", "Q", "Ö": 778
        case "L": 556
        case "M": 833
        case "W": 944
        case "%": 889
        case "@", "—", "…": 1000
        default: scalar.value < 0x250 ? 556 : 1000
        }
    }
}
