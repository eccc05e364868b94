import Foundation
import Testing

@Suite("What is done to the register is told, can be taken back, and is never counted twice")
struct RegisterEventsTests {
    /// Seven answers for 2022, and five more of a corrected file.
    private static let seven = Samverkan.file([String](repeating: "Ön;Kvinna;Delvis;Till stor del;Delvis", count: 7))
    private static let twelve = Samverkan.file([String](repeating: "Ön;Kvinna;Delvis;Till stor del;Delvis", count: 12))

    /// 2022 imported by Åsa and replaced by Bo.
    private func replaced() async throws -> Workbench {
        let bench = try await Workbench.imported()
        try bench.write(Self.seven, to: "år.csv")
        try bench.write(Self.twelve, to: "rättat.csv")
        let first = try await bench.run(Samverkan.imports("år.csv", "--av", "Åsa  Ö"))
        #expect(first.code == 0)
        let second = try await bench.run(
            Samverkan.imports("rättat.csv", "--ersatt", "--tillfragade", "20"), environment: ["BILAGA_AV": "Bo"])
        #expect(second.output.hasSuffix("samverkan 2022: sparat i stället för år.csv (7 svar).\n"))
        return bench
    }

    @Test func `perioder tells what holds, when it was imported and by whom`() async throws {
        let bench = try await replaced()
        let outcome = try await bench.run("perioder")
        #expect(
            outcome.output.withoutTimes.withoutDigests == """
                2022  samverkan  12 svar, 20 tillfrågade, inläst TID av Bo, inläsning 3
                      rättat.csv  SHA  12 rader
                2021  samverkan  12 svar, 40 tillfrågade, inläst TID, inläsning 1
                      svar.csv  SHA  12 rader

                """)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.code == 0)
    }

    @Test func `perioder P tells every import and all that has happened`() async throws {
        let bench = try await replaced()
        #expect(try await bench.run("ångra", "--av", "Cia").code == 0)
        let outcome = try await bench.run("perioder", "2022")
        #expect(
            outcome.output.withoutTimes.withoutDigests == """
                Inläsningar för 2022
                  Inläsning 2: samverkan 2022, gäller
                    7 svar, antal tillfrågade okänt, formulärets version 2021
                    inläst TID av Åsa Ö
                    år.csv: 7 rader, 301 byte
                      SHA-256 SHA
                  Inläsning 3: samverkan 2022, tillbakatagen TID av Cia
                    12 svar, 20 tillfrågade, formulärets version 2021
                    inläst TID av Bo
                    rättat.csv: 12 rader, 496 byte
                      SHA-256 SHA

                Vad som har hänt
                  TID av Åsa Ö: inläsning 2 lästes in.
                  TID av Bo: inläsning 3 lästes in i stället för inläsning 2.
                  TID av Cia: inläsning 3 togs tillbaka, inläsning 2 gäller igen.

                """)
        #expect(outcome.code == 0)
        #expect(
            try await bench.run("perioder", "2021").output.contains(
                ": bilagan bilaga-2021.ods gav ut siffror för 2021.\n"))
    }

    @Test func `perioder P gives programs the same`() async throws {
        let bench = try await replaced()
        let outcome = try await bench.run("perioder", "2022", "--som", "json")
        let told = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(told["period"] as? String == "2022")
        let imports = try #require(told["inläsningar"] as? [[String: Any]])
        #expect(imports.map { $0["läge"] as? String } == ["ersatt", "gäller"])
        #expect(imports.map { $0["ersatt av"] as? Int } == [3, nil])
        #expect(imports.map { $0["av"] as? String } == ["Åsa Ö", "Bo"])
        let events = try #require(told["händelser"] as? [[String: Any]])
        #expect(events.map { $0["händelse"] as? String } == ["inläst", "ersatt"])
        #expect(events.map { $0["tidigare inläsningar"] as? [Int] } == [[], [2]])
    }

    @Test func `a period that is not there is refused with those that are`() async throws {
        let bench = try await Workbench.imported()
        let outcome = try await bench.run("perioder", "2030")
        #expect(outcome.errors == "Inget är inläst för 2030. Perioder i registret: 2021.\n")
        #expect(outcome.code == Ending.badData)
    }

    @Test func `angra takes back the latest import, and the one before, until there is none`() async throws {
        let bench = try await replaced()
        let before = try bench.snapshot()
        let trial = try await bench.run("angra", "--prova")
        #expect(
            trial.output == """
                Inläsning 3 skulle tas tillbaka: samverkan 2022: rättat.csv (12 svar).
                Då gäller inläsning 2: samverkan 2022: år.csv (7 svar).
                Inget har ändrats: --prova visar bara.

                """)
        #expect(try bench.snapshot().mapValues(\.bytes) == before.mapValues(\.bytes))
        let first = try await bench.run("angra")
        #expect(
            first.output == """
                Inläsning 3 är tillbakatagen: samverkan 2022: rättat.csv (12 svar).
                Nu gäller inläsning 2: samverkan 2022: år.csv (7 svar).

                """)
        #expect(try await bench.imports().map(\.respondents) == [7, 12])
        let second = try await bench.run("angra")
        #expect(
            second.output == """
                Inläsning 2 är tillbakatagen: samverkan 2022: år.csv (7 svar).
                samverkan 2022: nu finns inga svar.

                """)
        #expect(try await bench.run("angra").code == 0)
        #expect(try await bench.imports().isEmpty)
        let none = try await bench.run("angra")
        #expect(none.errors == "Det finns ingen inläsning att ta tillbaka.\n")
        #expect(none.code == Ending.badData)
    }

    @Test func `what has been erased is not taken back`() async throws {
        let bench = try await Workbench.imported()
        #expect(try await bench.run("gallra", "--period", "2021").code == 0)
        let before = try bench.snapshot()
        let outcome = try await bench.run("angra")
        #expect(
            outcome.errors
                == "Inläsningen kan inte tas tillbaka: svaren i inläsning 1 (samverkan 2021) är gallrade. Inget har ändrats.\n"
        )
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    // MARK: Carried over

    @Test func `the same answers are not counted in two periods`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.firstAnswers, to: "svar.csv")
        let before = try bench.snapshot()
        let outcome = try await bench.run(Samverkan.imports("svar.csv"))
        #expect(
            outcome.errors
                == "Svaren är redan inlästa för samverkan 2021 (inläsning 1: svar.csv (12 svar)), och samma svar "
                + "räknas aldrig två gånger. Ta tillbaka den inläsningen med ”bilaga angra” om den är fel. Ska svaren räknas i "
                + "en senare period, ange --period 2021 och den senare med --over-till. Inget har sparats.\n")
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `answers are carried over once, from the period they were collected for`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Self.seven, to: "år.csv")
        try bench.write(Self.twelve, to: "sena.csv")
        #expect(try await bench.run(Samverkan.imports("år.csv")).code == 0)
        let late = ["importera", "sena.csv", "--enkat", "samverkan", "--period", "2021", "--over-till", "2022"]
        let trial = try await bench.run(late + ["--prova"])
        #expect(trial.code == 0)
        #expect(try await bench.imports().count == 2)
        let outcome = try await bench.run(late)
        #expect(outcome.output.hasSuffix("samverkan 2021: sparat, och räknas i 2022.\n"))
        let again = try await bench.run(late)
        #expect(again.output.hasSuffix("samverkan 2021: samma filer är redan inlästa. Inget har ändrats.\n"))
        let periods = try await bench.run("perioder")
        #expect(
            periods.output.contains("2022  samverkan  12 svar, antal tillfrågade okänt, insamlade för 2021, inläst "))
        let report = try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods")
        #expect(report.output.hasSuffix("samverkan 2022: räknas ihop med svar som samlades in för 2021.\n"))
        let figures = try await Python.figures(of: "bilaga.ods", in: bench)
        let answers = figures.filter { $0["mått"] == "svar" && $0["indelning"] == "total" }
        #expect(answers.map { $0["antal"] } == ["19.0", "12.0"])
    }

    @Test func `answers that were counted in their own period are moved from it`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.firstAnswers, to: "svar.csv")
        let outcome = try await bench.run(
            "importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--over-till", "2022", "--tillfragade",
            "40")
        #expect(
            outcome.output.hasSuffix("samverkan 2021: svar.csv (12 svar) räknas i 2022 och inte längre i 2021.\n"))
        let report = try await bench.run("rapport", "--period", "2021", "--till", "bilaga.ods")
        #expect(report.errors == "Det finns inga svar för 2021. Perioder med svar: 2022.\n")
        #expect(report.code == Ending.badData)
        let back = try await bench.run("angra")
        #expect(
            back.output == """
                Inläsning 2 är tillbakatagen: samverkan 2021, räknas i 2022: svar.csv (12 svar).
                Nu gäller inläsning 1: samverkan 2021: svar.csv (12 svar).
                samverkan 2022: nu finns inga svar.

                """)
    }

    @Test func `answers are carried over to a later period alone`() async throws {
        let bench = try await Workbench.imported()
        let before = try bench.snapshot()
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--över-till", "2021"))
        #expect(
            outcome.errors == "--over-till 2021 måste vara senare än --period 2022, som svaren samlades in för.\n")
        #expect(outcome.code == Ending.usage)
        #expect(try bench.snapshot() == before)
    }

    // MARK: Copies

    @Test func `a copy is its owner's alone and becomes the register again`() async throws {
        let bench = try await Workbench.imported()
        let copied = try await bench.run("sakerhetskopia", "kopia.sqlite")
        #expect(copied.output == "Registret är kopierat och kopian kontrollerad: kopia.sqlite\n")
        #expect(copied.code == 0)
        let about = try FileManager.default.attributesOfItem(atPath: bench.folder.appending(path: "kopia.sqlite").path)
        #expect(about[.posixPermissions] as? Int == 0o600)
        try bench.write(Self.seven, to: "år.csv")
        #expect(try await bench.run(Samverkan.imports("år.csv")).code == 0)

        let before = try bench.snapshot()
        let refused = try await bench.run("aterstall", "kopia.sqlite")
        #expect(
            refused.errors
                == "Registret register.sqlite finns redan. Lägg till --ersatt för att byta ut det: det som har "
                + "lästs in sedan kopian gjordes försvinner då. Inget har ändrats.\n")
        #expect(refused.code == Ending.badData)
        #expect(try bench.snapshot().mapValues(\.bytes) == before.mapValues(\.bytes))

        let restored = try await bench.run("återställ", "kopia.sqlite", "--ersatt", "--av", "Bo")
        #expect(
            restored.output == """
                Registret register.sqlite är återställt från kopia.sqlite och kontrollerat.
                Svar som har gallrats sedan kopian gjordes är gallrade också nu.

                """)
        #expect(try await bench.imports().map(\.period) == ["2021"])
        #expect(
            try await bench.run("perioder", "2021").output.withoutTimes
                .hasSuffix("  TID av Bo: registret återställdes från kopia.sqlite.\n"))
    }

    @Test(arguments: [
        (
            ["sakerhetskopia", "svar.csv"],
            "Filen svar.csv finns redan. Lägg till --ersatt för att skriva över den. "
                + "Inget har ändrats.", Ending.badData
        ),
        (
            ["sakerhetskopia", "register.sqlite", "--ersatt"],
            "register.sqlite är registret självt. Ange en annan fil. "
                + "Inget har ändrats.", Ending.usage
        ),
        (
            ["sakerhetskopia", "Surveys"],
            "Säkerhetskopian Surveys kan inte skrivas: det är en mapp, inte en fil. Ange en "
                + "annan fil. Inget har ändrats.", Ending.inputOutput
        ),
        (
            ["sakerhetskopia", "borta/kopia.sqlite"],
            "Säkerhetskopian borta/kopia.sqlite kan inte skrivas: mappen finns inte "
                + "eller får inte skrivas i. Ange en annan fil. Inget har ändrats.", Ending.inputOutput
        ),
        (
            ["sakerhetskopia", "kopia.sqlite", "--register", "borta.sqlite"],
            "Registret borta.sqlite finns inte. Läs in svar "
                + "med ”bilaga importera”, eller ange ett annat register med --register.", Ending.missingFile
        ),
        (
            ["aterstall", "borta.sqlite", "--ersatt"],
            "Säkerhetskopian borta.sqlite finns inte. Kontrollera namnet och "
                + "mappen.", Ending.missingFile
        ),
        (
            ["aterstall", "svar.csv", "--ersatt"],
            "Säkerhetskopian svar.csv kan inte läsas: filen är inget register. Ange en "
                + "annan fil. Inget har ändrats.", Ending.badData
        ),
    ])
    func `a copy that cannot be made or brought back is told, and nothing is changed`(
        _ command: [String], _ message: String, _ code: Int32
    ) async throws {
        try await Refused(command.joined(separator: " "), command, message, code).check()
    }

    @Test func `a full disk leaves no copy and the register as it was`() async throws {
        let bench = try await Workbench.imported()
        let before = try bench.snapshot()
        let outcome = try await bench.run("sakerhetskopia", "kopia.sqlite", blocks: 8)
        #expect(
            outcome.errors
                == "Säkerhetskopian kopia.sqlite kan inte skrivas: disken är full. Ange en annan fil. Inget har "
                + "ändrats.\n")
        #expect(outcome.code == Ending.inputOutput)
        #expect(try bench.snapshot() == before)
    }
}

extension String {
    /// Times as "TID".
    var withoutTimes: String { replacing(/\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ| \d\d:\d\d UTC)/, with: "TID") }

    /// Digests, and the beginnings of them, as "SHA".
    var withoutDigests: String { replacing(/[0-9a-f]{64}|[0-9a-f]{12}…/, with: "SHA") }

    /// Days as "DAG".
    var withoutDays: String { replacing(/20\d\d-\d\d-\d\d/, with: "DAG") }
}
