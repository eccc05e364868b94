import Analysis
import Foundation
import OpenDocument
import Survey
import Testing

@testable import Report

struct YearsTests {
    /// Everything a reader meets, sheet by sheet.
    private func text(_ bilaga: Bilaga) throws -> String {
        var notes = Notes()
        var text = try bilaga.coverSheet().lines() + "\n" + bilaga.responseSheet(&notes).text + "\n"
        text += bilaga.nonResponseSheet(&notes).text + "\n"
        for results in bilaga.results {
            for breakdown in results.breakdowns {
                text += (bilaga.questionSheet(results, breakdown, &notes)?.text ?? "inget blad\n") + "\n"
            }
        }
        text += bilaga.changesSheet(&notes).text + "\n" + (try bilaga.dataSheet(&notes).lines()) + "\n"
        text += bilaga.notesSheet(notes).text + "\n" + (try bilaga.methodSheet().lines()) + "\n"
        return text + bilaga.sourcesSheet().text
    }

    @Test func `five years read as they should, word for word`() throws {
        try expectGolden(text(Years.bilaga()), "fem-ar")
    }

    @Test func `an erased year beside the next reads as it should, word for word`() throws {
        try expectGolden(text(Years.erasedBilaga()), "raderat-ar")
    }

    @Test func `nothing is called certain, significant or a trend, and a margin of error is only denied`() throws {
        for bilaga in [try Years.bilaga(), try Years.erasedBilaga(), try Sample.bilaga(), try Sample.overlapping()] {
            let text = try text(bilaga).lowercased()
            for word in ["säkerställ", "signifikan", "trend", "konfidens"] { #expect(!text.contains(word), "\(word)") }
            #expect(text.components(separatedBy: "felmarginal").count == 2)
            #expect(text.contains("inget urval och ingen felmarginal."))
        }
    }

    @Test(arguments: [
        ("22 of 32 of 40", 22, 32, 40, ["Fråga 1", "22 av 32", "69\u{A0}%", "55\u{A0}%", "75\u{A0}%", "ingen"]),
        ("the board of 13", 5, 6, 13, ["Fråga 1", "5 av 6", "83\u{A0}%", "38\u{A0}%", "92\u{A0}%", "[not 1] [not 2]"]),
        ("just half", 5, 7, 14, ["Fråga 1", "5 av 7", "71\u{A0}%", "36\u{A0}%", "86\u{A0}%", "ingen"]),
        ("all asked", 5, 7, 7, ["Fråga 1", "5 av 7", "71\u{A0}%", "71\u{A0}%", "71\u{A0}%", "ingen"]),
    ])
    func `the bounds are those that need no assumption`(
        _ name: String, positive: Int, base: Int, invited: Int, cells: [String]
    ) throws {
        let now = try Years.measurement(
            "2021", version: "2020", ["stöd": Years.codes([0, positive, 0, 0, base - positive])], inFirst: base,
            invited: Invited(total: invited))
        let results = try analyze([now], of: Years.instrument(lowestResponseRate: 50))
        let bilaga = Bilaga(forbund: "F", period: now.period, compared: nil, results: [results])
        var notes = Notes()
        let sheet = bilaga.responseSheet(&notes)
        #expect(sheet.rows[0].suffix(6).map(\.text) == cells)
        #expect(notes.texts.contains { $0.text.contains("själva budskapet") } == (2 * base < invited))
    }

    @Test func `who did not answer the main question is silent too, and unknown invited gives no bounds`() throws {
        // Ten answered the questionnaire and six the question: the four may think anything.
        let now = try Years.measurement(
            "2021", version: "2020", ["stöd": Years.codes([4, 6])], inFirst: 10, invited: Invited(total: 10))
        let unknown = try Years.measurement(
            "2021", version: "2020", ["stöd": Years.codes([4, 6])], inFirst: 10, invited: nil)
        let rows = try [now, unknown].map { measurement in
            var notes = Notes()
            let results = try analyze([measurement], of: Years.instrument())
            return Bilaga(forbund: "F", period: measurement.period, compared: nil, results: [results])
                .responseSheet(&notes).rows[0].map(\.text)
        }
        #expect(rows[0][8...12] == ["Fråga 1", "6 av 6", "100\u{A0}%", "60\u{A0}%", "100\u{A0}%"])
        #expect(rows[1][8...12] == ["Fråga 1", "6 av 6", "100\u{A0}%", "[uppgift saknas]", "[uppgift saknas]"])
    }

    @Test func `every verdict stands beside its change with the same words on every sheet`() throws {
        let bilaga = try Years.bilaga()
        var notes = Notes()
        let results = bilaga.results[0]
        let table = try #require(bilaga.questionSheet(results, results.breakdowns[0], &notes))
        let changes = bilaga.changesSheet(&notes)
        let column = try #require(table.columns.firstIndex { $0.header == "Slumpen" })
        let changed = try #require(changes.columns.firstIndex { $0.header == "Slumpen" })
        let newest = table.rows.filter { $0[1].text == "2021" }.map { $0[column].text }
        #expect(newest == changes.rows.map { $0[changed].text })
        #expect(newest == ["större än vad slumpen ger", "[skyddad]", "inom vad slumpen ger"])
        #expect(
            bilaga.findings.last?.text.hasPrefix("Störst av de förändringar som är större än vad slumpen ger: ") == true
        )
    }

