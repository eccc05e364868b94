internal import CZlib

/// A stretch of an entry that is deflated by itself, with the bytes before it to refer back to.
///
/// Where blocks begin depends on nothing but how many bytes came before, so that an entry's bytes are the same however many
/// threads deflate its blocks, and in whatever order.
struct Block: Sendable {
    static let size = 1 << 19
    /// How far back deflate refers (RFC 1951, 2).
    static let windowSize = 1 << 15

    /// The window, then the block's own bytes.
    private(set) var bytes: [UInt8]
    let windowCount: Int
    /// Whether the entry ends with it.
    var isLast = false

    var count: Int { bytes.count - windowCount }

    /// An empty block after another; `buffer` is used for it, and what is in it is lost.
    init(after previous: Block?, reusing buffer: consuming [UInt8]) {
        bytes = buffer
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(Block.windowSize + Block.size)
        if let end = previous?.bytes { bytes.append(contentsOf: end[max(0, end.count - Block.windowSize)...]) }
        windowCount = bytes.count
    }

    /// - Returns: how many of the bytes there was room for.
    mutating func append(_ bytes: RawSpan) -> Int {
        let part = bytes.extracting(first: Block.size - count)
        part.withUnsafeBytes { self.bytes.append(contentsOf: $0) }
        return part.byteCount
    }
}

/// A block as it stands in the archive.
struct PackedBlock: Sendable {
    /// The first `packedCount` of them; the others are room for the next block.
    var bytes: [UInt8]
    var packedCount = 0
    /// Of the bytes that were packed.
    var checksum: UInt32 = 0
    let count: Int
}

/// zlib's deflate without header or trailer, a block at a time.
struct BlockDeflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>  // must not move: zlib points back at it

    init(level: Int32) throws(ArchiveError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let code = deflateInit2_(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else {
            stream.deallocate()
            throw .compression(code: code)
        }
        self.stream = stream
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// The block deflated, up to a whole byte, into a buffer that is reused.
    func pack(_ block: borrowing Block, into buffer: consuming [UInt8]) throws(ArchiveError) -> PackedBlock {
        let code = deflateReset(stream)
        guard code == Z_OK else { throw .compression(code: code) }
        var packed = PackedBlock(bytes: buffer, count: block.count)
        let (windowCount, isLast) = (block.windowCount, block.isLast)
        let failure = block.bytes.withUnsafeBufferPointer { bytes in
            let own = UnsafeBufferPointer(rebasing: bytes[windowCount...])
            packed.checksum = UInt32(truncatingIfNeeded: crc32_z(0, own.baseAddress, own.count))
            return deflate(bytes, from: windowCount, isLast: isLast, into: &packed)
        }
        if let failure { throw .compression(code: failure) }
        return packed
    }

    /// - Returns: zlib's code if it failed.
    private func deflate(
        _ bytes: UnsafeBufferPointer<UInt8>, from windowCount: Int, isLast: Bool, into packed: inout PackedBlock
    ) -> Int32? {
        if windowCount > 0 {
            let code = deflateSetDictionary(stream, bytes.baseAddress, UInt32(windowCount))
            guard code == Z_OK else { return code }
        }
        let count = bytes.count - windowCount
        // zlib reads from the pointer, which is not for writing, and not after this call.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress.map { $0 + windowCount })
        stream.pointee.avail_in = UInt32(count)
        // Room for everything at once, so that the loop runs once.
        var room = Int(deflateBound(stream, uLong(count))) + 16
        while true {
            if packed.bytes.count < packed.packedCount + room {
                packed.bytes += [UInt8](repeating: 0, count: packed.packedCount + room - packed.bytes.count)
            }
            let start = packed.packedCount
            let (code, left) = packed.bytes.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_out = output.baseAddress.map { $0 + start }
                stream.pointee.avail_out = UInt32(output.count - start)
                return (CZlib.deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH), Int(stream.pointee.avail_out))
            }
            packed.packedCount = packed.bytes.count - left
            // Z_BUF_ERROR only says that there was nothing to do.
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return code }
            if isLast ? code == Z_STREAM_END : left > 0 { return nil }
            room = 1 << 16
        }
    }
}
