/// How wide text is in a sans-serif face of Helvetica's widths (Liberation Sans and Arial have the same), and how many
/// lines it takes in a cell: readers that do not fit rows to their text show the height that the file gives.
enum TextWidth {
    /// Millimetres in a point.
    static let point = 25.4 / 72

    /// The text broken into lines that fit a width in millimetres. A line break in the text is kept.
    static func lines(_ text: String, width: Double, pointSize: Double, bold: Bool = false) -> [String] {
        let room = room(width, pointSize, bold)
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

    /// The text as rows of a sheet. One that is too long for a row is broken between sentences, where that is enough: a
    /// screen reader tells each row by itself.
    static func rows(_ text: String, width: Double, pointSize: Double) -> [String] {
        func isOne(_ text: String) -> Bool { lines(text, width: width, pointSize: pointSize).count == 1 }
        if isOne(text) { return [text] }
        var rows: [String] = []
        for sentence in sentences(text) {
            if let last = rows.last, isOne("\(last) \(sentence)") {
                rows[rows.count - 1] = "\(last) \(sentence)"
            } else {
                rows.append(sentence)
            }
        }
        return rows.flatMap { lines($0, width: width, pointSize: pointSize) }
    }

    /// Split where a full stop or a question mark, a space and a capital, a digit or a quotation mark follow one another.
    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        // The two before this one, apart from what closes a parenthesis or a quotation.
        var (before, last): (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
        for place in scalars.indices {
            let scalar = scalars[place]
            let begins = scalar.properties.isUppercase || ("0"..."9").contains(scalar) || scalar == "”"
            if begins, last == " ", before == "." || before == "?" {
                sentences.append(String(scalars[start..<scalars.index(before: place)]))
                start = place
            }
            if scalar != ")" && scalar != "”" { (before, last) = (last, scalar) }
        }
        return sentences + [String(scalars[start...])]
    }

    /// Of a line, in millimetres.
    static func width(_ line: String, pointSize: Double, bold: Bool = false) -> Double {
        let advances = line.unicodeScalars.reduce(0) { $0 + advance($1) }
        return Double(advances) / 1000 * pointSize * point * (bold ? boldFactor : 1)
    }

    /// How many lines there are. None is put together: nearly every cell of a workbook is measured so.
    static func lineCount(_ text: String, width: Double, pointSize: Double, bold: Bool) -> Int {
        let room = room(width, pointSize, bold)
        var count = 1
        // As in `lines`, with places counted in scalars.
        var start = 0
        var space: (place: Int, used: Int)?
        var used = 0
        var place = -1
        for scalar in text.unicodeScalars {
            place += 1
            if scalar == "\n" {
                count += 1
                (start, space, used) = (place + 1, nil, 0)
                continue
            }
            let advance = advance(scalar)
            if scalar == " " {
                space = (place, used + advance)
            } else if used + advance > room, start != place {
                count += 1
                start = space.map { $0.place + 1 } ?? place
                used -= space?.used ?? used
                space = nil
            }
            used += advance
        }
        return count
    }

    /// A width in millimetres, in thousandths of the size.
    private static func room(_ width: Double, _ pointSize: Double, _ bold: Bool) -> Int {
        Int(width / (pointSize * point * (bold ? boldFactor : 1)) * 1000)
    }

    /// Bold letters are wider, by this much on the average of Swedish text.
    private static let boldFactor = 1.07

    /// The advance in thousandths of the size, by Helvetica's published metrics; letters with marks as without.
    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        scalar.value < 256 ? latin[Int(scalar.value)] : measured(scalar)
    }

    private static let latin = (0..<256).map { measured(Unicode.Scalar(UInt8($0))) }

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
