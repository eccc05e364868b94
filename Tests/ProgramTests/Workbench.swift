import Foundation

/// A folder laid out as the project's, with a questionnaire of its own. The program is run in it with relative paths,
/// so that whole messages can be compared.
final class Workbench: Sendable {
    let folder: URL

    /// The questionnaire and nothing else.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-program-\(UUID().uuidString)")
        for part in ["Surveys/formular", "Output"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: part), withIntermediateDirectories: true)
        }
        try write(Samverkan.formular, to: "Surveys/formular/samverkan.yaml")
    }

    private init(copyOf other: Workbench) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "bilaga-program-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: other.folder, to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The project's own questionnaires.
    static func real() throws -> Workbench {
        let bench = try Workbench()
        let place = bench.folder.appending(path: "Surveys/formular")
        try FileManager.default.removeItem(at: place)
        try FileManager.default.copyItem(at: Program.project.appending(path: "Surveys/formular"), to: place)
        return bench
    }

    /// One where the answers of 2021 have been imported and reported.
    static func imported() async throws -> Workbench {
        try Workbench(copyOf: try await template.value)
    }

    private static let template = Task {
        let bench = try Workbench()
        try bench.write(Samverkan.firstAnswers, to: "svar.csv")
        for arguments in [
            ["importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--tillfragade", "40"]
                + ["--forbund", Samverkan.forbund],
            ["rapport", "--period", "2021"],
        ] {
            let outcome = try await bench.run(arguments)
            guard outcome.code == 0 else { throw NotPrepared(outcome: outcome) }
        }
        // The year after has the same answers, but not from the same file: that would be to count them twice.
        try bench.write(Samverkan.answers, to: "svar.csv")
        return bench
    }

    struct NotPrepared: Error { let outcome: Program.Outcome }

    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Outcome {
        try await run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Outcome {
        try await Program.run(
            Program.path, arguments, in: folder, environment: self.environment.merging(environment) { $1 })
    }

    /// The same where no file may grow beyond so many blocks of 512 bytes, as on a full disk.
    func run(_ arguments: String..., blocks: Int) async throws -> Program.Outcome {
        try await Program.run(
            "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", Program.path] + arguments,
            in: folder, environment: environment)
    }

    var environment: [String: String] {
        [
            "BILAGA_HEM": folder.path, "BILAGA_REGISTER": "register.sqlite", "HOME": folder.path,
            "PATH": "/usr/bin:/bin",
        ]
    }

    func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

    func write(_ bytes: [UInt8], to file: String) throws {
        let place = folder.appending(path: file)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
    }

    /// A tracked export, under its own name or another.
    func copy(fixture: String, to file: String) throws {
        let source = Program.project.appending(path: "Tests/Fixtures/export").appending(path: fixture)
        try FileManager.default.copyItem(at: source, to: folder.appending(path: file))
    }

    func bytes(of file: String) throws -> Data { try Data(contentsOf: folder.appending(path: file)) }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: file).path) }

    func holds(_ text: String, in file: String) throws -> Bool {
        try bytes(of: file).range(of: Data(text.utf8)) != nil
    }

    /// Every file in the folder with what it holds and when it was last written, the register and Output among them.
    func snapshot() throws -> [String: Trace] {
        var traces: [String: Trace] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let place = folder.appending(path: file).path
            let about = try FileManager.default.attributesOfItem(atPath: place)
            let isFolder = about[.type] as? FileAttributeType == .typeDirectory
            traces[file] = Trace(
                bytes: isFolder ? nil : FileManager.default.contents(atPath: place),
                written: isFolder ? nil : about[.modificationDate] as? Date)
        }
        return traces
    }

    /// Both nil for a folder.
    struct Trace: Equatable {
        let bytes: Data?
        let written: Date?
    }

    /// What `perioder --som json` tells, one an import.
    func imports() async throws -> [Import] {
        let outcome = try await run("perioder", "--som", "json")
        return try JSONDecoder().decode([Import].self, from: Data(outcome.output.utf8))
    }

    struct Import: Decodable {
        let questionnaire: String
        let period: String
        let respondents: Int
        let invited: Int?
        let isErased: Bool
        let files: [File]

        struct File: Decodable {
            let name: String
            let emptyRows: Int
            /// Why, by heading.
            let leftOut: [String: String]

            enum CodingKeys: String, CodingKey {
                case name = "namn"
                case emptyRows = "tommaSvar"
                case leftOut = "utelämnat"
            }
        }

        enum CodingKeys: String, CodingKey {
            case questionnaire = "enkät"
            case period
            case respondents = "svar"
            case invited = "tillfrågade"
            case isErased = "gallrad"
            case files = "filer"
        }
    }
}
