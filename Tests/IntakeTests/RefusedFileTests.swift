import Intake
import Survey
import Tabular
import Testing
import Zip

/// Files that are no answers to the questionnaire: what is shown of them.
struct RefusedFileTests {
    static let files: [(text: String, separator: Separator?, told: String)] = [
        (
            "stod;planering\nDelvis;Delvis\n", .comma,
            """
            svar.csv: filen blev en enda kolumn. Den lästes som UTF-8 med komma mellan kolumnerna. De första raderna blev:
              rad 1: ”stod;planering”
              rad 2: ”Delvis;Delvis”
            Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) och teckenkodningen.
            """
        ),
        (
            "stod\nDelvis\n", nil,
            """
            svar.csv: filen blev en enda kolumn. Den lästes som UTF-8 med semikolon mellan kolumnerna. De första raderna blev:
              rad 1: ”stod”
              rad 2: ”Delvis”
            Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) och teckenkodningen.
            """
        ),
        (
            "Datum;Vem;Telefon;Färg\n2021-10-04;åsa@post.example;070-123 45 67;\n\n2021-10-05;\"Åsa\nÖ\";;"
                + "En färg som är längre än de fyrtio tecken som visas\nmer\n", nil,
            """
            svar.csv: ingen kolumn svarar mot någon fråga i formuläret prov. Filen lästes som UTF-8 med semikolon mellan \
            kolumnerna. De första raderna blev:
              rad 1: ”Datum” | ”Vem” | ”Telefon” | ”Färg”
              rad 2: ”2021-10-04” | ”(dolt)” | ”(dolt)”
              rad 4: ”2021-10-05” | ”Åsa Ö” | (tom) | ”En färg som är längre än de fyrtio tecke…”
            Kontrollera att det är rätt enkät (--enkat). Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) \
            och teckenkodningen.
            """
        ),
        (
            "a\tb\tc\td\te\tf\tg\th\ti\tj\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\n", nil,
            """
            svar.csv: ingen kolumn svarar mot någon fråga i formuläret prov. Filen lästes som UTF-8 med tabb mellan kolumnerna. \
            De första raderna blev:
              rad 1: ”a” | ”b” | ”c” | ”d” | ”e” | ”f” | ”g” | ”h” | … 2 celler till
              rad 2: ”1” | ”2” | ”3” | ”4” | ”5” | ”6” | ”7” | ”8” | … 2 celler till
            Kontrollera att det är rätt enkät (--enkat). Kontrollera skiljetecknet (--skiljetecken komma, semikolon eller tabb) \
            och teckenkodningen.
            """
        ),
        ("\u{FEFF} \n;;\n", nil, "svar.csv: filen är tom. Exportera svaren på nytt."),
        ("", nil, "svar.csv: filen är tom. Exportera svaren på nytt."),
    ]

    @Test(arguments: files)
    func `a file that is no answers is refused with how it was read and its first rows`(
        _ file: (text: String, separator: Separator?, told: String)
    ) {
        let refusal = #expect(throws: Refusal.self) { _ = try read(file.text, separator: file.separator) }
        #expect(refusal?.description == file.told)
    }

    @Test func `a questionnaire of one question may be a file of one column`() throws {
        let sample = try sampleInstrument()
        let version = try #require(sample.versions.first)
        let bytes = Array("Får du stöd?\nDelvis\nVet ej\n".utf8)
        let file = try answers(in: TableFile(MemoryBytes(bytes)), name: "svar.csv", to: version, of: sample)
        #expect(file.answers.questions.map(\.codes) == [[2, 4]])
    }

    /// Every error of the table reader that a file can cause has words that say what to do.
    static let errors: [(error: TableError, told: String)] = [
        (
            .notATable(.oldExcel),
            "filen är en gammal Excel-fil (.xls). Öppna den i Excel eller LibreOffice och spara som .xlsx eller .ods."
        ),
        (
            .notATable(.encryptedWorkbook),
            "kalkylarket är skyddat med lösenord. Öppna det, ta bort lösenordet och spara som .xlsx eller .ods."
        ),
        (
            .archive(.encrypted(entry: "content.xml")),
            "kalkylarket är skyddat med lösenord. Öppna det, ta bort lösenordet och spara som .xlsx eller .ods."
        ),
        (
            .archive(.truncated(entry: "content.xml")),
            "delen ”content.xml” är avhuggen. Filen är nog skadad eller avhuggen. Öppna kalkylarket i Excel eller "
                + "LibreOffice och spara det på nytt, eller exportera svaren igen."
        ),
        (
            .archive(.ratioTooHigh(entry: nil, size: 2_000, compressed: 2, limit: 200)),
            "filen packas upp från 2 till mer än 2000 byte, men högst 200 gånger så mycket läses. En sådan fil läses inte, "
                + "eftersom den kan vara gjord för att skada. Spara bladet med svaren som en egen fil, eller som CSV."
        ),
        (
            .xml(part: "xl/workbook.xml", line: 3, .doctype),
            "kalkylarkets del xl/workbook.xml, rad 3: där finns en dokumenttypsdeklaration (DOCTYPE), som inte läses. Öppna "
                + "kalkylarket i Excel eller LibreOffice och spara det på nytt, eller exportera svaren igen."
        ),
        (
            .cell(Tabular.Place(sheet: "Svar", sheetRow: 4, column: 2), .notComputed),
            "blad ”Svar”, rad 4, kolumn C: cellen är en formel som aldrig har räknats ut. Öppna kalkylarket i Excel eller "
                + "LibreOffice, som räknar ut den, och spara det."
        ),
        (
            .spss(.unknownCodePage("KOI8-R")),
            "SPSS-filen är i teckenkodningen ”KOI8-R”, som inte läses. Spara den i UTF-8 (Unicode) från SPSS."
        ),
        (
            .spss(.cutOff(.cases)),
            "SPSS-filen är avhuggen: svaren tar slut för tidigt. Kopiera eller exportera den på nytt, eller spara svaren som "
                + "CSV."
        ),
        (
            .noSuchSheet("Svar", existing: ["Blad1", "Blad2"]),
            "det finns inget blad ”Svar”. Bladen är: ”Blad1”, ”Blad2”. Ange ett av dem med --blad."
        ),
        (.pipeTooLong(limit: 10), "det som kom genom röret är mer än 10 byte. Spara det som en fil och läs in den."),
        (.tooManyCells(limit: 10), "filen har fler än 10 celler med innehåll. Dela upp den i flera filer."),
    ]

    @Test(arguments: errors)
    func `what a file is or suffers from is told with what to do`(_ expected: (error: TableError, told: String)) {
        #expect(Refusal(Place(file: "a.xlsx"), .unreadable(expected.error)).description == "a.xlsx: \(expected.told)")
    }

    @Test(arguments: ForeignFormat.allCases)
    func `every foreign format is told with another to save in`(_ format: ForeignFormat) {
        let told = Refusal(Place(file: "a"), .unreadable(.notATable(format))).description
        #expect(told.hasPrefix("a: ") && told.hasSuffix("."))
        #expect(["spara", "Spara", "exportera", "Exportera", "Packa upp"].contains { told.contains($0) }, "\(told)")
    }
}
