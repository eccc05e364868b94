import Glibc

/// Where text goes: what was done to the output, warnings and errors beside it.
enum Stream {
    case output, errors

    var descriptor: Int32 {
        switch self {
        case .output: STDOUT_FILENO
        case .errors: STDERR_FILENO
        }
    }
}

/// Writes a line. A reader that has gone away is no error of ours.
func print(_ text: String, to stream: Stream) {
    write(harmless(text) + "\n", to: stream)
}

/// Writes a text as it is, without a line break.
func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = write(stream.descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}

/// A text that says to a terminal no more than what it says to a reader. Headings and cells are shown, and those of a
/// stranger's file may hold codes that move the cursor or turn the writing round: each is a replacement character.
func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}
