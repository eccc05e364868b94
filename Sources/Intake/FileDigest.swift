import Crypto

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
