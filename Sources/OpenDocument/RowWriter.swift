/// Takes the rows of a sheet, from the first to the last, and writes them at once.
///
/// Two ways to the same bytes: ``row(_:height:)`` takes a row as an array of cells; ``beginRow(height:)``, one call a cell
/// and ``endRow()`` make no array and no string, for sheets of a million cells.
public struct RowWriter: ~Copyable {
    var xml: XMLWriter
    var styles = StyleBook()
    private var sheet = ""
    private var columnStyles: [StyleHandle] = []
    private var headerRows = 0..<0
    private var rowStyles: [(height: Double, name: [UInt8])] = []
    private var breakingRowStyles: [(height: Double, name: [UInt8])] = []
    private var pageBreaks: Set<Int> = []
    /// For each column the two styles that were looked up last: the rows of most tables take turns with two.
    private var recent: [(last: KnownStyle, former: KnownStyle)] = []
    private typealias KnownStyle = (style: CellStyle, handle: StyleHandle)
    private var isInRow = false
    /// How many rows have been begun; the row being written is the last of them.
    private(set) var rowCount = 0
    private var column = 0

    init(drain: @escaping XMLWriter.Drain) {
        xml = XMLWriter(drain: drain)
    }

    /// The style as a small number, for the calls that take one cell. Ask once, not for each cell.
    public mutating func style(_ style: CellStyle) throws(WorkbookError) -> StyleHandle {
        try styles.handle(for: style)
    }

    /// Writes a row.
    /// - Parameters:
    ///   - cells: from the first column on; at most as many as the sheet has columns.
    ///   - height: in millimetres, one of the sheet's `rowHeights`; nil fits the row to its text.
    public mutating func row(_ cells: [Cell], height: Double? = nil) throws(WorkbookError) {
        try beginRow(height: height)
        for cell in cells {
            switch cell {
            case .empty: try empty()
            case .text(let text, let style): try self.text(text, handle(style))
            case .number(let value, let style, let shown): try number(value, handle(style), shown: shown)
            case .integer(let value, let style): try integer(value, handle(style))
            case .percentage(let value, let style, let shown): try percentage(value, handle(style), shown: shown)
            case .date(let year, let month, let day, let style):
                try date(year: year, month: month, day: day, handle(style))
            case .link(let text, let target, let style): try link(text, target: target, handle(style))
            }
        }
        try endRow()
    }

    /// Starts a row.
    /// - Parameter height: in millimetres, one of the sheet's `rowHeights`; nil fits the row to its text.
    public mutating func beginRow(height: Double? = nil) throws(WorkbookError) {
        guard !isInRow else { throw .outOfOrder(sheet: sheet, row: rowCount - 1) }
        guard rowCount < Sheet.rowLimit else { throw .tooManyRows(sheet: sheet, limit: Sheet.rowLimit) }
        if rowCount == headerRows.lowerBound && !headerRows.isEmpty { try xml.literal("<table:table-header-rows>") }
        if let height {
            let isBreaking = !pageBreaks.isEmpty && pageBreaks.contains(rowCount)
            let styles = isBreaking ? breakingRowStyles : rowStyles
            guard let style = styles.first(where: { $0.height == height }) else {
                throw .undeclaredRowHeight(height, sheet: sheet, row: rowCount)
            }
            try xml.literal("<table:table-row table:style-name=\"")
            try append(style.name)
            try xml.literal("\">")
        } else {
            try xml.literal("<table:table-row table:style-name=\"ro1\">")
        }
        isInRow = true
        rowCount += 1
        column = 0
    }

    /// Ends the row.
    public mutating func endRow() throws(WorkbookError) {
        guard isInRow else { throw .outOfOrder(sheet: sheet, row: rowCount) }
        if column == 0 { try xml.literal("<table:table-cell/>") }
        try xml.literal("</table:table-row>\n")
        isInRow = false
        if rowCount == headerRows.upperBound && !headerRows.isEmpty { try xml.literal("</table:table-header-rows>") }
    }

    /// A cell without a value.
    public mutating func empty() throws(WorkbookError) {
        _ = try cell(nil)
        try xml.literal("/>")
    }

    /// A cell of text in UTF-8. Bytes that are not UTF-8 and characters that are not XML become U+FFFD.
    public mutating func text(_ utf8: Span<UInt8>, _ style: StyleHandle? = nil) throws(WorkbookError) {
        _ = try cell(style)
        try xml.literal(" office:value-type=\"string\">")
        try xml.paragraphs(utf8)
        try xml.literal("</table:table-cell>")
    }

