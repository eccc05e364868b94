import Testing

@Suite("A command that cannot be done is refused, and nothing is stored or written")
struct RefusedCommandTests {
    @Test(arguments: imports) func `an import that lacks something is told what to add`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: reports) func `a report that cannot be made is told why and what can be`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test func `a comparison with a later period is refused`() async throws {
        let bench = try await Workbench.imported()
        #expect(try await bench.run(Samverkan.imports("svar.csv")).code == 0)
        let before = try bench.snapshot()
        let outcome = try await bench.run("rapport", "--period", "2021", "--jämför", "2022")
        #expect(outcome.errors == "Jämförelsen 2022 måste vara tidigare än perioden 2021.\n")
        #expect(outcome.code == Ending.usage)
        #expect(try bench.snapshot() == before)
    }

    @Test(arguments: erasing) func `erasing needs to be told what`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    private static let imports = [
        Refused(
            "an unknown questionnaire", ["importera", "svar.csv", "--enkat", "samvärkan", "--period", "2022"],
            "--enkat: enkäten ”samvärkan” finns inte. Menade du samverkan? De som finns: samverkan.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a period before the first version",
            ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2020-11--2021-10"],
            "svar.csv: formuläret samverkan har ingen version för november 2020–oktober 2021, den första gäller från 2021. "
                + "Lägg till en version i formuläret eller rätta perioden.\nInget har sparats.", Ending.badData),
        Refused(
            "a column that is not said to be anything", Samverkan.imports("svar.csv", "--kolumn", "stod"),
            "--kolumn: ”stod” säger inte vad en kolumn är. Skriv rubriken, ett likhetstecken och frågans id eller nummer, en "
                + "bakgrunds id eller ett streck: --kolumn \"Får du stöd?=3\".\nInget har sparats.", Ending.badData),
        Refused(
            "a column that the file does not have", Samverkan.imports("svar.csv", "--kolumn", "stöd=ratt"),
            "--kolumn: rubriken ”stöd” finns inte i svar.csv. Menade du ”stod”? Skriv den som den står i filen.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a mapping that does not exist", Samverkan.imports("svar.csv", "--mappning", "borta.yaml"),
            "borta.yaml: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        Refused(
            "what is said of files, of a folder", ["importera", "Surveys", "--kolumn", "x=-"],
            "--enkat, --period, --over-till, --tillfragade, --kolumn, --blad, --mappning och --skiljetecken gäller filer. För "
                + "en mapp står det i matning.yaml: ta bort dem.", Ending.usage),
        Refused(
            "a mapping where none can be written",
            Samverkan.imports("svar.csv", "--spara-mappning", "--mappning", "borta/min.yaml"),
            "Mappningen borta/min.yaml kan inte skrivas: mappen finns inte. Ange en annan fil med --mappning.",
            Ending.cannotCreate),
        Refused(
            "no period", ["importera", "svar.csv", "--enkat", "samverkan"],
            "Ange perioden med --period, till exempel --period 2021.", Ending.usage),
        Refused(
            "a förbund without a name", Samverkan.imports("svar.csv", "--förbund", ""),
            "Förbundets namn är tomt. Ange det med --forbund.", Ending.usage),
        Refused(
            "files and folders at once", Samverkan.imports("svar.csv", "Surveys"),
            "Ange antingen mappar eller filer, inte båda.", Ending.usage),
    ]

    private static let reports = [
        Refused(
            "a period without answers", ["rapport", "--period", "2023"],
            "Det finns inga svar för 2023. Perioder med svar: 2021.", Ending.badData),
        Refused(
            "a comparison without answers", ["rapport", "--period", "2021", "--jamfor", "2020"],
            "Det finns inga svar för 2020. Perioder med svar: 2021.", Ending.badData),
        Refused(
            "a comparison with itself", ["rapport", "--period", "2021", "--jamfor", "2021"],
            "Jämförelsen 2021 måste vara tidigare än perioden 2021.", Ending.usage),
        Refused(
            "an unknown förbund", ["rapport", "--period", "2021", "--förbund", "Ängsbygden"],
            "Förbundet ”Ängsbygden” finns inte i registret. De som finns: Åkerbygden.", Ending.badData),
        Refused(
            "a folder that does not exist", ["rapport", "--period", "2021", "--till", "åäö/bilaga.ods"],
            "Filen åäö/bilaga.ods kan inte skrivas: mappen finns inte. Ange en annan fil med --till.",
            Ending.cannotCreate),
        Refused(
            "a folder in the file's place", ["rapport", "--period", "2021", "--till", "Surveys"],
            "Filen Surveys kan inte skrivas: det finns en mapp med det namnet. Ange en annan fil med --till.",
            Ending.cannotCreate),
        Refused(
            "a file in the folder's place", ["rapport", "--period", "2021", "--till", "svar.csv/bilaga.ods"],
            "Filen svar.csv/bilaga.ods kan inte skrivas: mappen finns inte. Ange en annan fil med --till.",
            Ending.cannotCreate),
        Refused(
            "the example into a file",
            [
                ("Surveys/exempel/2020/matning.yaml", example(2020)),
                ("Surveys/exempel/2020/å.csv", Samverkan.firstAnswers),
                ("Surveys/exempel/2021/matning.yaml", example(2021)), ("Surveys/exempel/2021/å.csv", Samverkan.answers),
                ("Surveys/formular/samverkan.yaml", Samverkan.formular.replacing("2021", with: "2020")),
            ], ["exempel", "--till", "svar.csv"],
            "Mappen svar.csv kan inte skapas. Ange en annan med --till.", Ending.cannotCreate),
    ]

    private static func example(_ year: Int) -> String {
        "förbund: Åkerbygden\nperiod: \(year)\nenkäter:\n  samverkan:\n    filer: [å.csv]\n"
    }

    private static let erasing = [
        Refused("nothing", ["gallra"], "Ange antingen --period eller --fore.", Ending.usage),
        Refused(
            "two things", ["gallra", "--period", "2021", "--före", "2021"], "Ange antingen --period eller --fore.",
            Ending.usage),
    ]
}
