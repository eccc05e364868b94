//  The archive, in the order of its bytes (APPNOTE.TXT 6.3.10, section 4.3):
//
//      local header     30 bytes, then the name; CRC and sizes are patched in when the entry ends (4.3.7)
//      data             stored, or deflated
//      ...              the same for each entry
//      central header   46 bytes, then the name, for each entry (4.3.12)
//      end record       22 bytes (4.3.16)
//
//  No data descriptors, no extra fields, no comments, no folders, no zip64.

internal import CZlib

/// Writes a zip archive, one entry after the other, in constant memory.
///
/// The bytes depend on nothing but the entries, the level and zlib's version: every entry is dated 1980-01-01 00:00, and
/// as many threads as one likes deflate to the same bytes.
/// Sizes of 4 GiB and more are refused with ``ArchiveError/tooLarge(entry:size:limit:)`` rather than written as zip64.
public struct ArchiveWriter<Sink: ByteSink & ~Copyable>: ~Copyable {
    private var sink: Sink
    private var offset = 0
    private var entries: [Entry] = []
    private var names: Set<String> = []
    private var open: Entry?
    private let threads: Int
    private var pipeline: BlockPipeline?
    /// What of a deflated entry has not been handed to the pipeline.
    private var block: Block?

    /// Starts an archive at the first byte of an empty sink.
    /// - Parameters:
    ///   - sink: where its bytes go, written by the calling thread alone.
    ///   - threads: how many threads may deflate large entries, the calling one among them. Each takes 2 MiB.
    public init(to sink: consuming Sink, threads: Int = 1) {
        self.sink = sink
        self.threads = threads
    }

    /// Starts an entry.
    /// - Parameters:
    ///   - name: the path inside the archive, parts separated by `/`.
    ///   - method: how its bytes are kept.
    public mutating func begin(_ name: String, as method: EntryMethod = .deflated(level: 6)) throws(ArchiveError) {
        guard open == nil else { throw .outOfOrder }
        guard Entry.isSafe(name), names.insert(name).inserted else { throw .badName(name) }
        guard entries.count < Entry.countLimit else {
            throw .tooManyEntries(count: entries.count + 1, limit: Entry.countLimit)
        }
        guard offset <= Entry.sizeLimit else { throw .tooLarge(entry: name, size: offset, limit: Entry.sizeLimit) }
        if case .deflated(let level) = method {
            if pipeline?.level != level { pipeline = try BlockPipeline(level: level, threads: threads) }
            block = pipeline?.block(after: nil)
        }
        let entry = Entry(name: name, method: method, offset: offset)
        try put(entry.localHeader)
        open = entry
    }

    /// Adds bytes to the entry that was begun.
    public mutating func write(_ bytes: RawSpan) throws(ArchiveError) {
        guard var entry = open else { throw .outOfOrder }
        guard bytes.byteCount > 0 else { return }
        entry.size += bytes.byteCount
        guard entry.size <= Entry.sizeLimit else {
            throw .tooLarge(entry: entry.name, size: entry.size, limit: Entry.sizeLimit)
        }
        switch entry.method {
        case .stored: try store(bytes, of: &entry)
        case .deflated: try fill(bytes, of: &entry)
        }
        open = entry
    }

    /// Ends the entry that was begun and fills in its checksum and sizes.
    public mutating func end() throws(ArchiveError) {
        guard var entry = open else { throw .outOfOrder }
        if var last = block.take() {
            last.isLast = true
            try deflate(last, of: &entry)
        }
        guard entry.packedSize <= Entry.sizeLimit else {
            throw .tooLarge(entry: entry.name, size: entry.packedSize, limit: Entry.sizeLimit)
        }
        do {
            try sink.overwrite(at: entry.offset + Entry.checksumOffset, entry.checksumAndSizes.span.bytes)
        } catch {
            throw .sink(error)
        }
        entries.append(entry)
        open = nil
    }

    /// Writes a whole entry.
    public mutating func add(
        _ name: String, _ bytes: RawSpan, as method: EntryMethod = .deflated(level: 6)
    ) throws(ArchiveError) {
        try begin(name, as: method)
        try write(bytes)
        try end()
    }

    /// Writes the central directory.
    /// - Returns: the sink, which holds the finished archive.
    public consuming func finish() throws(ArchiveError) -> Sink {
        guard open == nil else { throw .outOfOrder }
        let start = offset
        for entry in entries { try put(entry.centralHeader) }
        guard offset <= Entry.sizeLimit else { throw .tooLarge(entry: "", size: offset, limit: Entry.sizeLimit) }
        try put(Entry.endRecord(count: entries.count, size: offset - start, offset: start))
        return sink
    }

    private mutating func store(_ bytes: RawSpan, of entry: inout Entry) throws(ArchiveError) {
        entry.checksum = bytes.withUnsafeBytes {
            UInt32(
                truncatingIfNeeded: crc32_z(uLong(entry.checksum), $0.bindMemory(to: UInt8.self).baseAddress, $0.count))
        }
        do { try sink.write(bytes) } catch { throw .sink(error) }
        entry.packedSize += bytes.byteCount
        offset += bytes.byteCount
    }

    /// Adds the bytes to the block, and hands it over each time it is full and there is more.
    private mutating func fill(_ bytes: RawSpan, of entry: inout Entry) throws(ArchiveError) {
        var rest = bytes
        while true {
            let count = block?.append(rest) ?? rest.byteCount
            rest = rest.extracting(droppingFirst: count)
            guard rest.byteCount > 0, let full = block.take() else { return }
            block = pipeline?.block(after: full)
            try deflate(full, of: &entry)
        }
    }

    private mutating func deflate(_ block: Block, of entry: inout Entry) throws(ArchiveError) {
        for packed in try pipeline?.submit(block) ?? [] {
            do { try sink.write(packed.bytes.span.bytes.extracting(first: packed.packedCount)) } catch {
                throw .sink(error)
            }
            // The threads' checksums are of a block each.
            entry.checksum = UInt32(
                truncatingIfNeeded: crc32_combine(uLong(entry.checksum), uLong(packed.checksum), packed.count))
            entry.packedSize += packed.packedCount
            offset += packed.packedCount
            pipeline?.recycle(packed)
        }
    }

    private mutating func put(_ bytes: [UInt8]) throws(ArchiveError) {
        do { try sink.write(bytes.span.bytes) } catch { throw .sink(error) }
        offset += bytes.count
    }
}
