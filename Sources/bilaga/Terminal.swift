import Glibc

/// A terminal that the program talks to.
struct Terminal {
    /// Characters in a line.
    let width: Int

    /// Nil where the stream goes to a file or another program.
    init?(_ stream: Stream) {
        guard isatty(stream.descriptor) != 0 else { return nil }
        var size = winsize()
        let asked = ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size)
        width = asked == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}

/// Time that has passed since the computer was started.
func monotonicTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
