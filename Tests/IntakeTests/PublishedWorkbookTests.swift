import Foundation
import Intake
import Survey
import TestSupport
import Testing

@Suite struct `The figures of a workbook that was given out are read back` {
    private static let heading =
        "förbund;enkät;period;indelning;grupp;fråga;frågetext;mått;antal;bas;andel;anmärkning\n"
    private static let none = "[ej tillämpligt];[ej tillämpligt];"

    private func read(_ text: String) throws -> PublishedWorkbook {
        let folder = try TemporaryFolder()
        let path = folder.file("bilaga.csv")
        try Data(text.utf8).write(to: URL(filePath: path))
        return try publishedWorkbook(path: path, name: "bilaga.csv", instruments: [])
    }

    private func question(_ group: String, _ counts: [String], base: String) -> String {
        zip(["negativt", "varken eller", "positivt", "klart positivt"], counts).map { measure, count in
            "Ö;personal;2021;\(group);stod;Får du stöd?;\(measure);\(count);\(base);0.5;\n"
        }.joined()
    }

    /// The second is how a protected figure was marked formerly.
    @Test(arguments: ["[skyddad]", "[för få svar]"])
    func `groups, questions and what was protected, and nothing of other measures`(_ mark: String) throws {
        let workbook = try read(
            "Data\nVarje siffra i bilagan på en rad.\n\n" + Self.heading
                + "Ö;personal;2021;total;Totalt;;;svar;12;\(Self.none)\n"
                + "Ö;personal;2021;total;Totalt;;;tillfrågade;[uppgift saknas];\(Self.none)\n"
                + "Ö;personal;2021;total;Totalt;;;svarsfrekvens;12;[uppgift saknas];[uppgift saknas];\n"
                + question("total;Totalt", ["3", "2", "6", "1"], base: "11")
                + "Ö;personal;2021;insats;Ön;;;svar;\(mark);\(mark);\(mark);\n"
                + question("insats;Ön", [String](repeating: mark, count: 4), base: mark)
                + "Ö;personal;2020-11--2021-10;total;Totalt;;;svar;7;\(Self.none)\n"
                + "Ö;personal;2021;total;Totalt;stod;Får du stöd?;riket;x;y;z;\n")
        #expect(workbook.forbund == "Ö")
        #expect(workbook.sha256.count == 64)
        #expect(
            workbook.periods == [
                PublishedPeriod(
                    instrument: "personal", version: "", period: try #require(Period("2021")), files: [],
                    constructed: false, importedAt: nil,
                    groups: [
                        PublishedGroup(
                            variable: nil, name: "Totalt", answers: 12, invited: nil,
                            questions: [
                                PublishedQuestion(
                                    question: "stod",
                                    counts: PublishedCounts(negative: 3, neither: 2, positive: 6, clearlyPositive: 1))
                            ]),
                        PublishedGroup(
                            variable: "insats", name: "Ön", answers: nil, invited: nil,
                            questions: [PublishedQuestion(question: "stod", counts: nil)]),
                    ]),
                PublishedPeriod(
                    instrument: "personal", version: "", period: try #require(Period("2020-11--2021-10")), files: [],
                    constructed: false, importedAt: nil,
                    groups: [
                        PublishedGroup(variable: nil, name: "Totalt", answers: 7, invited: nil, questions: [])
                    ]),
            ])
    }

    private static let asWritten = "Ange filen som den skrevs av ”bilaga rapport”."
    private static func whole(_ count: String) -> String {
        "Ö;personal;2021;total;Totalt;;;svar;\(count);\(none)\n"
    }
    private static func row(_ measure: String, _ count: Int, base: Int) -> String {
        "Ö;personal;2021;total;Totalt;stod;Får du stöd?;\(measure);\(count);\(base);0.5;\n"
    }

    private static let refused: [(String, String, String)] = [
        (
            "answers", "insats;stod\nÖn;4\n",
            "bilaga.csv: filen är ingen bilaga: bladet Data med kolumnerna förbund, enkät, period, indelning, grupp, fråga, "
                + "mått, antal, bas saknas. Ange ett kalkylark som ”bilaga rapport” har skrivit."
        ),
        (
            "headings alone", heading,
            "bilaga.csv: bladet Data har inga siffror. Ange ett kalkylark som ”bilaga rapport” har skrivit."
        ),
        (
            "a count that is none", heading + whole("tolv"),
            "bilaga.csv, rad 2 (”antal”): ”tolv” är inget antal. Här ska det stå ett heltal eller ett ord inom hakparentes. "
                + asWritten
        ),
        (
            "more than there are people", heading + whole("9223372036854775807"),
            "bilaga.csv, rad 2 (”antal”): ”9223372036854775807” är inget antal. Här ska det stå ett heltal eller ett ord inom "
                + "hakparentes. " + asWritten
        ),
        (
            "a figure twice", heading + whole("12") + whole("13"),
            "bilaga.csv, rad 3: samma siffra står på två rader. " + asWritten
        ),
        (
            "two förbund", heading + whole("12") + whole("13").replacing("Ö;", with: "Å;"),
            "bilaga.csv, rad 3: bladet har siffror för både ”Ö” och ”Å”, men en bilaga gäller ett förbund. " + asWritten
        ),
        (
            "a measure missing", heading + row("negativt", 3, base: 12),
            "bilaga.csv, rad 2: frågan stod har antal för några mått men inte för alla. " + asWritten
        ),
        (
            "parts that are not the base",
            heading + row("negativt", 3, base: 12) + row("varken eller", 3, base: 12) + row("positivt", 7, base: 12)
                + row("klart positivt", 7, base: 12),
            "bilaga.csv, rad 2: frågan stod: negativt, varken eller och positivt är tillsammans 13, men basen är 12. "
                + asWritten
        ),
    ]

    @Test(arguments: refused)
    func `a file that is no bilaga, or does not hold together, is refused`(
        _ name: String, _ text: String, _ message: String
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try read(text) }
        #expect(refusal?.description == message)
    }

    @Test func `a period that is none is refused`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try read(Self.heading + Self.whole("12").replacing("2021", with: "i år"))
        }
        #expect(refusal?.description.hasPrefix("bilaga.csv, rad 2 (”period”): ") == true)
    }
}
