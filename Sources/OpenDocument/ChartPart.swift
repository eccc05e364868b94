/// The content.xml of a chart (ODF 1.3 part 3, 11 and 3.10).
struct ChartPart {
    let numbered: NumberedChart
    private var chart: Chart { numbered.chart }
    private var isStacked: Bool { chart.arrangement == .stacked }

    func write(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal(
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" \
            xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"><office:automatic-styles>
            """)
        try chart.format.write(named: "N1", to: &xml)
        if isStacked { try writeLabelFormat(to: &xml) }
        try writeStyles(to: &xml)
        try xml.literal("</office:automatic-styles><office:body><office:chart><chart:chart")
        try xml.attribute("svg:width", Measure.text(chart.width, "mm"))
        try xml.attribute("svg:height", Measure.text(chart.height, "mm"))
        try xml.literal(
            " xlink:href=\"..\" xlink:type=\"simple\" chart:class=\"chart:bar\" chart:style-name=\"chart\"><chart:title"
        )
        try xml.literal(" chart:style-name=\"title\">")
        try xml.element("text:p", chart.title)
        try xml.literal("</chart:title>")
        if chart.series.count > 1 {
            try xml.literal("<chart:legend chart:legend-position=\"bottom\" chart:style-name=\"legend\"/>")
        }
        try writePlot(to: &xml)
        try xml.literal("</chart:chart></office:chart></office:body></office:document-content>\n")
    }

    private func writePlot(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal("<chart:plot-area chart:style-name=\"plot\"")
        // No table:cell-range-address, which ODF 1.4 took away: each series names its own.
        try xml.literal(
            " chart:data-source-has-labels=\"both\"><chart:axis chart:dimension=\"x\" chart:name=\"primary-x\" "
        )
        try xml.literal("chart:style-name=\"names\"><chart:categories")
        try xml.attribute("table:cell-range-address", numbered.range(chart.rows, chart.categories))
        try xml.literal(
            """
            /></chart:axis><chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="values">\
            <chart:grid chart:class="major" chart:style-name="grid"/></chart:axis>
            """)
        for (place, series) in chart.series.enumerated() {
            let label = CellAddress(sheet: numbered.sheet, row: chart.headerRow, column: series.column)
            try xml.literal("<chart:series")
            try xml.attribute("chart:style-name", "series\(place + 1)")
            try xml.attribute(
                "chart:values-cell-range-address", numbered.range(chart.rows, series.column))
            try xml.attribute("chart:label-cell-address", label.text)
            try xml.literal(" chart:class=\"chart:bar\"><chart:data-point")
            try xml.attribute("chart:repeated", "\(chart.rows.count)")
            try xml.literal("/></chart:series>")
        }
        try xml.literal("<chart:wall chart:style-name=\"wall\"/></chart:plot-area>")
    }

    // MARK: - Styles

    /// The figures in the parts of a bar: a part that has no room for one has none.
    private func writeLabelFormat(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal(
            """
            <number:number-style style:name="N2P0" style:volatile="true"><number:text/></number:number-style>\
            <number:percentage-style style:name="N2"><number:number number:decimal-places="0" \
            number:min-decimal-places="0" number:min-integer-digits="1"/><number:text>\u{A0}%</number:text>\
            <style:map style:condition="value()&lt;0.04" style:apply-style-name="N2P0"/></number:percentage-style>
            """)
    }

    private func writeStyles(to xml: inout XMLWriter) throws(WorkbookError) {
        try style("chart", to: &xml) { xml throws(WorkbookError) in
            try xml.literal(
                "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"solid\" draw:fill-color=\"#ffffff\"/>")
        }
        try style("title", to: &xml) { xml throws(WorkbookError) in
            try writeText(size: 12, color: Color(0x1A1A1A), bold: true, to: &xml)
        }
        try style("legend", to: &xml) { xml throws(WorkbookError) in
            try xml.literal("<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\"/>")
            try writeText(size: 10, color: Color(0x1A1A1A), to: &xml)
        }
        // Bars lie: "vertical" is the way of the axis with the names.
        try style("plot", to: &xml) { xml throws(WorkbookError) in
            try xml.literal("<style:chart-properties chart:vertical=\"true\" chart:treat-empty-cells=\"leave-gap\"")
            try xml.literal(
                " chart:include-hidden-cells=\"false\" chart:auto-position=\"true\" chart:auto-size=\"true\"")
            if isStacked { try xml.literal(" chart:stacked=\"true\"") }
            try xml.literal("/>")
        }
        // The first row of the table is the uppermost bar.
        try style("names", to: &xml) { xml throws(WorkbookError) in
            try xml.literal(
                "<style:chart-properties chart:display-label=\"true\" chart:reverse-direction=\"true\" text:line-break=\"true\""
            )
            try xml.literal(" chart:gap-width=\"60\"")
            try xml.literal(isStacked ? " chart:overlap=\"100\"" : " chart:overlap=\"0\"")
            try xml.literal(" chart:link-data-style-to-source=\"false\"/>")
            try xml.literal("<style:graphic-properties draw:stroke=\"solid\" svg:stroke-color=\"#595959\"/>")
            try writeText(size: 9, color: Color(0x1A1A1A), to: &xml)
        }
        try style("values", data: "N1", to: &xml) { xml throws(WorkbookError) in
            try xml.literal("<style:chart-properties chart:display-label=\"true\" chart:minimum=\"0\"")
            if let maximum = chart.maximum {
                try xml.attribute("chart:maximum", "\(maximum)")
                // Fewer figures along the axis than a program would choose, which it then turns on their side.
                try xml.attribute("chart:interval-major", "\(maximum / 5)")
            }
            try xml.literal(
                " chart:gap-width=\"60\" chart:axis-position=\"end\" chart:link-data-style-to-source=\"false\"/>")
            try xml.literal("<style:graphic-properties draw:stroke=\"none\"/>")
            try writeText(size: 9, color: Color(0x595959), to: &xml)
        }
        try style("wall", to: &xml) { xml throws(WorkbookError) in
            try xml.literal("<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\"/>")
        }
        try style("grid", to: &xml) { xml throws(WorkbookError) in
            try xml.literal("<style:graphic-properties draw:stroke=\"solid\" svg:stroke-color=\"#d5dde0\"/>")
        }
        for (place, series) in chart.series.enumerated() {
            try style("series\(place + 1)", data: isStacked ? "N2" : "N1", to: &xml) { xml throws(WorkbookError) in
                try xml.literal("<style:chart-properties chart:data-label-number=\"value\"")
                try xml.literal(isStacked ? " chart:label-position=\"center\"" : " chart:label-position=\"outside\"")
                try xml.literal(" chart:link-data-style-to-source=\"false\"/>")
                try xml.literal("<style:graphic-properties draw:stroke=\"solid\" svg:stroke-color=\"#ffffff\"")
                try xml.literal(" draw:fill=\"solid\"")
                try xml.attribute("draw:fill-color", series.color.text)
                try xml.literal("/>")
                try writeText(size: 9, color: series.labelColor, to: &xml)
            }
        }
    }

    /// - Parameter data: the style that figures are written in.
    private func style(
        _ name: String, data: String? = nil, to xml: inout XMLWriter,
        _ properties: (inout XMLWriter) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        try xml.literal("<style:style style:family=\"chart\"")
        try xml.attribute("style:name", name)
        try xml.attribute("style:data-style-name", data)
        try xml.literal(">")
        try properties(&xml)
        try xml.literal("</style:style>")
    }

    private func writeText(
        size: Double, color: Color, bold: Bool = false, to xml: inout XMLWriter
    ) throws(WorkbookError) {
        try xml.literal("<style:text-properties")
        try xml.attribute("fo:font-size", Measure.text(size, "pt"))
        try xml.attribute("fo:color", color.text)
        try xml.literal(" fo:font-family=\"'Liberation Sans'\"")
        if bold { try xml.literal(" fo:font-weight=\"bold\"") }
        try xml.literal("/>")
    }
}
