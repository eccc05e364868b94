/// The table as it grows: the chosen columns' codes row by row, whatever the format.
struct TableBuilder: ~Copyable {
    /// Codes are gathered for so many rows before they are appended to their columns.
    private static let mostStageRows = 4_096
    /// Codes of shared texts that are remembered in all columns, two bytes each.
    private static let mostRemembered = 4 << 20

    let names: [String]
    let limits: Limits
    let hash = Hash()
    /// The sheet that places are told in; nil where the format has none.
    let sheet: String?
    var judge: TextJudge

    /// For each column of the header its coder; nil where it was not chosen.
    let lanes: UnsafeMutablePointer<UnsafeMutablePointer<ColumnCoder>?>
    /// The header's number of columns.
    let width: Int
    let stageRows: Int
    /// The most rows there may be.
    let rowLimit: Int
    /// The chosen columns, the last one first.
    let chosen: [Int]

    private(set) var row = 0
    /// The row being read among the staged ones.
    private(set) var stagedRow = 0
    /// The last field beyond the header with anything in it, from 1.
    var lastExtra = 0

    private var sheetRows = SheetRows()
    private var malformed: [MalformedRow] = []
    private var malformedCount = 0
    private var textBytes = 0

    /// - Parameters:
    ///   - names: the heading of each column, which decides how many there are.
    ///   - sharedTexts: how many texts of the file are known by number.
    init(
        names: [String], columns: [Int], judge: TextJudge, limits: Limits, sheet: String? = nil, sharedTexts: Int = 0
    ) {
        self.names = names
        self.judge = judge
        self.limits = limits
        self.sheet = sheet
        width = names.count
        chosen = Set(columns).sorted(by: >)
        rowLimit = limits.rows(ofColumns: chosen.count)
        stageRows = min(TableBuilder.mostStageRows, max(32, (1 << 19) / max(1, chosen.count)))
        lanes = .allocate(capacity: max(1, width))
        lanes.initialize(repeating: nil, count: width)
        let remembered = sharedTexts * chosen.count <= TableBuilder.mostRemembered ? sharedTexts : 0
        for column in chosen {
            let coder = UnsafeMutablePointer<ColumnCoder>.allocate(capacity: 1)
            // A little more, so that the same row of different columns falls in different sets of the cache.
            coder.initialize(to: ColumnCoder(stageRoom: stageRows + 96, hash: hash, sharedTexts: remembered))
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

    /// The code of a text that its column has not met before.
    @inline(never)
    mutating func learn(
        _ bytes: UnsafeBufferPointer<UInt8>, _ key: Key, _ coder: UnsafeMutablePointer<ColumnCoder>,
        as number: NumberReading? = nil, sheetRow: Int, column: Int
    ) throws(TableError) -> UInt32 {
        let place = Place(sheet: sheet, sheetRow: sheetRow, column: column)
        guard let number else { return try learn(bytes, key, text: judge.text(bytes, at: place), coder, at: place) }
        guard let shown = number.text(of: bytes) else { throw .cell(place, .notANumber) }
        return try learn(bytes, key, text: shown, coder, at: place)
    }

    /// The same where the caller knows what text the bytes stand for.
    mutating func learn(
        _ bytes: UnsafeBufferPointer<UInt8>, _ key: Key, text: String, _ coder: UnsafeMutablePointer<ColumnCoder>,
        at place: Place
    ) throws(TableError) -> UInt32 {
        let count = coder.pointee.keyCount
        guard count < limits.values else {
            let (column, limit) = (place.column, limits.values)
            throw .tooManyValues(column: column, name: names[column], found: count + 1, limit: limit)
        }
        textBytes += max(bytes.count, text.utf8.count)
        guard textBytes <= limits.textBytes else { throw .tooMuchText(place, limit: limits.textBytes) }
        return coder.pointee.insert(bytes, key, text: text, hash: hash)
    }

    /// Takes a cell's text, with room to load words behind it. `column` may lie beyond the header.
    ///
    /// - Parameter number: how the bytes are shown where they are a number as the file spells it. They are looked up as
    ///   they stand, so that a number is turned into text only once for each column.
    @inline(__always)
    mutating func take(
        _ bytes: UnsafeBufferPointer<UInt8>, as number: NumberReading? = nil, sheetRow: Int, column: Int
    ) throws(TableError) {
        guard column < width else {
            if !bytes.isEmpty { lastExtra = max(lastExtra, column + 1) }
            return
        }
        guard let coder = lanes[column] else { return }
        let key = Key(bytes, hash)
        let isShort = bytes.count <= Key.shortest
        let known = isShort ? coder.pointee.code(of: key) : coder.pointee.code(ofLong: bytes, key)
        let code: UInt32
        if let known {
            code = known
        } else {
            code = try learn(bytes, key, coder, as: number, sheetRow: sheetRow, column: column)
        }
        coder.pointee.stage[stagedRow] = UInt16(truncatingIfNeeded: code)
    }

    /// The same for a text that is known by its number: each column looks it up only once.
    @inline(__always)
    mutating func take(
        shared index: Int, _ bytes: UnsafeBufferPointer<UInt8>, sheetRow: Int, column: Int
    ) throws(TableError) {
        guard column < width, let coder = lanes[column], index < coder.pointee.rememberedCount else {
            return try take(bytes, sheetRow: sheetRow, column: column)
        }
        let code = coder.pointee.remembered[index]
        guard code == ColumnCoder.unknown else {
            coder.pointee.stage[stagedRow] = code
            return
        }
        try take(bytes, sheetRow: sheetRow, column: column)
        coder.pointee.remembered[index] = coder.pointee.stage[stagedRow]
    }

    /// Says that the chosen columns from `column` on are blank in this row.
    @inline(__always)
    mutating func blank(from column: Int) {
        guard column < width else { return }
        for missing in chosen {
            if missing < column { break }
            lanes[missing]?.pointee.stage[stagedRow] = 0
        }
    }

    /// Takes the cells of the row before once more.
    ///
    /// - Parameter extra: what `lastExtra` was then.
    mutating func repeatRow(extra: Int) {
        lastExtra = extra
        // Behind a flush the row before is the last that was staged.
        let last = stagedRow > 0 ? stagedRow - 1 : stageRows - 1
        for column in chosen {
            guard let stage = lanes[column]?.pointee.stage else { continue }
            stage[stagedRow] = stage[last]
        }
    }

    /// Ends a row that has something in it. True where it is time to flush.
    mutating func endRow(sheetRow: Int) throws(TableError) -> Bool {
        guard row < rowLimit else { throw .tooManyRows(limit: rowLimit, columns: chosen.count) }
        if lastExtra > 0 {
            malformedCount += 1
            if malformed.count < limits.malformedRows {
                malformed.append(MalformedRow(sheetRow: sheetRow, found: lastExtra, expected: width))
            }
            lastExtra = 0
        }
        sheetRows.note(row: row, isSheetRow: sheetRow)
        row += 1
        stagedRow += 1
        return stagedRow == stageRows
    }

    /// Appends the staged codes to their columns. `expected` is how many rows there may be in all.
    mutating func flush(expected: Int?) {
        for column in chosen { lanes[column]?.pointee.flush(rows: stagedRow, expected: expected) }
        stagedRow = 0
    }

    /// What was read; the builder is empty afterwards.
    mutating func table(columns: [Int], format: FileFormat) -> Table {
        flush(expected: nil)
        var finished: [Int: Column] = [:]
        for index in columns where finished[index] == nil {
            finished[index] = lanes[index]?.pointee.column(named: names[index], index: index, rows: row)
        }
        return Table(
            format: format, sheet: sheet, rowCount: row, columns: columns.compactMap { finished[$0] },
            malformed: malformed, malformedCount: malformedCount, sheetRows: sheetRows)
    }
}
