import Foundation

/// A copy of the launcher in a folder of its own, where `swift`, `apt-get` and the like are stand-ins that write down
/// how they were called. What is not put in `bin` does not exist: it is the whole of PATH.
final class ProjectCopy: Sendable {
    struct Outcome {
        let output: String
        let errors: String
        let code: Int32
    }

    let home: URL
    private let bin: URL
    private let temporary: URL

    init() throws {
        temporary = FileManager.default.temporaryDirectory.appending(path: "bilaga åäö \(UUID().uuidString)")
        home = temporary.appending(path: "projekt")
        bin = temporary.appending(path: "bin")
        for folder in [bin, home.appending(path: "Sources/Zip"), home.appending(path: ".ci")] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let project = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        for file in ["bilaga", ".ci/setup.sh"] {
            try FileManager.default.copyItem(at: project.appending(path: file), to: home.appending(path: file))
        }
        for file in ["Package.swift", "Sources/Zip/Reader.swift", "Sources/Zip/Writer.swift"] {
            try write("", to: file)
        }
        let tools = [
            "chmod", "dirname", "env", "find", "flock", "grep", "head", "ls", "mkdir", "mv", "readlink", "sed", "sleep",
            "sort", "tail",
        ]
        for tool in tools {
            try FileManager.default.createSymbolicLink(
                at: bin.appending(path: tool), withDestinationURL: URL(filePath: "/usr/bin/\(tool)"))
        }
        for tool in ["git", "ld"] { try standIn(for: tool, "exit 0") }
        try standIn(for: "id", "echo 1000")
        try standIn(for: "sudo", "exit 1")
        try standIn(for: "apt-get", "exit 0")
        try standIn(for: "pkg-config", "exit 0")
        try standIn(for: "swift", ProjectCopy.builds())
    }

    deinit { try? FileManager.default.removeItem(at: temporary) }

    /// A `swift` that builds a program which prints its folder and then each argument in brackets.
    static func builds(meanwhile: String = "", code: Int32 = 0) -> String {
        """
        echo "[1/2] Compiling Zip"
        \(meanwhile)
        [ \(code) = 0 ] || { echo "error: something is wrong"; exit \(code); }
        mkdir -p .build/release
        {
            echo '#!/bin/sh'
            echo 'printf "<%s>" "$BILAGA_HEM" "$@"'
            echo 'exit 65'
        } >.build/release/bilaga
        chmod +x .build/release/bilaga
        """
    }

    /// Puts a stand-in on PATH. It notes its arguments first; only `swift build --version` goes unnoticed.
    func standIn(for tool: String, _ script: String) throws {
        let file = bin.appending(path: tool)
        let text = """
            #!/bin/sh
            [ "$*" != "build --version" ] || exit 0
            echo "$*" >>'\(calls(of: tool).path)'
            \(script)
            """
        try text.write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    func takeAway(_ tool: String) throws { try FileManager.default.removeItem(at: bin.appending(path: tool)) }

    /// The arguments of each call so far, one line a call.
    func calls(to tool: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: calls(of: tool).path) else { return [] }
        return try String(contentsOf: calls(of: tool), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func calls(of tool: String) -> URL { temporary.appending(path: "\(tool).calls") }

    func write(_ text: String, to file: String) throws {
        try text.write(to: home.appending(path: file), atomically: true, encoding: .utf8)
    }

    /// Another name for the launcher, in a folder outside the project, by way of a second link.
    func linked() throws -> URL {
        let first = temporary.appending(path: "länk")
        let second = temporary.appending(path: "bilaga")
        try FileManager.default.createSymbolicLink(at: first, withDestinationURL: home.appending(path: "bilaga"))
        try FileManager.default.createSymbolicLink(atPath: second.path, withDestinationPath: "länk")
        return second
    }

    func run(_ arguments: String..., through launcher: URL? = nil) async throws -> Outcome {
        let id = UUID().uuidString
        let output = temporary.appending(path: "\(id).out")
        let errors = temporary.appending(path: "\(id).err")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = launcher ?? home.appending(path: "bilaga")
        process.arguments = arguments
        process.environment = ["PATH": bin.path]
        process.currentDirectoryURL = temporary
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return Outcome(
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8), code: process.terminationStatus)
    }
}
