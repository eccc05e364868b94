/// The styles that stand before the tables in content.xml: how wide columns are, how high rows, and which page a sheet has.
struct AutomaticStyles {
    /// Row styles from the second on; the first, `ro1`, fits a row to its text.
    let rowStyles: [(height: Double, name: [UInt8])]
    /// Those of rows that begin a new page.
    let breakingRowStyles: [(height: Double, name: [UInt8])]
    private let widths: [String]
    private let pages: PageBook
    private let hasCharts: Bool

    init(sheets: [Sheet]) {
        widths = unique(sheets.flatMap(\.columns).map { Measure.text($0.width, "mm") })
        let heights = unique(sheets.flatMap { $0.rowHeights + $0.charts.map(\.height) })
        rowStyles = heights.enumerated().map { ($1, Array("ro\($0 + 2)".utf8)) }
        let breaking = unique(sheets.filter { !$0.pageBreaks.isEmpty }.flatMap(\.rowHeights))
        breakingRowStyles = breaking.enumerated().map { ($1, Array("rb\($0 + 1)".utf8)) }
        pages = PageBook(sheets: sheets)
        hasCharts = sheets.contains { !$0.charts.isEmpty }
    }

    func tableStyle(of sheet: Sheet) -> String {
        "ta\(pages.number(of: sheet.page))"
    }

    func columnStyle(of column: Column) -> String {
        "co\((widths.firstIndex(of: Measure.text(column.width, "mm")) ?? 0) + 1)"
    }

    func write(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<office:automatic-styles>")
        for (index, width) in widths.enumerated() {
            try open("co\(index + 1)", "table-column", to: &xml)
            try xml.literal("><style:table-column-properties")
            try xml.attribute("style:column-width", width)
            try xml.literal("/></style:style>")
        }
        try open("ro1", "table-row", to: &xml)
        try xml.literal("><style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>")
        for (index, style) in rowStyles.enumerated() {
            try open("ro\(index + 2)", "table-row", to: &xml)
            try xml.literal("><style:table-row-properties style:use-optimal-row-height=\"false\"")
            try xml.attribute("style:row-height", Measure.text(style.height, "mm"))
            try xml.literal("/></style:style>")
        }
        for (index, style) in breakingRowStyles.enumerated() {
            try open("rb\(index + 1)", "table-row", to: &xml)
            try xml.literal("><style:table-row-properties fo:break-before=\"page\"")
            try xml.literal(" style:use-optimal-row-height=\"false\"")
            try xml.attribute("style:row-height", Measure.text(style.height, "mm"))
            try xml.literal("/></style:style>")
        }
        for number in 1...pages.setups.count {
            try open("ta\(number)", "table", to: &xml)
            try xml.attribute("style:master-page-name", "page\(number)")
            try xml.literal(
                "><style:table-properties table:display=\"true\" style:writing-mode=\"lr-tb\"/></style:style>")
        }
        if hasCharts {
            try open("gr1", "graphic", to: &xml)
            try xml.literal("><style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\"/></style:style>")
        }
        try xml.literal("</office:automatic-styles>")
    }

    private func open(_ name: String, _ family: StaticString, to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<style:style")
        try xml.attribute("style:name", name)
        try xml.literal(" style:family=\"")
        try xml.literal(family)
        try xml.literal("\"")
    }
}

/// The different page set-ups of a workbook, in order.
struct PageBook {
    let setups: [PageSetup]

    init(sheets: [Sheet]) {
        setups = unique(sheets.map(\.page))
    }

    /// Counted from 1.
    func number(of page: PageSetup) -> Int {
        (setups.firstIndex(of: page) ?? 0) + 1
    }
}

/// The different values, in the order of their first appearance.
func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
}