    /// A cell of text.
    public mutating func text(_ text: String, _ style: StyleHandle? = nil) throws(WorkbookError) {
        try self.text(text.utf8.span, style)
    }

    /// A number, shown as the style's format or `shown` says.
    public mutating func number(
        _ value: Double, _ style: StyleHandle? = nil, shown: String? = nil
    ) throws(WorkbookError) {
        let handle = try cell(style)
        let format = styles.entries[handle.index].style.format
        guard value.isFinite else { throw .notFinite(sheet: sheet, row: rowCount - 1, column: column - 1) }
        guard format != .date else { throw wrong(format) }
        try xml.literal(" office:value-type=\"float\" office:value=\"")
        try figure(ExactDecimal(value), format, shown)
    }

    /// A whole number. Programs keep numbers as `Double` and lose digits from 2^53 on.
    public mutating func integer(_ value: Int, _ style: StyleHandle? = nil) throws(WorkbookError) {
        let handle = try cell(style)
        let format = styles.entries[handle.index].style.format
        guard format != .date else { throw wrong(format) }
        try xml.literal(" office:value-type=\"float\" office:value=\"")
        try figure(ExactDecimal(value), format, nil)
    }

    /// A share: 0.25 is 25 %. The style's format is a percent format.
    public mutating func percentage(
        _ value: Double, _ style: StyleHandle? = nil, shown: String? = nil
    ) throws(WorkbookError) {
        let handle = try cell(style)
        let format = styles.entries[handle.index].style.format
        guard value.isFinite else { throw .notFinite(sheet: sheet, row: rowCount - 1, column: column - 1) }
        guard case .percent = format else { throw wrong(format) }
        try xml.literal(" office:value-type=\"percentage\" office:value=\"")
        try figure(ExactDecimal(value), format, shown)
    }

    /// A day of the Gregorian calendar, from 1583 on. The style's format is ``NumberFormat/date``.
    public mutating func date(
        year: Int, month: Int, day: Int, _ style: StyleHandle? = nil
    ) throws(WorkbookError) {
        let handle = try cell(style)
        let format = styles.entries[handle.index].style.format
        guard CalendarDate.exists(year: year, month: month, day: day) else {
            throw .noSuchDate(
                year: year, month: month, day: day, sheet: sheet, row: rowCount - 1, column: column - 1)
        }
        guard format == .date else { throw wrong(format) }
        try xml.literal(" office:value-type=\"date\" office:date-value=\"")
        try isoDate(year, month, day)
        try xml.literal("\"><text:p>")
        try isoDate(year, month, day)
        try xml.literal("</text:p></table:table-cell>")
    }

    /// Text that leads to an address, or with ``Cell/target(sheet:cell:)`` to a cell.
    public mutating func link(
        _ text: String, target: String, _ style: StyleHandle? = nil
    ) throws(WorkbookError) {
        _ = try cell(style)
        // A sheet's name may have spaces, an address of the web may not.
        let lowest: UInt8 = target.hasPrefix("#") ? 0x1F : 0x20
        guard !target.isEmpty, target.utf8.allSatisfy({ $0 > lowest && $0 != 0x7F }) else {
            throw .linkTarget(target, sheet: sheet, row: rowCount - 1, column: column - 1)
        }
        try xml.literal(" office:value-type=\"string\"><text:p><text:a xlink:type=\"simple\"")
        try xml.attribute("xlink:href", target)
        try xml.literal(">")
        try xml.run(text)
        try xml.literal("</text:a></text:p></table:table-cell>")
    }

    // MARK: - What the document's writer calls

    mutating func begin(_ sheet: Sheet, automatic: AutomaticStyles) throws(WorkbookError) {
        self.sheet = sheet.name
        rowStyles = automatic.rowStyles
        breakingRowStyles = automatic.breakingRowStyles
        pageBreaks = sheet.pageBreaks
        headerRows = sheet.headerRows ?? 0..<0
        columnStyles.removeAll(keepingCapacity: true)
        for column in sheet.columns {
            columnStyles.append(
                try column.style.map { style throws(WorkbookError) in try self.style(style) } ?? .standard)
        }
        recent = columnStyles.map { handle in
            let known = (styles.entries[handle.index].style, handle)
            return (known, known)
        }
        rowCount = 0
        isInRow = false
    }

    var columnHandles: [StyleHandle] { columnStyles }

