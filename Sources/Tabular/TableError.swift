public import Zip

/// A cell of the file.
public struct Place: Hashable, Sendable {
    /// The sheet's name, where the format has sheets.
    public let sheet: String?
    /// The row as a spreadsheet program numbers it, from 1.
    public let sheetRow: Int
    /// The column, from 0.
    public let column: Int

    public init(sheet: String? = nil, sheetRow: Int, column: Int) {
        self.sheet = sheet
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
    /// The caller chose heading rows that the opening does not have.
    case noSuchHeadings(Range<Int>, count: Int)
    /// The format is known and is none that can be read as a table.
    case notATable(ForeignFormat)
    /// A workbook's archive cannot be trusted.
    case archive(ArchiveReadError)
    /// A part of the workbook is no XML that is read. The line counts from 1.
    case xml(part: String, line: Int, XMLFault)
    /// A part that the workbook should have is not in its archive, or it leads outside.
    case missingPart(String)
    /// A part is something else than the workbook says.
    case wrongPart(String)
    case tooManySheets(limit: Int)
    case tooManyRelationships(part: String, limit: Int)
    case tooManyStyles(limit: Int)
    /// Texts that the cells of a workbook share: too many, or together or one of them more than `limit` bytes.
    case tooManySharedStrings(limit: Int)
    case tooMuchSharedText(limit: Int)
    case sharedStringTooLong(index: Int, limit: Int)
    /// A row whose number is not greater than that of the row before, or no number.
    case rowOutOfOrder(sheet: String, found: Int?, after: Int)
    /// A row beyond the last that a sheet can have.
    case tooManySheetRows(sheet: String, found: Int, limit: Int)
    /// A cell that is not what it says it is.
    case cell(Place, CellFault)
    /// The row of this cell is to be repeated, or the cell, but the number is none.
    case malformedRepeat(Place)
    /// An SPSS file is not what the format allows, or more than is read.
    case spss(SPSSFault)
    /// There is no sheet of the name that was asked for.
    case noSuchSheet(String, existing: [String])
    /// A pipe of more than `limit` bytes.
    case pipeTooLong(limit: Int)
    /// More than `limit` cells with something in them.
    case tooManyCells(limit: Int)
    /// The texts of all cells that were looked at, repeated ones each time, came to more than `limit` bytes.
    case tooMuchCellText(limit: Int)
}

/// Why a workbook's cell cannot be read.
public enum CellFault: Hashable, Sendable {
    /// Said to be a number, or the number of a shared text.
    case notANumber
    case notABoolean
    case notADate
    case unknownType
    /// There are only `count` shared texts, counted from 0.
    case noSharedString(index: Int, count: Int)
    /// Its reference is none, or one in another row.
    case badReference
    /// Not to the right of the cell before.
    case outOfOrder
    /// To the right of the last column that a sheet can have.
    case beyondLastColumn(limit: Int)
    /// A formula whose result is not in the file: it was written by a program that does not compute.
    case notComputed
    /// More than `limit` bytes.
    case tooLong(limit: Int)
}

/// What a file may hold at most. Every limit ends in an error that names it.
struct Limits: Sendable {
    var rowBytes = 1 << 20
    /// As many as a sheet has columns.
    var fields = 16_384
    /// The rows of a sheet.
    var sheetRows = 1 << 20
    /// Cells with something in them in a workbook.
    var filledCells = 50_000_000
    /// Bytes of all cells' texts in a workbook. A file of a few bytes can repeat a long text in millions of cells.
    var filledBytes = 2 << 30
    /// Bytes of one cell's text in a workbook. Excel allows 32,767 characters.
    var cellBytes = 256 << 10
    /// Texts that cells share, and their bytes.
    var sharedStrings = 1 << 23
    var sharedBytes = 128 << 20
    var sheets = 10_000
    var relationships = 20_000
    /// Twice as many as Excel allows.
    var styles = 1 << 17
    /// Bytes of a part that says where the others are.
    var smallPartBytes = 16 << 20
    var stylesBytes = 128 << 20
    /// Sixteen times as many as a sheet has.
    var rows = 1 << 24
    /// Codes in all chosen columns. A row of a few bytes in a file of many columns takes as much room as a full one.
    var cells = 1 << 27
    /// Different texts in one chosen column, the blank included: what two bytes can tell apart.
    var values = 65_536
    /// Bytes of different texts in all chosen columns.
    var textBytes = 32 << 20
    /// What stands before the cases of an SPSS file.
    var dictionaryBytes = 16 << 20
    /// What the compressed blocks of a `.zsav` come to: a byte for most values.
    var inflatedCases = 1 << 29
    /// Malformed rows that are described; the rest are counted.
    var malformedRows = 1_000

    func rows(ofColumns columns: Int) -> Int {
        min(rows, cells / max(1, columns))
    }
}
