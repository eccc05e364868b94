/// Where bytes go: written in order, with the right to patch what has already been written.
///
/// Patching lets an archive fill in the sizes of an entry once they are known, so that no data descriptors are needed.
public protocol ByteSink: ~Copyable {
    /// Appends the bytes.
    mutating func write(_ bytes: RawSpan) throws(SinkError)

    /// Replaces bytes written earlier. `offset` counts from the first byte ever written to the sink.
    ///
    /// - Throws: ``SinkError/outOfBounds(offset:count:size:)`` if any of the bytes has not been written yet.
    mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError)
}

/// Why bytes could not be written.
public enum SinkError: Error, Hashable, Sendable {
    /// A call to the operating system failed.
    /// - Parameters:
    ///   - operation: the name of the call, such as `rename`.
    ///   - path: the file it was about.
    ///   - code: the value of `errno`.
    case system(operation: String, path: String, code: Int32)
    /// An attempt to replace bytes that do not exist.
    case outOfBounds(offset: Int, count: Int, size: Int)
}

/// A sink that keeps everything in memory.
public struct MemorySink: ByteSink, Sendable {
    /// What has been written so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty sink.
    public init() {}

    public mutating func write(_ bytes: RawSpan) throws(SinkError) {
        bytes.withUnsafeBytes { self.bytes.append(contentsOf: $0) }
    }

    public mutating func overwrite(at offset: Int, _ bytes: RawSpan) throws(SinkError) {
        let count = bytes.byteCount
        guard offset >= 0, count <= self.bytes.count, offset <= self.bytes.count - count else {
            throw .outOfBounds(offset: offset, count: count, size: self.bytes.count)
        }
        bytes.withUnsafeBytes { self.bytes.replaceSubrange(offset..<offset + count, with: $0) }
    }
}
