import OpenDocument
import Testing

@Suite struct RefusalTests {
    private func expect(
        _ error: WorkbookError, columns: Int = 1, _ rows: @escaping @Sendable (inout RowWriter) throws -> Void,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: location) {
            try Samples.bytes(of: Samples.workbook(columns: columns, rows))
        }
    }

    private func expect(
        _ error: WorkbookError, at location: SourceLocation = #_sourceLocation, change: (inout Workbook) -> Void
    ) {
        var workbook = Samples.workbook { rows in try rows.row([.text("a")]) }
        change(&workbook)
        #expect(throws: error, sourceLocation: location) { try Samples.bytes(of: workbook) }
    }

    @Test(arguments: [
        ("", SheetNameProblem.empty), (String(repeating: "å", count: 32), .tooLong), ("a/b", .forbiddenCharacter),
        ("a[b", .forbiddenCharacter), ("a]", .forbiddenCharacter), ("a*", .forbiddenCharacter),
        ("a?", .forbiddenCharacter),
        ("a:b", .forbiddenCharacter), ("a\\b", .forbiddenCharacter), ("a\nb", .forbiddenCharacter),
        ("'a", .apostropheAtTheEdge), ("a'", .apostropheAtTheEdge),
    ])
    func `a sheet name that other programs refuse is refused`(name: String, problem: SheetNameProblem) {
        expect(.sheetName(name, problem: problem)) { $0.sheets[0].name = name }
    }

    @Test func `names that differ by case alone are the same`() {
        expect(.sheetName("BLAD", problem: .usedBefore)) {
            $0.sheets.append($0.sheets[0])
            $0.sheets[1].name = "BLAD"
        }
    }

    @Test func `a document has a sheet`() {
        expect(.noSheets) { $0.sheets = [] }
    }

    @Test func `what is no number is refused where it stands`() {
        expect(.notFinite(sheet: "Blad", row: 1, column: 0)) { rows in
            try rows.row([.text("a")])
            try rows.row([.number(.nan)])
        }
        expect(.notFinite(sheet: "Blad", row: 0, column: 0)) { try $0.row([.percentage(.infinity, Samples.share)]) }
    }

    @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31), (1500, 1, 1), (2024, 1, 0)])
    func `a day that is in no calendar is refused`(year: Int, month: Int, day: Int) {
        expect(.noSuchDate(year: year, month: month, day: day, sheet: "Blad", row: 0, column: 0)) {
            try $0.row([.date(year: year, month: month, day: day, CellStyle(name: "D", format: .date))])
        }
    }

    @Test func `a value whose style cannot show it is refused`() {
        expect(.wrongFormat(.general, sheet: "Blad", row: 0, column: 0)) { try $0.row([.percentage(0.5)]) }
        let date = CellStyle(name: "D", format: .date)
        expect(.wrongFormat(.date, sheet: "Blad", row: 0, column: 0)) { try $0.row([.number(0.5, date)]) }
        expect(.wrongFormat(.date, sheet: "Blad", row: 0, column: 0)) { try $0.row([.integer(5, date)]) }
        expect(.wrongFormat(.general, sheet: "Blad", row: 0, column: 0)) {
            try $0.row([.date(year: 2024, month: 1, day: 1)])
        }
    }

    @Test func `more cells than columns are refused`() {
        expect(.tooManyColumns(sheet: "Blad", row: 0, count: 2, limit: 1)) { try $0.row([.empty, .empty]) }
        expect(.tooManyColumns(sheet: "Blad", row: nil, count: 16_385, limit: 16_384), columns: 16_385) { _ in }
    }

    @Test func `more rows than a sheet has are refused`() {
        expect(.tooManyRows(sheet: "Blad", limit: 1_048_576)) { rows in
            while true {
                try rows.beginRow()
                try rows.endRow()
            }
        }
    }

    @Test func `calls out of order are refused`() {
        expect(.outOfOrder(sheet: "Blad", row: 0)) { try $0.empty() }
        expect(.outOfOrder(sheet: "Blad", row: 0)) { try $0.endRow() }
        expect(.outOfOrder(sheet: "Blad", row: 0)) { try $0.beginRow() }
        expect(.outOfOrder(sheet: "Blad", row: 0)) { rows in
            try rows.beginRow()
            try rows.beginRow()
        }
    }

    @Test func `a row height that was not declared is refused`() {
        expect(.undeclaredRowHeight(9, sheet: "Blad", row: 0)) { try $0.row([], height: 9) }
    }

    @Test(arguments: ["", "två ord", "a\nb"])
    func `a link without a proper target is refused`(target: String) {
        expect(.linkTarget(target, sheet: "Blad", row: 0, column: 0)) { try $0.row([.link("a", target: target)]) }
    }

    @Test(arguments: ["", "1a", "a b", "A1", "xfd12", "R1C1", "a-b"])
    func `a range name that programs could not use is refused`(name: String) {
        expect(.tableRangeName(name, sheet: "Blad")) { $0.sheets[0].tableRange = TableRange(name: name, firstRow: 0) }
    }

    @Test func `a range outside its sheet is refused`() {
        for range in [
            TableRange(name: "R", firstRow: 1), TableRange(name: "R", firstRow: 0, lastRow: 1),
            TableRange(name: "R", firstRow: 0, columns: 0..<2), TableRange(name: "R", firstRow: -1),
        ] {
            expect(.tableRangeOutside("R", sheet: "Blad")) { $0.sheets[0].tableRange = range }
        }
    }

    @Test func `header rows and frozen panes are inside the sheet`() {
        expect(.headerRows(sheet: "Blad")) { $0.sheets[0].headerRows = 0..<0 }
        expect(.headerRows(sheet: "Blad")) { $0.sheets[0].headerRows = 0..<2 }
        expect(.frozen(sheet: "Blad")) { $0.sheets[0].frozen = (0, 2) }
        expect(.frozen(sheet: "Blad")) { $0.sheets[0].frozen = (-1, 0) }
    }

    @Test func `measures without sense are refused`() {
        expect(.measure("1.0–1000.0", value: 0)) { $0.sheets[0].columns[0].width = 0 }
        expect(.measure("0.0–90.0", value: -1)) { $0.sheets[0].page.margin = -1 }
        expect(.measure("1.0–400.0", value: .infinity)) {
            $0.sheets[0].columns[0].style = CellStyle(name: "A", fontSize: .infinity)
        }
        expect(.measure("0–15", value: 16)) {
            $0.sheets[0].columns[0].style = CellStyle(name: "A", format: .decimals(16))
        }
    }

    @Test func `a language or time that is not in its form is refused`() {
        expect(.language("svenska")) { $0.metadata.language = ("svenska", "SE") }
        expect(.language("se")) { $0.metadata.language = ("sv", "se") }
        expect(.time("i går")) { $0.metadata.created = "i går" }
        expect(.time("2026-02-30")) { $0.metadata.created = "2026-02-30" }
    }
}
