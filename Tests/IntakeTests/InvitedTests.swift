import Foundation
import Intake
import Survey
import TestSupport
import Testing

/// Those who were asked: in all, per background, and from a registreringsfil.
struct InvitedTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let answers =
        "stod;planering;insats;kön\nDelvis;Delvis;MIA;K\nDelvis;Delvis;MIA;M\nDelvis;Delvis;Ön;K\nVet ej;;ön;K\n"

    private func read(_ file: String, answers: String = Self.answers, _ instrument: Instrument? = nil) throws -> Reading
    {
        let (path, asked) = (folder.file("svar.csv"), folder.file("frågade.csv"))
        try Data(answers.utf8).write(to: URL(filePath: path))
        try Data(file.utf8).write(to: URL(filePath: asked))
        return try Intake.read(
            ImportRequest(
                instrument: try instrument ?? sampleInstrument(), period: Period("2021"), files: [(path, "svar.csv")],
                invited: (.file(asked), asked), place: Place(file: "svar.csv")))
    }

    /// Without the folder in which the file lies.
    private func refusal(_ file: String, _ instrument: Instrument? = nil) -> String? {
        #expect(throws: Refusal.self) { _ = try read(file, instrument) }?.description
            .replacing(folder.file("frågade.csv"), with: "frågade.csv")
    }

    private func remarks(_ reading: Reading) -> [String] {
        reading.remarks.map { $0.description.replacing(folder.file("frågade.csv"), with: "frågade.csv") }
    }

    private static let both = Invited(
        total: 40, byGroup: ["insats": ["MIA": 21, "Ön": 19], "kön": ["Kvinna": 30, "Man": 10]])

    static let layouts: [(name: String, text: String)] = [
        ("a row for each insats and kön", "insats;kön;antal\nMIA;Kvinna;15\nMIA;Man;6\nÖn;Kvinna;15\nÖn;Man;4\n"),
        ("columns in another order", "Antal tillfrågade;Kön;Verksamhet\n15;k;mia\n6;m;Mia\n15,0;K;ÖN\n4;M;Ön\n"),
        ("several rows for the same", "insats,kön,tillfrågade\nMIA,K,10\nMIA,K,5\nMIA,M,6\nön,K,15\nÖn,M,4\n"),
        ("with a title above", "Utskick 2021\n\ninsats;kön;antal\nMIA;K;15\nMIA;M;6\nÖn;K;15\nÖn;M;4\n"),
        (
            "a register with those who answered",
            "insats;kön;tillfrågade;svar\nMIA;K;15;1\nMIA;M;6;1\nÖn;K;15;2\nÖn;M;4;0\n"
        ),
    ]

    @Test(arguments: layouts)
    func `numbers for several backgrounds are summed for each of them and in all`(
        _ layout: (name: String, text: String)
    ) throws {
        let reading = try read(layout.text)
        #expect(reading.measurement.invited == Self.both, "\(layout.name)")
        #expect(reading.remarks.isEmpty)
    }

    @Test func `a register with a row a person counts them, and takes nothing that names one`() throws {
        var text = "Namn;E-post;Insats;Kön;Född;Svarat\n"
        for place in 0..<40 {
            let insats = place < 21 ? "MIA" : "Ön"
            let isMan = place < 6 || (21..<25).contains(place)
            let hasAnswered = [0, 7, 30, 31].contains(place)
            text +=
                "Person \(place);p\(place)@exempel.invalid;\(insats);\(isMan ? "M" : "K");1980;\(hasAnswered ? "ja" : "nej")\n"
        }
        let reading = try read(text)
        #expect(reading.measurement.invited == Self.both)
        #expect(
            remarks(reading) == [
                "frågade.csv: lästes inte: ”Namn” (kan peka ut en person och sparas aldrig), ”E-post” (kan peka ut en person och "
                    + "sparas aldrig), ”Född” (används inte)."
            ])
    }

    @Test(arguments: [
        ("ja", "nej"), ("Ja", ""), ("x", ""), ("1", "0"), ("TRUE", "FALSE"), ("Svarat", "nej"), ("X", "-"),
    ])
    func `whether a person answered may be said in many ways`(_ words: (yes: String, no: String)) throws {
        let rows = ["MIA;K;y", "MIA;M;y", "Ön;K;y", "Ön;K;y", "Ön;M;n"].map {
            $0.replacing("y", with: words.yes).replacing("n", with: words.no)
        }
        let text = (["insats;kön;svarat"] + rows).joined(separator: "\n").replacing("Ö\(words.no)", with: "Ön")
        let reading = try read(text + "\n")
        #expect(
            reading.measurement.invited
                == Invited(total: 5, byGroup: ["insats": ["MIA": 2, "Ön": 3], "kön": ["Kvinna": 3, "Man": 2]]))
        #expect(reading.remarks.isEmpty)
    }

    @Test func `a register of people without a background tells the total alone`() throws {
        let reading = try read("Löpnummer;Har svarat\n1;ja\n2;ja\n3;nej\n4;ja\n5;ja\n")
        #expect(reading.measurement.invited == Invited(total: 5))
        #expect(remarks(reading) == ["frågade.csv: lästes inte: ”Löpnummer” (används inte)."])
        let sums = try read("tillfrågade;svar\n40;4\n")
        #expect(sums.measurement.invited == Invited(total: 40) && sums.remarks.isEmpty)
    }

    @Test func `where the register counts other answers than were read both numbers are told`() throws {
        let reading = try read("insats;kön;tillfrågade;svar\nMIA;K;15;3\nMIA;M;6;1\nÖn;K;15;2\nÖn;M;4;0\n")
        #expect(reading.measurement.invited == Self.both)
        let rest = "Det inlästa gäller. Kontrollera vilket som stämmer."
        #expect(
            remarks(reading) == [
                "frågade.csv: har 6 svarat enligt filen, men 4 svar är inlästa. \(rest)",
                "frågade.csv: i MIA har 4 svarat enligt filen, men 2 svar är inlästa. \(rest)",
                "frågade.csv: i Kvinna har 5 svarat enligt filen, men 3 svar är inlästa. \(rest)",
            ])
    }

    @Test func `a group that was asked and did not answer is told of each background`() throws {
        let reading = try read(
            "insats;kön;antal\nMIA;K;15\nÖn;K;15\nÅn;M;4\n",
            answers: "stod;planering;insats;kön\nDelvis;;MIA;K\nDelvis;;Ön;K\n")
        #expect(
            Set(remarks(reading)) == [
                "ingen har svarat i Ån (4 tillfrågade). Kontrollera att namnet är skrivet som i svaren.",
                "ingen har svarat i Man (4 tillfrågade). Kontrollera att namnet är skrivet som i svaren.",
            ])
    }

    // MARK: Several of the values

    private static func several() throws -> Instrument {
        let text = instrumentText.replacing("värden: fria", with: "värden: [MIA, Ön, Å]\n    flerval: ja")
        return try instrument(from: Array(text.utf8), file: "prov.yaml")
    }

    @Test func `of a background with several choices the total stands in rows of its own, per kön too`() throws {
        let invited = Invited(
            total: 30, byGroup: ["insats": ["MIA": 21, "Ön": 19], "kön": ["Kvinna": 20, "Man": 10]])
        let text = "insats;kön;antal\nMIA;K;15\nMIA;M;6\nÖn;K;15\nÖn;M;4\ntotalt;K;20\nTotalt;M;10\n"
        let instrument = try Self.several()
        #expect(try read(text, instrument).measurement.invited == invited)
        #expect(
            refusal(text.replacing("totalt;K;20\nTotalt;M;10\n", with: ""), instrument)
                == "frågade.csv: samma person kan ha tillfrågats för flera värden av insats, så gruppernas summa är inte antalet "
                + "tillfrågade. Lägg till raden ”totalt” med hur många personer som tillfrågades.")
        #expect(
            refusal(text + "totalt;K;20\n", instrument)
                == "frågade.csv, rad 8: raden ”totalt” finns två gånger. Ändra eller ta bort på det ena stället.")
        #expect(
            refusal(text.replacing("MIA;K;15", with: "MIA;K;25"), instrument)
                == "frågade.csv: raden ”totalt” är 30, men för MIA tillfrågades 31. Totalt ska vara alla personer som "
                + "tillfrågades.")
    }

    @Test func `a person asked for two insatser is one person in a register`() throws {
        let reading = try read(
            "Namn;Insats;Kön;Svarat\nA;MIA, Ön;K;ja\nB;MIA;M;ja\nC;Ön;K;ja\nD;ön;K;ja\nE;Å;M;nej\n", Self.several())
        #expect(
            reading.measurement.invited
                == Invited(
                    total: 5, byGroup: ["insats": ["MIA": 2, "Ön": 3, "Å": 1], "kön": ["Kvinna": 3, "Man": 2]]))
    }

    @Test func `of two backgrounds with several choices the rows tell one at a time`() throws {
        let text = instrumentText.replacing("värden: fria", with: "värden: [MIA, Ön]\n    flerval: ja")
            .replacing(
                "      - id: kön",
                with: "      - { id: roll, värden: [Chef, Handläggare], flerval: ja }\n      - id: kön"
            )
            .replacing("  - id: kön", with: "  - { id: roll, värden: [Chef, Handläggare], flerval: ja }\n  - id: kön")
        let instrument = try instrument(from: Array(text.utf8), file: "prov.yaml")
        #expect(
            refusal("insats;roll;antal\nMIA;Chef;4\ntotalt;totalt;9\n", instrument)
                == "frågade.csv, rad 2: samma person kan ha flera värden av både insats och roll, så antalen kan inte läggas ihop. "
                + "Skriv ”totalt” i den ena kolumnen på varje rad.")
        let reading = try read(
            "insats;roll;antal\nMIA;totalt;14\nÖn;totalt;8\ntotalt;Chef;4\ntotalt;Handläggare;17\ntotalt;totalt;20\n",
            instrument)
        #expect(
            reading.measurement.invited
                == Invited(
                    total: 20, byGroup: ["insats": ["MIA": 14, "Ön": 8], "roll": ["Chef": 4, "Handläggare": 17]]))
    }

    // MARK: Real tools

    static let workbooks = ["registreringsfil.xlsx", "registreringsfil.ods", "tillfragade-insats-kon.ods"]

    @Test(arguments: workbooks)
    func `a workbook is read as a text file is`(_ file: String) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/tillfragade/\(file)").standardized.path
        let answers = folder.file("svar.csv")
        try Data(Self.answers.utf8).write(to: URL(filePath: answers))
        let reading = try Intake.read(
            ImportRequest(
                instrument: try sampleInstrument(), period: Period("2021"), files: [(answers, "svar.csv")],
                invited: (.file(path), path), place: Place(file: "svar.csv")))
        #expect(reading.measurement.invited == Self.both)
        let isRegister = file.hasPrefix("registreringsfil")
        #expect(
            reading.remarks
                == (isRegister
                    ? [
                        .invitedColumnsLeftOut(
                            file: path,
                            [
                                LeftOutColumn(heading: "Namn", reason: "kan peka ut en person och sparas aldrig"),
                                LeftOutColumn(
                                    heading: "Personnummer", reason: "kan peka ut en person och sparas aldrig"),
                                LeftOutColumn(heading: "Utskickad", reason: "används inte"),
                            ])
                    ] : []))
    }
}
