import Foundation
import RegisterSupport
import Survey
import Testing

@testable import Register

/// Whether this process may mount a disk of its own.
private let mayMount =
    (try? Child.run(["-m", "mount", "-t", "tmpfs", "none", "/mnt"], by: "/usr/bin/unshare").code) == 0

@Suite("A disk that is full or cannot be written gives a clear error, and nothing is lost")
struct DiskTests {
    private static let changing: [RegisterOperation] = [.import, .replace, .carry, .undo, .erase, .restore]

    /// Runs an operation in a shell that sees to the disk first.
    private func run(_ script: String, _ arguments: [String], inNamespace: Bool = false) throws -> Child.Outcome {
        let shell = ["-c", script, Child.program] + arguments
        return inNamespace
            ? try Child.run(["-m", "/bin/sh"] + shell, by: "/usr/bin/unshare") : try Child.run(shell, by: "/bin/sh")
    }

    private func told(_ trouble: Trouble, _ path: String) -> String {
        "\(RegisterError.unusable(path: path, trouble))\n"
    }

    @Test(arguments: [RegisterOperation.import, .replace, .carry])
    func `files that may not grow are as good as a full disk`(_ operation: RegisterOperation) throws {
        let temporary = try TemporaryRegister()
        try operation.prepare(temporary.path)
        let before = try RegisterState(temporary.path)
        let blocks = try temporary.bytes().count / 512 + 100
        let outcome = try run(
            "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"", [operation.rawValue, temporary.path])
        #expect(outcome == Child.Outcome(output: "ready\n" + told(.diskFull, temporary.path), code: 1))
        #expect(try RegisterState(temporary.path) == before)
        #expect(try temporary.names() == ["register.sqlite"])
    }

    @Test(.enabled(if: mayMount), arguments: [RegisterOperation.import, .replace, .carry, .restore, .migrate])
    func `a full disk leaves the register as it was`(_ operation: RegisterOperation) throws {
        let temporary = try TemporaryRegister()
        if operation == .migrate {
            try OlderRegister.write(to: temporary.path)
        } else {
            try operation.prepare(temporary.path)
        }
        let before = try temporary.bytes()
        let size = try temporary.total() + 100_000
        let disk = "\(temporary.folder)/disk"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        // What the disk holds afterwards is copied to where it can be looked at.
        let script = """
            set -e; mount -t tmpfs -o size=\(size) none \(disk); cp -p \(temporary.folder)/register* \(disk)/
            set +e; "$0" "$@"; code=$?; mkdir \(temporary.folder)/after; cp -p -a \(disk)/. \(temporary.folder)/after/; exit $code
            """
        let outcome = try run(script, [operation.rawValue, "\(disk)/register.sqlite"], inNamespace: true)
        let file = operation == .migrate ? "register.sqlite.fore-version-2" : "register.sqlite"
        #expect(outcome == Child.Outcome(output: "ready\n" + told(.diskFull, "\(disk)/\(file)"), code: 1))
        let after = "\(temporary.folder)/after/register.sqlite"
        #expect(try Data(contentsOf: URL(filePath: after)) == before)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "\(temporary.folder)/after").sorted()
                == (operation == .restore ? ["register.sqlite", "register.sqlite.kopia"] : ["register.sqlite"]))
    }

    @Test(
        .enabled(if: mayMount),
        arguments: [RegisterOperation.import, .replace, .carry, .undo, .erase, .restore, .migrate])
    func `a disk that cannot be written is told`(_ operation: RegisterOperation) throws {
        let temporary = try TemporaryRegister()
        if operation == .migrate {
            try OlderRegister.write(to: temporary.path)
        } else {
            try operation.prepare(temporary.path)
        }
        let before = try temporary.bytes()
        let script = """
            mount --bind \(temporary.folder) \(temporary.folder) && mount -o remount,ro,bind \(temporary.folder) || exit 9
            exec "$0" "$@"
            """
        let outcome = try run(script, [operation.rawValue, temporary.path], inNamespace: true)
        #expect(outcome.code == 1)
        #expect(outcome.output.hasPrefix("ready\n"))
        #expect(outcome.output.hasSuffix("mayNotWrite)\n"))
        #expect(try temporary.bytes() == before)
    }

    @Test(.enabled(if: mayMount)) func `a register on a disk that cannot be written can be read`() throws {
        let temporary = try TemporaryRegister()
        try RegisterOperation.undo.prepare(temporary.path)
        let script = """
            mount --bind \(temporary.folder) \(temporary.folder) && mount -o remount,ro,bind \(temporary.folder) || exit 9
            exec "$0" "$@"
            """
        #expect(
            try run(script, ["read", temporary.path], inNamespace: true) == Child.Outcome(output: "2\n", code: 0))
    }
}
