import Foundation
import Testing

@Suite("Every command that README.md shows works")
struct ReadmeTests {
    /// Commands that set up, and are not run by the tests that they would run: it is only seen that they exist.
    private static let setUp = ["git clone ", "cd ", "Tests/run"]

    @Test func `the commands end well, one after the other, in a fresh copy`() async throws {
        let bench = try freshCopy()
        let readme = try String(contentsOf: Program.project.appending(path: "README.md"), encoding: .utf8)
        let commands = shellCommands(in: readme)
        #expect(commands.contains { $0.hasPrefix("./bilaga exempel") })
        #expect(commands.contains { $0.hasPrefix("Tests/run") })
        for command in commands {
            if let known = Self.setUp.first(where: command.hasPrefix) {
                let file = known == "Tests/run" ? "Tests/run" : "bilaga"
                let path = Program.project.appending(path: file).path
                #expect(FileManager.default.isExecutableFile(atPath: path), "\(command)")
                continue
            }
            #expect(command.hasPrefix("./bilaga "), "\(command)")
            guard command.hasPrefix("./bilaga ") else { continue }
            let outcome = try await Program.run(
                "/bin/sh", ["-c", command], in: bench.folder, environment: environment(of: bench))
            #expect(outcome.code == 0, "\(command)\n\(outcome.errors)")
        }
    }

    /// The folders that a user finds in the project, and a launcher that starts the program which is already built.
    private func freshCopy() throws -> Workbench {
        let bench = try Workbench()
        let surveys = bench.folder.appending(path: "Surveys")
        try FileManager.default.removeItem(at: surveys)
        try FileManager.default.copyItem(at: Program.project.appending(path: "Surveys"), to: surveys)
        try bench.write("#!/bin/sh\nexec '\(Program.path)' \"$@\"\n", to: "bilaga")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: bench.folder.appending(path: "bilaga").path)
        return bench
    }

    /// The register is where it is by default, below the home folder.
    private func environment(of bench: Workbench) -> [String: String] {
        bench.environment.filter { $0.key != "BILAGA_REGISTER" }
    }

    /// The lines of the fenced blocks marked `sh`, a line that goes on after a backslash as one.
    private func shellCommands(in text: String) -> [String] {
        var commands: [String] = []
        var isShell = false
        for line in text.replacing("\\\n", with: " ").split(separator: "\n") {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("```") {
                isShell = line == "```sh"
            } else if isShell, !line.isEmpty, !line.hasPrefix("#") {
                commands.append(line.hasPrefix("$ ") ? String(line.dropFirst(2)) : line)
            }
        }
        return commands
    }
}
