internal import Glibc

/// The bytes of a regular file, which stays open as long as this lives. It has the size that it had when it was opened.
public final class FileBytes: RandomAccess {
    /// Where the file was found.
    public let path: String
    public let size: Int
    private let descriptor: Int32

    /// Opens the file to read it.
    ///
    /// - Throws: ``AccessFailure/notRegular(path:kind:)`` for a folder, a pipe, a device; without waiting for a pipe's writer.
    public init(path: String) throws(AccessFailure) {
        // The system would read the path up to its first NUL.
        guard !path.utf8.contains(0) else { throw .system(operation: "open", path: path, code: ENOENT) }
        var status = stat()
        // Before it is opened, which alone can wait or do something to a pipe or a device.
        guard stat(path, &status) == 0 else { throw .system(operation: "stat", path: path, code: errno) }
        if let kind = FileKind(mode: status.st_mode) { throw .notRegular(path: path, kind: kind) }
        var opened: Int32
        repeat {
            opened = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        } while opened < 0 && errno == EINTR
        guard opened >= 0 else { throw .system(operation: "open", path: path, code: errno) }
        // Another file may have taken its place.
        guard fstat(opened, &status) == 0 else {
            let code = errno
            _ = close(opened)
            throw .system(operation: "fstat", path: path, code: code)
        }
        if let kind = FileKind(mode: status.st_mode) {
            _ = close(opened)
            throw .notRegular(path: path, kind: kind)
        }
        self.path = path
        size = Int(status.st_size)
        descriptor = opened
    }

    deinit {
        _ = close(descriptor)
    }

    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(AccessFailure) -> Int {
        guard offset >= 0, offset < size, let start = buffer.baseAddress else { return 0 }
        // What was added after the file was opened is not part of it.
        let wanted = min(buffer.count, size - offset)
        var done = 0
        while done < wanted {
            let count = pread(descriptor, start + done, wanted - done, off_t(offset + done))
            if count > 0 {
                done += count
            } else if count == 0 {
                throw .shrank(path: path, expected: size, found: offset + done)
            } else {
                let code = errno
                guard code == EINTR else { throw .system(operation: "pread", path: path, code: code) }
            }
        }
        return done
    }
}

extension FileKind {
    /// What a mode of stat(2) tells; nil for a regular file.
    fileprivate init?(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        case S_IFCHR, S_IFBLK: self = .device
        default: self = .other
        }
    }
}
