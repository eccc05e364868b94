import Foundation
import SpreadsheetCheck
import Testing

@Suite("The finished workbook can be read without seeing it")
struct AccessibleWorkbookTests {
    private func example() async throws -> Spreadsheet {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-accessible-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let made = try await Program.run(
            Program.path, ["exempel", "--till", "."], in: folder, environment: ["BILAGA_HEM": Program.project.path])
        try #require(made.code == 0, "\(made.errors)")
        return try Spreadsheet(Array(Data(contentsOf: folder.appending(path: "bilaga-exempel.ods"))))
    }

    @Test func `the example keeps to every rule of an accessible workbook and of Excel`() async throws {
        var expectations = Expectations()
        // Programs read it; a figure may be about no question.
        expectations.forPrograms = ["Data"]
        expectations.mayBeBlank = ["Data": ["fråga", "frågetext", "anmärkning"]]
        let found = try await example().findings(expectations).map(\.description)
        #expect(found == [])
    }

    @Test func `a screen reader meets the example in an order that makes sense`() async throws {
        try expectGolden(try await example().readingOrder(atMost: 60), "lasordning")
    }
}
