import Foundation
import Intake
import Survey
import Tabular
import Testing
import Zip

/// Which sheet of a workbook is read, and what is told of files in other formats than their names say.
struct SheetTests {
    private func read(_ file: String, sheet: String? = nil) throws -> AnswerFile {
        let instrument = try FixtureTests.personal(several: false)
        return try answers(
            in: TableFile(path: FixtureTests.folder.appending(path: file).path), name: "mapp/\(file)",
            to: try #require(instrument.versions.last), of: instrument, sheet: sheet)
    }

    static let chosen: [(file: String, sheet: String, others: [String])] = [
        ("openpyxl-flera-blad.xlsx", "Svar", ["Läs detta först", "Listor"]),
        ("openpyxl-sammanstallning-forst.xlsx", "Svar", ["Sammanställning"]),
        ("openpyxl-tva-svarsblad.xlsx", "Höst 2020", ["Höst 2021"]),
        ("openpyxl-dolt-svarsblad.xlsx", "Höst 2021", ["Höst 2020"]),
        ("libreoffice-flera-blad.ods", "Svar", ["Läs detta först", "Listor"]), ("libreoffice.ods", "svar", []),
    ]

    @Test(arguments: chosen)
    func `the first sheet that is not hidden and looks like answers is read and named`(
        _ expected: (file: String, sheet: String, others: [String])
    ) throws {
        let file = try read(expected.file)
        #expect(file.sheet == expected.sheet)
        #expect(file.understood.otherSheets == expected.others)
        let isDoubtful = expected.file == "openpyxl-tva-svarsblad.xlsx"
        #expect(
            file.remarks.contains(
                .sheetsAlike(file: "mapp/\(expected.file)", sheet: "Höst 2020", others: ["Höst 2021"])) == isDoubtful)
    }

    @Test func `another sheet is read where it is asked for, also one that is hidden`() throws {
        #expect(try read("openpyxl-tva-svarsblad.xlsx", sheet: "Höst 2021").sheet == "Höst 2021")
        let hidden = try read("openpyxl-dolt-svarsblad.xlsx", sheet: "Höst 2020")
        #expect(hidden.sheet == "Höst 2020")
        #expect(hidden.remarks.contains(.hiddenSheet(file: "mapp/openpyxl-dolt-svarsblad.xlsx", sheet: "Höst 2020")))
    }

    @Test func `a sheet that is not there is told with those that are`() {
        let refusal = #expect(throws: Refusal.self) { _ = try read("openpyxl-flera-blad.xlsx", sheet: "Svaren") }
        #expect(
            refusal?.description
                == "mapp/openpyxl-flera-blad.xlsx: det finns inget blad ”Svaren”. Bladen är: ”Läs detta först”, ”Svar”, "
                + "”Listor”. Ange ett av dem med --blad.")
    }

    @Test func `a sheet without a question is refused with its rows`() {
        let refusal = #expect(throws: Refusal.self) {
            _ = try read("openpyxl-flera-blad.xlsx", sheet: "Läs detta först")
        }
        #expect(
            refusal?.description == """
                mapp/openpyxl-flera-blad.xlsx, blad ”Läs detta först”: filen blev en enda kolumn. Den lästes som ett \
                Excel-kalkylark (.xlsx). De första raderna blev:
                  rad 1: ”Exporten gjordes 2021-11-08.”
                  rad 2: ”Bladet Svar har en rad för varje svarand…”
                  rad 3: ”Tomma celler betyder att frågan inte bes…”
                Kontrollera att det är rätt blad (--blad).
                """)
    }

    @Test func `faults are told with the sheet`() throws {
        let instrument = try sampleInstrument()
        let refusal = #expect(throws: Refusal.self) {
            _ = try answers(
                in: TableFile(path: FixtureTests.folder.appending(path: "openpyxl-flera-blad.xlsx").path),
                name: "a.xlsx",
                to: try #require(instrument.versions.last), of: instrument, sheet: "Svar",
                choices: said(("Insats", "stod"), ("Kön", "planering")))
        }
        #expect(
            refusal?.problems.first?.place == Place(file: "a.xlsx", sheet: "Svar", row: 2, column: 2, heading: "Insats")
        )
        #expect(refusal?.description.hasPrefix("a.xlsx, blad ”Svar”, rad 2, kolumn B (”Insats”): svaret ”") == true)
    }

    static let names: [(file: String, told: String?)] = [
        ("ods-som.csv", "filen heter .csv men är ett OpenDocument-kalkylark (.ods); den lästes som det."),
        ("csv-som.xlsx", "filen heter .xlsx men är en textfil (CSV); den lästes som det."),
        ("csv-som.xls", "filen heter .xls men är en textfil (CSV); den lästes som det."),
        ("libreoffice.xlsx", nil), ("libreoffice.ods", nil), ("pspp.sav", nil), ("zsav-som.sav", nil),
        ("koder.csv", nil),
    ]

    @Test(arguments: names)
    func `a name that says another format is told, and does no harm`(_ expected: (file: String, told: String?)) throws {
        let told = try read(expected.file).remarks.filter { if case .otherName = $0 { true } else { false } }
        #expect(told.map(\.description) == (expected.told.map { ["mapp/\(expected.file): \($0)"] } ?? []))
    }

    @Test func `values that an SPSS file declares missing are blank unless they are answers`() throws {
        let file = try read("pspp-saknade-varden.sav")
        #expect(file.remarks.contains(.declaredMissing(file: "mapp/pspp-saknade-varden.sav", cells: 14)))
        // 8 and 9 are declared missing too, but they are Vet ej and Ej aktuellt.
        let codes = try read("pspp.sav").answers.questions
        #expect(file.answers.questions == codes)
        #expect(
            file.columns.contains { $0.values.contains(UnderstoodValue(text: "Vet ej", meaning: "Vet ej", count: 1)) })
        #expect(
            Remark.declaredMissing(file: "a.sav", cells: 1).description
                == "a.sav: 1 cell har ett värde som filen själv anger som saknat. Den räknas som obesvarad.")
    }

    @Test func `a set of several choices in an SPSS file gives each column its value`() throws {
        let personal = try FixtureTests.personal(several: true)
        let read = try answers(
            in: TableFile(path: FixtureTests.folder.appending(path: "pspp-flervalsmangd.sav").path), name: "a.sav",
            to: try #require(personal.versions.last), of: personal, choices: said(("insats", "-")))
        #expect(read.answers.group("insats")?.choices?.allSatisfy { $0.count == 1 } == true)
        #expect(read.columns.count { if case .option = $0.meaning { true } else { false } } == 2)
    }
}
