import OpenDocument

/// Heights of rows, in millimetres.
enum RowHeight {
    static let title = 11.0
    /// A heading within running text, with air above it.
    static let heading = 11.0

    /// What the cell with most lines takes.
    static func of(_ cells: [Cell], widths: [Double]) -> Double {
        var measured = MeasuredTexts()
        return of(cells, widths: widths, &measured)
    }

    /// The heights of many rows, most of whose texts stand in several.
    static func of(rows: [[Cell]], widths: [Double]) -> [Double] {
        var measured = MeasuredTexts()
        return rows.map { of($0, widths: widths, &measured) }
    }

    private static func of(_ cells: [Cell], widths: [Double], _ measured: inout MeasuredTexts) -> Double {
        var most = 0.0
        for (cell, width) in zip(cells, widths) {
            guard case .text(let text, let style?) = cell else { continue }
            let room = width * (1 - slack) - 2 * (style.padding ?? usualPadding)
            let lines = style.wrap ? measured.lines(text, room: room, style) : 1
            most = max(most, height(lines: lines, style))
        }
        return most > 0 ? most : height(lines: 1, .standard)
    }

    private static func height(lines: Int, _ style: CellStyle) -> Double {
        let height =
            Double(lines) * style.fontSize * TextWidth.point * lineSpacing + 2 * (style.padding ?? usualPadding)
        // Tenths, so that few heights are needed.
        return (height * 10).rounded(.up) / 10
    }

    /// From one line to the next, in sizes of the letters.
    private static let lineSpacing = 1.16
    /// What programs leave around text when nothing is said.
    private static let usualPadding = 0.35
    /// Programs measure text a little differently, on screen and on paper: a share of the width.
    private static let slack = 0.04
}

/// How many lines texts take, each measured once.
private struct MeasuredTexts {
    private struct Key: Hashable {
        let text: String
        let room: Double
        let pointSize: Double
        let bold: Bool
    }

    private var known: [Key: Int] = [:]

    mutating func lines(_ text: String, room: Double, _ style: CellStyle) -> Int {
        let key = Key(text: text, room: room, pointSize: style.fontSize, bold: style.bold)
        if let lines = known[key] { return lines }
        let lines = TextWidth.lines(text, width: room, pointSize: style.fontSize, bold: style.bold).count
        known[key] = lines
        return lines
    }
}
