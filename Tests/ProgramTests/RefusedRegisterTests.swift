import Foundation
import Testing

private let check = "Kontrollera att mappen finns, att du får skriva i den och att disken inte är full."
private let again = "Läs in filerna på nytt med --ersatt, eller återställ en säkerhetskopia."
private let another = "Ange ett annat med --register, eller återställ en säkerhetskopia."

@Suite("A register that cannot be used is left as it is")
struct RefusedRegisterTests {
    @Test(arguments: registers) func `a file that is no register of ours is told and not changed`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    private static let registers = [
        Refused(
            "a folder that does not exist", ["perioder", "--register", "åäö/register.sqlite"],
            "Registret åäö/register.sqlite kan inte användas: mappen finns inte eller får inte skrivas i. \(check)",
            Ending.inputOutput),
        Refused(
            "a folder", ["perioder", "--register", "Surveys"],
            "Registret Surveys kan inte användas: det är en mapp, inte en fil. \(another)", Ending.inputOutput),
        Refused(
            "some other file", ["perioder", "--register", "svar.csv"],
            "Registret svar.csv kan inte användas: filen är inget register. \(another)", Ending.badData),
        Refused(
            "an import into some other file",
            [("år.csv", Samverkan.file("Ön;K;4;4;4"))],
            ["importera", "år.csv", "--enkat", "samverkan"]
                + ["--period", "2022", "--register", "svar.csv", "--forbund", "Ö", "--tyst"],
            "Obs: år.csv: 3 frågor är besvarade med siffror. Kontrollera att siffrorna betyder det som formuläret "
                + "säger (4 = Helt och hållet).\n"
                + "Registret svar.csv kan inte användas: filen är inget register. \(another)", Ending.badData),
        Refused(
            "the register of a förbund that is not there", ["perioder", "--forbund", "Ängsbygden"],
            "Förbundet ”Ängsbygden” finns inte i registret. De som finns: Åkerbygden.", Ending.badData),
        Refused(
            "a register that is not there", ["perioder", "--register", "nytt.sqlite"],
            "Registret nytt.sqlite finns inte. Läs in svar med ”bilaga importera”, eller ange ett annat register med "
                + "--register.", Ending.missingFile),
    ]

    @Test func `a register that has been cut off is told and not changed`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Array(try bench.bytes(of: "register.sqlite").prefix(9_000)), to: "register.sqlite")
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2021")
        #expect(
            outcome.errors == "Registret register.sqlite kan inte användas: filen är skadad. \(another)\n")
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test(arguments: [
        (
            "UPDATE answer_column SET codes = x'01' WHERE question = 'stod'",
            "Registret register.sqlite stämmer inte: svaren på stod 2021. \(again)"
        ),
        (
            "UPDATE group_column SET codes = x'0102' WHERE variable = 'insats'",
            "Registret register.sqlite stämmer inte: insats 2021. \(again)"
        ),
        (
            "UPDATE import SET period = 'i år'",
            "Registret register.sqlite stämmer inte: perioden i år. \(again)"
        ),
        (
            "UPDATE import SET imported_at = 'i går'",
            "Registret register.sqlite stämmer inte: tiden i går. \(again)"
        ),
        (
            "ALTER TABLE source_file RENAME COLUMN size TO storlek",
            "Registret register.sqlite kan inte användas: filen är skadad. \(another)"
        ),
        (
            "ALTER TABLE answer_column RENAME COLUMN categories TO val",
            "Registret register.sqlite kan inte användas: filen är skadad. \(another)"
        ),
        (
            "DROP TABLE group_column",
            "Registret register.sqlite kan inte användas: filen är skadad. \(another)"
        ),
    ])
    func `a register that does not hold together is told as such and never ends the program`(
        _ change: String, _ message: String
    ) async throws {
        let bench = try await Workbench.imported()
        let script = "import sqlite3, sys\nwith sqlite3.connect('register.sqlite') as r: r.execute(sys.argv[1])"
        #expect(try await Python.run(script, change, in: bench).code == 0)
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2021", "--till", "bilaga.ods")
        #expect(outcome.errors == message + "\n")
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `a register of a later version of the program is left to that version`() async throws {
        let bench = try await Workbench.imported()
        let change = """
            import sqlite3
            with sqlite3.connect("register.sqlite") as register:
                register.execute("INSERT INTO grdb_migrations VALUES ('99: något nytt')")
            """
        let changed = try await Python.run(change, in: bench)
        #expect(changed.code == 0)
        let before = try bench.snapshot()
        for arguments in [["perioder"], ["rapport", "--period", "2021"], ["gallra", "--period", "2021"]] {
            let outcome = try await bench.run(arguments)
            #expect(
                outcome.errors == "Registret register.sqlite är skrivet av en nyare version av programmet. "
                    + "Uppdatera programmet, eller ange ett annat register med --register.\n")
            #expect(outcome.code == Ending.badData)
        }
        #expect(try bench.snapshot() == before)
    }

    @Test func `a register of two förbund asks which`() async throws {
        let bench = try await Workbench.imported()
        _ = try await bench.run(Samverkan.imports("svar.csv", "--forbund", "Ängsbygden"))
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2021")
        #expect(outcome.errors == "Registret har flera förbund. Välj ett med --forbund: Ängsbygden, Åkerbygden.\n")
        #expect(outcome.code == Ending.usage)
        #expect(try bench.snapshot() == before)
    }

    @Test func `a full disk leaves the register as it was`() async throws {
        let bench = try await Workbench.imported()
        let heading = Samverkan.headings.joined(separator: ";") + "\n"
        try bench.write(
            heading + String(repeating: "Ön;Kvinna;Delvis;Delvis;Delvis\n", count: 400_000), to: "stor.csv")
        let before = try bench.snapshot()
        let outcome = try await bench.run(
            "importera", "stor.csv", "--enkat", "samverkan", "--period", "2022", blocks: 300)
        #expect(
            outcome.errors
                == "Registret register.sqlite kan inte användas: disken är full. \(check)\n")
        #expect(outcome.code == Ending.inputOutput)
        // What was begun is undone when the register is next opened.
        #expect(try await bench.imports().map(\.period) == ["2021"])
        #expect(try bench.snapshot().mapValues(\.bytes) == before.mapValues(\.bytes))
    }

    @Test func `a full disk leaves the former workbook whole and no other file`() async throws {
        let bench = try await Workbench.imported()
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2021", blocks: 8)
        #expect(
            outcome.errors
                == "Filen Output/bilaga-2021.ods kan inte skrivas: disken är full. Ange en annan fil med --till.\n")
        #expect(outcome.code == Ending.cannotCreate)
        #expect(try bench.snapshot() == before)
    }
}
