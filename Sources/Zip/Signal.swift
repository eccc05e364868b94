internal import Glibc
internal import Synchronization

/// Wakes threads that sleep: a pipe, one byte a signal, whose ends are numbers that any thread may hold.
final class Signal: Sendable {
    private let reading: Int32
    private let writing: Mutex<Int32>

    init() {
        var ends: [Int32] = [-1, -1]
        // Without a pipe nobody sleeps, and nobody helps.
        if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
        reading = ends[0]
        writing = Mutex(ends[1])
    }

    deinit {
        end()
        if reading >= 0 { close(reading) }
    }

    /// Wakes one thread, now or when it comes to sleep.
    func signal() {
        writing.withLock { end in
            var byte: UInt8 = 0
            while write(end, &byte, 1) < 0 && errno == EINTR {}
        }
    }

    /// Sleeps until there is a signal.
    /// - Returns: false when there will be none.
    func wait() -> Bool {
        var byte: UInt8 = 0
        while true {
            let count = read(reading, &byte, 1)
            if count >= 0 { return count > 0 }
            guard errno == EINTR else { return false }
        }
    }

    /// Says that there will be no more signals.
    func end() {
        writing.withLock { end in
            if end >= 0 { close(end) }
            end = -1
        }
    }
}
