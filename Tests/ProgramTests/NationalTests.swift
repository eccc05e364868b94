import Foundation
import Testing

private let trap =
    "Positivt och klart positivt är olika mått, och det ena får aldrig stå bredvid det andra. Så var det i Huddinge Botkyrka "
    + "Salem 2018: 65 mot rikets 54 % var positivt (tre svarsalternativ, pågående insats) och 61 mot 58 % klart positivt (två "
    + "svarsalternativ, avslutad insats)."

private let figures = """
    enkät;fråga;grupp;mått;andel;antal svar;antal förbund
    samverkan;stod;Totalt;positivt;54 %;1 818;36
    samverkan;stod;Totalt;klart positivt;31,5 %;1 818;36
    samverkan;2;Kvinna;positivt;40 %;900;36

    """

@Suite("Rikets siffror läses in")
struct NationalImportTests {
    @Test func `figures that are read in stand in the next workbook`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(figures, to: "riket.csv")
        let trial = try await bench.run("riket", "riket.csv", "--period", "2021", "--prova")
        #expect(
            trial.output == """
                Riket 2021: 3 siffror ur riket.csv (UTF-8 med semikolon mellan kolumnerna).
                Inget har sparats: --prova gör allt utom att spara.

                """)
        let read = try await bench.run("riket", "riket.csv", "--period", "2021")
        #expect(
            read
                == Program.Outcome(
                    output: """
                        Riket 2021: 3 siffror ur riket.csv (UTF-8 med semikolon mellan kolumnerna).
                        Riket 2021: sparat.

                        """, errors: "", code: 0))
        let report = try await bench.run("rapport", "--period", "2021")
        #expect(report.output.contains("Förändringar, Jämförelse med riket, Anmärkningar"))
        #expect(report.code == 0)
    }

    @Test func `other figures are refused until they are to replace the first`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(figures, to: "riket.csv")
        try bench.write(figures.replacing("54 %", with: "53 %"), to: "nya.csv")
        _ = try await bench.run("riket", "riket.csv", "--period", "2021")
        let again = try await bench.run("riket", "riket.csv", "--period", "2021", "--tyst")
        #expect(again == Program.Outcome(output: "", errors: "", code: 0))
        let before = try bench.bytes(of: "register.sqlite")
        let refused = try await bench.run("riket", "nya.csv", "--period", "2021", "--tyst")
        #expect(
            refused.errors
                == "Det finns redan siffror för riket 2021: riket.csv (3 siffror). Lägg till --ersatt för att byta ut dem. "
                + "Inget har sparats.\n")
        #expect(refused.code == Ending.badData)
        #expect(try bench.bytes(of: "register.sqlite") == before)
        let replaced = try await bench.run("riket", "nya.csv", "--period", "2021", "--ersatt")
        #expect(replaced.output.hasSuffix("Riket 2021: sparat i stället för riket.csv (3 siffror).\n"))
    }

    @Test(arguments: refusals) func `what cannot be read is told, and nothing is stored`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    private static let head = "enkät;fråga;grupp;mått;andel\n"
    private static let importing = ["riket", "riket.csv", "--period", "2021"]

    private static let refusals = [
        Refused(
            "no such file", importing,
            "riket.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        Refused(
            "no period", [("riket.csv", figures)], ["riket", "riket.csv"],
            "Ange perioden med --period, till exempel --period 2021.", Ending.usage),
        Refused(
            "nothing at all", ["riket"],
            "Ange en fil med rikets siffror, eller en mapp med --berakna. Skriv ”bilaga riket --hjälp”.", Ending.usage),
        Refused(
            "a file to write without anything to compute", [("riket.csv", figures)], importing + ["--till", "x.csv"],
            "--till och --rapporter hör till --berakna. Ange en mapp med förbund.", Ending.usage),
        Refused(
            "an empty file", [("riket.csv", "")], importing,
            "riket.csv: filen är tom. Exportera svaren på nytt.\nInget har sparats.", Ending.badData),
        Refused(
            "one good row and one bad", [("riket.csv", figures + "samverkan;1;Man;positivt (klart positivt);65 %;;\n")],
            importing,
            "riket.csv, rad 5, kolumn D (”mått”): ”positivt (klart positivt)” är två mått. \(trap) Skriv ett av dem, och det "
                + "andra på en egen rad.\nInget har sparats.", Ending.badData),
        Refused(
            "the figures of one year under both measures, told with all else that is wrong",
            [
                (
                    "riket.csv",
                    head + "samverkan;1;;positivt;54 %\nsamverkan;1;;klart positivt;58 %\nsamverkn;1;;positivt;54 %\n"
                )
            ], importing,
            "riket.csv, rad 3, kolumn E (”andel”): klart positivt är ”58 %” men positivt, på rad 2, ”54 %”. De klart positiva "
                + "svaren ingår i de positiva och kan inte vara fler. \(trap) Rätta måtten eller andelarna.\n"
                + "riket.csv, rad 4, kolumn A (”enkät”): enkäten ”samverkn” finns inte. Menade du samverkan? De som finns: "
                + "samverkan.\n2 fel. Inget har sparats.", Ending.badData),
    ]
}

