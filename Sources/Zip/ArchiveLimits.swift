/// What an archive may ask for, at most. The defaults let every ordinary spreadsheet through.
public struct ArchiveLimits: Hashable, Sendable {
    /// Entries in the archive.
    public var entries = 10_000
    /// Bytes of an entry's name.
    public var nameLength = 1_024
    /// Bytes of the central directory, which is held in memory while it is parsed.
    public var directorySize = 16 << 20
    /// Bytes that all entries together may be inflated to; an entry read twice counts once.
    public var inflatedSize = 1 << 30
    /// Times its compressed size that an entry may be inflated to, and the whole archive too, ``unconditionalSize`` apart.
    /// Deflate itself reaches 1032.
    public var ratio = 200
    /// Bytes that an entry, and the whole archive, may be inflated to whatever the ratio.
    public var unconditionalSize = 10 << 20

    /// The defaults.
    public init() {}

    /// How far so many compressed bytes may be inflated by the ratio alone.
    func inflated(from compressed: Int) -> Int {
        let (product, overflow) = compressed.multipliedReportingOverflow(by: ratio)
        return max(unconditionalSize, overflow ? .max : product)
    }
}
