import Testing

private let answers = Samverkan.file("Ängen;K;4;4;4", "Ängen;K;4;4;4", "Ängen;M;4;4;4", "Ön;M;4;4;4")
private let wrong = "Rätta antalet tillfrågade eller filerna.\nInget har sparats."

@Suite("A number of those asked that cannot be is refused")
struct RefusedInvitedTests {
    @Test(arguments: numbers) func `more answers than were asked are told with the group and both numbers`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: files) func `a file of those asked is told what it should have been`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    private static func refused(_ name: String, asked: String, _ message: String, _ code: Int32) -> Refused {
        Refused(name, [("år.csv", answers)], Samverkan.imports("år.csv", "--tillfragade", asked), message, code)
    }

    private static func refused(_ name: String, file: String, _ message: String) -> Refused {
        Refused(
            name, [("år.csv", answers), ("frågade.csv", file)],
            Samverkan.imports("år.csv", "--tillfragade", "frågade.csv"), message, Ending.badData)
    }

    private static let numbers = [
        refused(
            "more than in all", asked: "3",
            "år.csv: för samtliga finns 4 svar men bara 3 tillfrågade. \(wrong)", Ending.badData),
        refused(
            "nobody asked", asked: "0",
            "år.csv: för samtliga finns 4 svar men bara 0 tillfrågade. \(wrong)", Ending.badData),
        refused(
            "more than in an insats", file: "insats;antal\nÄngen;2\nÖn;10\n",
            "frågade.csv: för Ängen finns 3 svar men bara 2 tillfrågade. \(wrong)"),
        refused(
            "more than in an insats and in all", file: "insats;antal\nÄngen;2\nÖn;1\n",
            "frågade.csv: för Ängen finns 3 svar men bara 2 tillfrågade. Rätta antalet tillfrågade eller filerna.\n"
                + "frågade.csv: för samtliga finns 4 svar men bara 3 tillfrågade. "
                + "Rätta antalet tillfrågade eller filerna.\n2 fel. Inget har sparats."),
        refused(
            "an insats that the file leaves out", file: "insats;antal\nÄngen;20\n",
            "frågade.csv: för Ön finns 1 svar men bara 0 tillfrågade. \(wrong)"),
    ]

    private static let files = [
        refused(
            "a file that does not exist", asked: "frågade.csv",
            "frågade.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.", Ending.missingFile),
        refused(
            "a folder", asked: "Surveys",
            "Surveys: filen kan inte läsas: det är en mapp, inte en fil.\nInget har sparats.", Ending.inputOutput),
        refused("an empty file", file: "", "frågade.csv: filen är tom. Exportera svaren på nytt.\nInget har sparats."),
        refused(
            "no heading of a background", file: "färg;antal\nBlå;20\n",
            "frågade.csv, rad 1: rubrikraden ska ha ”antal” och en av: insats, kön. Skriv till exempel "
                + "”insats;antal”. En fil med en rad för varje tillfrågad ska i stället ha ”svarat”.\nInget har sparats."
        ),
        refused(
            "no heading of a number", file: "insats;hur många\nÖn;20\n",
            "frågade.csv, rad 1: rubrikraden ska ha ”antal” och en av: insats, kön. Skriv till exempel "
                + "”insats;antal”. En fil med en rad för varje tillfrågad ska i stället ha ”svarat”.\nInget har sparats."
        ),
        refused(
            "numbers that are none", file: "insats;antal\nÄngen;två\nÖn;-7\nÅn;\n",
            "frågade.csv, rad 2, kolumn B (”antal”): ”två” är inget antal. Skriv ett heltal, 0 eller större.\n"
                + "frågade.csv, rad 3, kolumn B (”antal”): ”-7” är inget antal. Skriv ett heltal, 0 eller större.\n"
                + "frågade.csv, rad 4, kolumn B (”antal”): ”” är inget antal. Skriv ett heltal, 0 eller större.\n"
                + "3 fel. Inget har sparats."),
        refused(
            "an unknown group", file: "kön;antal\nKvinor;20\nMän;20\n",
            "frågade.csv, rad 2, kolumn A (”kön”): ”Kvinor” är ingen grupp. Menade du Kvinna? "
                + "Grupperna är: Kvinna, Man, Annat.\n"
                + "frågade.csv, rad 3, kolumn A (”kön”): ”Män” är ingen grupp. Menade du Man? "
                + "Grupperna är: Kvinna, Man, Annat.\n2 fel. Inget har sparats."),
        refused(
            "a number without its group", file: "insats;antal\n;20\nÖn;20\n",
            "frågade.csv, rad 2, kolumn A (”insats”): ”” är ingen grupp. Grupperna är: Ängen, Ön.\n"
                + "Inget har sparats."),
        refused(
            "a sum among the groups", file: "insats;kön;antal\nÄngen;K;20\nÖn;M;20\ntotalt;;40\n",
            "frågade.csv, rad 4, kolumn A (”insats”): ”totalt” är ingen grupp. Grupperna är: Ängen, Ön.\n"
                + "frågade.csv, rad 4, kolumn B (”kön”): ”” är ingen grupp. Grupperna är: Kvinna, Man, Annat.\n"
                + "2 fel. Inget har sparats."),
        refused(
            "more than were asked in one of two backgrounds", file: "insats;kön;antal\nÄngen;K;1\nÄngen;M;5\nÖn;M;5\n",
            "frågade.csv: för Kvinna finns 2 svar men bara 1 tillfrågade. \(wrong)"),
        refused(
            "a register where more answered than were asked", file: "insats;tillfrågade;svar\nÄngen;3;4\nÖn;2;1\n",
            "frågade.csv, rad 2, kolumn C (”svar”): för raden finns 4 svar men bara 3 tillfrågade. \(wrong)"),
        refused(
            "a register of people where some neither answered nor did not",
            file: "insats;kön;svarat\nÄngen;K;ja\nÄngen;M;kanske\nÖn;M;#N/A\n",
            "frågade.csv, rad 3, kolumn C (”svarat”): ”kanske” säger inte om personen har svarat. Godtaget är Ja, X eller 1, "
                + "och Nej, 0 eller tomt. Rätta cellen.\n"
                + "frågade.csv, rad 4, kolumn C (”svarat”): cellen innehåller kalkylprogrammets felvärde ”#N/A”. Rätta formeln "
                + "eller skriv in svaret.\n2 fel. Inget har sparats."),
        refused(
            "a name where a group should be, which is not repeated",
            file: "insats;svarat\nanna@exempel.invalid;ja\n",
            "frågade.csv, rad 2, kolumn A (”insats”): ”(dolt)” är ingen grupp. Grupperna är: Ängen, Ön.\n"
                + "Inget har sparats."),
    ]
}
