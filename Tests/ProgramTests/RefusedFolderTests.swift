import Testing

private let answers = Samverkan.file("Ön;K;4;4;4")
private let good = """
    förbund: Åkerbygden
    period: 2022
    enkäter:
      samverkan:
        filer: [svar.csv]

    """

/// What is told of a file with the one heading "Färg".
private let oneColumn =
    "filen blev en enda kolumn. Den lästes som UTF-8 med semikolon mellan kolumnerna. De första raderna blev:\n"
    + "  rad 1: ”Färg”\n  rad 2: ”Blå”\n"
    + "Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) och teckenkodningen.\nInget har sparats."

@Suite("A folder of answers is imported as one: whatever is wrong with it, nothing of it is stored")
struct RefusedFolderTests {
    @Test(arguments: descriptions) func `a broken matning.yaml is told with line, what stands there and what should`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: contents) func `a fault in one file of a folder keeps all of them out`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test func `two folders with the same questionnaire and period are told as such, not as a former import`()
        async throws
    {
        let bench = try await Workbench.imported()
        for (folder, text) in [("år", answers), ("nästa år", Samverkan.answers)] {
            try bench.write(text, to: "\(folder)/svar.csv")
            try bench.write(good, to: "\(folder)/matning.yaml")
        }
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2022", "--ur", "år", "nästa år")
        #expect(
            outcome.errors == "nästa år/matning.yaml: samverkan 2022 finns redan i en annan av mapparna. Ange bara en "
                + "av dem.\n")
        #expect(outcome.code == Ending.badData)
        #expect(try bench.snapshot() == before)
    }

    private static func description(_ name: String, _ text: String, _ message: String) -> Refused {
        Refused(
            name, [("år/svar.csv", answers), ("år/matning.yaml", text)], ["importera", "år"],
            "år/matning.yaml\(message)\nInget har sparats.", Ending.badData)
    }

    private static func description(_ name: String, replacing: String, with: String, _ message: String) -> Refused {
        description(name, good.replacing(replacing, with: with), message)
    }

    private static let descriptions = [
        description(
            "an unknown key", replacing: "enkäter:", with: "enkater:",
            ", rad 3: nyckeln ”enkater” är okänd. Menade du enkäter? Här får stå: förbund, period, konstruerade svar, "
                + "enkäter."),
        description(
            "an unknown key of a questionnaire", replacing: "filer:", with: "fil:",
            ", rad 5: nyckeln ”fil” är okänd. Menade du filer? Här får stå: filer, tillfrågade, blad, "
                + "mappning, kolumner."),
        description(
            "a missing key", replacing: "period: 2022\n", with: "",
            ", rad 1: ”period” saknas för mätningen. Lägg till en rad ”period: ...”."),
        description(
            "a key without a value", replacing: "Åkerbygden", with: "",
            ", rad 1: ”förbund” är tomt, men ska vara en text."),
        description(
            "a bad period", replacing: "2022", with: "i år",
            ", rad 2: ”i år” är ingen period. Skriv ett år (2021), två månader (2020-11--2021-10), en tertial "
                + "(2021-T1) eller ett halvår (2021-VT, 2021-HT)."),
        description(
            "a period before the questionnaire", replacing: "2022", with: "2020",
            ", rad 4: formuläret samverkan har ingen version för 2020, den första gäller från 2021. Lägg till en "
                + "version i formuläret eller rätta perioden."),
        description(
            "an unknown questionnaire", replacing: "samverkan:", with: "samvärkan:",
            ", rad 4: enkäten ”samvärkan” finns inte. Menade du samverkan? De som finns: samverkan."),
        description(
            "a word where a list should be", replacing: "[svar.csv]", with: "svar.csv",
            ", rad 5: ”filer” är ”svar.csv”, men ska vara en lista, med ett streck framför varje rad."),
        description(
            "a word that is neither yes nor no", replacing: "enkäter:", with: "konstruerade svar: kanske\nenkäter:",
            ", rad 3: ”konstruerade svar” är ”kanske”. Här får stå: ja, nej."),
        description(
            "no files", replacing: "[svar.csv]", with: "[]", ", rad 5: ”filer” är tomt, men ska vara minst en fil."),
        description(
            "no list of files", replacing: "filer: [svar.csv]", with: "tillfrågade: 40",
            ", rad 5: ”filer” saknas för enkäten samverkan. Lägg till en rad ”filer: ...”."),
        description(
            "no questionnaires", "förbund: Åkerbygden\nperiod: 2022\nenkäter: {}\n",
            ", rad 3: ”enkäter” är tomt, men ska vara minst en enkät."),
        description(
            "fewer asked than answered", replacing: "[svar.csv]", with: "[svar.csv]\n    tillfrågade: 0",
            ", rad 4: för samtliga finns 1 svar men bara 0 tillfrågade. Rätta antalet tillfrågade eller filerna."),
        description(
            "text that is no YAML", replacing: "Åkerbygden", with: "Åkerbygden: norra delen",
            ", rad 1: filen kan inte läsas som YAML: ett kolon för mycket: sätt texten inom citattecken."),
        description(
            "a quote that never ends", replacing: "Åkerbygden", with: "\"Åkerbygden",
            ", rad 6: filen kan inte läsas som YAML: ett citattecken eller en parentes som inte avslutas."),
        description(
            "a tab as indent", replacing: "  samverkan", with: "\tsamverkan",
            ", rad 4: filen kan inte läsas som YAML: ett tabbtecken eller en ogiltig början: dra in med mellanslag."),
        description(
            "a key that stands twice", replacing: "period: 2022\n", with: "period: 2022\nperiod: 2023\n",
            ", rad 2: filen kan inte läsas som YAML: nyckeln period står två gånger: ta bort den ena."),
        description(
            "a list instead of keys", "- Åkerbygden\n- 2022\n",
            ", rad 1: ”mätningen” är en lista, men ska vara rader av formen ”nyckel: värde”."),
        description("nothing", "# ännu inget\n", ": filen kan inte läsas som YAML: filen är tom."),
        Refused(
            "a description that is not UTF-8",
            bytes: [("år/matning.yaml", Array("f".utf8) + [0xF6] + Array("rbund: X\n".utf8))], ["importera", "år"],
            "år/matning.yaml: filen kan inte läsas som YAML: filen är inte UTF-8.\nInget har sparats.", Ending.badData),
    ]

    private static let contents = [
        Refused(
            "a file that does not exist", [("år/matning.yaml", good)], ["importera", "år"],
            "år/svar.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        Refused(
            "a folder where a file should be", [("år/svar.csv/x", ""), ("år/matning.yaml", good)],
            ["importera", "år/"],
            "år/svar.csv: filen kan inte läsas: det är en mapp, inte en fil.\nInget har sparats.", Ending.inputOutput),
        Refused(
            "a file of those asked that does not exist",
            [("år/svar.csv", answers), ("år/matning.yaml", good + "    tillfrågade: frågade.csv\n")],
            ["importera", "år"],
            "år/frågade.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.",
            Ending.missingFile),
        Refused(
            "a file of those asked that is bad",
            [
                ("år/svar.csv", answers), ("år/frågade.csv", "insats;antal\nÖn;två\n"),
                ("år/matning.yaml", good + "    tillfrågade: frågade.csv\n"),
            ], ["importera", "år"],
            "år/frågade.csv, rad 2, kolumn B (”antal”): ”två” är inget antal. Skriv ett heltal, 0 eller större.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a second questionnaire that is bad",
            [
                ("år/svar.csv", answers), ("år/ö.csv", "Färg\nBlå\n"),
                ("Surveys/formular/två.yaml", Samverkan.formular.replacing("id: samverkan", with: "id: samsyn")),
                ("år/matning.yaml", good + "  samsyn:\n    filer: [ö.csv]\n"),
            ], ["importera", "år"],
            "år/ö.csv: \(oneColumn)", Ending.badData),
        Refused(
            "a second folder that is bad",
            [
                ("år/svar.csv", answers), ("år/matning.yaml", good),
                ("nästa år/svar.csv", "Färg\nBlå\n"), ("nästa år/matning.yaml", good.replacing("2022", with: "2023")),
            ], ["importera", "år", "nästa år"],
            "nästa år/svar.csv: \(oneColumn)", Ending.badData),
        Refused(
            "a report straight from a bad folder", [("år/matning.yaml", good)],
            ["rapport", "--period", "2022", "--ur", "år"],
            "år/svar.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        Refused(
            "a report from the folders of two förbund",
            [
                ("år/svar.csv", answers), ("år/matning.yaml", good), ("nästa år/svar.csv", answers),
                ("nästa år/matning.yaml", good.replacing("2022", with: "2023").replacing("Åker", with: "Ängs")),
            ], ["rapport", "--period", "2023", "--ur", "år", "nästa år"],
            "nästa år/matning.yaml: mätningen hör till ”Ängsbygden”, men den förra mappen till ”Åkerbygden”. "
                + "Gör en rapport för varje förbund.", Ending.badData),
    ]
}
