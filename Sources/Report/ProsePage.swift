import OpenDocument

/// A sheet of running text: one wide column that wraps, and a narrow one for links to other sheets.
struct ProsePage {
    private static let widths = [190.0, 55.0]
    /// Millimetres of rows on a printed page, a little less than there are.
    private static let pageHeight = 166.0

    private let name: String
    private let title: String
    private let description: String
    private var rows: [(cells: [Cell], height: Double)] = []
    /// The rows that are headings.
    private var headings: Set<Int> = []

    init(name: String, title: String, description: String) {
        self.name = name
        self.title = title
        self.description = description
    }

    mutating func title(_ text: String) {
        rows.append(([.text(text, Style.title)], RowHeight.title))
    }

    mutating func heading(_ text: String) {
        headings.insert(rows.count)
        rows.append(([.text(text, Style.heading)], RowHeight.heading))
    }

    mutating func strong(_ text: String) { add([.text(text, Style.proseStrong)]) }

    /// - Parameter sheet: where there is more to read.
    mutating func prose(_ text: String, seeSheet sheet: String? = nil) {
        let link = sheet.map { Cell.link("Bladet \($0)", target: Cell.target(sheet: $0, cell: "A1"), Style.link) }
        add([.text(text, Style.prose)] + (link.map { [$0] } ?? []))
    }

    private mutating func add(_ cells: [Cell]) {
        rows.append((cells, RowHeight.of(cells, widths: Self.widths)))
    }

    func sheet(footer: String) -> Sheet {
        let rows = rows
        // An empty column would be read out as one.
        let count = rows.map(\.cells.count).max() ?? 1
        var sheet = Sheet(
            name: name, columns: Self.widths.prefix(count).map { Column(width: $0) }, page: .table(footer: footer),
            rowHeights: Set(rows.map(\.height)).sorted(), title: title, description: description,
            rows: { writer in for row in rows { try writer.row(row.cells, height: row.height) } })
        sheet.pageBreaks = pageBreaks
        return sheet
    }

    /// Where pages begin: a heading is never the last on its page.
    private var pageBreaks: Set<Int> {
        var breaks: Set<Int> = []
        var used = 0.0
        for (place, row) in rows.enumerated() {
            let isFollowed = headings.contains(place) && place + 1 < rows.count
            if used > 0, used + row.height + (isFollowed ? rows[place + 1].height : 0) > Self.pageHeight {
                breaks.insert(place)
                used = 0
            }
            used += row.height
        }
        return breaks
    }
}
