/// Why an archive could not be written.
public enum ArchiveError: Error, Hashable, Sendable {
    /// The entry's size, or where it would end up in the archive, needs more than 32 bits (zip64), which is not written.
    case tooLarge(entry: String, size: Int, limit: Int)
    /// More entries than the archive's 16-bit count can tell.
    case tooManyEntries(count: Int, limit: Int)
    /// The name is empty, used before, longer than 65 535 bytes, absolute, has a backslash, a NUL or a part that is `.` or `..`.
    case badName(String)
    /// A call out of order: an entry begun inside another, bytes outside an entry, an archive finished inside one.
    case outOfOrder
    /// zlib refused, with its code.
    case compression(code: Int32)
    /// The sink failed.
    case sink(SinkError)
}
