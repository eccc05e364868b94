/// How wide text is in a sans-serif face of Helvetica's widths (Liberation Sans and Arial have the same), and how many
/// lines it takes in a cell: readers that do not fit rows to their text show the height that the file gives.
enum TextWidth {
    /// Millimetres in a point.
    static let point = 25.4 / 72

    /// The text broken into lines that fit a width in millimetres. A line break in the text is kept.
    static func lines(_ text: String, width: Double, pointSize: Double, bold: Bool = false) -> [String] {
        let room = Int(width / (pointSize * point * (bold ? boldFactor : 1)) * 1000)
        let scalars = text.unicodeScalars
        var lines: [String] = []
        // Where the line begins, its last space and how wide it is up to there and up to now.
        var start = scalars.startIndex
        var space: (place: String.Index, used: Int)?
        var used = 0
        for place in scalars.indices {
            let scalar = scalars[place]
            if scalar == "\n" {
                lines.append(String(scalars[start..<place]))
                (start, space, used) = (scalars.index(after: place), nil, 0)
                continue
            }
            let advance = self.advance(scalar)
            if scalar == " " {
                space = (place, used + advance)
            } else if used + advance > room, start != place {
                // At the last space, or inside a word that is wider than the line.
                lines.append(String(scalars[start..<(space?.place ?? place)]))
                start = space.map { scalars.index(after: $0.place) } ?? place
                used -= space?.used ?? used
                space = nil
            }
            used += advance
        }
        return lines + [String(scalars[start...])]
    }

    /// Bold letters are wider, by this much on the average of Swedish text.
    private static let boldFactor = 1.07

    /// The advance in thousandths of the size, by Helvetica's published metrics; letters with marks as without.
    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 128 ? ascii[Int(scalar.value)] : measured(scalar)
    }

    private static let ascii = (0..<128).map { measured(Unicode.Scalar(UInt8($0))) }

    private static func measured(_ scalar: Unicode.Scalar) -> Int {
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
