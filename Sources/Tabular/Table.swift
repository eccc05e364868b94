/// A file of rows as columns of codes.
public struct Table: Sendable {
    public let format: FileFormat
    /// The name of the sheet; nil where the format has none.
    public let sheet: String?
    public let rowCount: Int
    /// The chosen columns, in the order they were asked for.
    public var columns: [Column]
    /// Rows with text beyond the header's last column, the first thousand. They are part of the table, without that text.
    public let malformed: [MalformedRow]
    /// How many malformed rows there were in all.
    public let malformedCount: Int
    let sheetRows: SheetRows

    /// The row of the sheet, from 1, that a spreadsheet program shows for `row`, from 0. The header is most often row 1;
    /// empty lines count, and a line break inside quotes does not begin a new row. In an SPSS file it is the case's number.
    public func sheetRow(of row: Int) -> Int {
        sheetRows[row]
    }
}

/// One column: the different texts, and for each row which of them it has.
public struct Column: Sendable {
    /// The header's text, without outer white space.
    public let name: String
    /// The column's place in the file, from 0.
    public let index: Int
    /// The different texts in order of first appearance, without outer white space. The first is always the blank.
    public let values: [String]
    /// For each row the index of its text in `values`; 0 where the cell is blank or missing.
    public let codes: Codes
    /// Which of the values the file itself declares to be no answer: user-missing values in SPSS.
    public var missing: Set<Int> = []
}

/// Codes as narrow as the number of values allows.
public enum Codes: Hashable, Sendable {
    /// At most 256 values.
    case narrow([UInt8])
    /// At most 65,536 values.
    case wide([UInt16])

    public var count: Int {
        switch self {
        case .narrow(let codes): codes.count
        case .wide(let codes): codes.count
        }
    }

    /// The code of one row. To go through many rows, switch once and use the array.
    public subscript(row: Int) -> Int {
        switch self {
        case .narrow(let codes): Int(codes[row])
        case .wide(let codes): Int(codes[row])
        }
    }
}

/// A row with more fields than the header has.
public struct MalformedRow: Hashable, Sendable {
    public let sheetRow: Int
    /// The number of the last field with text in it, from 1.
    public let found: Int
    /// The header's number of columns.
    public let expected: Int

    public init(sheetRow: Int, found: Int, expected: Int) {
        self.sheetRow = sheetRow
        self.found = found
        self.expected = expected
    }
}
