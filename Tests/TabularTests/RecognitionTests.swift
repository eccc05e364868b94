import Foundation
import Testing
import Zip

@testable import Tabular

/// What a file is by what is in it, whatever its name.
@Suite struct `A file's kind` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/export/").path(percentEncoded: false)

    private func kind(_ bytes: [UInt8]) throws(TableError) -> TableFile.Kind { try TableFile(MemoryBytes(bytes)).kind }

    @Test(arguments: [
        ("libreoffice.xlsx", TableFile.Kind.xlsx), ("xlsx-som.ods", .xlsx), ("csv-som.xlsx", .csv),
        ("csv-som.xls", .csv),
        ("libreoffice.ods", .ods), ("libreoffice-utf8.csv", .csv),
    ])
    func `is found by the content`(_ name: String, _ kind: TableFile.Kind) throws {
        #expect(try TableFile(path: Self.folder + name).kind == kind)
    }

    @Test(arguments: [
        ("losenord.xlsx", ForeignFormat.encryptedWorkbook), ("losenord.xls", .oldExcel), ("gammal.xls", .oldExcel),
        ("gammal-som.xlsx", .oldExcel), ("gammal-xlwt.xls", .oldExcel), ("html-som.xls", .html),
        ("binar.xlsb", .binaryExcel),
        ("dokument.docx", .otherDocument), ("arkiv.zip", .archive), ("gnumeric.gnumeric", .archive),
        ("rapport.pdf", .pdf),
        ("bild.jpg", .picture), ("platt.fods", .flatOpenDocument), ("stata.dta", .otherStatistics),
        ("portabel.por", .otherStatistics),
    ])
    func `is told where it cannot be read`(_ name: String, _ format: ForeignFormat) throws {
        #expect(throws: TableError.notATable(format)) { try TableFile(path: Self.folder + "vagras/" + name) }
    }

    @Test func `is a workbook's where only the types of its parts say so`() throws {
        let types = [
            "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "ms-excel.sheet.macroEnabled.main+xml",
        ]
        for type in types {
            let parts = [("[Content_Types].xml", "<Types><Override ContentType=\"application/vnd.\(type)\"/></Types>")]
            let bytes = try XLSXFile.archive(parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
            #expect(try kind(bytes) == .xlsx)
        }
        let document = [(name: "[Content_Types].xml", bytes: Array("wordprocessingml.document.main+xml".utf8))]
        #expect(throws: TableError.notATable(.otherDocument)) { try kind(XLSXFile.archive(document)) }
    }
}
