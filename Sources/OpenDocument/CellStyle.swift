/// How a cell looks. Equal styles become one named style, which the reader finds under its name in the program's list.
///
/// Two different styles of one name are kept apart: the second becomes "name 2".
public struct CellStyle: Hashable, Sendable {
    public enum Horizontal: Hashable, Sendable {
        /// Text at the start, numbers at the end.
        case automatic
        case start, center, end
    }

    public enum Vertical: Hashable, Sendable {
        case top, middle, bottom
    }

    public var name: String
    /// In points.
    public var fontSize: Double
    public var bold: Bool
    public var italic: Bool
    public var color: Color?
    public var background: Color?
    public var horizontal: Horizontal
    public var vertical: Vertical
    /// Whether text that is too long goes on in another line.
    public var wrap: Bool
    /// Thin lines along the cell's edges.
    public var ruleAbove: Color?
    public var ruleBelow: Color?
    /// Millimetres between the cell's edges and its text; nil leaves it to the program.
    public var padding: Double?
    /// Millimetres before the text, which is then aligned at the start unless `horizontal` says otherwise.
    public var indent: Double
    public var format: NumberFormat

    public init(
        name: String, fontSize: Double = 10, bold: Bool = false, italic: Bool = false, color: Color? = nil,
        background: Color? = nil, horizontal: Horizontal = .automatic, vertical: Vertical = .bottom,
        wrap: Bool = false, ruleAbove: Color? = nil, ruleBelow: Color? = nil, padding: Double? = nil,
        indent: Double = 0, format: NumberFormat = .general
    ) {
        self.name = name
        self.fontSize = fontSize
        self.bold = bold
        self.italic = italic
        self.color = color
        self.background = background
        self.horizontal = horizontal
        self.vertical = vertical
        self.wrap = wrap
        self.ruleAbove = ruleAbove
        self.ruleBelow = ruleBelow
        self.padding = padding
        self.indent = indent
        self.format = format
    }

    /// What a cell has when nothing else is said: 10 points, upright, as the program aligns it.
    public static let standard = CellStyle(name: "Default")

    func check() throws(WorkbookError) {
        try Measure.check(fontSize, 1...400)
        try Measure.check(indent, 0...200)
        if let padding { try Measure.check(padding, 0...50) }
        guard (0...NumberFormat.decimalLimit).contains(format.decimals) else {
            throw .measure("0–\(NumberFormat.decimalLimit)", value: Double(format.decimals))
        }
    }
}

/// A colour of the screen.
public struct Color: Hashable, Sendable {
    /// Red, green and blue as in `0x1F3864`.
    public let rgb: UInt32

    /// The lowest 24 bits are red, green and blue.
    public init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    /// `#1f3864`.
    var text: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
}

/// How a number is shown, in the Swedish way: decimal comma, no-break space before %, U+2212 for minus.
public enum NumberFormat: Hashable, Sendable {
    /// As many decimals as it takes, at most ten.
    case general
    case integer
    case decimals(Int)
    case percent(decimals: Int)
    /// A change: `+9`, `−3`, `0`.
    case signed(decimals: Int)
    /// `2026-01-31`.
    case date

    static let decimalLimit = 15

    var decimals: Int {
        switch self {
        case .general, .integer, .date: 0
        case .decimals(let count), .percent(let count), .signed(let count): count
        }
    }
}
