import Foundation

/// The built program, run as a user runs it: arguments in, output, errors and exit code out.
enum Program {
    static let project = URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../..")
        .standardizedFileURL
    /// Another build of it may be named, such as one with a sanitizer.
    static let path =
        ProcessInfo.processInfo.environment["BILAGA_PROGRAM"]
        ?? project.appending(path: ".build/release/bilaga").path

    struct Outcome: Equatable, Sendable {
        let output: String
        let errors: String
        /// 128 and the signal's number where a signal ended the program, as a shell tells it.
        let code: Int32
    }

    /// Output and errors go to files of their own, outside `folder`: no pipe can fill up and hold the program.
    static func run(
        _ program: String, _ arguments: [String], in folder: URL, environment: [String: String]
    ) async throws -> Outcome {
        let told = FileManager.default.temporaryDirectory.appending(path: "bilaga-told-\(UUID().uuidString)")
        let (output, errors) = (told.appendingPathExtension("out"), told.appendingPathExtension("err"))
        for file in [output, errors] { try Data().write(to: file) }
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }

        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return Outcome(
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8),
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus)
    }
}

/// How the program ends, by sysexits.h.
enum Ending {
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let missingFile: Int32 = 66
    static let cannotCreate: Int32 = 73
    static let inputOutput: Int32 = 74
}
