import Foundation
import Testing

/// A tracked file that is no answers, or that cannot be read.
struct RefusedFile: Sendable, CustomTestStringConvertible {
    let name: String
    /// What is special about it.
    let traits: String

    var testDescription: String { title }
    var title: String { "\(name): \(traits)" }

    static let folder = Program.project.appending(path: "Tests/Fixtures/export")
    static let all = (try? listed()) ?? []

    /// Every section of the document, in order.
    static let titles = all.map(\.title) + HostileFile.all.map(\.description)

    /// The rows of the fixtures' list that say so.
    private static func listed() throws -> [RefusedFile] {
        let text = try String(contentsOf: folder.appending(path: "fixturer.csv"), encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ";") }
        guard let names = rows.first, let file = names.firstIndex(of: "file"),
            let expected = names.firstIndex(of: "expected"), let traits = names.firstIndex(of: "traits")
        else { return [] }
        return rows.dropFirst().filter { $0.count == names.count && $0[expected] == "refused" }
            .map { RefusedFile(name: $0[file], traits: $0[traits]) }
    }
}

@Suite("Every file that is refused is refused with what to do, and the document has the words")
struct RefusedFileTests {
    @Test(arguments: RefusedFile.all) func `the message is the document's, and nothing is stored`(
        _ refused: RefusedFile
    ) async throws {
        let bench = try Workbench.real()
        let name = refused.name.split(separator: "/").last.map(String.init) ?? refused.name
        try bench.copy(fixture: refused.name, to: name)
        let before = try bench.snapshot()
        let arguments = ["importera", name, "--enkat", "personal", "--period", "2021"]
        let outcome = try await bench.run(arguments + ["--forbund", Samverkan.forbund])
        #expect(outcome.code == Ending.badData)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix(name))
        #expect(englishWords(in: outcome.errors).isEmpty, "\(outcome.errors)")
        #expect(try bench.snapshot() == before, "något har skrivits")
        try RefusedDocument.check(
            RefusedDocument.Section(refused.title, arguments, code: outcome.code, errors: outcome.errors))
    }

    @Test func `there are files of every kind, and the document has a section for each and no other`() throws {
        #expect(RefusedFile.all.count >= 20)
        #expect(try RefusedDocument.sections().map(\.title) == RefusedFile.titles)
    }
}
