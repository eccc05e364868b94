import Foundation
import Intake
import Survey
import Tabular
import Testing

/// The files of Tests/Fixtures/slinga: the same answers to a medarbetarenkät from openpyxl, LibreOffice and pyreadstat.
struct LoopFixtureTests {
    private static let root = FixtureTests.folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func read(_ name: String) throws -> AnswerFile {
        let path = Self.root.appending(path: "Surveys/formular/medarbetare.yaml")
        let instrument = try instrument(from: Array(try Data(contentsOf: path)), file: "medarbetare.yaml")
        let file = Self.root.appending(path: "Tests/Fixtures/slinga/\(name)")
        return try answers(
            in: try TableFile(path: file.path), name: name, to: try #require(instrument.versions.last), of: instrument)
    }

    @Test(arguments: ["rader.xlsx", "rader.ods", "kolumner.xlsx", "kolumner.ods", "kolumner.sav"])
    func `every layout of every tool gives the same answers about insatser`(_ name: String) throws {
        let (plain, other) = (try read("rader.csv").answers, try read(name).answers)
        #expect(plain.respondents == 6 && plain.loop?.members.count == 7)
        #expect(other.loop == plain.loop)
        #expect(other.respondents == plain.respondents)
        #expect(other.question("frukostmöten") == plain.question("frukostmöten"))
        #expect(other.group("arbetsgivare") == plain.group("arbetsgivare"))
        // The SPSS file has no filter: who knows none says nothing.
        let told = plain.group("insats")?.sizes ?? []
        #expect(other.group("insats")?.sizes == (name.hasSuffix(".sav") ? told.dropLast() + [0] : told))
    }
}
