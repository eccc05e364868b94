/// Bytes that can be read at any place, as often as wanted.
public protocol RandomAccess: Sendable {
    /// How many bytes there are.
    var size: Int { get }

    /// Fills the buffer with the bytes from `offset` on, as far as they go.
    /// - Returns: how many bytes were read: fewer than asked for only where the bytes end, 0 only at or after their end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(AccessFailure) -> Int
}

/// Why bytes could not be read.
public enum AccessFailure: Error, Hashable, Sendable {
    /// A call to the operating system failed.
    /// - Parameters:
    ///   - operation: the name of the call, such as `open`.
    ///   - path: the file it was about.
    ///   - code: the value of `errno`.
    case system(operation: String, path: String, code: Int32)
    /// The path leads to something that has no bytes at fixed places.
    case notRegular(path: String, kind: FileKind)
    /// The file became shorter while it was read: it had `expected` bytes and now ends before byte `found`.
    case shrank(path: String, expected: Int, found: Int)
}

/// What a path can lead to when it is not a regular file.
public enum FileKind: Hashable, Sendable {
    case folder, pipe, socket, device, other
}
