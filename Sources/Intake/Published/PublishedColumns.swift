import Survey
import Tabular

/// The columns of the sheet Data that say which figure a row holds.
struct PublishedColumns {
    static let sheet = "Data"
    static let names = ["förbund", "enkät", "period", "indelning", "grupp", "fråga", "mått", "antal", "bas"]

    /// The row of the opening that names them, and their places in it, in the order of `names`.
    let headings: Range<Int>
    let places: [Int]

    /// Nil for a sheet that has them not.
    init?(_ opening: Opening) {
        guard opening.sheet.map({ $0.name == Self.sheet }) ?? true else { return nil }
        for (row, cells) in opening.rows.map(\.cells).enumerated() {
            let places = Self.names.compactMap(cells.firstIndex)
            guard places.count == Self.names.count else { continue }
            headings = row..<row + 1
            self.places = places
            return
        }
        return nil
    }
}

/// One row of the sheet Data.
struct PublishedRow {
    let sheetRow: Int
    /// The texts of the columns, in the order of `PublishedColumns.names`.
    private let texts: [String]

    init(_ table: Table, row: Int) {
        sheetRow = table.sheetRow(of: row)
        texts = table.columns.map { $0.values[$0.codes[row]] }
    }

    private func text(_ column: Int) -> String { texts.indices.contains(column) ? texts[column] : "" }

    var forbund: String { text(0) }
    var instrument: String { text(1) }
    var period: String { text(2) }
    /// The id of the background variable; nil for the total.
    var variable: String? { text(3) == "total" ? nil : text(3) }
    var group: String { text(4) }
    var question: String { text(5) }
    var measure: String { text(6) }
    var count: String { text(7) }
    var base: String { text(8) }

    /// By place in `PublishedColumns.names`.
    static let period = 2
    static let count = 7
    static let base = 8
}
