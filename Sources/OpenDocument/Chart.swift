/// A bar chart of some of a sheet's rows. It follows the cells that it shows, and can be edited where it is opened.
public struct Chart: Hashable, Sendable {
    public enum Arrangement: Hashable, Sendable {
        /// The bars of a row beside one another.
        case sideBySide
        /// The bars of a row as parts of one.
        case stacked
    }

    /// The cells of a column as bars of one colour, named by the column's header.
    public struct Series: Hashable, Sendable {
        /// Counted from 0.
        public var column: Int
        public var color: Color
        /// The colour of the figures in or beside the bars.
        public var labelColor: Color

        public init(column: Int, color: Color, labelColor: Color = Color(0)) {
            self.column = column
            self.color = color
            self.labelColor = labelColor
        }
    }

    /// What the chart shows: stands above it.
    public var title: String
    /// What is to be seen in it, for those who do not see it (`svg:desc`).
    public var description: String
    /// The row with the names of the series, counted from 0.
    public var headerRow: Int
    /// The rows that are shown, the first at the top.
    public var rows: Range<Int>
    /// The column whose texts name the rows of bars. Programs turn the texts of a second one on their side.
    public var categories: Int
    public var series: [Series]
    public var arrangement: Arrangement
    /// How figures are written.
    public var format: NumberFormat
    /// The value at the end of the axis; nil leaves it to the program.
    public var maximum: Double?
    /// Millimetres. The chart stands under the sheet's last row, in a row that is as high as it.
    public var width: Double
    public var height: Double

    public init(
        title: String, description: String, headerRow: Int, rows: Range<Int>, categories: Int,
        series: [Series], arrangement: Arrangement = .sideBySide, format: NumberFormat = .percent(decimals: 0),
        maximum: Double? = nil, width: Double, height: Double
    ) {
        self.title = title
        self.description = description
        self.headerRow = headerRow
        self.rows = rows
        self.categories = categories
        self.series = series
        self.arrangement = arrangement
        self.format = format
        self.maximum = maximum
        self.width = width
        self.height = height
    }

    /// Millimetres. A row of Excel is at most 409.5 points high.
    public static let highest = 144.0

    func check(in sheet: Sheet) throws(WorkbookError) {
        try Measure.check(width, 10...1000)
        try Measure.check(height, 10...Chart.highest)
        if let maximum, !maximum.isFinite { throw .measure("0–", value: maximum) }
        let columns = 0..<sheet.columns.count
        guard !series.isEmpty, series.allSatisfy({ columns.contains($0.column) }), columns.contains(categories),
            !rows.isEmpty,
            rows.lowerBound >= 0, headerRow >= 0, !rows.contains(headerRow)
        else { throw .chart(title, sheet: sheet.name) }
    }
}

/// A chart with the place of its part in the package.
struct NumberedChart {
    let chart: Chart
    /// The name of its sheet.
    let sheet: String
    /// From 1 on, through the workbook.
    let number: Int

    var folder: String { "Object\(number)" }

    /// The cells of some rows of a column, as ODF writes them.
    func range(_ rows: Range<Int>, _ column: Int) -> String {
        let first = CellAddress(sheet: sheet, row: rows.lowerBound, column: column)
        let last = CellAddress(sheet: sheet, row: rows.upperBound - 1, column: column)
        return "\(first.text):\(last.text)"
    }

    /// Every range that the chart shows.
    var ranges: String {
        ([range(chart.rows, chart.categories)]
            + chart.series.flatMap { series in
                return [
                    CellAddress(sheet: sheet, row: chart.headerRow, column: series.column).text,
                    range(chart.rows, series.column),
                ]
            }).joined(separator: " ")
    }
}

/// The charts of all sheets, in the order of the sheets.
func numbered(_ sheets: [Sheet]) -> [NumberedChart] {
    let charts = sheets.flatMap { sheet in sheet.charts.map { (sheet.name, $0) } }
    return charts.enumerated().map { NumberedChart(chart: $1.1, sheet: $1.0, number: $0 + 1) }
}