    @Test func `a file with few rows hides the numbers of the files beside it`() throws {
        func file(_ name: String, _ rows: Int) -> SourceFile {
            SourceFile(name: name, sha256: "00", size: 10 * rows, rows: rows, emptyRows: 0, leftOut: [])
        }
        let whole = try Years.measurement(
            "2021", version: "2020", ["stöd": Years.codes([0, 9])], inFirst: 9, invited: nil)
        let now = Measurement(
            instrument: whole.instrument, version: whole.version, period: whole.period, answers: whole.answers,
            invited: nil, files: [file("a.csv", 6), file("b.csv", 3)],
            carriedOver: [CarriedOver(from: try Years.period("2020"), respondents: 3)])
        let bilaga = Bilaga(
            forbund: "F", period: now.period, compared: nil, results: [try analyze([now], of: Years.instrument())])
        let rows = bilaga.sourcesSheet().rows.map { $0.map(\.text) }
        let hidden = [String](repeating: "[skyddad]", count: 3)
        #expect(rows.map { Array($0[4...6]) } == [hidden, hidden])
        #expect(
            rows.map { $0[9] }
                == [String](
                    repeating:
                        "Bland svaren är sådana som samlades in för 2020. De har förts över till 2021 och räknas bara där.",
                    count: 2))
    }

    /// The numbers of Data: antal and bas by period, question and measure, of the whole respondent group.
    private func data(_ bilaga: Bilaga) throws -> [[String]: (count: String, base: String)] {
        var notes = Notes()
        var found: [[String]: (count: String, base: String)] = [:]
        for row in try bilaga.dataSheet(&notes).rowTexts().dropFirst(4) where row[3] == "total" {
            found[[row[2], row[6], row[7]]] = (row[8], row[9])
        }
        return found
    }

    /// "1. Får du stöd? [not 2]" without its number and marks.
    private func question(_ cell: String) -> String { String(cell.prefix { $0 != "?" }.dropFirst(3)) + "?" }

    private func percent(of figure: (count: String, base: String)?) -> String? {
        guard let figure, let count = Int(figure.count), let base = Int(figure.base) else { return figure?.count }
        return Ratio(count, of: base).map { Report.percent($0.percent) }
    }

    @Test func `every figure of Internt bortfall, Svarsfrekvens and Förändringar is in Data`() throws {
        let bilaga = try Years.bilaga()
        let data = try data(bilaga)
        var notes = Notes()
        var compared = 0
        let kinds = ["obesvarad", "vet ej", "ej aktuellt", "kan ej bedöma"]
        for row in bilaga.nonResponseSheet(&notes).rows.map({ $0.map(\.text) }) {
            let question = self.question(row[1])
            for (kind, cell) in zip(kinds, row[5...8]) {
                #expect(data[[row[2], question, kind]]?.count == cell)
                compared += 1
            }
            #expect(percent(of: data[[row[2], question, "internt bortfall"]]) == row[9])
        }
        for row in bilaga.responseSheet(&notes).rows.map({ $0.map(\.text) }) where row[1] == "total" {
            #expect(data[[row[3], "", "svar"]]?.count == row[5])
            for (measure, cell) in zip(["positivt", "positivt lägst", "positivt högst"], row[10...12]) {
                #expect(percent(of: data[[row[3], "Får du stöd?", measure]]) == cell)
                compared += 1
            }
        }
        let sheet = bilaga.changesSheet(&notes)
        for row in sheet.rows.map({ $0.map(\.text) }) {
            for (column, cell) in zip(sheet.columns, row) where cell.hasSuffix("%") {
                let words = column.header.split(separator: " ")
                let measure = words.dropLast().joined(separator: " ").lowercased()
                let question = self.question(row[1])
                #expect(percent(of: data[[String(words.last ?? ""), question, measure]]) == cell)
                compared += 1
            }
        }
        // Four kinds of six rows, three shares of two, thirteen of Förändringar.
        #expect(compared == 43)
    }

    @Test func `the kinds of answer outside the scale and the base sum to those who answered`() throws {
        let scale = try #require(try Years.instrument().versions.last?.item("nytta")).question.scale
        let codes = scale.categories.indices.map { $0 + 1 }
        for blank in 0...3 {
            for (place, code) in codes.enumerated() {
                var counts = [Int](repeating: 1, count: codes.count + 1)
                counts[0] = blank
                counts[code] = 2 + place
                let now = try Years.measurement(
                    "2021", version: "2020", ["nytta": Years.codes(counts)], inFirst: 0, invited: nil)
                let results = try analyze([now], of: Years.instrument())
                let wave = results.breakdowns[0].groups[0].waves[0]
                let nonResponse = NonResponse(
                    try #require(wave.question("nytta")), in: wave, hasAnswers: true)
                let isShown = counts[1...4].reduce(0, +) >= 5
                #expect((nonResponse != nil) == isShown)
                guard let nonResponse else { continue }
                let kinds = NoAnswer.allCases.map { reason in
                    if case .count(let count) = nonResponse.kind(reason) { count } else { 0 }
                }
                #expect(kinds.reduce(nonResponse.base, +) == counts.reduce(0, +))
                #expect(kinds == [blank, counts[5], 0, counts[6]])
            }
        }
    }

    @Test func `a second main question has columns of its own, and one that was reworded none to show`() throws {
        let one = try Years.instrument()
        let two = Instrument(
            id: one.id, name: one.name, group: one.group, versions: one.versions, background: [],
            mainQuestions: ["stöd", "plan"])
        let old = try Years.measurement(
            "2018", version: "2017",
            ["stöd": Years.codes([0, 6, 0, 0, 6]), "plan 2017": Years.codes([0, 6, 0, 0, 6])],
            inFirst: 0, invited: Invited(total: 20))
        let now = try Years.measurement(
            "2021", version: "2020", ["stöd": Years.codes([0, 9, 0, 0, 3]), "plan": Years.codes([9, 2, 0, 0, 1])],
            inFirst: 0, invited: Invited(total: 20))
        let bilaga = Bilaga(
            forbund: "F", period: now.period, compared: old.period, results: [try analyze([now, old], of: two)])
        var notes = Notes()
        let sheet = bilaga.responseSheet(&notes)
        #expect(
            sheet.columns[13...17].map(\.header) == [
                "Huvudfråga 2", "Positiva svar 2", "Positivt 2", "Lägsta möjliga 2", "Högsta möjliga 2",
            ])
        let hidden = [String](repeating: "[skyddad]", count: 4)
        #expect(sheet.rows[0][8...12].map(\.text) == ["Fråga 1", "9 av 12", "75\u{A0}%", "45\u{A0}%", "85\u{A0}%"])
        #expect(sheet.rows[0][13...17].map(\.text) == ["Fråga 2"] + hidden)
        #expect(sheet.rows[1][13...17].map(\.text) == [String](repeating: "[ej jämförbar]", count: 5))
    }

    @Test func `a compared period without a measurement is called that, whatever there is before it`() throws {
        let (figures, instrument) = (try Years.figures(), try Years.instrument())
        let (now, compared) = (try Years.period("2021"), try Years.period("2019"))
        let bilaga = Bilaga(
            forbund: "F", period: now, compared: compared,
            results: [try analyze(figures: [figures[3]], of: instrument)],
            histories: [
                try history(
                    figures, of: instrument, ending: now, compared: compared, asked: [figures[1].period, compared])
            ])
        var notes = Notes()
        #expect(
            bilaga.changesSheet(&notes).rows.map { $0[2...].map(\.text) } == [
                ["50\u{A0}%", "[ingen mätning]", "89\u{A0}%"] + [String](repeating: "[ingen mätning]", count: 3)
                    + ["43\u{A0}%", "[ingen mätning]"],
                ["[ej jämförbar]", "[ingen mätning]", "[skyddad]"]
                    + [String](repeating: "[ej jämförbar]", count: 2) + [
                        "[ingen mätning]", "[skyddad]", "[ej jämförbar]",
                    ],
                ["80\u{A0}%", "[ingen mätning]", "56\u{A0}%"] + [String](repeating: "[ingen mätning]", count: 3)
                    + ["25\u{A0}%", "[ingen mätning]"],
            ])
    }
}
