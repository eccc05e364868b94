import Testing

@Suite("What is imported once is kept once, and changed only when that is asked for")
struct StoringTests {
    @Test func `the same file again changes nothing, whatever its name`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.firstAnswers, to: "svar.csv")
        try bench.write(Samverkan.firstAnswers, to: "en kopia.csv")
        let before = try bench.bytes(of: "register.sqlite")
        for file in ["svar.csv", "en kopia.csv"] {
            let outcome = try await bench.run(
                "importera", file, "--enkat", "samverkan", "--period", "2021", "--tillfragade", "40")
            #expect(outcome.code == 0)
            #expect(
                outcome.output.hasSuffix("samverkan 2021: samma filer är redan inlästa. Inget har ändrats.\n"))
            #expect(try bench.bytes(of: "register.sqlite") == before)
        }
    }

    @Test func `other answers to the same questionnaire and period are refused with what there is`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;K;4;4;4"), to: "år.csv")
        let before = try bench.snapshot()
        let outcome = try await bench.run(
            "importera", "år.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "40")
        #expect(
            outcome.errors.hasSuffix(
                "Det finns redan svar för samverkan 2021: svar.csv (12 svar). Lägg till --ersatt för att byta ut dem. "
                    + "Inget har sparats.\n"))
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `with --ersatt the other answers take the place of the former`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;Kvinna;Delvis;Delvis;Delvis"), to: "år.csv")
        let outcome = try await bench.run(
            "importera", "år.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "7", "--ersatt")
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.hasSuffix("samverkan 2021: sparat i stället för svar.csv (12 svar).\n"))
        let imports = try await bench.imports()
        #expect(imports.map(\.files).map { $0.map(\.name) } == [["år.csv"]])
        #expect(imports.map(\.respondents) == [1])
        #expect(imports.map(\.invited) == [7])
    }

    @Test(arguments: [["--tillfragade", "41"], [], ["--tillfragade", "frågade.csv"]])
    func `the same answers with another number asked are no longer the same import`(_ asked: [String]) async throws {
        let bench = try await Workbench.imported()
        try bench.write("insats;antal\nÄngen;10\nÖn;30\n", to: "frågade.csv")
        let command = ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2021"] + asked
        let before = try bench.snapshot()
        let refused = try await bench.run(command)
        #expect(refused.errors.hasPrefix("Det finns redan svar för samverkan 2021: svar.csv (12 svar). "))
        #expect(refused.code == Ending.badData)
        #expect(try bench.snapshot() == before)
        #expect(try await bench.run(command + ["--ersatt"]).code == 0)
    }

    @Test func `a new division of those asked is no longer the same import`() async throws {
        let bench = try await Workbench.imported()
        try bench.write("insats;antal\nÄngen;10\nÖn;30\n", to: "frågade.csv")
        try bench.write("insats;antal\nÄngen;20\nÖn;20\n", to: "rättade.csv")
        #expect(try await bench.run(Samverkan.imports("svar.csv", "--tillfragade", "frågade.csv")).code == 0)
        let before = try bench.snapshot()
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--tillfragade", "rättade.csv"))
        #expect(outcome.errors.hasPrefix("Det finns redan svar för samverkan 2022: svar.csv (12 svar). "))
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `--prova tells all that an import tells and stores nothing`() async throws {
        let bench = try await Workbench.imported()
        let before = try bench.snapshot()
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--prova", "--tillfragade", "40"))
        #expect(
            outcome.output == """

                svar.csv: UTF-8 med semikolon mellan kolumnerna, rubriker på rad 1, 12 rader.

                Kol.  Rubrik                                  Vad den är                      Igenkänd på
                ----------------------------------------------------------------------------------------------------
                A     Insats                                  bakgrund: insats                kod
                        Ängen: 6 · Ön: 6
                B     Kön                                     bakgrund: kön                   kod
                        Kvinna: 7 · Man: 4 · Annat: 1
                C     stod                                    fråga 1 (stod)                  kod
                        Till stor del: 4 · Helt och hållet: 4 · Delvis: 3 · Inte alls: 1
                D     malen                                   fråga 2 (malen)                 kod
                        Delvis: 5 · Till stor del: 3 · Inte alls: 1 · Vet ej: 1 · Helt och hållet: 1 · tomt: 1
                E     ratt                                    fråga 3 (ratt)                  kod
                        Helt och hållet: 2 · Inte alls: 2 · Vet ej: 1 · Delvis: 3 · Till stor del: 3 · tomt: 1

                5 kolumner: 3 frågor, 2 bakgrunder, 0 utelämnas, inget tveksamt.

                samverkan 2022: 12 svar, 40 tillfrågade.
                Inget har sparats: --prova gör allt utom att spara.

                """)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.code == 0)
        #expect(try bench.snapshot() == before)
    }

    @Test func `--prova makes no register`() async throws {
        let bench = try Workbench()
        try bench.write(Samverkan.answers, to: "svar.csv")
        #expect(try await bench.run(Samverkan.imports("svar.csv", "--prova")).code == 0)
        #expect(!bench.has("register.sqlite"))
    }

    @Test func `a row without an answer is counted and is no respondent`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;Kvinna;;;", "Ön;Man;Delvis;;", "Ön;Man;;;Delvis"), to: "år.csv")
        let outcome = try await bench.run(Samverkan.imports("år.csv"))
        #expect(outcome.errors == "Obs: år.csv: 1 tomt svar räknas inte som svarande.\n")
        let stored = try #require(try await bench.imports().first)
        #expect(stored.respondents == 2)
        #expect(stored.files.map(\.emptyRows) == [1])
    }

    @Test func `columns that stand for nothing are listed with why they are left out`() async throws {
        let bench = try await Workbench.imported()
        let export = Export.with {
            $0.append("E-post", ["åsa@post.example"])
            $0.append("IP-adress", ["192.0.2.7"])
            $0.append("Vad tänker du på?", ["Åt gröt."])
        }
        try bench.write(export.bytes, to: "år.csv")
        let person = "kan peka ut en person och sparas aldrig"
        let other = "svarar inte mot någon fråga eller bakgrund i formuläret"
        let outcome = try await bench.run(Samverkan.imports("år.csv"))
        #expect(
            outcome.output == """
                år.csv: UTF-8 med semikolon mellan kolumnerna, 12 svar på 3 frågor, bakgrund: insats, kön.
                  utelämnat: ”E-post” \(person)
                  utelämnat: ”IP-adress” \(person)
                  utelämnat: ”Vad tänker du på?” \(other)
                samverkan 2022: 12 svar, antal tillfrågade okänt.
                samverkan 2022: sparat.

                """)
        let stored = try #require(try await bench.imports().first)
        #expect(
            stored.files.map(\.leftOut)
                == [["E-post": person, "IP-adress": person, "Vad tänker du på?": other]])
    }

    @Test func `a folder is imported as one, and again without a change`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.answers, to: "år/svar.csv")
        try bench.write("insats;antal\nÄngen;20\nÖn;20\n", to: "år/frågade.csv")
        try bench.write(
            "förbund: Åkerbygden\nperiod: 2022\nenkäter:\n  samverkan:\n    filer: [svar.csv]\n"
                + "    tillfrågade: frågade.csv\n", to: "år/matning.yaml")
        #expect(try await bench.run("importera", "år").output.hasSuffix("samverkan 2022: sparat.\n"))
        let before = try bench.snapshot()
        let again = try await bench.run("importera", "år/")
        #expect(again.output.hasSuffix("samverkan 2022: samma filer är redan inlästa. Inget har ändrats.\n"))
        #expect(again.code == 0)
        #expect(try bench.snapshot() == before)
    }

    @Test func `a questionnaire that was answered last time and not now is told to be missing`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(
            Samverkan.formular.replacing("id: samverkan", with: "id: annan"), to: "Surveys/formular/annan.yaml")
        try bench.write(Samverkan.answers, to: "annan.csv")
        let imported = try await bench.run(
            "importera", "annan.csv", "--enkat", "annan", "--period", "2022", "--tyst")
        #expect(imported.code == 0, "\(imported.errors)")
        let outcome = try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods")
        #expect(outcome.code == 0)
        #expect(outcome.errors == "Obs: samverkan 2022 saknas och får inget blad. 2021 finns svar.\n")
    }

    @Test func `--prova asks the register what would come of it`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.file("Ön;Kvinna;Delvis;Delvis;Delvis"), to: "år.csv")
        let before = try bench.snapshot()
        let command = ["importera", "år.csv", "--enkat", "samverkan", "--period", "2021", "--prova"]
        let refused = try await bench.run(command)
        #expect(refused.errors.hasPrefix("Det finns redan svar för samverkan 2021: svar.csv (12 svar). "))
        #expect(refused.code == Ending.badData)
        let replacing = try await bench.run(command + ["--ersatt"])
        #expect(replacing.code == 0)
        #expect(replacing.output.contains("samverkan 2021: skulle sparas i stället för svar.csv (12 svar).\n"))
        #expect(try bench.snapshot() == before)
    }

    @Test func `of two folders nothing is stored where one is refused by what is there`() async throws {
        let bench = try await Workbench.imported()
        for (folder, period, gender) in [("nästa år", "2022", "Man"), ("i år", "2021", "Kvinna")] {
            try bench.write(Samverkan.file("Ön;\(gender);Delvis;Delvis;Delvis"), to: "\(folder)/svar.csv")
            try bench.write(
                "förbund: \(Samverkan.forbund)\nperiod: \(period)\nenkäter:\n  samverkan:\n    filer: [svar.csv]\n",
                to: "\(folder)/matning.yaml")
        }
        let before = try bench.snapshot()
        let outcome = try await bench.run("importera", "nästa år", "i år")
        #expect(outcome.errors.hasPrefix("Det finns redan svar för samverkan 2021: svar.csv (12 svar). "))
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
        #expect(try await bench.run("importera", "nästa år", "i år", "--ersatt").code == 0)
        #expect(try await bench.imports().map(\.period) == ["2022", "2021"])
    }

    @Test(arguments: [
        "--enkat", "--period", "--over-till", "--tillfragade", "--skiljetecken", "--kolumn", "--blad", "--mappning",
    ])
    func `what a folder's description says is not said beside it`(_ option: String) async throws {
        let bench = try await Workbench.imported()
        let value =
            [
                "--enkat": "samverkan", "--period": "2022", "--over-till": "2022", "--skiljetecken": "komma",
                "--kolumn": "a=stod",
            ][option] ?? "3"
        let outcome = try await bench.run("importera", "Surveys", option, value)
        #expect(
            outcome.errors.hasPrefix(
                "--enkat, --period, --over-till, --tillfragade, --kolumn, --blad, --mappning och --skiljetecken gäller filer."
            ))
        #expect(outcome.code == Ending.usage)
    }

    @Test(arguments: ["9223372036854775807", "1000000001", "-5"])
    func `a number asked that no people can be is refused`(_ number: String) async throws {
        let bench = try await Workbench.imported()
        let before = try bench.snapshot()
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--tillfragade=\(number)"))
        #expect(outcome.errors.contains("”\(number)” är inget antal."))
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    @Test func `a row with the sum of the others is no group`() async throws {
        let bench = try await Workbench.imported()
        try bench.write("insats;antal\nÄngen;20\nÖn;20\nTotalt;40\n", to: "frågade.csv")
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--tillfragade", "frågade.csv"))
        #expect(outcome.errors.hasPrefix("frågade.csv, rad 4, kolumn A (”insats”): ”Totalt” är ingen grupp."))
        #expect(outcome.code == Ending.badData)
    }

    @Test func `the size of a file does not tell how few answered`() async throws {
        let bench = try Workbench()
        try bench.write(Samverkan.file("Ön;Kvinna;Delvis;Delvis;Delvis"), to: "svar.csv")
        #expect(try await bench.run(Samverkan.imports("svar.csv", "--forbund", "Åkerbygden")).code == 0)
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods").code == 0)
        let sources = try await Python.sheet("Källor", of: "bilaga.ods", in: bench)
        let row = try #require(sources.first { $0.contains("svar.csv") })
        #expect(row.count { $0 == "[skyddad]" } == 3)
        #expect(!row.contains { Double($0) != nil && $0 != "2022.0" })
    }
}
