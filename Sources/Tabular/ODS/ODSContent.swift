/// Follows a workbook's `content.xml` from element to element and hands the cells of its sheets to a sink.
///
/// What is not known here is left out with all that is inside it, so that comments, drawings, forms, deleted rows and
/// tables inside cells are no cells and no cell's text.
struct ODSContent: ~Copyable {
    /// The innermost element that has been understood.
    private enum Element {
        case document, styles, tableStyle, spreadsheet, table, row, cell, paragraph
    }

    private let names: ODSNames
    private(set) var sheets: ODSSheets
    var sink: SheetSink
    private var cell: ODSCell

    private var place = Element.document
    /// How many elements are open that are left out.
    private var skipped = 0
    /// Open groups of rows in the table, lists in the cell and marked-up stretches in the paragraph.
    private var (groups, lists, stretches) = (0, 0, 0)

    private(set) var hasSpreadsheet = false
    /// The style being read, if it is one of tables.
    private var style: [UInt8] = []

    /// The row being read or, between rows, the next one, from 1.
    private var row = 1
    private var rowRepeats = 1
    /// The column being read or, between cells, the next one, from 0.
    private var column = 0
    private var cellRepeats = 1

    init(names: ODSNames, sheets: ODSSheets, sink: consuming SheetSink) {
        self.names = names
        self.sheets = sheets
        self.sink = sink
        cell = ODSCell(names)
    }

    /// Whether the rest of the document does not matter.
    var isFinished: Bool { sink.isFinished || sheets.isFinished }

    // MARK: Events

    mutating func start(_ element: XMLElement) throws(TableError) {
        if skipped > 0 {
            skipped += 1
            return
        }
        switch place {
        case .cell: try startInCell(element)
        case .row: try startInRow(element)
        case .paragraph: try startInParagraph(element)
        case .table: try startInTable(element)
        case .document, .styles, .tableStyle, .spreadsheet: try startInDocument(element)
        }
    }

    mutating func end() throws(TableError) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        switch place {
        case .paragraph:
            if stretches > 0 { stretches -= 1 } else { place = .cell }
        case .cell:
            if lists > 0 { lists -= 1 } else { try endCell() }
        case .row: try endRow()
        case .table:
            if groups > 0 { groups -= 1 } else { try endTable() }
        case .tableStyle: place = .styles
        case .styles, .spreadsheet: place = .document
        case .document: break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableError) {
        guard skipped == 0, place == .paragraph else { return }
        cell.text.append(bytes)
        try checkLength()
    }

    // MARK: The document

    private mutating func startInDocument(_ element: XMLElement) throws(TableError) {
        let (name, namespace) = (element.name, element.namespace)
        switch place {
        case .document where namespace == names.office && name == names.automaticStyles:
            place = .styles
        case .document where namespace == names.office && name == names.spreadsheet:
            place = .spreadsheet
            hasSpreadsheet = true
        case .document where namespace == names.office && (name == names.documentContent || name == names.body):
            break
        case .styles where namespace == names.style && name == names.styleElement:
            startStyle(element.attributes)
        case .tableStyle:
            let display = element.attributes[names.display, in: names.table]
            if let display, display.says("false") { sheets.hide(style: style) }
            skipped = 1
        case .spreadsheet where namespace == names.table && name == names.sheet && !isFinished:
            try startTable(element.attributes)
        default:
            skipped = 1
        }
    }

    private mutating func startStyle(_ attributes: XMLAttributes) {
        if let family = attributes[names.family, in: names.style], family.says("table"),
            let name = attributes[names.name, in: names.style]
        {
            style = ODSSheets.kept(name)
            place = .tableStyle
        } else {
            skipped = 1
        }
    }

    private mutating func startTable(_ attributes: XMLAttributes) throws(TableError) {
        place = .table
        (row, groups) = (1, 0)
        let name = attributes[names.name, in: names.table]
        let style = attributes[names.styleName, in: names.table]
        if let sheet = try sheets.next(name: name, style: style) { sink.beginSheet(sheet) }
    }

    private mutating func endTable() throws(TableError) {
        try sink.endSheet()
        sheets.endSheet()
        place = .spreadsheet
    }

    // MARK: Rows

