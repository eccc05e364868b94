public import Zip

/// Why a workbook could not be written. Rows and columns count from 0.
public enum WorkbookError: Error, Hashable, Sendable {
    /// A document needs at least one sheet.
    case noSheets
    case sheetName(String, problem: SheetNameProblem)
    /// A database range's name: letters, digits and `_`, not starting with a digit, not like a cell address, used once.
    case tableRangeName(String, sheet: String)
    /// A database range outside the rows and columns of its sheet.
    case tableRangeOutside(String, sheet: String)
    /// A width, height, size, margin or padding that is not finite, or outside the limits in millimetres or points.
    case measure(String, value: Double)
    /// Header rows or frozen rows and columns that are negative, empty or beyond the sheet.
    case headerRows(sheet: String)
    case frozen(sheet: String)
    /// A language that is not two or three lower-case letters, or a country that is not two capitals.
    case language(String)
    /// A time that is not ISO 8601: `2026-01-31` or `2026-01-31T12:00:00`, with `Z` or no zone.
    case time(String)
    /// A row with more cells than the sheet has columns, or a sheet with more than 16 384.
    case tooManyColumns(sheet: String, row: Int?, count: Int, limit: Int)
    case tooManyRows(sheet: String, limit: Int)
    /// A row height that is not among the sheet's `rowHeights`.
    case undeclaredRowHeight(Double, sheet: String, row: Int)
    /// A chart of rows or columns that the sheet does not have.
    case chart(String, sheet: String)
    /// NaN and the infinities are not numbers a cell can hold.
    case notFinite(sheet: String, row: Int, column: Int)
    case noSuchDate(year: Int, month: Int, day: Int, sheet: String, row: Int, column: Int)
    /// A percentage needs a percent format, a date a date format, and nothing but a date has one.
    case wrongFormat(NumberFormat, sheet: String, row: Int, column: Int)
    /// A link without a target, with control characters in it, or with spaces in an address that is not in this workbook.
    case linkTarget(String, sheet: String, row: Int, column: Int)
    /// A style handle from another workbook.
    case unknownStyle(sheet: String, row: Int)
    /// A cell outside a row, or a row begun inside a row.
    case outOfOrder(sheet: String, row: Int)
    case archive(ArchiveError)
}

/// What is wrong with the name of a sheet: other programs would refuse the file or rename the sheet.
public enum SheetNameProblem: Hashable, Sendable {
    case empty
    /// More than 31 UTF-16 code units, which is how Excel counts.
    case tooLong
    /// One of `[ ] * ? : / \`, or a control character.
    case forbiddenCharacter
    case apostropheAtTheEdge
    /// Names differ by more than case.
    case usedBefore
}
