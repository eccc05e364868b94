import Glibc
import Register
import RegisterSupport
import Survey

/// Does something to a register's file, so that the tests can have it done by a process of its own: one that they kill, one
/// that has no room on the disk, one of several at once.
///
///     register-process import register.sqlite     any RegisterOperation
///     register-process store register.sqlite 3    ten imports, of the third ten years
///     register-process replace-often register.sqlite 3
///     register-process read register.sqlite       how many imports hold
@main
enum RegisterProcess {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(64) }
        do throws(RegisterError) {
            try run(arguments[1], on: arguments[2], part: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0)
        } catch {
            print("\(error)")
            exit(1)
        }
    }

    private static func run(_ what: String, on path: String, part: Int) throws(RegisterError) {
        if let operation = RegisterOperation(rawValue: what) {
            try operation.run(on: path) { tell("ready") }
            return tell("done")
        }
        switch what {
        case "store":
            let register = try Register(path: path, creating: true)
            for year in 0..<10 {
                try register.store(
                    Sample.large(2000 + 10 * part + year, sha: "s\(part)-\(year)", respondents: 50), at: 1)
            }
        case "replace-often":
            let register = try Register(path: path, creating: true)
            for number in 0..<10 {
                try register.store(Sample.measurement(2021, sha: "r\(part)-\(number)"), at: 1, replacing: true)
            }
        case "read":
            print(try Register(path: path, creating: false).imports(of: Sample.forbund).count)
        default: exit(64)
        }
    }

    /// At once: whoever waits for it must not wait for a buffer.
    private static func tell(_ word: String) {
        let line = Array("\(word)\n".utf8)
        _ = write(STDOUT_FILENO, line, line.count)
    }
}
