import Foundation
import Testing

@Suite("The same answers give the same bytes")
struct IdentityTests {
    /// The project's own questionnaires and example, in a folder of their own.
    private func projectCopy() throws -> Workbench {
        let bench = try Workbench()
        let surveys = bench.folder.appending(path: "Surveys")
        try FileManager.default.removeItem(at: surveys)
        try FileManager.default.copyItem(at: Program.project.appending(path: "Surveys"), to: surveys)
        return bench
    }

    @Test func `the example is the same twice, in two folders and from a copy of the answers`() async throws {
        let (bench, copy) = (try projectCopy(), try projectCopy())
        let project = ["BILAGA_HEM": Program.project.path]
        for folder in ["en", "två/ö"] {
            #expect(try await bench.run("exempel", "--till", folder, "--tyst", environment: project).code == 0)
        }
        #expect(try await copy.run("exempel").code == 0)
        let first = try bench.bytes(of: "en/bilaga-exempel.ods")
        #expect(first.count > 10_000)
        #expect(try bench.bytes(of: "två/ö/bilaga-exempel.ods") == first)
        #expect(try copy.bytes(of: "Output/bilaga-exempel.ods") == first)
        #expect(try await bench.run("exempel", "--till", "en", "--tyst", environment: project).code == 0)
        #expect(try bench.bytes(of: "en/bilaga-exempel.ods") == first)
    }

    @Test func `the example stores nothing and leaves one file`() async throws {
        let bench = try projectCopy()
        let before = Set(try bench.snapshot().keys)
        let outcome = try await bench.run("exempel")
        #expect(outcome.errors.isEmpty)
        #expect(Set(try bench.snapshot().keys).subtracting(before) == ["Output/bilaga-exempel.ods"])
        #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count <= 12)
    }

    @Test func `a report from a register is the same twice`() async throws {
        let bench = try await Workbench.imported()
        for file in ["en.ods", "två.ods"] {
            #expect(try await bench.run("rapport", "--period", "2021", "--till", file).code == 0)
        }
        #expect(try bench.bytes(of: "en.ods") == (try bench.bytes(of: "två.ods")))
        #expect(try bench.bytes(of: "en.ods") == (try bench.bytes(of: "Output/bilaga-2021.ods")))
    }
}
