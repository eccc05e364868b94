import Foundation

/// The system's Python, which the tests' set-up sees to. Only its standard library is used here.
enum Python {
    static let path =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") ? "/usr/bin/python3" : "/usr/local/bin/python3"

    static func run(_ script: String, _ arguments: String..., in bench: Workbench) async throws -> Program.Outcome {
        try await Program.run(
            path, ["-B", "-c", script] + arguments, in: bench.folder,
            environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"])
    }

    /// A sheet of a workbook, each row as the texts of its cells: what programs read in them, or what people do.
    static func sheet(
        _ name: String, of file: String, asShown: Bool = false, in bench: Workbench
    ) async throws -> [[String]] {
        let cell = asShown ? "cell.text" : "str(cell.value)"
        let script = """
            import pathlib, sys
            sys.path.insert(0, sys.argv[1])
            import ods_reader
            for row in ods_reader.read_sheets(pathlib.Path(sys.argv[2]))[sys.argv[3]]:
                print("\\x1f".join("" if cell.value is None else \(cell) for cell in row), end="\\x1e")
            """
        let reader = Program.project.appending(path: "Tests/Oberoende").path
        let outcome = try await run(script, reader, file, name, in: bench)
        guard outcome.code == 0 else { throw NotRead(errors: outcome.errors) }
        return outcome.output.split(separator: "\u{1E}").map { row in
            row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows of the sheet Data by the names of its columns, without those that are empty.
    static func figures(of file: String, in bench: Workbench) async throws -> [[String: String]] {
        let rows = try await sheet("Data", of: file, in: bench)
        guard let start = rows.firstIndex(where: { $0.contains("mått") }) else {
            throw NotRead(errors: "inga kolumner")
        }
        return rows[(start + 1)...].map { row in
            Dictionary(uniqueKeysWithValues: zip(rows[start], row).filter { !$1.isEmpty })
        }
    }

    struct NotRead: Error { let errors: String }
}
