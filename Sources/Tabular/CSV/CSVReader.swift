/// Reads a file of separated values: the first rows at once, the rest when headings and columns have been chosen.
public struct CSVReader: ~Copyable {
    private static let blockSize = 256 << 10

    /// The first rows, and how the file was understood so far. A file whose first thousands of rows are ASCII may turn
    /// out to be another encoding than UTF-8 later; the table's dialect is final.
    public let opening: Opening

    private var input: BlockInput
    private let judge: TextJudge
    private let limits: Limits
    private let separator: Separator
    /// For each row of the opening where the next begins, in the buffer and in the sheet.
    private let starts: [(position: Int, sheetRow: Int)]

    /// Reads the beginning of `source`, and finds encoding and separator (where none is given).
    public init(
        _ source: consuming some ByteSource & ~Copyable, separator: Separator? = nil
    ) throws(TableError) {
        try self.init(source, separator: separator, blockSize: CSVReader.blockSize, limits: Limits())
    }

    init(
        _ source: consuming some ByteSource & ~Copyable, separator: Separator?, blockSize: Int, limits: Limits
    ) throws(TableError) {
        var input: BlockInput
        do { input = try BlockInput(source, blockSize: blockSize) } catch { throw .unreadable(error) }
        var judge = TextJudge(declared: input.declared)
        let first = try CSVOpening(&input, separator: separator, limits: limits)
        var rows: [OpeningRow] = []
        for row in first.rows {
            var cells: [String] = []
            for (column, field) in row.fields.enumerated() {
                cells.append(try field.text(&judge, at: Place(sheetRow: row.sheetRow, column: column)))
            }
            while cells.last == "" { cells.removeLast() }
            rows.append(OpeningRow(sheetRow: row.sheetRow, cells: cells))
        }
        let dialect = Dialect(encoding: judge.encoding ?? input.likelyEncoding, separator: first.separator)
        opening = Opening(format: .csv(dialect), rows: rows)
        starts = first.rows.map { ($0.next, $0.nextSheetRow) }
        self.separator = first.separator
        self.input = input
        self.judge = judge
        self.limits = limits
    }

    /// The headings where they are the first row alone.
    public var header: [String] { opening.names(0..<1) }

    /// Reads what follows the headings. Only the columns named by their places from 0 are kept, as codes; of all others
    /// nothing is.
    ///
    /// - Parameters:
    ///   - headings: which rows of the opening are headings.
    ///   - progress: told now and then how far the reading has come.
    public consuming func table(
        headings: Range<Int> = 0..<1, columns: [Int], progress: ((Progress) -> Void)? = nil
    ) throws(TableError) -> Table {
        guard headings.isWithin(starts.count) else { throw .noSuchHeadings(headings, count: starts.count) }
        let names = opening.names(headings)
        for index in columns where !names.indices.contains(index) {
            throw .noSuchColumn(index: index, count: names.count)
        }
        let start = starts[headings.upperBound - 1]
        input.position = start.position
        var scanner = RowScanner(
            TableBuilder(names: names, columns: columns, judge: judge, limits: limits),
            separator: separator, firstSheetRow: start.sheetRow, progress: progress)
        try scanner.scan(&input)
        return scanner.table(columns: columns)
    }
}

extension [UInt8] {
    func text(_ judge: inout TextJudge, at place: Place) throws(TableError) -> String {
        try withUnsafeBufferPointer { bytes throws(TableError) in try judge.text(bytes, at: place) }
    }
}
