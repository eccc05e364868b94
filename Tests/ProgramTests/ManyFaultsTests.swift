import Testing

@Suite("Of very many faults the first are told in full and the rest counted")
struct ManyFaultsTests {
    private static func told(_ row: Int, _ letter: String, _ heading: String, _ value: String) -> String {
        "år.csv, rad \(row), kolumn \(letter) (”\(heading)”): svaret ”\(value)” är inget av svarsalternativen. "
            + "Godtagna svar: Helt och hållet, Till stor del, Delvis, Inte alls, Vet ej. "
            + "Rätta cellen, eller lägg till stavningen i formuläret.\n"
    }

    private static let cells = Refused(
        "120 bad cells of two columns",
        [("år.csv", Samverkan.file("Ön;K;4;4;4") + (1...60).map { "Ön;K;Å \($0);4;Ö \($0)\n" }.joined())],
        Samverkan.imports("år.csv"),
        (1...25).map { told($0 + 2, "C", "stod", "Å \($0)") + told($0 + 2, "E", "ratt", "Ö \($0)") }.joined()
            + "år.csv, kolumn C (”stod”): ytterligare 35 okända värden.\n"
            + "år.csv, kolumn E (”ratt”): ytterligare 35 okända värden.\n120 fel. Inget har sparats.", Ending.badData)

    private static let oneMore = Refused(
        "51 bad cells of one column",
        [("år.csv", Samverkan.file("Ön;K;4;4;4") + (1...51).map { "Ön;K;Å \($0);4;4\n" }.joined())],
        Samverkan.imports("år.csv"),
        (1...50).map { told($0 + 2, "C", "stod", "Å \($0)") }.joined()
            + "år.csv, kolumn C (”stod”): ytterligare 1 okänt värde.\n51 fel. Inget har sparats.", Ending.badData)

    private static let rows = Refused(
        "60 rows with more cells than headings, and a bad cell behind them",
        [("år.csv", Samverkan.file() + String(repeating: "Ön;K;4;4;4;å\n", count: 60) + "Ön;K;Å;4;4\n")],
        Samverkan.imports("år.csv"),
        (1...50).map {
            "år.csv, rad \($0 + 1): raden har 6 celler, men rubrikraden 5. Ofta står ett skiljetecken i en text utan "
                + "citattecken: rätta raden eller exportera på nytt.\n"
        }.joined() + "år.csv: ytterligare 10 rader med fel antal celler.\n"
            + "år.csv, kolumn C (”stod”): ytterligare 1 okänt värde.\n61 fel. Inget har sparats.", Ending.badData)

    @Test(arguments: [cells, oneMore, rows]) func `no fault is left out of the count`(
        _ refused: Refused
    ) async throws { try await refused.check() }
}
