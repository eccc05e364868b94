import Glibc

// bilaga-fuzz FOCUS LIBFUZZER_ARGUMENT...: throws changed inputs at one way into the program.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Set once, before the driver runs; it calls from the same thread.
nonisolated(unsafe) private var focus = Focus.zip

@main
enum Main {
    static func main() {
        var arguments = CommandLine.unsafeArgv
        var count = CommandLine.argc
        guard count > 1, let word = arguments[1], let chosen = Focus(rawValue: String(cString: word)) else {
            print("bilaga-fuzz \(Focus.allCases.map(\.rawValue).joined(separator: "|")) [libFuzzer's arguments]")
            exit(64)
        }
        focus = chosen
        // The driver sees the program's name and what follows the focus.
        arguments[1] = arguments[0]
        arguments += 1
        count -= 1
        exit(
            runDriver(&count, &arguments) { start, size in
                focus.take(Array(UnsafeBufferPointer(start: start, count: size)))
                return 0
            })
    }
}
