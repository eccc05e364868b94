import OpenDocument

/// A chart of some of a table's rows.
struct TableChart {
    let title: String
    /// What is to be seen in it.
    let description: String
    /// Rows of the table, from 0.
    let rows: Range<Int>
    /// The column that names the bars.
    let categories: Int
    let series: [Chart.Series]

    /// - Parameter headerRow: where on the sheet the table's header stands.
    func chart(headerRow: Int) -> Chart {
        let first = headerRow + 1
        return Chart(
            title: title, description: description, headerRow: headerRow,
            rows: first + rows.lowerBound..<first + rows.upperBound, categories: categories, series: series,
            maximum: 1, width: 240, height: min(Chart.highest, 36 + 13 * Double(rows.count)))
    }
}