@Suite("Riket räknas ut ur många förbunds svar")
struct NationalComputationTests {
    private static let labels = ["Helt och hållet", "Till stor del", "Delvis", "Inte alls", "Vet ej"]

    /// Six förbund of eight answers a year, each in a folder with one for each year.
    private static func bench(_ names: [String] = (1...6).map { "Förbundet \($0)" }) throws -> Workbench {
        let bench = try Workbench()
        for (place, name) in names.enumerated() {
            for year in [2021, 2022] {
                let rows = (0..<8).map { row in
                    "Ängen;\(row % 2 == 0 ? "Kvinna" : "Man");"
                        + (0..<3).map { labels[(row + place * (row % 3) + $0 + year + (row == place ? 1 : 0)) % 5] }
                        .joined(separator: ";")
                }
                try bench.write(Samverkan.file(rows), to: "alla/\(place)/\(year)/svar.csv")
                try bench.write(
                    "förbund: \"\(name)\"\nperiod: \(year)\nenkäter:\n  samverkan: { filer: [svar.csv], tillfrågade: 9 }\n",
                    to: "alla/\(place)/\(year)/matning.yaml")
            }
        }
        return bench
    }

    private static let computing = ["riket", "--berakna", "alla", "--till", "riket.csv", "--till", "riket.ods"]

    @Test func `six förbund give the national figures and a workbook each`() async throws {
        let bench = try Self.bench()
        let outcome = try await bench.run(Self.computing + ["--rapporter", "bilagor"])
        try expectGolden(
            outcome.output + outcome.errors + "\n" + String(decoding: try bench.bytes(of: "riket.csv"), as: UTF8.self),
            "riket-berakna")
        #expect(outcome.code == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.appending(path: "bilagor").path)
        #expect(names.sorted() == (1...6).map { "bilaga-Förbundet-\($0)-2022.ods" })

        // What was written is read back by a förbund, as CSV and as a workbook: the same figures.
        for file in ["riket.csv", "riket.ods"] {
            let read = try await bench.run("riket", file, "--period", "2022", "--ersatt", "--tyst")
            #expect(read == Program.Outcome(output: "", errors: "", code: 0), "\(file)")
        }
    }

