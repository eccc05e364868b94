import Foundation
import Testing

/// The attacker of Tests/Skydd: it knows what workbooks give out, and works out the least and greatest of what they do not.
@Suite("Workbooks under attack")
struct AttackTests {
    @Test func `a hundred made-up förbund give nobody away, and most would without complementary suppression`()
        async throws
    {
        try await succeeds("attack.py", "100", "--utan-komplement")
    }

    @Test func `neither does the example`() async throws { try await succeeds("example.py") }

    @Test func `late and moved answers, split groups, other merges, small remainders and overlaps give nobody away`()
        async throws
    {
        try await succeeds("stories.py")
    }

    @Test func `what is planted in a workbook to give somebody away is found`() async throws {
        try await succeeds("planted.py", "1", "8")
    }

    @Test func `the least and greatest are those of every world there is, for up to twelve people`() async throws {
        try await succeeds("exhaustive.py", "40")
    }

    private func succeeds(_ script: String, _ arguments: String...) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-attack-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try await Program.run(
            Program.project.appending(path: ".build/python/bin/python3").path,
            ["-B", Program.project.appending(path: "Tests/Skydd/\(script)").path] + arguments, in: folder,
            environment: [
                "PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8", "BILAGA_PROGRAM": Program.path,
                "TMPDIR": folder.path,
            ])
        #expect(outcome.code == 0, "\(outcome.output.suffix(4000))\(outcome.errors.suffix(2000))")
    }
}
