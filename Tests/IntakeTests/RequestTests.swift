import Foundation
import Intake
import Survey
import Tabular
import TestSupport
import Testing

/// Whole requests: several files, those who were asked, and looking before reading.
struct RequestTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ text: String, _ name: String) throws -> (path: String, name: String) {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
        return (folder.file(name), name)
    }

    private func request(
        _ files: [(path: String, name: String)], choices: ColumnChoices = ColumnChoices(),
        invited: (source: InvitedSource, path: String?)? = nil,
        progress: (@Sendable (String, Tabular.Progress) -> Void)? = nil
    ) throws -> ImportRequest {
        ImportRequest(
            instrument: try sampleInstrument(), period: Period("2021"), files: files, invited: invited,
            choices: choices, progress: progress, place: Place(file: files.map(\.name).joined(separator: ", ")))
    }

    @Test func `a choice is for the files that have the heading, and one of them must`() throws {
        let files = [
            try write("stod;planering\nDelvis;Delvis\n", "a.csv"), try write("x;planering\nVet ej;Delvis\n", "b.csv"),
        ]
        let read = try Intake.read(try request(files, choices: said(("x", "stod"))))
        #expect(read.measurement.answers.question("stod")?.codes == [2, 4])
        let refusal = #expect(throws: Refusal.self) {
            _ = try Intake.read(try request(files, choices: said(("x", "stod"), ("y", "-"))))
        }
        #expect(
            refusal?.description
                == "--kolumn: rubriken ”y” finns inte i a.csv, b.csv. Skriv den som den står i filen.")
        #expect(refusal?.files.map(\.name) == ["a.csv", "b.csv"])
    }

    @Test func `a wrong target is told where it was said`() throws {
        let choice = ColumnChoices.Choice(
            heading: "x", target: .named("stöd"), match: .mapped, place: Place(file: "karta.yaml", row: 7))
        let refusal = #expect(throws: Refusal.self) {
            _ = try Intake.read(try request([try write("x;planering\n", "a.csv")], choices: ColumnChoices([choice])))
        }
        #expect(refusal?.problems.map(\.place) == [Place(file: "karta.yaml", row: 7)])
    }

    @Test func `what was understood of every file is there when one of them is refused`() throws {
        let files = [
            try write("stod;planering\nDelvis;Delvis\n", "a.csv"), try write("stod;planering\nSådär;Delvis\n", "b.csv"),
            try write("\u{0}", "c.csv"), (folder.file("borta.csv"), "borta.csv"),
        ]
        let refusal = #expect(throws: Refusal.self) { _ = try Intake.read(try request(files)) }
        #expect(refusal?.files.map(\.name) == ["a.csv", "b.csv"])
        #expect(refusal?.problems.map(\.place.file) == ["b.csv", "c.csv", "borta.csv"])
        #expect(refusal?.problems.last?.fact == .missing)
    }

    @Test func `the file's size and SHA-256 are those of its bytes, whatever the format`() throws {
        for name in ["koder.csv", "openpyxl-koder.xlsx", "libreoffice.ods", "pspp.zsav", "openpyxl-tva-svarsblad.xlsx"]
        {
            let path = FixtureTests.folder.appending(path: name).path
            let personal = try FixtureTests.personal(several: false)
            let file = try answers(
                in: TableFile(path: path), name: name, to: try #require(personal.versions.last), of: personal)
            let sum = try run("/usr/bin/sha256sum", [path]).prefix(64)
            #expect(file.source.sha256 == sum)
            #expect(file.source.size == (try Data(contentsOf: URL(filePath: path)).count))
            #expect(file.source.name == name)
        }
    }

    @Test func `progress is told of each file by name`() throws {
        let rows = String(repeating: "Delvis;Delvis\n", count: 50_000)
        let told = Told()
        _ = try Intake.read(
            try request([try write("stod;planering\n\(rows)", "stor.csv")]) { name, progress in told.add(name, progress)
            })
        #expect(told.names == ["stor.csv"])
        #expect(told.rows.last.map { $0 > 0 && $0 <= 50_000 } == true)
    }

    // MARK: Those who were asked

    static let invited: [(text: String, total: Int)] = [
        ("insats;antal\nMIA;20\nÖn;20\n", 40), ("Antal tillfrågade\tVerksamhet\n20,0\tMIA\n20.0\tön\n", 40),
        ("Utskick våren 2021\n\nVerksamhet,Kommentar,Antal\nMIA,,20\nÖn,ja,20\n", 40),
    ]

    @Test(arguments: invited)
    func `the number of those asked is read from any layout with its two headings`(_ file: (text: String, total: Int))
        throws
    {
        let answers = try write("stod;planering;insats\nDelvis;Delvis;MIA\nDelvis;Delvis;Ön\n", "svar.csv")
        let asked = try write(file.text, "frågade.csv")
        let reading = try Intake.read(try request([answers], invited: (.file("frågade.csv"), asked.path)))
        #expect(reading.measurement.invited == Invited(total: file.total, byGroup: ["insats": ["MIA": 20, "Ön": 20]]))
    }

    @Test func `an error value is no number of people and no group`() throws {
        let answers = try write("stod;planering;insats\nDelvis;Delvis;MIA\n", "svar.csv")
        let asked = try write("insats;antal\nMIA;#N/A\n#REF!;3\n", "frågade.csv")
        let refusal = #expect(throws: Refusal.self) {
            _ = try Intake.read(try request([answers], invited: (.file("frågade.csv"), asked.path)))
        }
        #expect(refusal?.problems.map(\.fact) == [.errorValue("#N/A"), .errorValue("#REF!")])
    }

    // MARK: Looking before reading

    @Test func `a look tells how many questions there are and every way to take the headings`() throws {
        let file = try write("Rapport\nstod;Finns någon plan?;kön\nHur?;Vad?;\nDelvis;Delvis;K\n", "a.csv")
        let preview = try preview(of: file)
        #expect(preview.format == .csv(Dialect(encoding: .utf8, separator: .semicolon)))
        let sheet = try #require(preview.sheets.first)
        #expect(preview.sheets.count == 1 && sheet.sheet == nil)
        #expect(sheet.layouts.contains(["stod", "Finns någon plan?", "kön"]))
        #expect(sheet.layouts.contains(["stod / Hur?", "Finns någon plan? / Vad?", "kön"]))
        #expect(sheet.layouts.count == 4 + 3 + 2 + 1)
        let instrument = try sampleInstrument()
        let version = try #require(instrument.versions.last)
        #expect(preview.recognised(version, of: instrument) == (1, 1))
        #expect(
            preview.recognised(version, of: instrument, choices: said(("Finns någon plan?", "planering"))) == (2, 0))
    }

    @Test func `a look sees every sheet`() throws {
        let path = FixtureTests.folder.appending(path: "openpyxl-tva-svarsblad.xlsx").path
        let preview = try preview(of: (path, "a.xlsx"))
        #expect(preview.sheets.map(\.sheet?.name) == ["Höst 2020", "Höst 2021"])
        let personal = try FixtureTests.personal(several: false)
        #expect(preview.recognised(try #require(personal.versions.last), of: personal) == (11, 0))
        #expect(
            preview.recognised(try #require(try sampleInstrument().versions.last), of: try sampleInstrument()) == (0, 0)
        )
    }

    @Test func `a file that cannot be looked at is refused as when it is read`() throws {
        let missing = #expect(throws: Refusal.self) { _ = try preview(of: (folder.file("borta"), "borta")) }
        #expect(missing?.problems.map(\.fact) == [.missing])
        let empty = try write("\n", "tom.csv")
        #expect(
            #expect(throws: Refusal.self) { _ = try preview(of: empty) }?.problems.map(\.fact) == [.unreadable(.empty)])
    }
}

/// What a closure on the reading thread is told.
private final class Told: @unchecked Sendable {
    private(set) var names: Set<String> = []
    private(set) var rows: [Int] = []

    func add(_ name: String, _ progress: Tabular.Progress) {
        names.insert(name)
        rows.append(progress.rows)
    }
}
