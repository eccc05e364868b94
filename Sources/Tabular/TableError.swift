/// A cell of the file.
public struct Place: Hashable, Sendable {
    /// The row as a spreadsheet program numbers it, from 1.
    public let sheetRow: Int
    /// The column, from 0.
    public let column: Int

    public init(sheetRow: Int, column: Int) {
        self.sheetRow = sheetRow
        self.column = column
    }
}

/// Why a file cannot be read as a table. Facts only, and never the text of a cell.
public enum TableError: Error, Hashable, Sendable {
    case unreadable(ReadFailure)
    /// No row with anything in it.
    case empty
    /// A NUL byte, or U+0000: no text file. Workbooks and pictures end here.
    case nulByte(Place)
    /// The cell begins with a quote that is not closed before the end of the file or of the longest row allowed.
    case unterminatedQuote(Place)
    /// A row of more than `limit` bytes (of UTF-8, where the file is UTF-16).
    case rowTooLong(sheetRow: Int, limit: Int)
    case tooManyFields(sheetRow: Int, limit: Int)
    /// The first cell whose bytes belong to another encoding (`other`) than what came before it.
    case mixedEncodings(Place, encoding: TextEncoding, other: TextEncoding)
    /// Bytes that are no text in the encoding that the file's mark declares.
    case undecodable(Place, encoding: TextEncoding)
    /// A chosen column with more than `limit` different texts. Reading stopped at `found`.
    case tooManyValues(column: Int, name: String, found: Int, limit: Int)
    /// The different texts of the chosen columns came to more than `limit` bytes, at this cell.
    case tooMuchText(Place, limit: Int)
    /// More than `limit` rows of `columns` chosen columns.
    case tooManyRows(limit: Int, columns: Int)
    /// The caller chose a column that the header does not have.
    case noSuchColumn(index: Int, count: Int)
}

/// What a file may hold at most. Every limit ends in an error that names it.
struct Limits: Sendable {
    var rowBytes = 1 << 20
    /// As many as a sheet has columns.
    var fields = 16_384
    /// Sixteen times as many as a sheet has.
    var rows = 1 << 24
    /// Codes in all chosen columns. A row of a few bytes in a file of many columns takes as much room as a full one.
    var cells = 1 << 28
    /// Different texts in one chosen column, the blank included: what two bytes can tell apart.
    var values = 65_536
    /// Bytes of different texts in all chosen columns.
    var textBytes = 32 << 20
    /// Malformed rows that are described; the rest are counted.
    var malformedRows = 1_000

    func rows(ofColumns columns: Int) -> Int {
        min(rows, cells / max(1, columns))
    }
}
