import Foundation

/// The program run once, with what it took.
///
/// It is started by a small process, not by the tests': what a process has used at the most is counted from the memory of
/// the one that started it, and the tests make large files.
struct Measured {
    let code: Int32
    let errors: String
    /// Mebibytes of memory at the most.
    let peak: Int
    /// User and system time.
    let seconds: Double

    struct NotMeasured: Error { let told: Program.Outcome }

    private static let script = """
        import os, sys
        silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
        _, status, used = os.wait4(child, 0)
        print(os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
        """

    init(_ arguments: [String], in bench: Workbench) async throws {
        let told = try await Program.run(
            Python.path, ["-c", Self.script, Program.path] + arguments, in: bench.folder,
            environment: bench.environment)
        let numbers = told.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard told.code == 0, numbers.count == 3 else { throw NotMeasured(told: told) }
        // Python tells a signal as a negative number.
        code = numbers[0] < 0 ? 128 - Int32(numbers[0]) : Int32(numbers[0])
        errors = told.errors
        peak = Int(numbers[1])
        seconds = numbers[2]
    }
}
