import Intake
import Survey
import Testing

/// Several columns that stand for the same.
struct SideBySideTests {
    @Test(arguments: [
        "stod;Får du stöd?;planering", "stod;stod (kod);planering", "Får du stöd?;Får du stöd? [text];planering",
        "Q1;Q1 (text);planering", "stod_kod;stod_text;planering",
    ])
    func `codes beside labels are one question`(_ headings: String) throws {
        let file = try read("\(headings)\n2;Delvis;Vet ej\n;Inte alls;\n3;;\n\"9,0\";\"9. Vet ej\";1\n")
        #expect(
            file.answers.questions == [
                QuestionColumn(question: "stod", codes: [2, 3, 1, 4]),
                QuestionColumn(question: "planering", codes: [4, 0, 0, 3]),
            ])
        #expect(file.columns[1].meaning == .sameAs(column: 1))
        #expect(file.columns[1].values.map(\.meaning) == [nil, "Delvis", "Inte alls", "Vet ej"])
        #expect(!file.remarks.contains { if case .answeredInCodes = $0 { true } else { false } })
    }

    @Test func `cells that disagree are told one by one`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;Får du stöd?;planering\n2;Delvis;\n2;Inte alls;\n3;Helt och hållet;\n1;Aldrig;\n")
        }
        #expect(
            refusal?.description
                == "svar.csv, rad 3, kolumn B (”Får du stöd?”): här står ”Inte alls” men i kolumn A ”Delvis”, fast kolumnerna är "
                + "samma sak. Rätta den ena cellen, eller utelämna den ena kolumnen med --kolumn.")
    }

    @Test func `unknown answers are told in either column`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;Får du stöd?;planering\n2;Delvis;\n7;Delvis;\n2;Sådär;\n3;;\n1;Aldrig;\n")
        }
        #expect(refusal?.problems.map(\.place.row) == [3, 4])
        #expect(refusal?.problems.map(\.place.column) == [1, 2])
    }

    @Test func `columns of other content are no such columns, whatever their headings say`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Får du stöd?;stod;planering\nDelvis;09:12;\nInte alls;10:05;\nDelvis;;\n")
        }
        #expect(
            refusal?.description
                == "svar.csv, kolumn B (”stod”): fråga 1 finns redan i kolumn A, och innehållet är ett annat. Utelämna den ena, "
                + "till exempel med --kolumn \"stod=-\", eller byt rubrik på den.")
    }

    @Test func `a background may stand twice as well`() throws {
        let file = try read(
            "stod;planering;Kön;kön (kod);Insats;Verksamhet\nDelvis;;Kvinna;K;MIA;mia\nDelvis;;;M;Ön;\nDelvis;;Man;;;Ön\n"
        )
        #expect(file.answers.group("kön")?.codes == [1, 2, 2])
        #expect(
            file.answers.group("insats") == GroupColumn(variable: "insats", values: ["MIA", "Ön"], codes: [1, 2, 2]))
        #expect(file.columns[3].meaning == .sameAs(column: 3) && file.columns[5].meaning == .sameAs(column: 5))
    }

    @Test func `a fourth column of the same is refused unread`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("stod;stod;stod;stod;planering\nDelvis;Delvis;Delvis;Delvis;\n")
        }
        #expect(refusal?.problems.map(\.fact) == [.columnTwice(what: "fråga 1", other: 1, heading: "stod")])
        #expect(refusal?.problems.map(\.place.column) == [4])
    }
}
