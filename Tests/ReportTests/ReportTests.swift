import Analysis
import Foundation
import OpenDocument
import Survey
import Testing
import Zip

@testable import Report

struct ReportTests {
    @Test func `the tables read as they should, word for word`() throws {
        let bilaga = try Sample.bilaga()
        var notes = Notes()
        var text = ""
        for results in bilaga.results {
            for breakdown in results.breakdowns {
                text += (bilaga.questionSheet(results, breakdown, &notes)?.text ?? "inget blad\n") + "\n"
            }
        }
        text += bilaga.responseSheet(&notes).text + "\n" + bilaga.changesSheet(&notes).text + "\n"
        text += bilaga.notesSheet(notes).text + "\n" + bilaga.sourcesSheet().text
        try expectGolden(text, "tabeller")
    }

    @Test func `sheets stand in the order of the design, with their names`() throws {
        let names = try Sample.bilaga().workbook().sheets.map(\.name)
        #expect(
            names == [
                "Omslag", "Innehåll", "Svarsfrekvens", "Internt bortfall", "Personal", "Personal per insats",
                "Förändringar",
                "Anmärkningar",
                "Metod", "Data", "Källor",
            ])
    }

    @Test func `where groups overlap the tables, Svarsfrekvens and Data say so`() throws {
        let bilaga = try Sample.overlapping()
        let results = bilaga.results[0]
        var notes = Notes()
        let said =
            "Den som har angett flera alternativ för insats räknas i var och en av grupperna; summan kan vara större än "
            + "totalen."
        let merged =
            "Bäcken och Örn visas sammanslagna som ”Övriga insatser”, så att ingen av dem kan pekas ut. Den som har angett "
            + "flera av dem räknas där en gång."
        let response = bilaga.responseSheet(&notes)
        #expect(response.leads.last == "Anmärkningar till hela tabellen: [not 1].")
        #expect(response.notes == ["[not 1] \(said)"])
        #expect(
            response.rows.map { $0.prefix(8).map(\.text).joined(separator: " | ") } == [
                "Personal | total | Totalt | 2021 | 20 | 15 | 75\u{A0}% | [tidigare saknas]",
                "Personal | insats | Älven | 2021 | 11 | 10 | 91\u{A0}% | [tidigare saknas]",
                "Personal | insats | Övriga insatser | 2021 | [uppgift saknas] | 10 | [uppgift saknas] | [tidigare saknas]",
            ])
        let total = try #require(bilaga.questionSheet(results, results.breakdowns[0], &notes))
        #expect(!total.notes.contains { $0.contains(said) })
        // Beside each figure of the groups; what has none has its reason there.
        let data = try bilaga.dataSheet(&notes).rowTexts().dropFirst(4)
        #expect(data.count == 43)
        for row in data {
            let isFigure = !row[8].hasPrefix("[") && row[10] != "[uppgift saknas]"
            let remark = isFigure ? row[3] == "insats" ? "[not 1]" : "" : row[10]
            #expect(row[11] == remark, "\(row)")
        }
        #expect(notes.texts.map(\.sheets).first == ["Svarsfrekvens", "Data"])

        let table = try #require(bilaga.questionSheet(results, results.breakdowns[1], &notes))
        #expect(table.notes.contains("[not 1] \(said)"))
        #expect(table.notes.contains { $0.hasSuffix(merged) })
    }

    @Test func `the same answers give the same bytes`() throws {
        var first = MemorySink()
        var second = MemorySink()
        try Sample.bilaga().workbook().write(to: &first)
        try Sample.bilaga().workbook().write(to: &second)
        #expect(first.bytes == second.bytes && !first.bytes.isEmpty)
    }

    @Test func `rows that must sum to a hundred do, and say so`() throws {
        let bilaga = try Sample.bilaga(sumsToHundred: true)
        var notes = Notes()
        let table = try #require(bilaga.questionSheet(bilaga.results[0], bilaga.results[0].breakdowns[0], &notes))
        for row in table.rows {
            let shares = row[4...6].compactMap { Int($0.text.filter(\.isNumber)) }
            #expect(shares.reduce(0, +) == 100)
        }
        #expect(notes.texts.contains { $0.text.contains("summerar till 100") })
    }

    @Test func `every program shows the percentage that the share rounds to`() throws {
        for base in 1...1000 {
            for count in 0...base {
                let share = try #require(Ratio(count, of: base))
                let shown = (100 * shownValue(of: share)).rounded(.toNearestOrAwayFromZero)
                #expect(shown == Double(share.percent))
                #expect(abs(shownValue(of: share) - share.value) <= share.value.ulp)
            }
        }
    }

    @Test func `a row is as high as its longest text needs`() {
        let text = String(repeating: "ord ", count: 30)
        #expect(TextWidth.lines(text, width: 60, pointSize: 10).count >= 3)
        #expect(TextWidth.lines("kort", width: 60, pointSize: 10) == ["kort"])
        #expect(TextWidth.lines("en\ntvå", width: 60, pointSize: 10) == ["en", "två"])
        let long = String(repeating: "x", count: 200)
        #expect(TextWidth.lines(long, width: 20, pointSize: 10).joined() == long)
        for line in TextWidth.lines(text, width: 60, pointSize: 10) { #expect(line.count < 45) }
    }

    @Test(arguments: [
        "", "kort", "en\ntvå\n", " ord ", "Får du det stöd du behöver?", "–”…’−@ ett tal: 12,5 %\n\nslut",
        String(repeating: "samordningsförbund ", count: 12), String(repeating: "å", count: 90), "日本語の 回答",
    ])
    func `lines are counted as they are broken`(_ text: String) {
        for width in [1.0, 5, 13, 21.5, 40, 92, 190] {
            for bold in [false, true] {
                let lines = TextWidth.lines(text, width: width, pointSize: 10, bold: bold)
                #expect(TextWidth.lineCount(text, width: width, pointSize: 10, bold: bold) == lines.count)
            }
        }
    }

    @Test(arguments: [
        ([], ""), (["2"], "2"), (["2", "6"], "2 och 6"), (["2", "6", "8"], "2, 6 och 8"),
    ])
    func `words are listed as in Swedish`(_ words: [String], _ text: String) {
        #expect(enumeration(words) == text)
    }

    @Test func `signs are those of typography`() {
        #expect([signed(9), signed(-3), signed(0)] == ["+9", "\u{2212}3", "0"])
        #expect(percent(94) == "94\u{A0}%")
    }

    @Test func `findings are the most, the least and the most changed, with at least ten answers`() throws {
        let bilaga = try Sample.bilaga()
        // Sixteen and eight answers: the second question is passed over, and so is a change from nine.
        #expect(
            bilaga.findings.map(\.text) == [
                "Mest positivt: Personal, fråga 1 ”Får du stöd?”: 50\u{A0}% positiva svar (8 av 16)."
            ])
    }

    @Test(arguments: [
        // Of twelve, from two positive to eleven.
        (
            2, 11,
            "Störst av de förändringar som är större än vad slumpen ger: Personal, fråga 2 ”Fråga många?”: från 17\u{A0}% "
                + "till 92\u{A0}% positiva svar, +75 procentenheter."
        ),
        (6, 9, "Ingen förändring sedan 2020 är större än vad slumpen ger."),
    ])
    func `a change is told of many answers and only where it is more than chance`(
        earlier: Int, later: Int, sentence: String
    ) throws {
        let scale = Sample.scale
        let questions = ["få", "många"].map { Question(id: $0, text: "Fråga \($0)?", scale: scale) }
        let items = questions.enumerated().map { Item(number: $0 + 1, question: $1, comparability: .first) }
        let instrument = Instrument(
            id: "prov", name: "Prov", group: .staff,
            versions: [Version(id: "2020", from: try #require(Period("2020")), items: items)], background: [])
        func measurement(_ period: String, _ few: [AnswerCode], _ many: [AnswerCode]) throws -> Survey.Measurement {
            Survey.Measurement(
                instrument: "prov", version: "2020", period: try #require(Period(period)),
                answers: Answers(
                    respondents: 12,
                    questions: [
                        QuestionColumn(question: "få", codes: few), QuestionColumn(question: "många", codes: many),
                    ],
                    groups: []), invited: nil, files: [])
        }
        func codes(_ positive: Int, _ negative: Int) -> [AnswerCode] {
            let answered = [AnswerCode](repeating: 1, count: positive) + [AnswerCode](repeating: 4, count: negative)
            return answered + [AnswerCode](repeating: 0, count: 12 - answered.count)
        }
        let now = try measurement("2021", codes(12, 0), codes(later, 12 - later))
        let before = try measurement("2020", codes(2, 4), codes(earlier, 12 - earlier))
        let bilaga = Bilaga(
            forbund: "F", period: now.period, compared: before.period,
            results: [try analyze([now, before], of: instrument)])
        #expect(bilaga.findings.last?.text == sentence)
    }
}
