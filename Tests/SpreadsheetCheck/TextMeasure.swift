/// How wide text is in Liberation Sans, which has the widths of Helvetica: thousandths of the size, from U+0020 on.
enum TextMeasure {
    private static let regular = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
        611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
        667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
        222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]
    private static let bold = [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
        611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
        667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
        278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ]

    /// In the unit of the size.
    static func width(_ text: some StringProtocol, size: Double, isBold: Bool) -> Double {
        let widths = isBold ? bold : regular
        let sum = text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar {
            case " "..."~": sum + widths[Int(scalar.value) - 32]
            case "å", "ä", "à", "á": sum + widths[65]
            case "é", "è", "ë": sum + widths[69]
            case "ö", "ó", "ø": sum + widths[79]
            case "Å", "Ä": sum + widths[33]
            case "Ö": sum + widths[47]
            case "\u{A0}": sum + widths[0]
            case "\u{2212}": sum + 584
            case "\u{2019}": sum + (isBold ? 278 : 222)
            case "\u{201D}": sum + (isBold ? 500 : 333)
            case "\u{B7}": sum + 278
            case "\u{2014}": sum + 1000
            case "\u{300}"..."\u{36F}": sum
            default: sum + 556
            }
        }
        return Double(sum) / 1000 * size
    }

    /// How many lines text takes, broken between words as programs break it.
    static func lines(_ text: String, in width: Double, size: Double, isBold: Bool) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, paragraph in
            var lines = 1
            var used = 0.0
            let space = self.width(" ", size: size, isBold: isBold)
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
                let needed = self.width(word, size: size, isBold: isBold)
                if used > 0, used + space + needed > width {
                    lines += 1
                    used = 0
                }
                // A word that is wider than the cell goes on in the next line.
                while needed - width > used && used == 0 && width > 0 {
                    lines += Int((needed / width).rounded(.up)) - 1
                    used = needed.truncatingRemainder(dividingBy: width)
                    break
                }
                if needed <= width { used += (used > 0 ? space : 0) + needed }
            }
            return count + lines
        }
    }
}
