/// Where in what the user gave something is.
public struct Place: Equatable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The name of the sheet, in a workbook.
    public let sheet: String?
    /// From 1: a line of a text file, or a row as a spreadsheet program numbers it.
    public let row: Int?
    /// From 1.
    public let column: Int?
    /// The column's heading.
    public let heading: String?

    public init(
        file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil, heading: String? = nil
    ) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
        self.heading = heading
    }

    /// The letters by which a spreadsheet program names a column: 1 is A, 27 is AA.
    public static func letters(of column: Int) -> String {
        var (letters, rest) = ("", column)
        while rest > 0, let letter = UnicodeScalar(64 + UInt32((rest - 1) % 26 + 1)) {
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
