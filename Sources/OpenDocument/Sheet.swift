/// One table of the workbook and how it looks.
public struct Sheet: Sendable {
    /// The text of the tab: see ``SheetNameProblem`` for what it may not be.
    public var name: String
    /// Every column that may hold cells. Never the whole width of a spreadsheet.
    public var columns: [Column]
    /// Which rows, counted from 0, repeat on every printed page and are the table's header (`table:table-header-rows`).
    public var headerRows: Range<Int>?
    /// How many rows and columns stay when the reader scrolls.
    public var frozen: (rows: Int, columns: Int)
    public var page: PageSetup
    /// The heights, in millimetres, that rows may ask for. Row styles stand before the rows, so they are told up front.
    public var rowHeights: [Double]
    /// Rows, counted from 0, that begin a new printed page; each asks for a height of its own.
    public var pageBreaks: Set<Int> = []
    /// What the table is called, and what it holds, for assistive technology (`table:title`, `table:desc`).
    public var title: String?
    public var description: String?
    /// The cells that are a table with a header row, as a named database range.
    public var tableRange: TableRange?
    /// Bar charts of the rows, one under the other below the last row.
    public var charts: [Chart]
    /// Writes the rows, from the first to the last.
    public var rows: @Sendable (inout RowWriter) throws -> Void

    public init(
        name: String, columns: [Column], headerRows: Range<Int>? = nil,
        frozen: (rows: Int, columns: Int) = (0, 0), page: PageSetup = PageSetup(), rowHeights: [Double] = [],
        title: String? = nil, description: String? = nil, tableRange: TableRange? = nil,
        charts: [Chart] = [], rows: @escaping @Sendable (inout RowWriter) throws -> Void
    ) {
        self.name = name
        self.columns = columns
        self.headerRows = headerRows
        self.frozen = frozen
        self.page = page
        self.rowHeights = rowHeights
        self.title = title
        self.description = description
        self.tableRange = tableRange
        self.charts = charts
        self.rows = rows
    }

    static let rowLimit = 1_048_576
    static let columnLimit = 16_384

    func check() throws(WorkbookError) {
        if let problem = Sheet.problem(with: name) { throw .sheetName(name, problem: problem) }
        guard columns.count <= Sheet.columnLimit else {
            throw .tooManyColumns(sheet: name, row: nil, count: columns.count, limit: Sheet.columnLimit)
        }
        for column in columns { try Measure.check(column.width, 1...1000) }
        for height in rowHeights { try Measure.check(height, 1...1000) }
        try page.check()
        if let headerRows, headerRows.isEmpty || headerRows.lowerBound < 0 || headerRows.upperBound > Sheet.rowLimit {
            throw .headerRows(sheet: name)
        }
        guard (0..<Sheet.rowLimit).contains(frozen.rows), (0...columns.count).contains(frozen.columns) else {
            throw .frozen(sheet: name)
        }
        if let tableRange { try tableRange.check(in: self) }
        for chart in charts { try chart.check(in: self) }
    }

    private static func problem(with name: String) -> SheetNameProblem? {
        if name.isEmpty { return .empty }
        if name.utf16.count > 31 { return .tooLong }
        if name.hasPrefix("'") || name.hasSuffix("'") { return .apostropheAtTheEdge }
        let forbidden = name.unicodeScalars.contains { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                || "[]*?:/\\".unicodeScalars.contains(scalar)
        }
        return forbidden ? .forbiddenCharacter : nil
    }
}

/// A column's width and the style of its cells.
public struct Column: Hashable, Sendable {
    /// In millimetres.
    public var width: Double
    /// What cells have that are given no other style; nil is ``CellStyle/standard``.
    public var style: CellStyle?

    public init(width: Double, style: CellStyle? = nil) {
        self.width = width
        self.style = style
    }
}

/// A named database range: its first row holds the headers.
public struct TableRange: Hashable, Sendable {
    /// Letters, digits and `_`; unique in the workbook.
    public var name: String
    /// The row of the headers, counted from 0.
    public var firstRow: Int
    /// The last row of the table; nil is the last row that was written.
    public var lastRow: Int?
    /// The columns of the table; nil is all that the sheet declares.
    public var columns: Range<Int>?

    public init(name: String, firstRow: Int, lastRow: Int? = nil, columns: Range<Int>? = nil) {
        self.name = name
        self.firstRow = firstRow
        self.lastRow = lastRow
        self.columns = columns
    }

    func check(in sheet: Sheet) throws(WorkbookError) {
        // Letters and digits of ASCII alone would be enough for a grammar, but not for "Förändringar".
        let first = name.unicodeScalars.first
        let wordy = name.unicodeScalars.allSatisfy {
            $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        guard let first, wordy, !("0"..."9").contains(first), !looksLikeAddress else {
            throw .tableRangeName(name, sheet: sheet.name)
        }
        let columns = columns ?? 0..<sheet.columns.count
        guard firstRow >= 0, lastRow ?? firstRow >= firstRow, !columns.isEmpty, columns.lowerBound >= 0,
            columns.upperBound <= sheet.columns.count
        else { throw .tableRangeOutside(name, sheet: sheet.name) }
    }

    /// Whether a program would take the name for a cell: `AB12`, `R1C1`.
    private var looksLikeAddress: Bool {
        // By hand: to make a regular expression takes longer than to write a sheet.
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        let bytes = Array(name.utf8)
        let letters = bytes.prefix(while: isLetter)
        let behind = bytes.dropFirst(letters.count)
        if (1...3).contains(letters.count), !behind.isEmpty, behind.allSatisfy(isDigit) { return true }
        let column = bytes.dropFirst().drop(while: isDigit)
        return bytes.first.map { $0 | 0x20 } == UInt8(ascii: "r")
            && column.first.map { $0 | 0x20 } == UInt8(ascii: "c") && column.dropFirst().allSatisfy(isDigit)
    }
}
