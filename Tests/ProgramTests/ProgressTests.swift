import Foundation
import Testing

@Suite("On a terminal a long reading tells how far it has come")
struct ProgressTests {
    /// Runs the program on a pseudo-terminal. It is stopped for a second when it has opened the file, so that the reading
    /// takes long enough however fast the computer is.
    private static let script = """
        import os, pty, signal, sys, time
        file, program, *arguments = sys.argv[1:]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(program, [program, *arguments])
        folder = f"/proc/{child}/fd"
        def is_open():
            try:
                return any(os.readlink(f"{folder}/{one}").endswith(file) for one in os.listdir(folder))
            except OSError:
                return False
        for _ in range(20_000):
            if is_open():
                break
            time.sleep(0.0005)
        os.kill(child, signal.SIGSTOP)
        time.sleep(1)
        os.kill(child, signal.SIGCONT)
        told = b""
        while True:
            try:
                block = os.read(terminal, 65536)
            except OSError:
                break
            if not block:
                break
            told += block
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.buffer.write(told)
        sys.exit(code)
        """

    private static let rows = 2_000_000

    private func told(_ more: String...) async throws -> Program.Outcome {
        let bench = try Workbench()
        try bench.write(
            Samverkan.file() + String(repeating: "Ön;Kvinna;Delvis;Delvis;Delvis\n", count: Self.rows), to: "stor.csv")
        return try await Program.run(
            Python.path,
            ["-c", Self.script, "stor.csv", Program.path] + Samverkan.imports("stor.csv", "--prova") + more,
            in: bench.folder, environment: bench.environment)
    }

    @Test func `rows, percent and time left stand on one line, which is gone afterwards`() async throws {
        let outcome = try await told()
        #expect(outcome.code == 0)
        let line = /\rstor\.csv: [0-9\u{A0}]+ rader, [0-9]{1,2}\u{A0}%, [0-9]+\u{A0}(s|min) kvar *(\r|$)/
        #expect(outcome.output.contains(line), "\(outcome.output.prefix(300))")
        // What was last written over it is blank, and the text that follows begins at the edge.
        let afterwards = try #require(outcome.output.split(separator: "kvar").last)
        #expect(afterwards.contains(/^ *\r *\r/), "\(afterwards.prefix(200))")
        #expect(outcome.output.contains("samverkan 2022: \(Self.rows) svar"))
    }

    @Test func `--tyst tells nothing of it`() async throws {
        let outcome = try await told("--tyst")
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
    }

    @Test func `nothing is told where the errors go to a file`() async throws {
        let bench = try await Workbench.imported()
        let outcome = try await bench.run(Samverkan.imports("svar.csv", "--prova"))
        #expect(outcome.errors.isEmpty)
    }
}
