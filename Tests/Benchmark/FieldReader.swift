import Glibc
import Tabular

/// The fields of a file without quotes, in order, in constant memory. The table reader keeps the different texts of a
/// column and their codes, of which a file to be copied field by field has no use.
struct FieldReader: ~Copyable {
    private var source: FileSource
    private let buffer: UnsafeMutableRawBufferPointer
    private var next = 0
    private var end = 0

    init(path: String) throws {
        source = try FileSource(path: path)
        buffer = .allocate(byteCount: 1 << 18, alignment: 16)
    }

    deinit {
        buffer.deallocate()
    }

    /// The bytes of the next line without its line feed, until the next call; nil at the end.
    mutating func line() throws -> UnsafeRawBufferPointer? {
        while true {
            if let stop = Self.first(UInt8(ascii: "\n"), in: UnsafeRawBufferPointer(rebasing: buffer[next..<end])) {
                defer { next += stop + 1 }
                return UnsafeRawBufferPointer(rebasing: buffer[next..<next + stop])
            }
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[next..<end]))
            (next, end) = (0, end - next)
            let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
            if count == 0 {
                defer { next = end }
                return end == 0 ? nil : UnsafeRawBufferPointer(rebasing: buffer[..<end])
            }
            end += count
        }
    }

    /// Calls `body` with each field of a line.
    static func fields(
        of line: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        var rest = line
        while let stop = first(UInt8(ascii: ";"), in: rest) {
            try body(UnsafeRawBufferPointer(rebasing: rest[..<stop]))
            rest = UnsafeRawBufferPointer(rebasing: rest[(stop + 1)...])
        }
        try body(rest)
    }

    private static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
