import Intake
import Survey
import Testing

/// Which of the first rows are headings.
struct HeadingRowsTests {
    private static let answers = "Delvis;Inte alls;K;SamMA\nVet ej;Delvis;M;MIA\n"
    private static let plain = "stod;planering;kön;insats\n" + answers

    /// Rows above the answers, and which of the sheet's rows are headings.
    static let tops: [(text: String, rows: ClosedRange<Int>)] = [
        ("stod;planering;kön;insats", 1...1),
        ("Provenkät 2021\n\nUtskriven;2021-11-08\nAntal svar;2\n\nstod;planering;kön;insats", 6...6),
        ("Om stödet;;Om dig;\nFår du stöd?;Finns en plan?;Kön;Insats", 2...2),
        ("Q7;Q8;Q9;Q10\nFår du stöd?;Finns en plan?;Kön;Insats", 1...2),
        ("stod;planering;kön;insats\nFår du stöd?;Finns en plan?;Är du;Vilken insats arbetar du i?", 1...2),
        ("Får du stöd?;Finns en plan?;Kön;Insats\nstod;planering;kön;insats", 1...2),
        ("stod;planering;kön;insats\nHar du fått stöd?;Finns det en plan?;;", 1...2),
        (
            "Q7_1;Q7_2;Q8;insats\nHur? - Får du stöd?;Hur? - Finns en plan?;Kön;Insats\n"
                + "\"{\"\"ImportId\"\":\"\"QID1_1\"\"}\";\"{\"\"ImportId\"\":\"\"QID1_2\"\"}\";\"{\"\"ImportId\"\":\"\"QID2\"\"}\";"
                + "\"{\"\"ImportId\"\":\"\"insats\"\"}\"", 1...3
        ),
        ("sep=;\nstod;planering;kön;insats", 2...2),
        ("1;2;kön;insats", 1...1),
        ("Rapport\n1;2;kön;insats", 2...2),
        ("Får du;Finns en;Om dig;\nstöd?;plan?;Kön;Insats", 1...2),
    ]

    @Test(arguments: tops)
    func `headings are found under a preamble and in several rows, and none is read as an answer`(
        _ top: (text: String, rows: ClosedRange<Int>)
    ) throws {
        let file = try read("\(top.text)\n\(Self.answers)")
        #expect(file.understood.headingRows == top.rows)
        #expect(file.answers == (try read(Self.plain).answers))
        #expect(file.source.rows == 2)
    }

    @Test func `answers in codes are never taken for headings of numbers`() throws {
        let file = try read("stod;planering\n1;2\n2;1\n")
        #expect(file.answers.questions.map(\.codes) == [[3, 2], [2, 3]])
        // Nor where the headings themselves are only near.
        let refusal = #expect(throws: Refusal.self) { _ = try read("Får du stödet?;Finns någon plan?\n1;2\n2;1\n") }
        #expect(refusal?.problems.map(\.place.row) == [nil, nil])
        #expect(refusal?.files.first?.rows == 2)
    }

    @Test func `a text over several columns belongs to those that have a text below`() throws {
        let instrument = try instrument(from: Array(HeadingTests.several.utf8), file: "prov.yaml")
        let file = try read(
            "Nr;Verksamhet;;;Om stödet;\n;SamMA;Unga, vuxna;MIA;Får du stöd?;Finns en plan?\n"
                + "1;1;0;1;Delvis;Delvis\n2;0;0;0;Delvis;Delvis\n", of: instrument)
        #expect(
            file.columns.map(\.heading) == [
                "Nr", "Verksamhet / SamMA", "Verksamhet / Unga, vuxna", "Verksamhet / MIA", "Om stödet / Får du stöd?",
                "Om stödet / Finns en plan?",
            ])
        #expect(
            file.answers.group("insats")
                == GroupColumn(
                    variable: "insats", values: ["SamMA", "Unga, vuxna", "MIA"], codes: [1, 0], choices: [[1, 3]]))
    }

    @Test func `labels and codes below a question are two columns of it`() throws {
        let file = try read("stod;;planering;\nKod;Text;Kod;Text\n2;Delvis;1;Inte alls\n3;;9;Vet ej\n")
        #expect(file.answers.questions.map(\.codes) == [[2, 1], [3, 4]])
        #expect(file.columns.map(\.meaning)[1] == .sameAs(column: 1))
        #expect(file.columns.map(\.meaning)[3] == .sameAs(column: 3))
    }

    @Test func `a first answer that nobody knows is told, and is no heading`() {
        for row in ["Stämmer ganska bra;Stämmer inte alls", "Sådär i alla fall;", "Kod;Delvis", "#NAMN?;#VALUE!"] {
            let refusal = #expect(throws: Refusal.self) { _ = try read("stod;planering\n\(row)\nDelvis;Delvis\n") }
            #expect(refusal?.problems.first?.place.row == 2, "\(row)")
            #expect(refusal?.files.first?.rows == 2, "\(row)")
        }
    }

    @Test func `a word of a question's in a cell makes no row of headings`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Får du stödet?;Finns någon plan?;Övrigt\nDelvis;Delvis;planering\nDelvis;Delvis;stod\n")
        }
        #expect(refusal?.files.first?.headingRows == 1...1)
        #expect(refusal?.problems.map(\.place.column) == [1, 2])
    }

    @Test func `rows are told as the sheet numbers them, whatever stands above`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("Provenkät\n\nOm stödet;\nstod;planering\nDelvis;Ibland\n")
        }
        #expect(refusal?.problems.map(\.place.row) == [5])
    }
}
