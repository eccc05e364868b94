//  The package (ODF 1.3 part 2), in the order of its entries; each part has the file named after it:
//
//      mimetype                  MimeType.swift    first, stored, bare
//      META-INF/manifest.xml     Manifest.swift    every other part and its media type
//      meta.xml                  Meta.swift        title, language, who and when
//      settings.xml              Settings.swift    opens on the first sheet at A1; frozen panes
//      content.xml               Content.swift     columns, rows and cells (RowWriter.swift), database ranges
//      ObjectN/content.xml       ChartPart.swift   a chart each
//      styles.xml                Styles.swift      fonts, cell styles, number styles, page layouts
//
//  styles.xml comes last: the styles are known when the cells have been streamed.

public import Zip

/// A spreadsheet document, and how it becomes the bytes of an .ods file.
///
/// The same workbook gives the same bytes: no clock is read and nothing is random.
public struct Workbook: Sendable {
    /// What the document says about itself.
    public var metadata: Metadata
    /// The sheets, in the order of their tabs.
    public var sheets: [Sheet]

    /// A workbook of these sheets.
    public init(metadata: Metadata, sheets: [Sheet]) {
        self.metadata = metadata
        self.sheets = sheets
    }

    /// Writes the workbook as an .ods file, calling each sheet's `rows` once, in order.
    ///
    /// Memory does not grow with the number of rows, and the bytes are the same for any number of threads.
    /// - Parameters:
    ///   - sink: an empty sink.
    ///   - level: zlib's level, from 1 (fast) to 9 (small).
    ///   - threads: how many threads may compress, the calling one among them. It alone writes the rows and calls the sink.
    /// - Throws: ``WorkbookError``, or what a sheet's `rows` throws. The sink then holds a useless beginning.
    public func write<Sink: ByteSink & ~Copyable>(
        to sink: inout Sink, level: Int32 = 6, threads: Int = 1
    ) throws {
        try check()
        let charts = numbered(sheets)
        try withUnsafeMutablePointer(to: &sink) { pointer in
            let package = Package(sink: pointer, level: level, threads: threads)
            try package.stored("mimetype", mimeType)
            try package.part("META-INF/manifest.xml") { xml throws(WorkbookError) in try writeManifest(charts, to: &xml)
            }
            try package.part("meta.xml") { xml throws(WorkbookError) in try metadata.write(to: &xml) }
            try package.part("settings.xml") { xml throws(WorkbookError) in try writeSettings(of: sheets, to: &xml) }
            try package.begin("content.xml")
            let styles = try Content(sheets: sheets).write { bytes throws(WorkbookError) in try package.write(bytes) }
            try package.end()
            for chart in charts {
                try package.part("\(chart.folder)/content.xml") { xml throws(WorkbookError) in
                    try ChartPart(numbered: chart).write(to: &xml)
                }
            }
            try package.part("styles.xml") { xml throws(WorkbookError) in
                try Styles(cells: styles, pages: PageBook(sheets: sheets), metadata: metadata).write(to: &xml)
            }
            try package.finish()
        }
    }

    private func check() throws(WorkbookError) {
        try metadata.check()
        guard !sheets.isEmpty else { throw .noSheets }
        var names: Set<String> = []
        var ranges: Set<String> = []
        for sheet in sheets {
            try sheet.check()
            guard names.insert(sheet.name.lowercased()).inserted else {
                throw .sheetName(sheet.name, problem: .usedBefore)
            }
            if let range = sheet.tableRange, !ranges.insert(range.name.lowercased()).inserted {
                throw .tableRangeName(range.name, sheet: sheet.name)
            }
        }
    }
}
