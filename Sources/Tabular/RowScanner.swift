/// Goes through the rows after the header, once, and turns the cells of the chosen columns into codes.
///
/// The usual field, at most 23 bytes and without quotes, is three words: where it ends is found in all three at once, and
/// what follows the end is masked off. Anything else takes a slower way (`Field`).
struct RowScanner: ~Copyable {
    /// Codes are gathered for so many rows before they are appended to their columns.
    private static let mostStageRows = 4_096

    let header: [String]
    let separator: UInt8
    let limits: Limits
    let hash = Hash()
    var judge: TextJudge

    /// For each column of the header its coder; nil where it was not chosen.
    let lanes: UnsafeMutablePointer<UnsafeMutablePointer<ColumnCoder>?>
    let width: Int
    let stageRows: Int
    /// The most rows there may be.
    let rowLimit: Int
    /// The chosen columns, the last one first.
    let chosen: [Int]

    /// The row being read: in the sheet, in the table, among the staged ones.
    var sheetRow: Int
    var row = 0
    var stagedRow = 0
    /// Rows up to the last one with anything in it.
    var filledRows = 0
    /// The field being read.
    var column = 0
    /// The last field beyond the header with anything in it, from 1.
    var lastExtra = 0
    /// Not 0 when the row has anything in it.
    var filled = 0
    /// Where the row began in the buffer; negative when that has been moved out.
    var rowStart = 0

    var sheetRows = SheetRows()
    var malformed: [MalformedRow] = []
    var malformedCount = 0
    var textBytes = 0
    var unquoted = Scratch()

    init(
        header: [String], columns: [Int], separator: Separator, judge: TextJudge, limits: Limits, firstSheetRow: Int
    ) {
        self.header = header
        self.separator = separator.rawValue
        self.judge = judge
        self.limits = limits
        sheetRow = firstSheetRow
        width = header.count
        chosen = Set(columns).sorted(by: >)
        rowLimit = limits.rows(ofColumns: chosen.count)
        stageRows = min(RowScanner.mostStageRows, max(32, (1 << 19) / max(1, chosen.count)))
        lanes = .allocate(capacity: max(1, width))
        lanes.initialize(repeating: nil, count: width)
        for column in chosen {
            let coder = UnsafeMutablePointer<ColumnCoder>.allocate(capacity: 1)
            // A little more, so that the same row of different columns falls in different sets of the cache.
            coder.initialize(to: ColumnCoder(stageRoom: stageRows + 96, hash: hash))
            lanes[column] = coder
        }
    }

    deinit {
        for column in chosen {
            lanes[column]?.deinitialize(count: 1)
            lanes[column]?.deallocate()
        }
        lanes.deallocate()
    }
}
