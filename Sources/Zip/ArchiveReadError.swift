/// Why an archive, or an entry of it, was not read.
public enum ArchiveReadError: Error, Hashable, Sendable {
    // MARK: The file

    /// The bytes could not be had at all.
    case access(AccessFailure)
    /// Neither a beginning nor an end as archives have them.
    case notAnArchive
    /// It begins as an archive but has no end record: most often a file that was cut off.
    case noEndRecord
    /// Bytes stand before the first entry, as in a self-extracting program.
    case prefixed(count: Int)
    /// Bytes stand after the end record and its comment.
    case trailingBytes(count: Int)
    /// A part of an archive that is split over several files.
    case multipleDisks
    /// A record that breaks the format, and where in the file it starts.
    case malformed(ArchiveRecord, offset: Int)
    /// A record or content that the archive places outside the file, or outside what is left of it.
    case outOfBounds(ArchiveRecord, offset: Int, size: Int, fileSize: Int)

    // MARK: The central directory

    /// More entries than ``ArchiveLimits/entries``.
    case tooManyEntries(count: Int, limit: Int)
    /// A central directory larger than ``ArchiveLimits/directorySize``.
    case directoryTooLarge(size: Int, limit: Int)
    /// A name of more bytes than ``ArchiveLimits/nameLength``, and where its header stands.
    case nameTooLong(length: Int, limit: Int, offset: Int)
    /// A name that is empty, absolute, leads out of its folder, is not UTF-8, or has a backslash or control character in it.
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    case badName(String)
    /// Two entries of one name.
    case duplicateName(String)
    /// Two entries share bytes; `other` is nil where the entry reaches into the central directory.
    case overlap(entry: String, other: String?)
    /// An entry that takes a password.
    case encrypted(entry: String)
    /// A compression method other than stored (0) and deflated (8).
    case unsupportedMethod(entry: String, code: Int)
    /// A stored entry whose two sizes differ.
    case storedSizesDiffer(entry: String, compressed: Int, size: Int)
    /// What stands beside the content is not what the central directory says.
    case headersDiffer(entry: String, HeaderField)

    // MARK: An entry's content

    /// An entry of another archive.
    case notInArchive(entry: String)
    /// Invalid deflate data; `offset` counts the inflated bytes before it.
    case corrupt(entry: String, offset: Int)
    /// The compressed data ends in the middle.
    case truncated(entry: String)
    /// Compressed bytes are left over after the end of the data.
    case trailingData(entry: String, count: Int)
    /// Not as many bytes as the directory declares; `found` is where reading stopped when there were more.
    case sizeDiffers(entry: String, declared: Int, found: Int)
    /// Not the bytes that the directory declares.
    case checksumDiffers(entry: String, declared: UInt32, found: UInt32)
    /// An entry, or with nil all that were read, inflated to `size` bytes or more from `compressed` bytes, which is beyond
    /// ``ArchiveLimits/ratio``.
    case ratioTooHigh(entry: String?, size: Int, compressed: Int, limit: Int)
    /// The entries that were read inflated to more than ``ArchiveLimits/inflatedSize``.
    case tooLarge(size: Int, limit: Int)
    /// An entry is larger than the caller has room for.
    case entryTooLarge(entry: String, size: Int, limit: Int)
    /// zlib has no memory, or another failure of its own.
    case decompression(code: Int32)
}

/// A part of an archive.
public enum ArchiveRecord: Hashable, Sendable {
    case endRecord, zip64Locator, zip64EndRecord, centralDirectory, localHeader, content, dataDescriptor
}

/// What is told both beside an entry's content and in the central directory.
public enum HeaderField: Hashable, Sendable {
    case name, method, flags, sizes, checksum
}
