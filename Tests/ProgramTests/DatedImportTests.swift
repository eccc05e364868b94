import Testing

@Suite("Answers that are given all the time are placed in periods by their date")
struct DatedImportTests {
    private static let formular = Samverkan.formular.replacing(
        "minsta grupp: 5",
        with: "minsta grupp: 5\nhuvudfrågor: [ratt]\nlägsta svarsfrekvens: 60\n"
            + "datum: { rubriker: [Svarsdatum, Slutförd], perioden börjar: november, månader: 12 }"
    )
    .replacing("gäller från: \"2021\"", with: "gäller från: 2019-11--2020-10")

    private static func file(_ dates: [String]) -> String {
        ([["Svarsdatum"] + Samverkan.headings] + dates.enumerated().map { [$1] + Samverkan.rows[$0 % 12] })
            .map { $0.joined(separator: ";") + "\n" }.joined()
    }

    private static let twelve = (1...12).map { "2021-\($0 < 10 ? "0" : "")\($0)-15" }

    private func bench(_ dates: [String] = Self.twelve) throws -> Workbench {
        let bench = try Workbench()
        try bench.write(Self.formular, to: "Surveys/formular/samverkan.yaml")
        try bench.write(Self.file(dates), to: "svar.csv")
        return bench
    }

    private let command = ["importera", "svar.csv", "--forbund", Samverkan.forbund]

