import Glibc

/// The bytes of a file, read front to back with `read(2)`.
public struct FileSource: ~Copyable, ByteSource {
    private let descriptor: Int32
    private let path: String
    /// The size in bytes; nil for what has no size of its own, such as a pipe.
    public let size: Int?

    public init(path: String) throws(ReadFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw ReadFailure(operation: .open, path: path, code: errno) }
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        self.descriptor = descriptor
        self.path = path
        self.size = isRegular ? Int(status.st_size) : nil
    }

    deinit {
        close(descriptor)
    }

    public var expectedSize: Int? { size }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw ReadFailure(operation: .read, path: path, code: errno) }
        }
    }
}
