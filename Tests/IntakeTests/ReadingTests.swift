import Intake
import Survey
import Tabular
import Testing
import Zip

struct ReadingTests {
    @Test func `columns are matched by id, number or whole text, and cells by label, code or spelling`() throws {
        let headings = [
            "stod;planering", "1;2", "Fråga 1;Fråga 2", "q1;Q2", "Får du stöd?;Finns en \"plan\"?",
            "  FÅR DU   STÖD ;finns en ‘plan’", "1. Får du stöd?;2. Finns en ”plan”?",
        ]
        for heading in headings {
            for answers in ["Helt och hållet;Aldrig", "helt och HÅLLET.;inte alls", "3;1"] {
                let text = heading.replacing("\"", with: "\"\"").split(separator: ";").map { "\"\($0)\"" }
                let file = try read("\(text.joined(separator: ";"))\n\(answers)\n")
                #expect(
                    file.answers.questions == [
                        QuestionColumn(question: "stod", codes: [1]), QuestionColumn(question: "planering", codes: [3]),
                    ], "\(heading) / \(answers)")
            }
        }
    }

    @Test func `a row with no answer at all is counted and is no respondent`() throws {
        let file = try read("stod;planering;kön\nDelvis;;K\n;;M\nVet ej;;K\n")
        #expect(file.answers.respondents == 2)
        #expect(file.source.rows == 3)
        #expect(file.source.emptyRows == 1)
        #expect(file.answers.group("kön")?.codes == [1, 1])
        #expect(file.remarks.contains(.emptyRows(file: "svar.csv", count: 1)))
    }

    @Test func `unknown columns are listed with the reason and never stored`() throws {
        let file = try read("E-post;stod;planering;Övrigt;IP-adress\na@b.se;Delvis;Delvis;fri text;10.0.0.1\n")
        #expect(
            file.source.leftOut == [
                LeftOutColumn(heading: "E-post", reason: "kan peka ut en person och sparas aldrig"),
                LeftOutColumn(heading: "Övrigt", reason: "svarar inte mot någon fråga eller bakgrund i formuläret"),
                LeftOutColumn(heading: "IP-adress", reason: "kan peka ut en person och sparas aldrig"),
            ])
        #expect(file.answers.questions.count == 2 && file.answers.groups.isEmpty)
    }

    @Test func `spellings of an open value that differ in case and spacing are one value`() throws {
        let file = try read(
            "stod;planering;insats\nDelvis;Delvis;MIA Vidare\nDelvis;Delvis;mia  vidare\nDelvis;Delvis;\n")
        #expect(
            file.answers.group("insats") == GroupColumn(variable: "insats", values: ["MIA Vidare"], codes: [1, 1, 0]))
    }

    @Test func `answers in figures are taken and pointed out`() throws {
        let file = try read("stod;planering;kön;insats\n3;Delvis;K;A\n")
        #expect(
            file.remarks == [
                .answeredInCodes(file: "svar.csv", questions: 1, best: "3 = Helt och hållet")
            ])
    }

    @Test func `every unknown value is told with row, column, value and the nearest`() throws {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;planering;kön\nHelt och hålet;Delvis;K\n\nDelvis;\"Sådär, så där\";X\n")
        }
        #expect(
            refusal?.problems.map(\.description) == [
                "svar.csv, rad 2, kolumn A (”stod”): svaret ”Helt och hålet” är inget av svarsalternativen. Menade du Helt "
                    + "och hållet? Godtagna svar: Helt och hållet, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till "
                    + "stavningen i formuläret.",
                "svar.csv, rad 4, kolumn B (”planering”): svaret ”Sådär, så där” är inget av svarsalternativen. Godtagna "
                    + "svar: Helt och hållet, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till stavningen i formuläret.",
                "svar.csv, rad 4, kolumn C (”kön”): ”X” är inget känt värde för kön. Godtagna värden: Kvinna, Man. Rätta "
                    + "cellen, eller lägg till stavningen i formuläret.",
            ])
    }

    @Test func `the first fifty faults are told in full, the rest as a count per column`() {
        let rows = String(repeating: "Sådär;Delvis\n", count: 70)
        let refusal = #expect(throws: Refusal.self) { _ = try read("stod;planering\n\(rows)") }
        #expect(refusal?.problems.count == 50)
        #expect(refusal?.further.map(\.count) == [20])
        #expect(refusal?.description.hasSuffix("svar.csv, kolumn A (”stod”): ytterligare 20 okända värden.") == true)
    }

    @Test func `what names a person is no insats`() {
        for value in ["anna.ek@exempel.invalid", "19811218-9876", String(repeating: "Jag tycker ", count: 20)] {
            let refusal = #expect(throws: Refusal.self) {
                _ = try read("stod;planering;insats\nDelvis;Delvis;\(value)\n")
            }
            #expect(refusal?.problems.first?.fact == .notABackground(variable: "insats", value: trimmed(value)))
        }
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix(" ") ? String(text.dropLast()) : text }

    @Test func `a question without a column and two columns of different content are both errors`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;Får du stöd?;kön\nDelvis;Inte alls;K\nDelvis;Vet ej;M\n")
        }
        #expect(
            refusal?.problems.map(\.description) == [
                "svar.csv, kolumn B (”Får du stöd?”): fråga 1 finns redan i kolumn A, och innehållet är ett annat. Utelämna den "
                    + "ena, till exempel med --kolumn \"Får du stöd?=-\", eller byt rubrik på den.",
                "svar.csv, rad 1: ingen kolumn för fråga 2, ”Finns en ”plan”?”. Rubriken ska vara frågans id, nummer eller hela "
                    + "text; heter kolumnen något annat, lägg till --kolumn \"rubrik=planering\".",
            ])
    }

    @Test func `a code with a minus sign is not the code without`() {
        for cell in ["-1", "−1", "–1", "-9"] {
            let refusal = #expect(throws: Refusal.self) { _ = try read("stod;planering\nDelvis;\(cell)\n") }
            #expect(refusal?.problems.map(\.place.row) == [2])
        }
    }

    @Test func `a question of another version is left out as such`() throws {
        let instrument = try sampleInstrument()
        let former = try #require(instrument.versions.first)
        let text = "stod;Finns en plan?\nDelvis;Delvis\n"
        let file = try answers(
            in: TableFile(MemoryBytes(Array(text.utf8))), name: "svar.csv", to: former, of: instrument)
        #expect(
            file.source.leftOut == [
                LeftOutColumn(
                    heading: "Finns en plan?", reason: "är en fråga i version 2021, men perioden hör till version 2020")
            ])
    }

    @Test func `what is wrong with the headings and with the cells is told at once`() {
        let refusal = #expect(throws: Refusal.self) { _ = try read("stod;kön\nDelviss;K\n") }
        #expect(
            refusal?.problems.map(\.description) == [
                "svar.csv, rad 1: ingen kolumn för fråga 2, ”Finns en ”plan”?”. Rubriken ska vara frågans id, nummer eller hela "
                    + "text; heter kolumnen något annat, lägg till --kolumn \"rubrik=planering\".",
                "svar.csv, rad 2, kolumn A (”stod”): svaret ”Delviss” är inget av svarsalternativen. Menade du Delvis? "
                    + "Godtagna svar: Helt och hållet, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till stavningen i "
                    + "formuläret.",
            ])
    }
}
