import Foundation
import Testing

private let accepted = "Godtagna svar: Helt och hållet, Till stor del, Delvis, Inte alls, Vet ej. "
private let mend = "Rätta cellen, eller lägg till stavningen i formuläret."
private let separatorHint =
    "Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) och teckenkodningen."
private let never =
    "fri text, e-postadresser och långa nummer sparas aldrig. "
    + "Rätta cellen, eller byt rubrik så att kolumnen utelämnas."

@Suite("A bad file of answers is refused, all that is wrong is told and nothing is stored")
struct RefusedAnswersTests {
    @Test(arguments: cells) func `a cell that means nothing is told with its place, value and what may stand there`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: columns) func `columns that do not fit the questionnaire are told by name`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: texts) func `a file that is no table of answers is told where it stops being one`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(arguments: sources) func `a file that cannot be read is told by name`(
        _ refused: Refused
    ) async throws { try await refused.check() }

    @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
    func `a file that the user may not read is told as such`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Samverkan.answers, to: "år.csv")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: bench.folder.appending(path: "år.csv").path)
        let outcome = try await bench.run(Samverkan.imports("år.csv"))
        #expect(
            outcome.errors
                == "år.csv: filen kan inte läsas: du har inte rätt att läsa den.\nInget har sparats.\n")
        #expect(outcome.code == Ending.inputOutput)
    }

    private static let cells = [
        Refused(
            "an unknown answer that is near a known one",
            [("år.csv", Samverkan.file("Ängen;Kvinna;Till stor däl;Delvis;Delvis"))], Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn C (”stod”): svaret ”Till stor däl” är inget av svarsalternativen. "
                + "Menade du Till stor del? \(accepted)\(mend)\nInget har sparats.", Ending.badData),
        Refused(
            "an unknown answer that is near nothing",
            [("år.csv", Samverkan.file("Ängen;Kvinna;Delvis;Ååh nej;Delvis"))], Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn D (”malen”): svaret ”Ååh nej” är inget av svarsalternativen. "
                + "\(accepted)\(mend)\nInget har sparats.", Ending.badData),
        Refused(
            "a code that the scale does not have",
            [("år.csv", Samverkan.file("Ängen;Kvinna;4;3;5"))], Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn E (”ratt”): svaret ”5” är inget av svarsalternativen. "
                + "\(accepted)\(mend)\nInget har sparats.", Ending.badData),
        Refused(
            "an unknown background value",
            [("år.csv", Samverkan.file("Ängen;Kvina;Delvis;Delvis;Delvis"))], Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn B (”Kön”): ”Kvina” är inget känt värde för kön. Menade du Kvinna? "
                + "Godtagna värden: Kvinna, Man, Annat. \(mend)\nInget har sparats.", Ending.badData),
        Refused(
            "an e-mail address as insats",
            [("år.csv", Samverkan.file("åsa@post.example;Kvinna;Delvis;Delvis;Delvis"))],
            Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn A (”Insats”): ”åsa@post.example” kan inte vara insats: \(never)\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a personal number as insats",
            [("år.csv", Samverkan.file("19121212-1212;Kvinna;Delvis;Delvis;Delvis"))], Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn A (”Insats”): ”19121212-1212” kan inte vara insats: \(never)\nInget har sparats.",
            Ending.badData),
        Refused(
            "free text as insats, which is shown cut",
            [("år.csv", Samverkan.file(String(repeating: "Då åt jag gröt. ", count: 8) + ";K;4;4;4"))],
            Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn A (”Insats”): ”" + String(repeating: "Då åt jag gröt. ", count: 5)
                + "…” kan inte vara insats: \(never)\nInget har sparats.", Ending.badData),
        Refused(
            "two lines in a cell of insats, told with the row where the cell begins",
            [("år.csv", Samverkan.file("Ön;K;4;4;4", "\"Ön\noch ån\";K;4;4;4"))], Samverkan.imports("år.csv"),
            "år.csv, rad 3, kolumn A (”Insats”): ”Ön och ån” kan inte vara insats: \(never)\nInget har sparats.",
            Ending.badData),
        Refused(
            "faults of many kinds, told by row and column",
            [("år.csv", Samverkan.file("Ön;Kvina;4;Aldrig;4", "Ön;K;Nej;4;4", "Ön;K;4;4;4;5"))],
            Samverkan.imports("år.csv"),
            "år.csv, rad 2, kolumn B (”Kön”): ”Kvina” är inget känt värde för kön. Menade du Kvinna? "
                + "Godtagna värden: Kvinna, Man, Annat. \(mend)\n"
                + "år.csv, rad 2, kolumn D (”malen”): svaret ”Aldrig” är inget av svarsalternativen. \(accepted)\(mend)\n"
                + "år.csv, rad 3, kolumn C (”stod”): svaret ”Nej” är inget av svarsalternativen. "
                + "\(accepted)\(mend)\n"
                + "år.csv, rad 4: raden har 6 celler, men rubrikraden 5. Ofta står ett skiljetecken i en text utan "
                + "citattecken: rätta raden eller exportera på nytt.\n4 fel. Inget har sparats.", Ending.badData),
    ]

    private static let columns = [
        Refused(
            "a question without a column",
            [("år.csv", "Insats;Kön;stod;ratt\nÖn;K;4;4\n")], Samverkan.imports("år.csv"),
            "år.csv, rad 1: ingen kolumn för fråga 2, ”Är målen ”gemensamma” för er?”. Rubriken ska vara frågans id, "
                + "nummer eller hela text; heter kolumnen något annat, lägg till --kolumn \"rubrik=malen\".\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "two columns for a question and none for another",
            [("år.csv", "Insats;Kön;stod;malen;1. Får du stödet när du behöver det?\nÖn;K;4;4;3\n")],
            Samverkan.imports("år.csv"),
            "år.csv, kolumn E (”1. Får du stödet när du behöver det?”): fråga 1 finns redan i kolumn C, och innehållet är "
                + "ett annat. Utelämna den ena, till exempel med --kolumn \"1. Får du stödet när du behöver det?=-\", "
                + "eller byt rubrik på den.\n"
                + "år.csv, rad 1: ingen kolumn för fråga 3, ”Går ni åt rätt håll?”. Rubriken ska vara frågans id, nummer "
                + "eller hela text; heter kolumnen något annat, lägg till --kolumn \"rubrik=ratt\".\n"
                + "2 fel. Inget har sparats.", Ending.badData),
        Refused(
            "two columns for a background",
            [("år.csv", "Insats;Verksamhet;stod;malen;ratt\nÖn;Ängen;4;4;4\n")], Samverkan.imports("år.csv"),
            "år.csv, kolumn B (”Verksamhet”): insats finns redan i kolumn A, och innehållet är ett annat. Utelämna den ena, "
                + "till exempel med --kolumn \"Verksamhet=-\", eller byt rubrik på den.\nInget har sparats.",
            Ending.badData),
        Refused(
            "no question at all", [("år.csv", "Färg;Ålder\nBlå;40\n")], Samverkan.imports("år.csv"),
            "år.csv: ingen kolumn svarar mot någon fråga i formuläret samverkan. Filen lästes som UTF-8 med semikolon "
                + "mellan kolumnerna. De första raderna blev:\n  rad 1: ”Färg” | ”Ålder”\n  rad 2: ”Blå” | ”40”\n"
                + "Kontrollera att det är rätt enkät (--enkat). \(separatorHint)\nInget har sparats.", Ending.badData),
        Refused(
            "the wrong separator asked for", [("år.csv", Samverkan.file("Ön;K;4;4;4"))],
            Samverkan.imports("år.csv", "--skiljetecken", "tabb"),
            "år.csv: filen blev en enda kolumn. Den lästes som UTF-8 med tabb mellan kolumnerna. De första raderna blev:\n"
                + "  rad 1: ”Insats;Kön;stod;malen;ratt”\n  rad 2: ”Ön;K;4;4;4”\n\(separatorHint)\nInget har sparats.",
            Ending.badData),
        Refused(
            "more than 500 different values of a background",
            [
                (
                    "år.csv",
                    Samverkan.headings.joined(separator: ";") + "\n" + (1...501).map { "Å \($0);K;4;4;4\n" }.joined()
                )
            ],
            Samverkan.imports("år.csv"),
            "år.csv, kolumn A (”Insats”): 501 olika värden för insats, men högst 500 godtas. Kolumnen är nog något "
                + "annat: byt rubrik på den.\nInget har sparats.", Ending.badData),
    ]

    private static let texts = [
        Refused(
            "more cells than headings", [("år.csv", Samverkan.file("Ön;K;4;4;4;för;många"))],
            Samverkan.imports("år.csv"),
            "år.csv, rad 2: raden har 7 celler, men rubrikraden 5. Ofta står ett skiljetecken i en text utan "
                + "citattecken: rätta raden eller exportera på nytt.\nInget har sparats.", Ending.badData),
        Refused(
            "a quote that never ends", [("år.csv", Samverkan.file("Ön;K;4;\"Delvis;4", "Ån;K;4;4;4"))],
            Samverkan.imports("år.csv"),
            "år.csv: rad 2, kolumn D: cellen börjar med ett citattecken som aldrig avslutas. Rätta cellen eller "
                + "exportera på nytt.\nInget har sparats.", Ending.badData),
        Refused(
            "a NUL character", [("år.csv", Samverkan.file("Ön;K;4;4;4", "Å\0n;K;4;4;4"))], Samverkan.imports("år.csv"),
            "år.csv: rad 3, kolumn A: filen är ingen textfil (den har ett NUL-tecken). Spara eller exportera den som "
                + "CSV.\nInget har sparats.", Ending.badData),
        Refused(
            "two encodings in a file",
            bytes: [("år.csv", Array(Samverkan.file("Ön;K;4;4;4").utf8) + [0xC5, 0x6E] + Array(";K;4;4;4\n".utf8))],
            Samverkan.imports("år.csv"),
            "år.csv: rad 3, kolumn A: filen blandar UTF-8 och Windows-1252. Öppna den i ett kalkylprogram, "
                + "kontrollera å, ä och ö och spara som CSV i UTF-8.\nInget har sparats.", Ending.badData),
        Refused(
            "UTF-16 that is cut off", bytes: [("år.csv", [0xFF, 0xFE, 0xC5, 0x00, 0x6E])], Samverkan.imports("år.csv"),
            "år.csv: rad 1, kolumn A: tecknen är inte UTF-16, som filen säger sig vara. Spara om filen som UTF-8.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "an empty file", [("år.csv", "")], Samverkan.imports("år.csv"),
            "år.csv: filen är tom. Exportera svaren på nytt.\nInget har sparats.", Ending.badData),
        Refused(
            "headings alone", [("år.csv", Samverkan.file())], Samverkan.imports("år.csv"),
            "år.csv: filerna innehåller inga svar. Kontrollera att exporten är rätt och inte bara har rubriker.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "rows without an answer alone", [("år.csv", Samverkan.file("Ön;K;;;", ";;;;"))],
            Samverkan.imports("år.csv"),
            "år.csv: filerna innehåller inga svar. Kontrollera att exporten är rätt och inte bara har rubriker.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "a line longer than a megabyte",
            [("år.csv", Samverkan.file("Ön;K;4;4;" + String(repeating: "å", count: 600_000)))],
            Samverkan.imports("år.csv"),
            "år.csv: rad 2 är längre än 1048576 byte. Filen är nog ingen CSV-fil, eller ett citattecken saknas.\n"
                + "Inget har sparats.", Ending.badData),
        Refused(
            "the same answers twice, under two names",
            [("år.csv", Samverkan.file("Ön;K;4;4;4")), ("år igen.csv", Samverkan.file("Ön;K;4;4;4"))],
            Samverkan.imports("år.csv", "år igen.csv"),
            "år igen.csv: filen har samma innehåll som år.csv. Ta bort den ena.\nInget har sparats.", Ending.badData),
    ]

    private static let sources = [
        Refused(
            "a file that does not exist", Samverkan.imports("finns inte, än.csv"),
            "finns inte, än.csv: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.",
            Ending.missingFile),
        Refused(
            "a file that the system cannot read", Samverkan.imports("/proc/self/mem"),
            "/proc/self/mem: filen kan inte läsas: systemet svarade fel 5. Försök igen eller kopiera filen till en "
                + "annan plats.\nInget har sparats.", Ending.inputOutput),
        Refused(
            "a folder without a description", ["importera", "Surveys"],
            "Surveys/matning.yaml: filen finns inte. Kontrollera namnet och mappen.\nInget har sparats.",
            Ending.missingFile),
        Refused(
            "one bad file and one that does not exist",
            [("år.csv", Samverkan.file("Ön;K;4;4;5"))], Samverkan.imports("år.csv", "borta.csv"),
            "år.csv, rad 2, kolumn E (”ratt”): svaret ”5” är inget av svarsalternativen. \(accepted)\(mend)\n"
                + "borta.csv: filen finns inte. Kontrollera namnet och mappen.\n2 fel. Inget har sparats.",
            Ending.missingFile),
    ]
}
