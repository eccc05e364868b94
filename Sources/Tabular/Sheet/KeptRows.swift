/// The first rows of a sheet, kept until it is decided what they are.
struct KeptRows: ~Copyable {
    struct Row {
        let sheetRow: Int
        fileprivate let cells: Range<Int>
    }

    private struct Cell {
        let column: Int
        let start: Int
        let count: Int
    }

    private(set) var rows: [Row] = []
    private var cells: [Cell] = []
    private var bytes = Scratch()
    /// Where the cells of the row that is being read begin.
    private var open = 0

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
        bytes.removeAll()
        open = 0
    }

    mutating func beginRow() {
        open = cells.count
    }

    mutating func append(_ column: Int, _ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        cells.append(Cell(column: column, start: bytes.count, count: text.count))
        bytes.append(start, text.count)
    }

    /// Ends the row that is being read. It can be ended again, as another row of the sheet.
    mutating func endRow(_ sheetRow: Int) {
        rows.append(row(sheetRow))
    }

    /// The row that is being read, or was read last.
    func row(_ sheetRow: Int) -> Row {
        Row(sheetRow: sheetRow, cells: open..<cells.count)
    }

    /// Goes through the cells of a row. Behind their bytes there is room to load words.
    func forEachCell(
        of row: Row, _ body: (Int, UnsafeBufferPointer<UInt8>) throws(TableError) -> Void
    ) throws(TableError) {
        for cell in cells[row.cells] {
            try body(cell.column, UnsafeBufferPointer(start: bytes.base + cell.start, count: cell.count))
        }
    }

    /// The texts of a row, without outer white space and without blank ones at the end.
    func texts(of row: Row) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(row.cells.count)
        for cell in cells[row.cells] {
            while texts.count < cell.column { texts.append("") }
            let text = TextJudge.cellText(UnsafeBufferPointer(start: bytes.base + cell.start, count: cell.count))
            if texts.count == cell.column { texts.append(text) } else { texts[cell.column] = text }
        }
        while texts.last == "" { texts.removeLast() }
        return texts
    }
}
