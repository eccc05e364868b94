/// A printed page: A4, as wide as the sheet, as many pages down as it takes.
public struct PageSetup: Hashable, Sendable {
    public enum Orientation: Hashable, Sendable {
        case portrait, landscape
    }

    public var orientation: Orientation
    /// Millimetres from the edge of the paper.
    public var margin: Double
    /// Whether the columns are shrunk to fit one page's width.
    public var fitsWidth: Bool
    public var header: [PageText]
    public var footer: [PageText]

    public init(
        orientation: Orientation = .landscape, margin: Double = 15, fitsWidth: Bool = true,
        header: [PageText] = [], footer: [PageText] = [.page, .text(" av "), .pageCount]
    ) {
        self.orientation = orientation
        self.margin = margin
        self.fitsWidth = fitsWidth
        self.header = header
        self.footer = footer
    }

    func check() throws(WorkbookError) {
        try Measure.check(margin, 0...90)
    }
}

/// A piece of a page's header or footer.
public enum PageText: Hashable, Sendable {
    case text(String)
    /// The number of the page.
    case page
    /// How many pages there are.
    case pageCount
    case sheetName
}
