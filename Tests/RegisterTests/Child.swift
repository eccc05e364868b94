import Foundation
import Glibc

/// `register-process`, which was built with the tests.
enum Child {
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "register-process").path

    struct Outcome: Equatable {
        let output: String
        /// 128 and the signal's number where a signal ended it.
        let code: Int32
    }

    /// - Parameter program: a shell that runs it, for example; else itself.
    static func run(_ arguments: [String], by program: String = program) throws -> Outcome {
        let child = try start(arguments, by: program)
        return try child.end()
    }

    static func start(_ arguments: [String], by program: String = program) throws -> Running {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return Running(process: process, output: output.fileHandleForReading)
    }

    struct Running {
        let process: Process
        let output: FileHandle

        func end() throws -> Outcome {
            let told = try output.readToEnd() ?? Data()
            process.waitUntilExit()
            let code = process.terminationReason == .exit ? 0 : 128 as Int32
            return Outcome(output: String(decoding: told, as: UTF8.self), code: code + process.terminationStatus)
        }

        /// Waits for the word that it begins.
        func waitUntilReady() -> Bool {
            var bytes = [UInt8](repeating: 0, count: 6)
            var count = 0
            while count < bytes.count {
                let got = read(output.fileDescriptor, &bytes[count], bytes.count - count)
                if got <= 0 { return false }
                count += got
            }
            return bytes == Array("ready\n".utf8)
        }

        func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }
    }
}

/// A folder with a register that an operation can be done to, of which there can be many copies.
final class PreparedRegister {
    let folder = try? TemporaryRegister()
    let path: String

    init(_ prepare: (String) throws -> Void) throws {
        guard let folder else { throw CocoaError(.fileWriteUnknown) }
        path = folder.path
        try prepare(path)
    }

    /// The files of the register, without what a process left there.
    func copy(to other: TemporaryRegister) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: other.folder) {
            try FileManager.default.removeItem(atPath: "\(other.folder)/\(name)")
        }
        guard let folder else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.folder) {
            try FileManager.default.copyItem(atPath: "\(folder.folder)/\(name)", toPath: "\(other.folder)/\(name)")
        }
    }
}