    @Test func `a questionnaire that one förbund did not send out this year is told of by its name`() async throws {
        let bench = try Self.bench()
        let other = Samverkan.formular.replacing("id: samverkan", with: "id: andra")
        try bench.write(other, to: "Surveys/formular/andra.yaml")
        try bench.write(Samverkan.file("Ön;Kvinna;Delvis;Delvis;Delvis"), to: "alla/2/2021/andra.csv")
        try bench.write(
            "förbund: Förbundet 3\nperiod: 2021\nenkäter:\n  samverkan: { filer: [svar.csv], tillfrågade: 9 }\n"
                + "  andra: { filer: [andra.csv] }\n", to: "alla/2/2021/matning.yaml")
        let outcome = try await bench.run(Self.computing + ["--rapporter", "bilagor", "--tyst"])
        #expect(
            outcome
                == Program.Outcome(
                    output: "", errors: "Obs: Förbundet 3: andra 2022 saknas och får inget blad. 2021 finns svar.\n",
                    code: 0))
    }

    @Test func `the same folders give the same bytes, whatever is done at the same time`() async throws {
        let bench = try Self.bench()
        var first: [String: Data] = [:]
        for run in 0..<4 {
            _ = try await bench.run(Self.computing + ["--rapporter", "bilagor", "--tyst"])
            for file in ["riket.csv", "riket.ods"] + (1...6).map({ "bilagor/bilaga-Förbundet-\($0)-2022.ods" }) {
                let bytes = try bench.bytes(of: file)
                if run == 0 { first[file] = bytes } else { #expect(first[file] == bytes, "\(file)") }
            }
        }
    }

    @Test func `names that differ in signs alone get files of their own`() async throws {
        let bench = try Self.bench(["Norra/Södra", "Norra Södra", "../Norra Södra", "norra-södra", "!?", "Åsen"])
        let outcome = try await bench.run(Self.computing + ["--rapporter", "bilagor", "--tyst"])
        // Names that are alike but for case and signs are one förbund, with two measurements of the same period.
        #expect(outcome.code == Ending.badData)
        let others = try Self.bench(["Norra Södra", "NorraSödra", "!?", "Åsen", "../x", "x y"])
        _ = try await others.run(Self.computing + ["--rapporter", "bilagor", "--tyst"])
        let names = try FileManager.default.contentsOfDirectory(atPath: others.folder.appending(path: "bilagor").path)
        #expect(
            names.sorted() == [
                "bilaga-Norra-Södra-2022.ods", "bilaga-NorraSödra-2022.ods", "bilaga-forbund-2022.ods",
                "bilaga-x-2022.ods",
                "bilaga-x-y-2022.ods", "bilaga-Åsen-2022.ods",
            ])
    }

    @Test func `what is wrong with any folder is told together, and nothing is written`() async throws {
        let bench = try Self.bench()
        try bench.write(Samverkan.file("Ängen;Kvinna;Bra;Delvis;Delvis"), to: "alla/1/2021/svar.csv")
        try bench.write(
            "förbund: \"Förbundet 4\"\nperiod: 2022\nenkäter:\n  samverkan: { filer: [borta.csv] }\n",
            to: "alla/3/2022/matning.yaml")
        try bench.write(
            String(decoding: bench.bytes(of: "alla/4/2021/matning.yaml"), as: UTF8.self), to: "alla/x/matning.yaml")
        try bench.write(String(decoding: bench.bytes(of: "alla/4/2021/svar.csv"), as: UTF8.self), to: "alla/x/svar.csv")
        let before = try bench.snapshot()
        let outcome = try await bench.run(Self.computing + ["--rapporter", "bilagor"])
        #expect(
            outcome.errors == """
                alla/1/2021/svar.csv, rad 2, kolumn C (”stod”): svaret ”Bra” är inget av svarsalternativen. Godtagna svar: Helt \
                och hållet, Till stor del, Delvis, Inte alls, Vet ej. Rätta cellen, eller lägg till stavningen i formuläret.
                alla/3/2022/borta.csv: filen finns inte. Kontrollera namnet och mappen.
                alla/x/matning.yaml: samverkan 2021 för ”Förbundet 5” finns redan i alla/4/2021. Ta bort den ena: svaren skulle \
                räknas två gånger.
                alla/x/svar.csv: filen har samma innehåll som alla/4/2021/svar.csv. Ta bort den ena.
                4 fel. Inget har skrivits.

                """)
        #expect(outcome.output.isEmpty)
        #expect(outcome.code == Ending.missingFile)
        #expect(try bench.snapshot() == before)
    }

    @Test func `where one file cannot be written none is`() async throws {
        let bench = try Self.bench()
        try bench.write("x", to: "bilagor/bilaga-Förbundet-3-2022.ods/hinder")
        let before = try bench.snapshot()
        let outcome = try await bench.run(Self.computing + ["--rapporter", "bilagor"])
        #expect(
            outcome.errors
                == "Filen bilagor/bilaga-Förbundet-3-2022.ods kan inte skrivas: det finns en mapp med det namnet. Ange en annan.\n"
        )
        #expect(outcome.code == Ending.cannotCreate)
        #expect(try bench.snapshot() == before)
    }

    @Test(
        arguments: [
            (
                ["riket", "--berakna", "ingen", "--till", "a.csv"],
                "Mappen ingen finns inte. Ange mappen med förbundens mappar efter --berakna.", Ending.missingFile
            ),
            (
                ["riket", "--berakna", "Surveys", "--till", "a.csv"],
                "Surveys: ingen mapp här i har en matning.yaml. Lägg en i varje förbunds mapp för varje mätperiod.",
                Ending.badData
            ),
            (
                ["riket", "--berakna", "alla"],
                "Ange en fil för det uträknade med --till, till exempel --till riket-2021.csv.", Ending.usage
            ),
            (
                ["riket", "--berakna", "alla", "--till", "a.xlsx"],
                "a.xlsx: filen efter --till ska sluta på .csv eller .ods.", Ending.usage
            ),
            (
                ["riket", "--berakna", "alla", "--till", "a.csv", "--period", "2019"],
                "Det finns inga svar för 2019. Perioder med svar: 2021, 2022.", Ending.badData
            ),
            (
                ["riket", "a.csv", "--berakna", "alla", "--till", "a.csv"],
                "--berakna räknar ut riket ur en mapp. Ta bort filen och --ersatt.", Ending.usage
            ),
        ] as [([String], String, Int32)])
    func `what cannot be computed is told`(_ arguments: [String], _ message: String, _ code: Int32) async throws {
        let bench = try Self.bench()
        let before = try bench.snapshot()
        let outcome = try await bench.run(arguments)
        #expect(outcome == Program.Outcome(output: "", errors: message + "\n", code: code))
        #expect(try bench.snapshot() == before)
    }

    @Test func `four förbund give no figure at all`() async throws {
        let bench = try Self.bench((1...4).map { "Förbundet \($0)" })
        let outcome = try await bench.run("riket", "--berakna", "alla", "--till", "riket.csv")
        #expect(outcome.output == "Riket 2022: 4 förbund, 32 svar, 0 siffror som får visas.\nSkrivet: riket.csv\n")
        #expect(
            outcome.errors == "Obs: ingen siffra får visas: förbunden är för få, eller så kan något av dem räknas ut.\n"
        )
        #expect(
            String(decoding: try bench.bytes(of: "riket.csv"), as: UTF8.self).split(whereSeparator: \.isNewline).count
                == 1)
    }
}
