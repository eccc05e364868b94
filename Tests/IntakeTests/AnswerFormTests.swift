import Intake
import Survey
import Testing

/// How answers are written in cells.
struct AnswerFormTests {
    /// A text and the code that it stands for in a scale of Helt och hållet 3, Delvis 2, Inte alls 1, Vet ej 9.
    static let answers: [(cells: [String], code: AnswerCode)] = [
        (
            [
                "Helt och hållet", "HELT OCH HÅLLET.", "3", "3. Helt och hållet", "3 - Helt och hållet",
                "3 – Helt och hållet",
                "3=Helt och hållet", "3) Helt och hållet", "3: helt och hållet", "3 Helt och hållet",
                "Helt och hållet (3)",
                "Helt och hållet [3]", "3,0", "3.0", "3,00", "<b>Helt</b> och h&aring;llet", "1. Helt och hållet",
                "Helt och hållet (17)",
            ], 1
        ),
        (["Inte alls", "Aldrig", "1", "1. Aldrig", "Aldrig (1)", "1,0"], 3),
        (["Vet ej", "9", "99. Vet ej"], 4), ([""], 0),
    ]

    @Test(arguments: answers)
    func `an answer is taken by label, spelling or code, with a number in front or behind`(
        _ answer: (cells: [String], code: AnswerCode)
    ) throws {
        for cell in answer.cells {
            let file = try read("stod;planering\n\"\(cell)\";Delvis\n")
            #expect(file.answers.question("stod")?.codes == [answer.code], "\(cell)")
        }
    }

    @Test(arguments: [
        "3,5", "30", "3 Helt", "3. 2", "Delvis 2 Inte alls", "-3", "3,0 Helt", "3;2", "Delvis 2", "-1 Delvis",
    ])
    func `what stands for no answer is refused`(_ cell: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try read("stod;planering\n\"\(cell)\";Delvis\n") }
        #expect(
            refusal?.problems.map(\.fact) == [
                .unknownAnswer(
                    value: cell, accepted: ["Helt och hållet", "Delvis", "Inte alls", "Vet ej"],
                    nearest: cell == "Delvis 2" ? "Delvis" : nil)
            ])
    }

    @Test func `a label decides over the number beside it, which is told once`() throws {
        let file = try read("stod;planering;kön\n1. Helt och hållet;2. Delvis;K\n3. Inte alls;1. Inte alls;K\n")
        #expect(file.answers.questions.map(\.codes) == [[1, 3], [2, 3]])
        #expect(
            file.remarks.map(\.description) == [
                "svar.csv: ingen kolumn för insats, så en tabell per insats kan inte göras.",
                "svar.csv: i 1 fråga har svaren en annan siffra framför texten än i formuläret, till exempel ”1. Helt och "
                    + "hållet”. Texten gäller.",
            ])
    }

    @Test func `figures with decimals are pointed out as codes`() throws {
        let file = try read("stod;planering;kön;insats\n3,0;2,00;K;A\n")
        #expect(file.remarks == [.answeredInCodes(file: "svar.csv", questions: 2, best: "3 = Helt och hållet")])
    }

    @Test(arguments: [
        "#N/A", "#SAKNAS!", "#Saknas!", "#VALUE!", "#VÄRDEFEL!", "#REF!", "#REFERENS!", "#DIV/0!", "#DIVISION/0!",
        "#NAME?",
        "#NAMN?", "#NULL!", "#NUM!", "#OGILTIGT!", "#SPILL!", "Err:502", "Fel:504", "err:522",
    ])
    func `an error of a spreadsheet program is a fault of its own, never an answer and never a group`(_ cell: String) {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;planering;insats;kön\n\(cell);Delvis;\(cell);\(cell)\n")
        }
        #expect(refusal?.problems.map(\.place.heading) == ["stod", "insats", "kön"])
        #expect(refusal?.problems.map(\.fact) == Array(repeating: .errorValue(cell), count: 3))
        #expect(
            refusal?.problems.first?.description
                == "svar.csv, rad 2, kolumn A (”stod”): cellen innehåller kalkylprogrammets felvärde ”\(cell)”. Rätta formeln "
                + "eller skriv in svaret.")
    }

    @Test func `what merely looks like an error is a group`() throws {
        for name in ["#1 i länet", "Fel väg", "Err", "N/A-gruppen", "#", "Fel:12"] {
            let file = try? read("stod;planering;insats\nDelvis;Delvis;\(name)\n")
            #expect((file?.answers.group("insats")?.values == [name]) == (name != "#"), "\(name)")
        }
    }

    @Test func `every text of a column is told with what it was taken for and in how many rows`() throws {
        let file = try read("stod;planering;kön\nDelvis;2;K\n3. Helt och hållet;;k\nDelvis;2;\nAldrig;9;M\n")
        let values = file.columns.map { column in column.values.map { "\($0.text)=\($0.meaning ?? "")*\($0.count)" } }
        #expect(
            values == [
                ["Delvis=Delvis*2", "3. Helt och hållet=Helt och hållet*1", "Aldrig=Inte alls*1"],
                ["=*1", "2=Delvis*2", "9=Vet ej*1"], ["=*1", "K=Kvinna*1", "k=Kvinna*1", "M=Man*1"],
            ])
    }

    @Test func `answers that were never sent in are counted, and they count`() throws {
        let lime = try read("submitdate;stod;planering\n2021-10-04 09:12;Delvis;\n;Vet ej;\n;;\n;;Delvis\n")
        #expect(lime.answers.respondents == 3)
        #expect(lime.remarks.contains(.notFinished(file: "svar.csv", count: 2)))
        for (yes, no) in [("1", "0"), ("TRUE", "FALSE"), ("True", "False"), ("Sant", "Falskt")] {
            let file = try read("Finished;stod;planering\n\(yes);Delvis;\n\(no);Vet ej;\n\(no);;\n")
            #expect(file.remarks.contains(.notFinished(file: "svar.csv", count: 1)), "\(no)")
        }
        #expect(
            Remark.notFinished(file: "a.csv", count: 1).description
                == "a.csv: 1 svar är inte avslutat; det räknas med.")
        #expect(
            Remark.notFinished(file: "a.csv", count: 2).description
                == "a.csv: 2 svar är inte avslutade; de räknas med.")
        let all = try read("submitdate;stod;planering\n2021-10-04;Delvis;\n")
        #expect(!all.remarks.contains { if case .notFinished = $0 { true } else { false } })
    }
}
