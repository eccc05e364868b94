import Analysis
import OpenDocument
import SpreadsheetCheck
import Survey
import Testing
import Zip

@testable import Report

struct AccessibleWorkbookTests {
    private func findings(_ workbook: Workbook, except: Set<Rule> = []) throws -> [String] {
        var sink = MemorySink()
        try workbook.write(to: &sink)
        var expectations = Expectations()
        // Programs read it; a figure may be about no question.
        expectations.forPrograms = ["Data"]
        expectations.mayBeBlank = ["Data": ["fråga", "frågetext", "anmärkning"]]
        return try Spreadsheet(sink.bytes).findings(expectations).filter { !except.contains($0.rule) }
            .map(\.description)
    }

    @Test(
        arguments: [
            ("two years", { try Sample.bilaga() }), ("overlapping groups", Sample.overlapping),
            ("five years", Years.bilaga),
            ("an erased year", Years.erasedBilaga), ("beside riket, with charts", AccessibleWorkbookTests.besideRiket),
        ] as [(String, @Sendable () throws -> Bilaga)])
    func `a bilaga keeps to every rule of an accessible workbook and of Excel`(
        _ name: String, _ bilaga: @Sendable () throws -> Bilaga
    ) throws {
        let found = try findings(bilaga().workbook())
        #expect(found == [])
    }

    @Test func `the workbook of riket keeps to the rules of its sheets`() throws {
        let report = PooledReport(pool: try Self.pool(), withoutAnswers: ["Förbundet Å"], isConstructed: true)
        // It is read in as it is, has neither cover nor contents, and its source is every förbund.
        let found = try findings(report.workbook(), except: [.cover, .contents, .notesSheet, .lead])
        #expect(found == [])
    }

    @Sendable private static func besideRiket() throws -> Bilaga {
        let plain = try Sample.bilaga()
        let figures = ["stöd", "plan"].map { question in
            NationalFigure(
                key: NationalKey(instrument: "prov", question: question, group: .total, measure: .positive),
                share: .printed(tenMillionths: 5_400_000), answers: 809, forbund: 36, source: nil)
        }
        let file = SourceFile(
            name: "riket-2021.csv", sha256: String(repeating: "cd", count: 32), size: 99, rows: 5, emptyRows: 0,
            leftOut: [])
        return Bilaga(
            forbund: plain.forbund, period: plain.period, compared: plain.compared, results: plain.results,
            national: NationalMeasurement(
                period: plain.period, figures: figures, file: file, importedAt: "2022-02-03T04:05:06Z"))
    }

    private static func pool() throws -> NationalPool {
        let instrument = try Sample.instrument()
        let counts = try (0..<8).map { place in
            let size = 6 + place
            let codes = (0..<size).map { AnswerCode(1 + (place + $0) % 4) }
            return try ForbundCounts(
                Sample.measurement(
                    "2021", ["stöd": codes, "plan": codes], insats: [UInt16](repeating: 1, count: size), invited: nil),
                of: instrument)
        }
        return Analysis.pool(counts, of: [instrument], in: try #require(Period("2021")))
    }
}

struct RowsOfTextTests {
    @Test(arguments: [
        ("Kort. Och en till.", ["Kort. Och en till."]),
        (
            "Av 6 förändringar väntas 0,3. Bedömningen tar hänsyn till hur många de är (Holms metod).",
            ["Av 6 förändringar väntas 0,3.", "Bedömningen tar hänsyn till hur många de är (Holms metod)."]
        ),
        (
            "De valde ”vet ej.” Övriga svarade alla. Hur många? 12 av de 14 som fick den.",
            ["De valde ”vet ej.” Övriga svarade alla. Hur många?", "12 av de 14 som fick den."]
        ),
        (
            "En enda mening som är så lång att den ändå måste brytas mitt i, vilket bara händer då.",
            ["En enda mening som är så lång att den ändå måste brytas mitt i,", "vilket bara händer då."]
        ),
    ])
    func `a text that takes several rows is broken between sentences`(_ text: String, _ rows: [String]) {
        #expect(TextWidth.rows(text, width: 105, pointSize: 10) == rows)
    }
}
