/// Reads a file of separated values: the header at once, the rest when the columns have been chosen.
public struct CSVReader: ~Copyable {
    private static let blockSize = 256 << 10

    /// How the file was understood so far. A file whose first thousands of rows are ASCII may turn out to be another
    /// encoding than UTF-8 later; the table's dialect is final.
    public let dialect: Dialect
    /// The texts of the header row, without outer white space, and without blank ones at the end.
    public let header: [String]

    var input: BlockInput
    var judge: TextJudge
    let limits: Limits
    /// The sheet row after the header.
    let nextSheetRow: Int

    /// Reads the beginning of `source`, and finds encoding, separator (where none is given) and header.
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

        let opening = try Opening(&input, separator: separator, limits: limits)
        var header: [String] = []
        for (column, field) in opening.header.enumerated() {
            let place = Place(sheetRow: opening.headerRow, column: column)
            header.append(try field.text(&judge, at: place))
        }
        while header.last == "" { header.removeLast() }
        self.header = header
        self.nextSheetRow = opening.headerRow + 1
        let encoding = judge.encoding ?? input.likelyEncoding
        self.dialect = Dialect(encoding: encoding, separator: opening.separator)
        self.input = input
        self.judge = judge
        self.limits = limits
    }

    /// Reads the rest. Only the named columns, by their places from 0, are kept, as codes; of all others nothing is.
    public consuming func table(columns: [Int]) throws(TableError) -> Table {
        for index in columns where !header.indices.contains(index) {
            throw .noSuchColumn(index: index, count: header.count)
        }
        let separator = dialect.separator
        var scanner = RowScanner(
            header: header, columns: columns, separator: separator, judge: judge, limits: limits,
            firstSheetRow: nextSheetRow)
        try scanner.scan(&input)
        return scanner.table(columns: columns, separator: separator)
    }
}

extension [UInt8] {
    func text(_ judge: inout TextJudge, at place: Place) throws(TableError) -> String {
        try withUnsafeBufferPointer { bytes throws(TableError) in try judge.text(bytes, at: place) }
    }
}
