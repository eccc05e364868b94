import Testing

@Suite("The program speaks Swedish, also where the argument parser does the talking")
struct LanguageTests {
    private static let commands = [
        "exempel", "importera", "perioder", "rapport", "formular", "granska", "angra", "gallra", "sakerhetskopia",
        "aterstall",
    ]

    @Test(arguments: [[]] + commands.map { [$0] }, ["--hjalp", "--hjälp", "--help", "-h"])
    func `every command tells what it does, in Swedish`(_ command: [String], _ help: String) async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(command + [help])
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("ANVÄNDNING: bilaga \(command.first ?? "")"))
        #expect(englishWords(in: outcome.output).isEmpty)
    }

    @Test func `without a command the program tells what it can do`() async throws {
        let bench = try Workbench()
        let outcome = try await bench.run([])
        #expect(outcome.code == 0)
        for command in Self.commands { #expect(outcome.output.contains("  \(command)")) }
        #expect(outcome.output.hasSuffix("\n  Skriv ”bilaga <kommando> --hjälp” för mer hjälp.\n"))
        #expect(englishWords(in: outcome.output).isEmpty)
    }

    @Test(arguments: [
        "räkna", "hjälp mig", "--version", "--tyst", "rapport", "rapport --period", "rapport --period=",
        "rapport --perid 2021", "rapport --period i\u{A0}år", "rapport --period 20211",
        "rapport --period 2021-13--2021-14",
        "rapport --period 2021 --jämför 2021-11--2021-10", "rapport --period 2021 extra", "rapport --period 2021 å ä ö",
        "rapport --period 2021 --ur", "perioder --som xml", "perioder --som", "perioder --tyst=ja", "perioder -x",
        "perioder --tist", "perioder -- å", "exempel --till", "exempel --register=", "importera", "importera --xyzzy",
        "importera svar.csv --period 2021 --enkat", "importera svar.csv --skiljetecken punkt",
        "importera svar.csv --tillfragade -3", "importera svar.csv --ersatt=å", "formular a b", "formulär --som",
        "gallra --fore", "gallra --före igår", "gallra å", "exempel --summa-100", "gallra --period 2021 --av",
        "perioder i\u{A0}år", "perioder 2021 2020", "angra 3", "ångra --period 2021",
        "rapport --period 2021 --import tre",
        "rapport --period 2021 --mot", "importera svar.csv --period 2021 --över-till nästa", "sakerhetskopia",
        "säkerhetskopia a.sqlite b.sqlite", "aterstall", "återställ --ersatt",
    ])
    func `a slip is told in Swedish with the way to more help`(_ line: String) async throws {
        let bench = try Workbench()
        let outcome = try await bench.run(line.split(separator: " ").map(String.init))
        #expect(outcome.code == Ending.usage)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Fel: "))
        #expect(outcome.errors.contains("Användning: bilaga"))
        #expect(outcome.errors.hasSuffix("för mer hjälp.\n"))
        #expect(englishWords(in: outcome.errors).isEmpty, "\(outcome.errors)")
        #expect(!bench.has("register.sqlite"))
    }

    @Test(arguments: [
        (["perioder", "--tist"], "Fel: valet ”--tist” finns inte. Menade du ”--tyst”?\n"),
        (["rapport"], "Fel: ”--period <period>” saknas\n"),
        (["rapport", "--period", "20211"], "Fel: ”20211” passar inte för ”--period <period>”\n"),
        (["rapport", "--period"], "Fel: värdet saknas för ”--period <period>”\n"),
        (["gallra", "å"], "Fel: ”å” hör inte till kommandot\n"),
        (["importera"], "Fel: ”<fil> ...” saknas\n"),
    ])
    func `a slip begins with what is wrong`(_ line: [String], _ message: String) async throws {
        let bench = try Workbench()
        #expect(try await bench.run(line).errors.hasPrefix(message))
    }

    @Test(arguments: [
        (["importera", "svar.csv", "--enkat", "samverkan", "--period", "2022", "--prova"], "--enkat", "--enkät"),
        (
            ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2022", "--tillfragade", "40", "--prova"],
            "--tillfragade", "--tillfrågade"
        ),
        (["perioder", "--forbund", "Åkerbygden"], "--forbund", "--förbund"),
        (["formular", "samverkan", "--formular", "Surveys/formular"], "--formular", "--formulär"),
        (["formular", "samverkan"], "formular", "formulär"),
        (["rapport", "--period", "2021", "--jamfor", "2020"], "--jamfor", "--jämför"),
        (["gallra", "--fore", "2020"], "--fore", "--före"),
        (
            ["gallra", "--period", "2021", "--prova", "--aven-opublicerade"], "--aven-opublicerade",
            "--även-opublicerade"
        ),
        (
            ["importera", "svar.csv", "--period", "2021", "--over-till", "2022", "--prova"], "--over-till",
            "--över-till"
        ),
        (["angra", "--prova"], "angra", "ångra"), (["sakerhetskopia", "svar.csv"], "sakerhetskopia", "säkerhetskopia"),
        (["aterstall", "borta.sqlite"], "aterstall", "återställ"),
    ])
    func `an option may be written with å, ä and ö or without`(
        _ command: [String], _ plain: String, _ proper: String
    ) async throws {
        let bench = try await Workbench.imported()
        let first = try await bench.run(command)
        #expect(first.code != Ending.usage)
        #expect(try await bench.run(command.map { $0 == plain ? proper : $0 }) == first)
    }
}