    @Test func `one file becomes one import for each period, in one go`() async throws {
        let bench = try bench()
        let outcome = try await bench.run(command)
        #expect(
            outcome.output == """
                Enkät: samverkan (3 av 3 frågor känns igen). Ange --enkat om det är fel.
                svar.csv: UTF-8 med semikolon mellan kolumnerna, 12 svar på 3 frågor, bakgrund: insats, kön.
                  utelämnat: ”Svarsdatum” avgör perioden och sparas aldrig
                samverkan november 2020–oktober 2021: 10 svar, antal tillfrågade okänt.
                samverkan november 2021–oktober 2022: 2 svar, antal tillfrågade okänt.
                samverkan november 2020–oktober 2021: sparat.
                samverkan november 2021–oktober 2022: sparat.

                """)
        #expect(
            outcome.errors
                == "Obs: svaren placerades efter datum: november 2020–oktober 2021 (10 svar), november 2021–oktober 2022 (2 svar).\n"
        )
        #expect(outcome.code == 0)
        let imports = try await bench.imports()
        #expect(imports.map(\.period) == ["2021-11--2022-10", "2020-11--2021-10"])
        #expect(imports.map(\.respondents) == [2, 10])
        #expect(
            imports.map { $0.files.map(\.leftOut) } == [
                [["Svarsdatum": "avgör perioden och sparas aldrig; filen har också svar som hör till andra perioder"]],
                [["Svarsdatum": "avgör perioden och sparas aldrig; filen har också svar som hör till andra perioder"]],
            ])
        let again = try await bench.run(command)
        #expect(again.code == 0)
        #expect(again.output.hasSuffix("2022: samma filer är redan inlästa. Inget har ändrats.\n"))
    }

    @Test func `a file that is shared with a period of few answers does not tell how few`() async throws {
        let bench = try bench()
        #expect(try await bench.run(command).code == 0)
        #expect(try await bench.run("rapport", "--period", "2021-11--2022-10", "--till", "ny.ods").code == 0)
        let rows = try await Python.sheet("Källor", of: "ny.ods", asShown: true, in: bench).filter { $0.count > 8 }
        let numbers = rows.dropFirst().map { Array($0[4...6]) }
        #expect(numbers == Array(repeating: Array(repeating: "[skyddad]", count: 3), count: 2))
        #expect(rows.allSatisfy { !$0[8].contains(/\d/) })
    }

    @Test func `no date is in the register`() async throws {
        let bench = try bench()
        #expect(try await bench.run(command).code == 0)
        for text in ["2021-03-15", "03-15", "2021-12-15"] {
            #expect(try !bench.holds(text, in: "register.sqlite"), "\(text)")
        }
        #expect(try bench.holds("Svarsdatum", in: "register.sqlite"))
    }

    @Test func `what is imported by date can be reported, and the number asked is of the period that was asked for`()
        async throws
    {
        let bench = try bench()
        let outcome = try await bench.run(command + ["--period", "2020-11--2021-10", "--tillfragade", "20"])
        #expect(outcome.code == 0)
        let imports = try await bench.imports()
        #expect(imports.map(\.invited) == [nil, 20])
        #expect(try await bench.run("rapport", "--period", "november 2020–oktober 2021").code == 0)
        #expect(bench.has("Output/bilaga-2020-11--2021-10.ods"))
    }

    @Test func `a trial tells the periods as text and as JSON, and stores nothing`() async throws {
        let bench = try bench()
        let before = try bench.snapshot()
        let text = try await bench.run(command + ["--prova"])
        #expect(text.output.contains("datum: avgör perioden"))
        #expect(text.output.contains("november 2020–oktober 2021: 10 · november 2021–oktober 2022: 2"))
        let json = try await bench.run(command + ["--prova", "--som", "json"])
        #expect(json.output.contains("\"period\" : \"2020-11--2021-10\""))
        #expect(json.output.contains("\"period\" : \"2021-11--2022-10\""))
        #expect(json.output.contains("\"datum\" : true"))
        for output in [text.output, json.output, text.errors] { #expect(!output.contains("-15")) }
        #expect(try bench.snapshot() == before)
    }

    @Test func `with a period, what is there of other periods is never replaced by a few stray answers`() async throws {
        let bench = try bench()
        #expect(try await bench.run(command).code == 0)
        try bench.write(Self.file(["2021-10-01", "2021-11-01", "2021-12-01"]), to: "nya.csv")
        let before = try bench.snapshot()
        let refused = try await bench.run("importera", "nya.csv", "--period", "2021-11--2022-10", "--ersatt")
        #expect(
            refused.errors.hasSuffix(
                "Filen har också 1 svar daterade i november 2020–oktober 2021, där det redan finns svar: svar.csv (10 svar). Utan "
                    + "--period byts alla perioder i filen ut; ta annars bort raderna ur filen. Inget har sparats.\n"))
        #expect(refused.code == Ending.badData)
        #expect(try bench.snapshot() == before)
        let all = try await bench.run("importera", "nya.csv", "--ersatt")
        #expect(all.code == 0)
        #expect(try await bench.imports().map(\.respondents) == [2, 1])
    }

    @Test func `the number asked can be told of one period after the other`() async throws {
        let bench = try bench()
        for (period, asked) in [("2020-11--2021-10", "20"), ("2021-11--2022-10", "7")] {
            let outcome = try await bench.run(command + ["--period", period, "--tillfragade", asked, "--ersatt"])
            #expect(outcome.code == 0)
        }
        #expect(try await bench.imports().map(\.invited) == [7, 20])
    }

    @Test func `a folder with a matning is placed by date too`() async throws {
        let bench = try bench()
        try bench.write(Self.file(["2021-10-31", "2021-11-01"]), to: "mätning/svar.csv")
        try bench.write(
            "förbund: Åkerbygden\nperiod: 2021-11--2022-10\nenkäter:\n  samverkan:\n    filer: [svar.csv]\n"
                + "    tillfrågade: 7\n", to: "mätning/matning.yaml")
        let outcome = try await bench.run("importera", "mätning")
        #expect(outcome.code == 0)
        let imports = try await bench.imports()
        #expect(imports.map(\.period) == ["2021-11--2022-10", "2020-11--2021-10"])
        #expect(imports.map(\.invited) == [7, nil])
    }

    @Test func `answers of one period in two folders are refused`() async throws {
        let bench = try bench()
        for (folder, period, dates) in [
            ("ett", "2020-11--2021-10", ["2021-10-01"]), ("två", "2021-11--2022-10", ["2021-10-02", "2021-11-01"]),
        ] {
            try bench.write(Self.file(dates), to: "\(folder)/svar.csv")
            try bench.write(
                "förbund: Åkerbygden\nperiod: \(period)\nenkäter:\n  samverkan:\n    filer: [svar.csv]\n",
                to: "\(folder)/matning.yaml")
        }
        for arguments in [["importera", "ett", "två"], ["importera", "ett", "två", "--ersatt"]] {
            let outcome = try await bench.run(arguments)
            #expect(
                outcome.errors.hasSuffix(
                    "samverkan: svar daterade i november 2020–oktober 2021 finns i flera mätningar (svar.csv, svar.csv). Flytta "
                        + "raderna till en av filerna. Inget har sparats.\n"))
            #expect(outcome.code == Ending.badData)
            let isEmpty = bench.has("register.sqlite") ? try await bench.imports().isEmpty : true
            #expect(isEmpty)
        }
    }

    @Test func `what is said of the date is remembered in a mapping`() async throws {
        let bench = try bench()
        try bench.write(Self.file(["4/11/2021", "11/4/2021"]).replacing("Svarsdatum", with: "När"), to: "svar.csv")
        let said = try await bench.run(
            command + ["--kolumn", "När=datum=månad/dag/år", "--spara-mappning", "--prova"])
        #expect(said.code == 0)
        #expect(try bench.holds("är: \"datum=månad/dag/år\"", in: "Surveys/mappningar/samverkan.yaml"))
        let outcome = try await bench.run(command)
        #expect(outcome.code == 0)
        #expect(try await bench.imports().map(\.period) == ["2021-11--2022-10", "2020-11--2021-10"])
    }

    @Test func `the questionnaire shows how its answers are placed, and what stands for it`() async throws {
        let bench = try bench()
        let text = try await bench.run("formular", "samverkan")
        #expect(
            text.output.hasPrefix(
                """
                Enkät om samverkan
                Till: Personal
                Huvudfråga: 3 (ratt)
                Lägsta svarsfrekvens: 60 %
                Svaren placeras efter datum (Svarsdatum, Slutförd) i perioder om 12 månader från november.

                """))
        let json = try await bench.run("formular", "samverkan", "--som", "json")
        #expect(json.output.contains("\"huvudfrågor\" : [\n      \"ratt\"\n    ]"))
        #expect(json.output.contains("\"lägsta svarsfrekvens\" : 60"))
        #expect(json.output.contains("\"perioden börjar\" : \"november\""))
    }
}
