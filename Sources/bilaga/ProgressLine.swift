import Synchronization
import Tabular

/// One line on a terminal that tells how far the reading has come, written over itself and gone when the reading ends.
final class ProgressLine: Sendable {
    /// What is over sooner is not told of.
    private static let patience = Duration.milliseconds(500)
    private static let pause = Duration.milliseconds(100)

    private let width: Int
    /// Since any moment.
    private let now: @Sendable () -> Duration
    private let write: @Sendable (String) -> Void
    private let started: Duration
    private let line = Mutex(Line())

    private struct Line {
        /// When it was last written.
        var told: Duration?
        /// Characters that stand on it.
        var standing = 0
    }

    /// - Parameters:
    ///   - width: the terminal's, in characters.
    ///   - now: the time since any moment.
    ///   - write: to the terminal, without a line break.
    init(width: Int, now: @escaping @Sendable () -> Duration, write: @escaping @Sendable (String) -> Void) {
        self.width = width
        self.now = now
        self.write = write
        started = now()
    }

    func tell(_ progress: Progress, of file: String) {
        let time = now()
        guard time - started >= Self.patience else { return }
        line.withLock { line in
            guard line.told.map({ time - $0 >= Self.pause }) ?? true else { return }
            line.told = time
            // The last place of a line is left free: some terminals go on to the next when it is filled.
            let text = progressText(progress, of: file, after: time - started, width: width - 1)
            write("\r" + text + String(repeating: " ", count: max(0, line.standing - text.count)))
            line.standing = text.count
        }
    }

    /// Takes the line away.
    func end() {
        line.withLock { line in
            guard line.standing > 0 else { return }
            write("\r" + String(repeating: " ", count: line.standing) + "\r")
            line.standing = 0
        }
    }
}

/// "personal.xlsx: 40 000 rader, 37 %, 3 s kvar".
///
/// - Parameters:
///   - elapsed: since the reading began.
///   - width: characters there is room for; a long name is cut.
func progressText(_ progress: Progress, of file: String, after elapsed: Duration, width: Int) -> String {
    var text = ": \(grouped(progress.rows)) rader"
    if let total = progress.total, total > 0, progress.done > 0 {
        let share = Double(min(progress.done, total)) / Double(total)
        let left = elapsed * ((1 - share) / share)
        text += ", \(min(99, Int(share * 100)))\u{A0}%, \(roughly(left)) kvar"
    }
    let name = harmless(file.split(separator: "/").last.map(String.init) ?? file)
    let room = max(8, width - text.count)
    return String(((name.count > room ? name.prefix(room - 1) + "…" : name) + text).prefix(max(0, width)))
}

/// "40 000", with no-break spaces.
private func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place).isMultiple(of: 3) { text += "\u{A0}" }
        text.append(digit)
    }
    return text
}

private func roughly(_ time: Duration) -> String {
    let seconds = min(time.components.seconds + (time.components.attoseconds > 0 ? 1 : 0), 359_999)
    return switch seconds {
    case ..<100: "\(max(1, seconds))\u{A0}s"
    case ..<6_000: "\((seconds + 30) / 60)\u{A0}min"
    default: "\((seconds + 1_800) / 3_600)\u{A0}h"
    }
}
