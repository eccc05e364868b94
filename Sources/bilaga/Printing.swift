import Glibc

/// Where text goes: what was done to the output, warnings and errors beside it.
enum Stream {
    case output, errors

    fileprivate var descriptor: Int32 {
        switch self {
        case .output: STDOUT_FILENO
        case .errors: STDERR_FILENO
        }
    }
}

/// Writes a line. A reader that has gone away is no error of ours.
func print(_ text: String, to stream: Stream) {
    var line = text
    line.append("\n")
    line.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let count = write(stream.descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
