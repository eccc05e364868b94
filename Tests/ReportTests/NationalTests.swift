import Analysis
import Foundation
import OpenDocument
import Survey
import Testing

@testable import Report

struct NationalTests {
    private func golden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "golden/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name)", sourceLocation: location)
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), sourceLocation: location)
    }

    /// Seven in Älven; four in Bäcken, who are not shown.
    private func bilaga(_ figures: [NationalFigure]?) throws -> Bilaga {
        let plain = try Sample.bilaga()
        return Bilaga(
            forbund: plain.forbund, period: plain.period, compared: plain.compared, results: plain.results,
            national: figures.map {
                NationalMeasurement(
                    period: plain.period, figures: $0,
                    file: SourceFile(
                        name: "riket-2021.csv", sha256: String(repeating: "cd", count: 32), size: 99, rows: 5,
                        emptyRows: 0, leftOut: []), importedAt: "2022-02-03T04:05:06Z")
            })
    }

    private func figure(
        _ question: String, _ measure: Measure, _ share: NationalShare, answers: Int? = nil, forbund: Int? = nil,
        group: NationalGroup = .total, source: String? = nil
    ) -> NationalFigure {
        NationalFigure(
            key: NationalKey(instrument: "prov", question: question, group: group, measure: measure), share: share,
            answers: answers, forbund: forbund, source: source)
    }

    private var figures: [NationalFigure] {
        [
            figure("stöd", .clearlyPositive, .counted(300, of: 809), answers: 809, forbund: 36),
            figure(
                "stöd", .positive, .printed(tenMillionths: 5_400_000), answers: 809, forbund: 36,
                source: "en årsredovisning"),
            figure("plan", .positive, .printed(tenMillionths: 6_420_000)),
            figure(
                "stöd", .positive, .counted(30, of: 50), answers: 50, forbund: 9,
                group: NationalGroup(variable: "insats", name: "Älven")),
            figure(
                "stöd", .positive, .counted(40, of: 50), answers: 50, forbund: 9,
                group: NationalGroup(variable: "insats", name: "Bäcken")),
            figure("borta", .positive, .printed(tenMillionths: 9_900_000)),
            figure(
                "stöd", .positive, .printed(tenMillionths: 9_800_000),
                group: NationalGroup(variable: "kön", name: "Man")),
        ]
    }

    @Test func `own shares stand beside those of riket, word for word`() throws {
        let bilaga = try bilaga(figures)
        var notes = Notes()
        let sheet = try #require(bilaga.nationalSheet(&notes))
        let data = try bilaga.dataSheet(&notes).rowTexts().filter { $0.count > 7 && $0[7].hasSuffix("riket") }
        let text =
            sheet.text + "\n" + bilaga.nationalSentences.joined(separator: "\n") + "\n\n"
            + data.map { $0.joined(separator: " | ") }.joined(separator: "\n") + "\n\n"
            + (bilaga.sourcesSheet().rows.last ?? []).map(\.text).joined(separator: " | ") + "\n"
        try golden(text, "riket")
    }

    @Test func `the sheet stands after Förändringar, where there are figures for the period`() throws {
        #expect(
            try bilaga(figures).workbook().sheets.map(\.name)[6...8] == [
                "Förändringar", "Jämförelse med riket", "Anmärkningar",
            ])
        for none in [nil, []] as [[NationalFigure]?] {
            let bilaga = try bilaga(none)
            #expect(!bilaga.workbook().sheets.map(\.name).contains("Jämförelse med riket"))
            #expect(bilaga.nationalSentences == [])
        }
    }

    @Test func `no word claims that a difference is certain`() throws {
        let bilaga = try bilaga(figures)
        var notes = Notes()
        let text = (try #require(bilaga.nationalSheet(&notes)).text + bilaga.nationalSentences.joined()).lowercased()
        for word in ["signifikan", "säkerställ", "felmarginal", "större än vad slumpen"] {
            #expect(!text.contains(word))
        }
    }

    // MARK: The other side

    private func pool() throws -> NationalPool {
        let instrument = try Sample.instrument()
        // Twenty-one förbund of five and six answers, one of them with one.
        let counts = try (0..<21).map { place in
            let size = place == 20 ? 1 : 5 + place % 2
            return try ForbundCounts(
                Sample.measurement(
                    "2021",
                    [
                        "stöd": (0..<size).map { AnswerCode(1 + (place + $0) % 4) },
                        "plan": [AnswerCode](repeating: 1, count: size),
                    ],
                    insats: [UInt16](repeating: 1, count: size), invited: nil), of: instrument)
        }
        return Analysis.pool(counts, of: [instrument], in: try #require(Period("2021")))
    }

    @Test func `what whoever keeps the national measurement gives out, word for word`() throws {
        let report = PooledReport(pool: try pool(), withoutAnswers: ["Förbundet Å"], isConstructed: true)
        var text = report.csv.replacing("\r\n", with: "\n") + "\n"
        for sheet in report.workbook().sheets {
            text +=
                sheet.name + "\n" + (try sheet.rowTexts()).map { $0.joined(separator: " | ") }.joined(separator: "\n")
                + "\n\n"
        }
        try golden(text, "riket-berakna")
    }
}
