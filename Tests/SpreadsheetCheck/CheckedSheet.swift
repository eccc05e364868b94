/// A sheet as its reader has it: repeated rows and cells are kept as one that says how often.
struct CheckedSheet {
    struct Column {
        let style: String?
        let cellStyle: String?
        let isVisible: Bool
    }

    struct Row {
        let number: Int
        let cells: [CheckedCell]
        let isHeader: Bool
        let style: String?
        let isVisible: Bool
        let repeated: Int

        var isBlank: Bool { cells.allSatisfy(\.isBlank) }
    }

    let element: Element
    let name: String
    let title: String
    let description: String
    let columns: [Column]
    let rows: [Row]
    var charts: [CheckedChart] = []

    init(_ element: Element) {
        self.element = element
        name = element["table:name"] ?? ""
        title = element.child("table:title")?.text ?? ""
        description = element.child("table:desc")?.text ?? ""
        var columns: [Column] = []
        var rows: [Row] = []
        func walk(_ holder: Element, isHeader: Bool) {
            for child in holder.children {
                switch child.name {
                case "table:table-column":
                    let column = Column(
                        style: child["table:style-name"], cellStyle: child["table:default-cell-style-name"],
                        isVisible: (child["table:visibility"] ?? "visible") == "visible")
                    let repeated = child["table:number-columns-repeated"].flatMap { Int($0) } ?? 1
                    columns += Array(repeating: column, count: min(repeated, 16_384))
                case "table:table-row":
                    let number = rows.last.map { $0.number + $0.repeated } ?? 0
                    rows.append(
                        Row(
                            number: number, cells: CheckedCell.cells(of: child, row: number, columns: columns),
                            isHeader: isHeader, style: child["table:style-name"],
                            isVisible: (child["table:visibility"] ?? "visible") == "visible",
                            repeated: child["table:number-rows-repeated"].flatMap { Int($0) } ?? 1))
                case "table:table-header-rows": walk(child, isHeader: true)
                case "table:table-columns", "table:table-header-columns", "table:table-column-group",
                    "table:table-rows", "table:table-row-group":
                    walk(child, isHeader: isHeader)
                default: break
                }
            }
        }
        walk(element, isHeader: false)
        self.columns = columns
        self.rows = rows
    }

    subscript(row: Int, column: Int) -> CheckedCell? {
        guard let row = rows.first(where: { ($0.number..<$0.number + $0.repeated).contains(row) }) else { return nil }
        return row.cells.first { ($0.place.column..<$0.place.column + $0.repeated).contains(column) }
    }

    var cells: [CheckedCell] { rows.flatMap(\.cells) }

    var frames: [(element: Element, cell: CellPlace)] {
        cells.flatMap { cell in cell.element.children("draw:frame").map { ($0, cell.place) } }
            + (element.child("table:shapes")?.children("draw:frame") ?? []).map { ($0, CellPlace(row: 0, column: 0)) }
    }
}

struct CheckedCell {
    let place: CellPlace
    let element: Element
    /// Its own, or that of its column.
    let style: String?
    let type: String?
    let value: String?
    /// What is seen: a line for each paragraph.
    let text: String
    let repeated: Int

    /// Neither value nor text, nor anything drawn.
    var isBlank: Bool { text.isEmpty && type == nil && element.child("draw:frame") == nil }
    var isNumber: Bool { type == "float" || type == "percentage" || type == "currency" }
    var links: [Element] { element.descendants("text:a") }

    static func cells(of row: Element, row number: Int, columns: [CheckedSheet.Column]) -> [CheckedCell] {
        var column = 0
        var cells: [CheckedCell] = []
        for child in row.children where child.name == "table:table-cell" || child.name == "table:covered-table-cell" {
            let repeated = child["table:number-columns-repeated"].flatMap { Int($0) } ?? 1
            cells.append(
                CheckedCell(
                    place: CellPlace(row: number, column: column), element: child,
                    style: child["table:style-name"] ?? (column < columns.count ? columns[column].cellStyle : nil),
                    type: child["office:value-type"], value: child["office:value"] ?? child["office:date-value"],
                    text: child.children("text:p").map(\.text).joined(separator: "\n"), repeated: repeated))
            column += repeated
        }
        return cells
    }
}

/// A chart with the frame that shows it.
struct CheckedChart {
    let frame: Element
    let cell: CellPlace
    let part: Element

    var title: String { frame.child("svg:title")?.text ?? "" }
    var description: String { frame.child("svg:desc")?.text ?? "" }
}
