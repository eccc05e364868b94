import Foundation
import OpenDocument
import TestSupport
import Testing

@Suite struct ChartTests {
    /// The document as LibreOffice writes it after it has opened and saved it.
    private func saved(_ folder: TemporaryFolder) throws -> String {
        try Data(Samples.bytes(of: Samples.charts)).write(to: URL(fileURLWithPath: folder.file("a.ods")))
        _ = try run(
            "/usr/bin/env",
            [
                "soffice", "-env:UserInstallation=file://\(folder.file("profile"))", "--headless", "--convert-to",
                "ods",
                "--outdir", folder.file("out"), folder.file("a.ods"),
            ])
        _ = try run("/usr/bin/unzip", ["-q", folder.file("out/a.ods"), "-d", folder.file("saved")])
        return folder.file("saved")
    }

    @Test func `LibreOffice keeps a chart as a chart of the cells after a save`() throws {
        let folder = try TemporaryFolder()
        let saved = try saved(folder)
        func text(_ part: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(saved)/\(part)")), as: UTF8.self)
        }
        let content = try text("content.xml")
        #expect(content.contains("<svg:title>Svar per fråga &lt;2021&gt;</svg:title>"))
        #expect(content.contains("<svg:desc>Fråga 1 är mest positiv: 50 %.</svg:desc>"))
        let objects = content.matches(of: /xlink:href="\.\/(Object ?\d+)"/).map { String($0.output.1) }
        #expect(objects.count >= 2)
        let charts = try Set(objects).sorted().map { try text("\($0)/content.xml") }
        let stacked = try #require(charts.first { $0.contains("chart:stacked=\"true\"") })
        for cells in ["C3:", "D3:", "E3:"] {
            #expect(
                stacked.contains("chart:values-cell-range-address=\"&apos;Personal &amp; chefer&apos;.\(cells)"),
                "\(cells)")
        }
        // What stands in the cells, read by the program from the cells themselves.
        #expect(stacked.contains("<text:p>Varken eller</text:p>"))
        #expect(stacked.contains("office:value=\"0.25\""))
        #expect(charts.count == 2)
    }

    @Test(arguments: [
        ("a row that is not there", 2..<9, 1, [2]), ("a header among the rows", 2..<5, 3, [2]),
        ("a column that is not there", 2..<5, 1, [5]), ("no bars at all", 2..<5, 1, []),
    ]) func `a chart of what the sheet does not have is refused`(
        _ name: String, _ rows: Range<Int>, _ header: Int, _ columns: [Int]
    ) {
        var workbook = Samples.charts
        workbook.sheets[0].charts = [
            Chart(
                title: name, description: "", headerRow: header, rows: rows, categories: 0,
                series: columns.map { Chart.Series(column: $0, color: Color(0)) }, width: 100, height: 50)
        ]
        #expect(throws: WorkbookError.chart(name, sheet: "Personal & chefer")) { try Samples.bytes(of: workbook) }
    }
}
