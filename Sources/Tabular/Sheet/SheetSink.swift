/// Takes a workbook's cells in the order of its sheets, rows and columns, whatever the format: keeps the first rows of a
/// sheet, shows them to whoever chooses, and codes the chosen columns of the chosen sheet.
struct SheetSink: ~Copyable {
    private enum State {
        /// Between sheets, or in one that was not chosen.
        case idle
        /// In the first rows of a sheet.
        case opening
        /// In the sheet that was chosen.
        case coding
        /// Behind it.
        case finished
    }

    let limits: Limits
    private let format: FileFormat
    private let progress: ((Progress) -> Void)?
    private let choose: (Opening) -> Choice

    private var state = State.idle
    private var sheet: Sheet?
    private var kept = KeptRows()
    private var builder: TableBuilder?
    private var columns: [Int] = []

    private var sheetRow = 0
    /// Whether the row that is being read is kept.
    private var isKept = false
    private var rowBytes = 0
    private var shown = Scratch()
    private var rowCells = 0
    /// Cells with text since the file's beginning, and the bytes of their texts.
    private var cells = 0
    private var bytes = 0

    /// How many texts the cells may share, where they do. The reader sets it before the first sheet.
    var sharedTexts = 0

    /// How its days are counted.
    var dates = DateSystem.from1900

    /// Whether any formula of this sheet has a result. The reader sets it.
    var hasComputed = false
    /// For each column with formulas without results the row of the first.
    private var uncomputed: [Int: Int] = [:]

    /// Bytes of the file gone through and in all, for `progress`. The reader keeps them.
    var done = 0
    var total: Int?

    init(
        format: FileFormat, limits: Limits = Limits(), progress: ((Progress) -> Void)? = nil,
        choose: @escaping (Opening) -> Choice
    ) {
        self.format = format
        self.limits = limits
        self.progress = progress
        self.choose = choose
    }

    /// Whether the cells of this sheet are looked at. A reader may leave out what nobody looks at.
    var wantsCells: Bool { state == .opening || state == .coding }
    /// Whether a sheet has been read to its end. A reader may stop then.
    var isFinished: Bool { state == .finished }
    /// Whether anything stood in a sheet that was looked at.
    private(set) var hasCells = false

    mutating func beginSheet(_ sheet: Sheet) {
        guard state == .idle else { return }
        self.sheet = sheet
        state = .opening
        kept.removeAll()
        (hasComputed, uncomputed) = (false, [:])
    }

    /// - Parameter sheetRow: from 1; greater than that of the row before.
    mutating func beginRow(_ sheetRow: Int) {
        self.sheetRow = sheetRow
        (rowBytes, rowCells) = (0, 0)
        isKept = state == .opening
        if isKept { kept.beginRow() } else { builder?.blank(from: 0) }
    }

    /// Takes a cell's text, UTF-8 with room to load words behind it. Columns count from 0. A text of nothing but outer white
    /// space is none.
    mutating func cell(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        guard try admits(column, bytes) else { return }
        if state == .coding {
            try builder?.take(bytes, sheetRow: sheetRow, column: column)
        } else {
            kept.append(column, bytes)
        }
    }

    /// The same for a text that many cells share: the `index`th of `sharedTexts`.
    mutating func shared(_ column: Int, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        guard state == .coding else { return try cell(column, bytes) }
        if try admits(column, bytes) {
            try builder?.take(shared: index, bytes, sheetRow: sheetRow, column: column)
        }
    }

    /// The same for a number as the file spells it, put together in `scratch`.
    mutating func number(_ column: Int, _ scratch: inout Scratch, as kind: NumberKind) throws(TableError) {
        guard try admits(column, scratch.bytes) else { return }
        let reading = NumberReading(kind: kind, dates: dates)
        reading.mark(&scratch)
        if state == .coding {
            try builder?.take(scratch.bytes, as: reading, sheetRow: sheetRow, column: column)
        } else {
            shown.removeAll()
            guard reading.append(scratch.bytes, to: &shown) else {
                throw .cell(Place(sheet: sheet?.name, sheetRow: sheetRow, column: column), .notANumber)
            }
            kept.append(column, shown.bytes)
        }
    }

