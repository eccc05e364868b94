public import Tabular

/// A file as far as it was understood, whether or not its answers could be taken in.
public struct UnderstoodFile: Equatable, Sendable {
    /// As the user named it, its folder included.
    public let name: String
    public let format: FileFormat
    /// The sheet that was read; nil where the format has none.
    public let sheet: String?
    /// Sheets that were looked at and not taken.
    public let otherSheets: [String]
    /// The rows of the sheet that are headings, from 1; nil in an SPSS file, where they are no rows.
    public let headingRows: ClosedRange<Int>?
    /// Rows below the headings.
    public let rows: Int
    /// Every column with what it was taken for, in order.
    public let columns: [UnderstoodColumn]
}
