import Crypto
import Tabular

/// Counts and hashes a file's bytes while someone else reads them.
final class FileDigest {
    private var hash = SHA256()
    private(set) var size = 0

    func update(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        size += bytes.count
    }

    /// Lower-case hexadecimal.
    var hexadecimal: String {
        var text = ""
        for byte in hash.finalize() {
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0" + digits : digits
        }
        return text
    }
}

/// A source whose bytes are told to a digest as they pass.
struct DigestingSource<Source: ByteSource & ~Copyable>: ByteSource, ~Copyable {
    private var source: Source
    private let digest: FileDigest

    init(_ source: consuming Source, digest: FileDigest) {
        self.source = source
        self.digest = digest
    }

    var expectedSize: Int? { source.expectedSize }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        let count = try source.read(into: buffer)
        digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
    }
}
