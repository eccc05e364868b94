import Foundation
import Testing

@Suite("What a workbook gave out is kept, and what has changed since is told with the reason")
struct PublicationTests {
    /// Five of the first year's answers are now the most positive, and five more have come: enough to be told of.
    private static let corrected = Export.with { export in
        for row in 0..<5 { export.rows[row][3] = "Helt och hållet" }
        for answer in ["Delvis", "Delvis", "Delvis", "Till stor del", "Till stor del"] {
            export.rows.append(["Ön", "Kvinna", answer, answer, answer])
        }
    }.text

    private static let sevenOfNextYear = Samverkan.file(
        [String](repeating: "Ön;Kvinna;Delvis;Till stor del;Delvis", count: 7))

    /// 2022 imported too; 2021 is in `Output/bilaga-2021.ods`.
    private func twoYears() async throws -> Workbench {
        let bench = try await Workbench.imported()
        try bench.write(Self.sevenOfNextYear, to: "år.csv")
        try bench.write(Self.corrected, to: "rättat.csv")
        #expect(try await bench.run(Samverkan.imports("år.csv")).code == 0)
        return bench
    }

    private func correct(_ bench: Workbench) async throws {
        let outcome = try await bench.run(
            "importera", "rättat.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "40", "--ersatt",
            "--av",
            "Åsa")
        #expect(outcome.code == 0)
    }

    private static let told =
        "2021 års siffror har ändrats sedan de publicerades (bilaga-2021.ods, DAG): bland annat Personal: 12 svar "
        + "publicerades, nu 17; Personal, fråga 1: 67\u{A0}% positiva (8 av 12) publicerades, nu 59\u{A0}% (10 av 17); "
        + "Personal, fråga 2: 40\u{A0}% positiva (4 av 10) publicerades, nu 60\u{A0}% (9 av 15); "

