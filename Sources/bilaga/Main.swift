import ArgumentParser
import Glibc

@main
enum Main {
    static func main() async {
        // A file that may not grow is told as a full disk, and does not end the program on the spot.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try BilagaCommand.parseAsRoot()
            if var concurrent = command as? any AsyncParsableCommand {
                try await concurrent.run()
            } else {
                try command.run()
            }
        } catch {
            end(after: error)
        }
    }

    /// Tells what went wrong, in Swedish, and ends with the code for its kind.
    private static func end(after error: any Error) -> Never {
        if let failure = Failure(error) {
            print(failure.message, to: .errors)
            exit(failure.code.rawValue)
        }
        // A command that has told what it found may end with a code of its own.
        if let code = error as? ExitCode { exit(code.rawValue) }
        // What is left is the parser's: help that was asked for, or a line that it does not understand.
        let code = BilagaCommand.exitCode(for: error)
        let message = swedishUsage(BilagaCommand.fullMessage(for: error))
        if code == .success {
            print(message, to: .output)
            exit(0)
        }
        print(message, to: .errors)
        exit(ExitStatus.usage.rawValue)
    }
}
