internal import CZlib

/// Reads a zip archive that may be broken or made to do harm.
///
/// Everything that headers tell is checked when the archive is opened, and everything that contents tell when they are read:
/// what comes out is never more than ``ArchiveLimits`` allow. Memory does not grow with an entry's size.
///
/// A copy shares the file, and counts what is inflated on its own.
public struct ArchiveReader: Sendable {
    /// The entries in the order of the central directory.
    public let entries: [ArchivedFile]
    private let file: any RandomAccess
    private let limits: ArchiveLimits
    /// Which entry has a name's bytes.
    private let indices: [[UInt8]: Int]
    /// The compressed bytes of all entries.
    private let compressedSize: Int
    /// How far each entry was inflated, and all of them.
    private var inflated: [Int]
    private var inflatedSize = 0

    private static let blockSize = 1 << 18

    /// Reads the central directory and the entries' headers.
    public init(_ file: any RandomAccess, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveReadError) {
        self.file = file
        self.limits = limits
        entries = try CentralDirectory.read(of: file, limits: limits)
        indices = Dictionary(entries.map { (Array($0.name.utf8), $0.index) }, uniquingKeysWith: { first, _ in first })
        // Cannot overflow: the entries share no byte of the file.
        compressedSize = entries.reduce(0) { $0 + $1.compressedSize }
        inflated = [Int](repeating: 0, count: entries.count)
    }

    /// The entry of that name, to the byte.
    public func entry(named name: String) -> ArchivedFile? {
        indices[Array(name.utf8)].map { entries[$0] }
    }

    /// Reads an entry's content block by block.
    ///
    /// Where `body` returns false, reading ends and nothing more is checked. Otherwise an error may be thrown after blocks
    /// that were given: the content is right only if none was.
    /// - Parameters:
    ///   - entry: one of ``entries``.
    ///   - body: takes a block, valid during the call: 256 KiB, except for the last one. An empty entry has none.
    public mutating func read(
        _ entry: ArchivedFile, _ body: (UnsafeRawBufferPointer) -> Bool
    ) throws(ArchiveReadError) {
        guard entries.indices.contains(entry.index), entries[entry.index] == entry else {
            throw .notInArchive(entry: entry.name)
        }
        var inflater: Inflater?
        if entry.method == .deflated { inflater = try Inflater(entry, of: file) }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ArchiveReader.blockSize, alignment: 64)
        defer { block.deallocate() }
        var size = 0
        var checksum: uLong = 0
        while true {
            let filled =
                switch entry.method {
                case .stored: try stored(of: entry, from: size, into: block)
                case .deflated: try inflater?.next(into: block) ?? 0
                }
            guard filled > 0 else { break }
            size += filled
            guard size <= entry.size else {
                throw .sizeDiffers(entry: entry.name, declared: entry.size, found: size)
            }
            try admit(size, of: entry)
            checksum = crc32_z(checksum, block.baseAddress?.assumingMemoryBound(to: UInt8.self), filled)
            guard body(UnsafeRawBufferPointer(rebasing: block[..<filled])) else { return }
        }
        guard size == entry.size else {
            throw .sizeDiffers(entry: entry.name, declared: entry.size, found: size)
        }
        guard checksum == uLong(entry.checksum) else {
            throw .checksumDiffers(
                entry: entry.name, declared: entry.checksum, found: UInt32(truncatingIfNeeded: checksum))
        }
    }

    /// Reads a small entry as a whole.
    public mutating func contents(
        of entry: ArchivedFile, atMost limit: Int
    ) throws(ArchiveReadError) -> [UInt8] {
        var bytes: [UInt8] = []
        // The size is only declared: no more than could come of it.
        let possible = min(limits.inflated(from: entry.compressedSize), limits.inflatedSize)
        bytes.reserveCapacity(max(0, min(entry.size, limit, possible)))
        var size = 0
        try read(entry) { block in
            size += block.count
            guard size <= limit else { return false }
            bytes.append(contentsOf: block)
            return true
        }
        guard size <= limit else { throw .entryTooLarge(entry: entry.name, size: size, limit: limit) }
        return bytes
    }

    private func stored(
        of entry: ArchivedFile, from start: Int, into block: UnsafeMutableRawBufferPointer
    ) throws(ArchiveReadError) -> Int {
        let count = min(block.count, entry.compressedSize - start)
        let part = UnsafeMutableRawBufferPointer(rebasing: block[..<count])
        try file.fill(part, with: .content, at: entry.contentOffset + start)
        return count
    }

    /// Holds what was inflated against the limits.
    private mutating func admit(_ size: Int, of entry: ArchivedFile) throws(ArchiveReadError) {
        guard size <= limits.inflated(from: entry.compressedSize) else {
            throw .ratioTooHigh(
                entry: entry.name, size: size, compressed: entry.compressedSize, limit: limits.ratio)
        }
        let added = size - inflated[entry.index]
        guard added > 0 else { return }
        inflated[entry.index] = size
        inflatedSize += added
        guard inflatedSize <= limits.inflatedSize else {
            throw .tooLarge(size: inflatedSize, limit: limits.inflatedSize)
        }
        guard inflatedSize <= limits.inflated(from: compressedSize) else {
            throw .ratioTooHigh(entry: nil, size: inflatedSize, compressed: compressedSize, limit: limits.ratio)
        }
    }
}