    @Test func `next year's workbook says that last year's figures have changed, and why, as often as it is made`()
        async throws
    {
        let bench = try await twoYears()
        let unchanged = try await bench.run("rapport", "--period", "2022", "--till", "före.ods")
        #expect(!unchanged.output.contains("har ändrats"))
        try await correct(bench)
        let outcome = try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods")
        let note = try #require(outcome.output.split(separator: "\n").last).description.withoutDays
        #expect(note.hasPrefix(Self.told), "\(note)")
        #expect(
            note.hasSuffix("alla på bladet Källor. Skäl: DAG inläsning 3 ersatte inläsning 1 av samverkan, Åsa."),
            "\(note)")
        let first = try bench.bytes(of: "bilaga.ods")
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods") == outcome)
        #expect(try bench.bytes(of: "bilaga.ods") == first)
        let notes = try await Python.sheet("Anmärkningar", of: "bilaga.ods", in: bench)
        #expect(notes.contains { $0.contains("Förändringar") && $0.contains { $0.withoutDays == note } })
        let sources = try await Python.sheet("Källor", of: "bilaga.ods", in: bench).map { $0.joined() }
        #expect(sources.contains { $0.contains("fråga 3: 50\u{A0}% positiva (5 av 10) publicerades") })
    }

    @Test func `a new edition says what it says otherwise than the one before`() async throws {
        let bench = try await twoYears()
        try await correct(bench)
        let outcome = try await bench.run("rapport", "--period", "2021")
        #expect(outcome.output.withoutDays.contains(Self.told))
        #expect(try await bench.run("rapport", "--period", "2021").output == outcome.output)
        // Taken back, the first edition is right again.
        #expect(try await bench.run("angra").code == 0)
        let next = try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods")
        #expect(next.output.contains("2021 års siffror har ändrats sedan de publicerades (bilaga-2021.ods"))
        #expect(next.output.hasSuffix("inläsning 3 av samverkan togs tillbaka.\n"), "\(next.output)")
    }

    @Test func `a draft, a trial of another import and a workbook straight from folders are not given out`()
        async throws
    {
        let bench = try await twoYears()
        try await correct(bench)
        let before = try await bench.run("perioder", "2021").output
        #expect(try await bench.run("rapport", "--period", "2021", "--utkast", "--till", "utkast.ods").code == 0)
        let trial = try await bench.run("rapport", "--period", "2021", "--import", "1")
        #expect(
            trial.output.hasPrefix("Bilagan för Åkerbygden, 2021, är klar: ")
                && trial.output.contains("bilaga-2021-inlasning-1.ods\n"))
        #expect(
            trial.errors.hasSuffix(
                "Obs: bilagan är gjord som om inläsning 1 gällde, och antecknas inte som utgiven.\n"
                    + "Obs: ge inte ut den här filen: nästa bilaga skyddas bara mot dem som är antecknade som utgivna.\n"
            ))
        let figures = try await Python.figures(of: "Output/bilaga-2021-inlasning-1.ods", in: bench)
        #expect(figures.first?["antal"] == "12.0")
        #expect(try await bench.run("perioder", "2021").output == before)
    }

    @Test func `--mot a workbook that says the same`() async throws {
        let bench = try await twoYears()
        let outcome = try await bench.run(
            "rapport", "--period", "2022", "--till", "bilaga.ods", "--mot", "Output/bilaga-2021.ods")
        #expect(outcome.output.hasSuffix("Alla siffror är desamma som i Output/bilaga-2021.ods.\n"))
        #expect(outcome.code == 0)
    }

    @Test func `--mot a workbook tells every figure that has changed`() async throws {
        let bench = try await twoYears()
        try await correct(bench)
        let outcome = try await bench.run(
            "rapport", "--period", "2022", "--till", "bilaga.ods", "--mot", "Output/bilaga-2021.ods")
        let lines = outcome.output.withoutDays.split(separator: "\n").map(String.init)
        #expect(lines.contains("2021 års siffror har ändrats sedan de publicerades (bilaga-2021.ods, DAG)."))
        #expect(lines.contains("Personal: 12 svar publicerades, nu 17."))
        #expect(
            lines.contains("Personal, fråga 3: 50\u{A0}% positiva (5 av 10) publicerades, nu 47\u{A0}% (7 av 15)."))
        #expect(lines.last == "Skäl: DAG inläsning 3 ersatte inläsning 1 av samverkan, Åsa.")
    }

    private static let refused = [
        Refused(
            "a file that is no bilaga", ["rapport", "--period", "2021", "--mot", "svar.csv"],
            "svar.csv: filen är ingen bilaga: bladet Data med kolumnerna förbund, enkät, period, indelning, grupp, fråga, mått, "
                + "antal, bas saknas. Ange ett kalkylark som ”bilaga rapport” har skrivit.\nInget har sparats.",
            Ending.badData),
        Refused(
            "a file that is not there", ["rapport", "--period", "2021", "--mot", "borta.ods"],
            "borta.ods: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        Refused(
            "an import that is not there", ["rapport", "--period", "2021", "--import", "9"],
            "Inläsning 9 finns inte. ”bilaga perioder” visar de inläsningar som finns.", Ending.badData),
        Refused(
            "a workbook and an import", ["rapport", "--period", "2021", "--import", "1", "--mot", "x.ods"],
            "Ange antingen --mot eller --import, inte båda.", Ending.usage),
        Refused(
            "a workbook beside folders", ["rapport", "--period", "2021", "--ur", "Surveys", "--mot", "x.ods"],
            "--mot och --import gäller svar i registret. Ta bort dem eller --ur.", Ending.usage),
    ]

    @Test(arguments: refused) func `a comparison that cannot be made is refused, and nothing is written`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test func `another förbund's workbook is refused`() async throws {
        let bench = try await twoYears()
        #expect(
            try await bench.run(Samverkan.imports("svar.csv", "--forbund", "Ängsbygden", "--tyst")).code == 0)
        let outcome = try await bench.run(
            "rapport", "--period", "2022", "--forbund", "Ängsbygden", "--mot", "Output/bilaga-2021.ods")
        #expect(
            outcome.errors
                == "Output/bilaga-2021.ods: bilagan gäller ”Åkerbygden”, inte ”Ängsbygden”. Ange förbundets egen "
                + "bilaga, eller ett annat förbund med --forbund.\n")
        #expect(outcome.code == Ending.badData)
    }

    @Test func `where it cannot be written down what was given out, that is told`() async throws {
        let bench = try await twoYears()
        let before = try bench.bytes(of: "register.sqlite")
        let outcome = try await bench.run("rapport", "--period", "2021", "--till", "ny.ods", blocks: 120)
        #expect(
            outcome.errors.hasSuffix(
                "Bilagan är klar: ny.ods. Men det kunde inte antecknas i registret vilka siffror den gav ut. Registret "
                    + "register.sqlite kan inte användas: disken är full. Kontrollera att mappen finns, att du får skriva i den "
                    + "och att disken inte är full.\n"), "\(outcome.errors)")
        #expect(outcome.code == Ending.inputOutput)
        #expect(bench.has("ny.ods"))
        #expect(try await !bench.run("perioder", "2021").output.contains("ny.ods"))
        #expect(try bench.bytes(of: "register.sqlite") == before)
    }

    @Test func `five years stand side by side, those with deleted answers too`() async throws {
        let bench = try await Workbench.imported()
        for year in 2022...2026 {
            let answers = [String](repeating: "Ön;Kvinna;Delvis;Till stor del;Delvis", count: year - 2010)
            try bench.write(Samverkan.file(answers), to: "\(year).csv")
            let imported = try await bench.run("importera", "\(year).csv", "--period", "\(year)", "--tyst")
            #expect(imported.code == 0, "\(imported.errors)")
        }
        #expect(try await bench.run("rapport", "--period", "2023", "--till", "bilaga-2023.ods").code == 0)
        #expect(try await bench.run("gallra", "--period", "2023").code == 0)
        let outcome = try await bench.run("rapport", "--period", "2026", "--jamfor", "2021", "--till", "bilaga.ods")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let sheet = try await Python.sheet("Förändringar", of: "bilaga.ods", in: bench)
        let heading = try #require(sheet.first { $0.contains("Respondentgrupp") })
        // The year compared with and the four nearest.
        #expect(
            heading.filter { $0.wholeMatch(of: /Positivt \d{4}/) != nil }
                == [2021, 2023, 2024, 2025, 2026].map {
                    "Positivt \($0)"
                })
        let question = try #require(sheet.first { $0.contains { $0.hasPrefix("2. Är målen") } })
        let shares = zip(heading, question).filter { $0.0.hasPrefix("Positivt ") }.map(\.1)
        #expect(shares.map { Double($0.split(separator: " ").first ?? "") != nil } == [true, true, true, true, true])
    }

    // MARK: Deleted answers

    @Test func `answers of which nothing was given out are deleted only when that is said`() async throws {
        let bench = try await twoYears()
        let before = try bench.snapshot()
        let refused = try await bench.run("gallra", "--fore", "2023")
        #expect(
            refused.errors
                == "Ingen bilaga har gett ut siffror ur de svar som gäller för samverkan 2022, så inget av dem "
                + "skulle finnas kvar. Gör bilagan först med ”bilaga rapport”, eller lägg till --aven-opublicerade. Inget har "
                + "raderats.\n")
        #expect(refused.code == Ending.badData)
        let trial = try await bench.run("gallra", "--före", "2023", "--även-opublicerade", "--prova")
        #expect(
            trial.output == """
                samverkan 2021: 12 svar skulle raderas.
                samverkan 2022: 7 svar skulle raderas.
                Inget har raderats: --prova visar bara.

                """)
        #expect(try bench.snapshot().mapValues(\.bytes) == before.mapValues(\.bytes))
        #expect(try await bench.run("gallra", "--fore", "2023", "--aven-opublicerade").code == 0)
        let report = try await bench.run("rapport", "--period", "2022")
        #expect(
            report.errors
                == "Svaren för 2022 är gallrade, och ingen bilaga gav ut siffror ur dem. Perioder med svar: 2021.\n")
        #expect(report.code == Ending.badData)
    }

    @Test func `answers that took the place of those given out have not been given out`() async throws {
        let bench = try await twoYears()
        try await correct(bench)
        let refused = try await bench.run("gallra", "--period", "2021")
        #expect(refused.errors.hasPrefix("Ingen bilaga har gett ut siffror ur de svar som gäller för samverkan 2021, "))
        #expect(refused.code == Ending.badData)
    }

    @Test func `what was given out stays as it was when the answers are gone, protected as it was`() async throws {
        let bench = try await twoYears()
        let before = try await Python.figures(of: "Output/bilaga-2021.ods", in: bench)
        let erased = try await bench.run("gallra", "--period", "2021", "--av", "Bo")
        #expect(
            erased.output
                == "samverkan 2021: 12 svar raderade.\n"
                + "Säkerhetskopior och exportfiler har svaren kvar. Radera dem också.\n")
        let outcome = try await bench.run("rapport", "--period", "2021", "--till", "efter.ods")
        #expect(outcome.code == 0)
        #expect(
            outcome.output.hasSuffix("2021: svaren på samverkan är gallrade, och siffrorna är de som gavs ut då.\n"))
        let after = try await Python.figures(of: "efter.ods", in: bench)
        // Why respondents gave no answer was not kept.
        let kept = Set([
            "svar", "tillfrågade", "svarsfrekvens", "negativt", "varken eller", "positivt", "klart positivt",
        ])
        func figures(_ rows: [[String: String]]) -> [[String?]] {
            rows.filter { kept.contains($0["mått"] ?? "") }.map { row in
                ["indelning", "grupp", "fråga", "mått", "antal", "bas", "andel"].map { row[$0] }
            }
        }
        #expect(figures(after) == figures(before))
        #expect(figures(before).count > 30)
        let next = try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods")
        #expect(next.code == 0)
        #expect(!next.output.contains("har ändrats"), "\(next.output)")
        let compared = try await Python.figures(of: "bilaga.ods", in: bench)
        #expect(compared.contains { $0["period"] == "2021.0" && $0["grupp"] == "Ängen" && $0["antal"] == "6.0" })
    }
}
