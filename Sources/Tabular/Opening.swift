/// The first rows of a sheet as they were understood, for whoever chooses what to read.
public struct Opening: Equatable, Sendable {
    /// At most so many rows are shown.
    public static let mostRows = 40

    public let format: FileFormat
    /// The sheet they stand in; nil where the format has no sheets.
    public let sheet: Sheet?
    /// Rows that hold anything, from the top.
    public let rows: [OpeningRow]
    /// How many of `rows` the format itself says are headings: 2 in an SPSS file (names and labels), else nil.
    public let declaredHeadingRows: Int?
    /// Which columns belong together as choices of one question, where the format itself says so, as SPSS files may.
    public let multipleResponseSets: [MultipleResponseSet]

    public init(
        format: FileFormat, sheet: Sheet? = nil, rows: [OpeningRow], declaredHeadingRows: Int? = nil,
        multipleResponseSets: [MultipleResponseSet] = []
    ) {
        self.format = format
        self.sheet = sheet
        self.rows = rows
        self.declaredHeadingRows = declaredHeadingRows
        self.multipleResponseSets = multipleResponseSets
    }
}

/// One of the first rows.
public struct OpeningRow: Equatable, Sendable {
    public let sheetRow: Int
    /// The texts, without outer white space and without blank ones at the end.
    public let cells: [String]

    public init(sheetRow: Int, cells: [String]) {
        self.sheetRow = sheetRow
        self.cells = cells
    }
}

/// A sheet of a workbook.
public struct Sheet: Hashable, Sendable {
    public let name: String
    /// Its place among the workbook's sheets, from 1.
    public let number: Int
    public let isHidden: Bool

    public init(name: String, number: Int, isHidden: Bool = false) {
        self.name = name
        self.number = number
        self.isHidden = isHidden
    }
}

/// What to do with a sheet whose opening was shown.
public enum Choice: Sendable {
    /// Go on to the next sheet.
    case skip
    /// Read it: which of the opening's rows are headings (what stands above them is left out), and which columns, by
    /// their places from 0, to keep as codes.
    case read(headings: Range<Int>, columns: [Int])
}

extension Opening {
    /// The heading of each column: of several heading rows the last with anything in it. Blank ones at the end are no
    /// columns.
    func names(_ headings: Range<Int>) -> [String] {
        let rows = rows.indices.clamped(to: headings).map { self.rows[$0].cells }
        let width = rows.map(\.count).max() ?? 0
        return (0..<width).map { column in
            rows.last { $0.count > column && !$0[column].isEmpty }?[column] ?? ""
        }
    }
}

extension Range<Int> {
    func isWithin(_ count: Int) -> Bool { lowerBound >= 0 && upperBound <= count && !isEmpty }
}
