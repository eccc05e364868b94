import Foundation
import Glibc

/// The program run once, with what it took. `Process` cannot tell that.
struct Measured {
    let code: Int32
    let errors: String
    /// Mebibytes of memory at the most.
    let peak: Int
    /// User and system time.
    let seconds: Double

    struct CouldNotStart: Error { let code: Int32 }

    init(_ arguments: [String], in bench: Workbench) throws {
        let told = bench.folder.appending(path: "told-\(UUID().uuidString)").path
        defer { unlink(told) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, told, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The shell goes to the folder and becomes the program.
        let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", bench.folder.path, Program.path]
        let words = (shell + arguments).map { strdup($0) } + [nil]
        let places = bench.environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + places { free(word) } }
        var process = pid_t()
        let failure = posix_spawn(&process, "/bin/sh", &actions, nil, words, places)
        guard failure == 0 else { throw CouldNotStart(code: failure) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
        errors = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
        peak = usage.ru_maxrss / 1_024
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        self.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
