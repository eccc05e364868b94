/// 9: charts that those who do not see them, or not their colours, can do without.
extension Spreadsheet {
    func chartFindings() -> [Finding] {
        sheets.flatMap { sheet in
            sheet.charts.flatMap { chart -> [Finding] in
                var findings: [Finding] = []
                if chart.title.isEmpty { findings.append(Finding(.chartText, sheet, chart.cell, "no svg:title")) }
                let words = chart.description.split(separator: " ")
                if words.count < 4 || chart.description == chart.title
                    || chart.description.lowercased().hasPrefix("diagram")
                {
                    findings.append(Finding(.chartText, sheet, chart.cell, "svg:desc says no finding"))
                }
                return findings + figureFindings(chart, sheet) + labelFindings(chart, sheet)
            }
        }
    }

    /// What is drawn stands in the sheet's table.
    private func figureFindings(_ chart: CheckedChart, _ sheet: CheckedSheet) -> [Finding] {
        let series = chart.part.descendants("chart:series").compactMap { $0["chart:values-cell-range-address"] }
        let shown = series.flatMap { CheckedRange.list($0) }
        if shown.isEmpty { return [Finding(.chartFigures, sheet, chart.cell, "shows no cells")] }
        return shown.filter { figures in
            !ranges.contains { table in
                table.sheet == figures.sheet && table.rows.contains(figures.rows.lowerBound)
                    && table.rows.contains(figures.rows.upperBound)
                    && table.columns.contains(figures.columns.lowerBound)
                    && table.columns.contains(figures.columns.upperBound)
            }
        }.map { Finding(.chartFigures, sheet, chart.cell, "\($0.sheet) row \($0.rows.lowerBound + 1) is in no table") }
    }

    /// Each series has its figures written out, or a pattern.
    private func labelFindings(_ chart: CheckedChart, _ sheet: CheckedSheet) -> [Finding] {
        let styles = chart.part.descendants("style:style")
        return chart.part.descendants("chart:series").enumerated().compactMap { place, series in
            let style = styles.first { $0["style:name"] == series["chart:style-name"] }
            let labels = style?.child("style:chart-properties")?["chart:data-label-number"]
            let fill = style?.child("style:graphic-properties")?["draw:fill"]
            let isTold =
                ["value", "percentage", "value-and-percentage"].contains(labels) || ["hatch", "bitmap"].contains(fill)
            return isTold
                ? nil : Finding(.chartLabels, sheet, chart.cell, "series \(place + 1) is told by colour alone")
        }
    }
}
