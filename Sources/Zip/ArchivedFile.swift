/// An entry of an archive, as the central directory describes it.
public struct ArchivedFile: Hashable, Sendable {
    /// How the content is kept.
    public enum Method: Hashable, Sendable {
        case stored, deflated
    }

    /// The path inside the archive: parts separated by `/`, none of them `.` or `..`; a folder's ends in `/`.
    public let name: String
    public let method: Method
    /// Bytes that the content takes up in the archive.
    public let compressedSize: Int
    /// Bytes of the content, as declared: not to be relied on before the entry has been read to its end.
    public let size: Int
    /// The content's CRC-32, as declared.
    public let checksum: UInt32
    /// Where the local header starts.
    public let offset: Int
    /// Where the content starts.
    let contentOffset: Int
    /// Which one of the archive's entries it is.
    let index: Int
}

extension ArchivedFile.Method {
    /// The method of that code (4.4.5), if it is one of the two.
    init?(code: Int) {
        switch code {
        case 0: self = .stored
        case 8: self = .deflated
        default: return nil
        }
    }

    var code: Int { self == .stored ? 0 : 8 }
}
