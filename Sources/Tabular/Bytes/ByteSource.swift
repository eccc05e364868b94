/// Where the bytes of a file come from, in order and once.
public protocol ByteSource: ~Copyable {
    /// The size in bytes where it is known beforehand. Only a hint: it decides how much room is set aside.
    var expectedSize: Int? { get }

    /// Writes the next bytes at the front of `buffer` and tells how many they were; 0 means the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// The system could not open or read a file.
public struct ReadFailure: Error, Hashable, Sendable {
    public enum Operation: Sendable { case open, read }

    public let operation: Operation
    public let path: String
    /// The `errno` of the system call.
    public let code: Int32

    public init(operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

/// Bytes that are already in memory.
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var expectedSize: Int? { bytes.count }

    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        guard count > 0 else { return 0 }
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
