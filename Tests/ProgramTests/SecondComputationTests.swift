import Foundation
import Testing

@Suite("Every figure comes out the same when it is computed a second time, in Python from the files")
struct SecondComputationTests {
    private static let tools = Program.project.appending(path: "Tests/Oberoende").path
    private static let example = ["2020", "2021"].map { Program.project.appending(path: "Surveys/exempel/\($0)").path }

    private func python(_ script: String, _ arguments: [String], in folder: URL) async throws -> Program.Outcome {
        try await Program.run(
            "/usr/bin/env", ["python3", "-B", "\(Self.tools)/\(script)"] + arguments, in: folder,
            environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8"])
    }

    private func program(_ arguments: [String], in folder: URL) async throws -> Program.Outcome {
        try await Program.run(
            Program.path, arguments, in: folder,
            environment: ["BILAGA_HEM": Program.project.path, "PATH": "/usr/bin:/bin"])
    }

    private func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-second-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    @Test func `the example is the published bilaga, in every row that answers can give`() async throws {
        try await withFolder { folder in
            #expect(try await program(["exempel", "--till", "."], in: folder).code == 0)
            let published = try await python("publicerat.py", ["bilaga-exempel.ods"], in: folder)
            #expect(published.code == 0, "\(published.output)\(published.errors)")
            #expect(published.output.contains("30 av 35 rader exakt"))
            let second = try await python("andra_berakningen.py", ["bilaga-exempel.ods"] + Self.example, in: folder)
            #expect(second.code == 0, "\(second.output)\(second.errors)")
        }
    }

    @Test func `the example's files are what their maker makes`() async throws {
        try await withFolder { folder in
            let maker = Program.project.appending(path: "Tests/Exempel/bygg_exempel.py").path
            let made = try await Program.run(
                "/usr/bin/env", ["python3", "-B", maker, "."], in: folder,
                environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "PYTHONIOENCODING": "utf-8"])
            try #require(made.code == 0, "\(made.errors)")
            let tracked = Program.project.appending(path: "Surveys/exempel")
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
            #expect(files.count >= 13)
            for file in files {
                let (new, old) = (folder.appending(path: file), tracked.appending(path: file))
                #expect(try Data(contentsOf: new) == Data(contentsOf: old), "\(file)")
            }
        }
    }

    @Test func `two hundred random förbund`() async throws {
        try await withFolder { folder in
            let seeds = 1...200
            let made = try await python("slumpdata.py", ["1..200", "."], in: folder)
            try #require(made.code == 0, "\(made.errors)")
            for seed in seeds {
                let outcome = try await program(
                    [
                        "rapport", "--ur", "\(seed)/2020", "\(seed)/2021", "--period", "2021", "--jamfor", "2020",
                        "--till", "\(seed).ods", "--tyst", "--formular", "formular",
                    ], in: folder)
                try #require(outcome.code == 0, "data set \(seed): \(outcome.errors)")
            }
            let list = seeds.map { "\($0).ods\t\($0)/2020\t\($0)/2021\n" }.joined()
            try Data(list.utf8).write(to: folder.appending(path: "lista"))
            let second = try await python("andra_berakningen.py", ["--bunt", "lista"], in: folder)
            #expect(second.code == 0, "\(second.output.prefix(4000))\(second.errors)")
        }
    }

    @Test func `the second computation finds errors that are planted`() async throws {
        try await withFolder { folder in
            let outcome = try await python("sjalvprov.py", [], in: folder)
            #expect(outcome.code == 0, "\(outcome.output.suffix(2000))\(outcome.errors)")
        }
    }
}