    /// Counts the cell. False where there is nothing in it.
    @inline(__always)
    private mutating func admits(_ column: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) -> Bool {
        guard !bytes.isEmpty, wantsCells else { return false }
        rowBytes &+= bytes.count
        try count(1, bytes.count)
        guard rowBytes <= limits.rowBytes else { throw .rowTooLong(sheetRow: sheetRow, limit: limits.rowBytes) }
        guard column >= 0, column < limits.fields else {
            throw .tooManyFields(sheetRow: sheetRow, limit: limits.fields)
        }
        if bytes[0] <= 0x20 || bytes[0] == 0xC2, TextJudge.isBlank(bytes) { return false }
        rowCells &+= 1
        return true
    }

    /// Takes a cell with a formula whose result the file does not have. It counts as blank, unless no formula of the sheet
    /// has a result: then the program that wrote the file does not compute, and nobody knows what the cells hold.
    mutating func uncomputed(_ column: Int) {
        guard wantsCells, !hasComputed, uncomputed[column] == nil else { return }
        uncomputed[column] = sheetRow
    }

    private func checkComputed() throws(TableError) {
        guard !hasComputed else { return }
        let chosen = uncomputed.filter { columns.contains($0.key) }
        guard let first = chosen.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
        throw .cell(Place(sheet: sheet?.name, sheetRow: first.value, column: first.key), .notComputed)
    }

    /// Ends the row. A row with nothing in it is none.
    ///
    /// - Parameter times: how many rows in a row are the same as this one, itself included.
    mutating func endRow(times: Int = 1) throws(TableError) {
        guard rowCells > 0, wantsCells else { return }
        hasCells = true
        guard sheetRow <= limits.sheetRows, times <= limits.sheetRows - sheetRow + 1 else {
            throw .tooManySheetRows(sheet: sheet?.name ?? "", found: sheetRow + times - 1, limit: limits.sheetRows)
        }
        try count((times - 1) * rowCells, 0)
        var next = 0
        while state == .opening, next < times {
            kept.endRow(sheetRow + next)
            next += 1
            if kept.rows.count == Opening.mostRows { try decide() }
        }
        guard wantsCells, next < times else { return }
        // The first of them to be coded has been taken to the builder already, unless it was kept to be shown.
        if isKept { try fill(kept.row(sheetRow + next)) }
        let extra = builder?.lastExtra ?? 0
        for repeated in next..<times {
            if repeated > next { builder?.repeatRow(extra: extra) }
            try closeRow(sheetRow + repeated)
        }
    }

    private mutating func count(_ moreCells: Int, _ moreBytes: Int) throws(TableError) {
        cells &+= moreCells
        bytes &+= moreBytes
        guard cells <= limits.filledCells else { throw .tooManyCells(limit: limits.filledCells) }
        guard bytes <= limits.filledBytes else { throw .tooMuchCellText(limit: limits.filledBytes) }
    }

    /// Ends the sheet; if it was short, this is where it is shown.
    mutating func endSheet() throws(TableError) {
        if state == .opening { try decide() }
        guard state == .coding else { return }
        try checkComputed()
        state = .finished
    }

    /// What was read; nil where no sheet was chosen.
    mutating func table() -> Table? {
        builder?.table(columns: columns, format: format)
    }

    private mutating func decide() throws(TableError) {
        let shown = kept.rows
        var rows: [OpeningRow] = []
        for row in shown { rows.append(OpeningRow(sheetRow: row.sheetRow, cells: kept.texts(of: row))) }
        let opening = Opening(format: format, sheet: sheet, rows: rows)
        guard case .read(let headings, let columns) = choose(opening) else {
            state = .idle
            return
        }
        guard headings.isWithin(rows.count) else { throw .noSuchHeadings(headings, count: rows.count) }
        let names = opening.names(headings)
        for index in columns where !names.indices.contains(index) {
            throw .noSuchColumn(index: index, count: names.count)
        }
        state = .coding
        self.columns = columns
        builder = TableBuilder(
            names: names, columns: columns, judge: TextJudge(declared: .utf8), limits: limits, sheet: sheet?.name,
            sharedTexts: sharedTexts)
        for row in shown[headings.upperBound...] {
            try fill(row)
            try closeRow(row.sheetRow)
        }
    }

    /// Takes a row that was kept to the builder.
    private mutating func fill(_ row: KeptRows.Row) throws(TableError) {
        builder?.blank(from: 0)
        try kept.forEachCell(of: row) { column, bytes throws(TableError) in
            try builder?.take(bytes, sheetRow: row.sheetRow, column: column)
        }
    }

    private mutating func closeRow(_ number: Int) throws(TableError) {
        guard try builder?.endRow(sheetRow: number) == true else { return }
        builder?.flush(expected: nil)
        progress?(Progress(rows: builder?.row ?? 0, done: done, total: total))
    }
}
