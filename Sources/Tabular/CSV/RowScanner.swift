/// Goes through the rows after the headings, once, and turns the cells of the chosen columns into codes.
///
/// The usual field, at most 23 bytes and without quotes, is three words: where it ends is found in all three at once, and
/// what follows the end is masked off. Anything else takes a slower way (`Field`).
struct RowScanner: ~Copyable {
    let separator: UInt8
    let progress: ((Progress) -> Void)?
    var builder: TableBuilder

    /// The row of the sheet being read.
    var sheetRow: Int
    /// The field being read.
    var column = 0
    /// Not 0 when the row has anything in it.
    var filled = 0
    /// Where the row began in the buffer; negative when that has been moved out.
    var rowStart = 0
    var unquoted = Scratch()

    init(
        _ builder: consuming TableBuilder, separator: Separator, firstSheetRow: Int,
        progress: ((Progress) -> Void)?
    ) {
        self.builder = builder
        self.separator = separator.rawValue
        self.progress = progress
        sheetRow = firstSheetRow
    }
}
