import OpenDocument

/// Heights of rows, in millimetres.
enum RowHeight {
    static let title = 11.0
    /// A heading within running text, with air above it.
    static let heading = 11.0

    /// What the cell with most lines takes.
    static func of(_ cells: [Cell], widths: [Double]) -> Double {
        var most = 0.0
        for (cell, width) in zip(cells, widths) {
            let (text, style): (String, CellStyle)
            switch cell {
            case .text(let said, let look?), .link(let said, target: _, let look?): (text, style) = (said, look)
            default: continue
            }
            let room = width * (1 - slack) - 2 * (style.padding ?? usualPadding) - style.indent
            let lines =
                style.wrap
                ? TextWidth.lineCount(text, width: room, pointSize: style.fontSize, bold: style.bold) : 1
            most = max(most, height(lines: lines, style))
        }
        return most > 0 ? most : height(lines: 1, .standard)
    }

    /// What a text on one line takes of a column, with the room around it.
    static func width(of text: String, _ style: CellStyle) -> Double {
        let padding = 2 * (style.padding ?? usualPadding) + style.indent
        let width = TextWidth.width(text, pointSize: style.fontSize, bold: style.bold)
        return width / (1 - slack) + padding / (1 - slack)
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