    /// Ends the sheet, which has at least one row.
    mutating func end() throws(WorkbookError) {
        if rowCount == 0 {
            try beginRow()
            try endRow()
        }
        guard !isInRow else { throw .outOfOrder(sheet: sheet, row: rowCount - 1) }
        guard headerRows.upperBound <= rowCount else { throw .headerRows(sheet: sheet) }
    }

    /// A chart in a row of its own that is as high as it.
    mutating func chart(_ numbered: NumberedChart) throws(WorkbookError) {
        let chart = numbered.chart
        guard chart.rows.upperBound <= rowCount, chart.headerRow < rowCount else {
            throw .chart(chart.title, sheet: sheet)
        }
        try beginRow(height: chart.height)
        _ = try cell(nil)
        try xml.literal("><draw:frame draw:style-name=\"gr1\"")
        try xml.attribute("draw:name", "Diagram \(numbered.number)")
        try xml.attribute("svg:width", Measure.text(chart.width, "mm"))
        try xml.attribute("svg:height", Measure.text(chart.height, "mm"))
        try xml.literal(" svg:x=\"0mm\" svg:y=\"0mm\"><draw:object")
        try xml.attribute("xlink:href", "./\(numbered.folder)")
        try xml.literal(" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"")
        try xml.attribute("draw:notify-on-update-of-ranges", numbered.ranges)
        try xml.literal("/>")
        try xml.element("svg:title", chart.title)
        try xml.element("svg:desc", chart.description)
        try xml.literal("</draw:frame></table:table-cell>")
        try endRow()
    }

    // MARK: - Pieces

    @inline(__always)
    private mutating func cell(_ style: StyleHandle?) throws(WorkbookError) -> StyleHandle {
        guard isInRow else { throw .outOfOrder(sheet: sheet, row: rowCount) }
        guard column < columnStyles.count else {
            throw .tooManyColumns(
                sheet: sheet, row: rowCount - 1, count: column + 1, limit: columnStyles.count)
        }
        let usual = columnStyles[column]
        column += 1
        try xml.literal("<table:table-cell")
        guard let style, style != usual else { return usual }
        guard style.index < styles.entries.count else { throw .unknownStyle(sheet: sheet, row: rowCount - 1) }
        try append(styles.entries[style.index].attribute)
        return style
    }

    /// The value, the end of its attribute and what is shown.
    @inline(__always)
    private mutating func figure(
        _ decimal: ExactDecimal, _ format: NumberFormat, _ shown: String?
    ) throws(WorkbookError) {
        try xml.room(for: ExactDecimal.textLimit) { decimal.writeValue(to: $0) }
        if let shown {
            try xml.literal("\">")
            try xml.paragraphs(shown.utf8.span)
            try xml.literal("</table:table-cell>")
        } else {
            try xml.literal("\"><text:p>")
            try xml.room(for: ExactDecimal.textLimit) { decimal.writeShown(as: format, to: $0) }
            try xml.literal("</text:p></table:table-cell>")
        }
    }

    private mutating func isoDate(_ year: Int, _ month: Int, _ day: Int) throws(WorkbookError) {
        try xml.room(for: 10) { start in
            Digits.write(UInt64(year), padded: 4, to: start)
            start[4] = UInt8(ascii: "-")
            Digits.write(UInt64(month), padded: 2, to: start + 5)
            start[7] = UInt8(ascii: "-")
            Digits.write(UInt64(day), padded: 2, to: start + 8)
            return 10
        }
    }

    private mutating func append(_ bytes: [UInt8]) throws(WorkbookError) {
        try bytes.withUnsafeBufferPointer { bytes throws(WorkbookError) in
            if let start = bytes.baseAddress { try xml.raw(start, bytes.count) }
        }
    }

    /// The handle of a style, which most often is one of the two that were last used in the same column.
    private mutating func handle(_ style: CellStyle?) throws(WorkbookError) -> StyleHandle? {
        guard let style else { return nil }
        guard column < recent.count else { return try styles.handle(for: style) }
        if recent[column].last.style == style { return recent[column].last.handle }
        if recent[column].former.style == style { return recent[column].former.handle }
        let handle = try styles.handle(for: style)
        recent[column] = ((style, handle), recent[column].last)
        return handle
    }

    private func wrong(_ format: NumberFormat) -> WorkbookError {
        .wrongFormat(format, sheet: sheet, row: rowCount - 1, column: column - 1)
    }
}