    private mutating func startInTable(_ element: XMLElement) throws(TableError) {
        guard element.namespace == names.table, sink.wantsCells else {
            skipped = 1
            return
        }
        if element.name == names.row {
            column = 0
            rowRepeats = try repeats(element.attributes[names.rowsRepeated, in: names.table])
            sink.beginRow(row)
            place = .row
        } else if element.name == names.headerRows || element.name == names.rowGroup || element.name == names.rows {
            groups += 1
        } else {
            skipped = 1
        }
    }

    private mutating func endRow() throws(TableError) {
        try sink.endRow(times: rowRepeats)
        row = RepeatCount.sum(row, rowRepeats)
        place = .table
    }

    private func repeats(_ digits: UnsafeBufferPointer<UInt8>?) throws(TableError) -> Int {
        guard let digits else { return 1 }
        guard let count = RepeatCount.of(digits) else {
            throw .malformedRepeat(Place(sheet: sheets.current?.name, sheetRow: row, column: column))
        }
        return count
    }

    // MARK: Cells

    private mutating func startInRow(_ element: XMLElement) throws(TableError) {
        skipped = 1
        guard element.namespace == names.table else { return }
        if element.name == names.cell {
            cellRepeats = try repeats(cell.begin(element.attributes))
            if cell.hasValue {
                try take()
            } else {
                lists = 0
                place = .cell
                skipped = 0
            }
        } else if element.name == names.coveredCell {
            let covered = try repeats(element.attributes[names.columnsRepeated, in: names.table])
            column = RepeatCount.sum(column, covered)
        }
    }

    private mutating func endCell() throws(TableError) {
        try take()
        place = .row
    }

    /// Hands on the cell, each time it is repeated. Blank ones only count.
    private mutating func take() throws(TableError) {
        let bytes = cell.bytes
        let end = RepeatCount.sum(column, cellRepeats)
        if !bytes.isEmpty || cell.isUncomputed {
            guard end <= sink.limits.fields else {
                throw fault(.beyondLastColumn(limit: sink.limits.fields), sink.limits.fields)
            }
            guard bytes.count <= sink.limits.cellBytes else {
                throw fault(.tooLong(limit: sink.limits.cellBytes), column)
            }
            for column in column..<end {
                if bytes.isEmpty { sink.uncomputed(column) } else { try sink.cell(column, bytes) }
            }
        }
        if cell.hasFormula && !cell.isUncomputed { sink.hasComputed = true }
        column = end
    }

    private func fault(_ fault: CellFault, _ column: Int) -> TableError {
        .cell(Place(sheet: sheets.current?.name, sheetRow: row, column: column), fault)
    }

    private mutating func startInCell(_ element: XMLElement) throws(TableError) {
        guard element.namespace == names.text else {
            skipped = 1
            return
        }
        if element.name == names.paragraph || element.name == names.heading {
            cell.text.beginParagraph()
            try checkLength()
            stretches = 0
            place = .paragraph
        } else if element.name == names.list || element.name == names.listItem || element.name == names.listHeader
            || element.name == names.section
        {
            lists += 1
        } else {
            skipped = 1
        }
    }

    // MARK: Paragraphs

    private mutating func startInParagraph(_ element: XMLElement) throws(TableError) {
        let (name, namespace) = (element.name, element.namespace)
        guard namespace == names.text else {
            // What OpenDocument itself puts there floats beside the text; of foreign elements the content counts
            // (ODF 1.3 part 3, 3.17).
            let floats =
                namespace == names.draw || namespace == names.office || namespace == names.table
                || namespace == names.presentation || namespace == names.form
            if floats { skipped = 1 } else { stretches += 1 }
            return
        }
        switch name {
        case names.space:
            let count = element.attributes[names.count, in: names.text].map(RepeatCount.ofSpaces) ?? 1
            cell.text.append(" ", count: count, limit: sink.limits.cellBytes)
            skipped = 1
            try checkLength()
        case names.tab:
            cell.text.append("\t", limit: sink.limits.cellBytes)
            skipped = 1
        case names.lineBreak:
            cell.text.append("\n", limit: sink.limits.cellBytes)
            skipped = 1
        case names.note, names.rubyText, names.script:
            skipped = 1
        default:
            stretches += 1
        }
    }

    @inline(__always)
    private func checkLength() throws(TableError) {
        guard cell.text.count <= sink.limits.cellBytes else {
            throw fault(.tooLong(limit: sink.limits.cellBytes), column)
        }
    }
}
