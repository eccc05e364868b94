internal import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a hidden temporary file in the same folder; ``commit()`` syncs it to disk and gives it its name, replacing
/// any file that had it. A value dropped without a commit removes the temporary file and leaves the old file untouched.
public struct AtomicFile: ~Copyable, ByteSink {
    /// Who may read the finished file. The process's umask may take away more.
    public enum Access: Sendable {
        /// The owner alone (0600).
        case owner
        /// Everybody reads, the owner writes (0644).
        case everybody
    }

    /// The name the file gets when it is committed.
    public let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private let buffer: UnsafeMutableRawBufferPointer
    private var buffered = 0
    private var flushed = 0

    /// Opens a temporary file beside `path`.
    public init(at path: String, access: Access = .everybody) throws(SinkError) {
        let folder = AtomicFile.folder(of: path)
        let mode: mode_t = access == .owner ? 0o600 : 0o644
        var attempt = 0
        while true {
            // Short, whatever the file is called: a name may be at most 255 bytes.
            let candidate = "\(folder)/.\(getpid())-\(attempt).part"
            let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            if opened >= 0 {
                self.path = path
                temporaryPath = candidate
                descriptor = opened
                buffer = .allocate(byteCount: 1 << 16, alignment: 16)
                return
            }
            let code = errno
            // Other files of this process, or what an earlier process of the same number left when it was killed.
            guard code == EEXIST || code == EINTR, attempt < 10_000 else {
                throw .system(operation: "open", path: path, code: code)
            }
            attempt += 1
        }
    }

    deinit {
        buffer.deallocate()
        if descriptor >= 0 {
            _ = close(descriptor)
            _ = unlink(temporaryPath)
        }
    }

    public mutating func write(_ bytes: RawSpan) throws(SinkError) {
        let count = bytes.byteCount
        if count > buffer.count - buffered { try flush() }
        if count > buffer.count {
            try put(bytes, at: flushed)
            flushed += count
        } else {
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[buffered...]).copyMemory(from: $0) }
            buffered += count
        }
    }

    public mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {
        let count = bytes.byteCount
        let size = flushed + buffered
        guard offset >= 0, count <= size, offset <= size - count else {
            throw .outOfBounds(offset: offset, count: count, size: size)
        }
        if offset >= flushed {
            let start = offset - flushed
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[start...]).copyMemory(from: $0) }
        } else {
            try flush()
            try put(bytes, at: offset)
        }
    }

    /// Syncs what was written to disk and puts it in place.
    public consuming func commit() throws(SinkError) {
        try flush()
        try check("fsync", fsync(descriptor))
        let finished = descriptor
        descriptor = -1
        guard close(finished) == 0 else { throw discardTemporary(after: "close", errno) }
        guard rename(temporaryPath, path) == 0 else { throw discardTemporary(after: "rename", errno) }
        // The new name is an entry of the folder, which has to reach the disk too. Some file systems cannot; the file is whole.
        let folder = open(AtomicFile.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            _ = fsync(folder)
            _ = close(folder)
        }
    }

    private mutating func flush() throws(SinkError) {
        guard buffered > 0 else { return }
        try put(UnsafeRawBufferPointer(rebasing: buffer[..<buffered]).bytes, at: flushed)
        flushed += buffered
        buffered = 0
    }

    private func put(_ bytes: RawSpan, at offset: Int) throws(SinkError) {
        var done = 0
        while done < bytes.byteCount {
            let rest = bytes.extracting(droppingFirst: done)
            let written = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done)) }
            if written > 0 {
                done += written
            } else {
                let code = written == 0 ? EIO : errno
                guard code == EINTR else { throw .system(operation: "pwrite", path: path, code: code) }
            }
        }
    }

    private func check(_ operation: String, _ result: Int32) throws(SinkError) {
        guard result == 0 else { throw .system(operation: operation, path: path, code: errno) }
    }

    private func discardTemporary(after operation: String, _ code: Int32) -> SinkError {
        _ = unlink(temporaryPath)
        return .system(operation: operation, path: path, code: code)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
