internal import CZlib

/// The content of a deflated entry, inflated by zlib in constant memory.
struct Inflater: ~Copyable {
    private let file: any RandomAccess
    private let entry: ArchivedFile
    private var taken = 0
    private var made = 0
    private var isAtEnd = false
    private let stream: UnsafeMutablePointer<z_stream>  // must not move: zlib points back at it
    private let input: UnsafeMutableRawBufferPointer

    init(_ entry: ArchivedFile, of file: any RandomAccess) throws(ArchiveReadError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            throw .decompression(code: code)
        }
        self.file = file
        self.entry = entry
        self.stream = stream
        input = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Fills the buffer with the bytes that come next.
    /// - Returns: how many there were: fewer than asked for only at the end of the data, which is then the end of the entry.
    mutating func next(into output: UnsafeMutableRawBufferPointer) throws(ArchiveReadError) -> Int {
        guard !isAtEnd else { return 0 }
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(output.count)
        while stream.pointee.avail_out > 0 {
            if stream.pointee.avail_in == 0, taken < entry.compressedSize { try refill() }
            let code = inflate(stream, Z_NO_FLUSH)
            switch code {
            case Z_OK:
                continue
            case Z_STREAM_END:
                isAtEnd = true
                let left = entry.compressedSize - taken + Int(stream.pointee.avail_in)
                guard left == 0 else { throw .trailingData(entry: entry.name, count: left) }
                made += output.count - Int(stream.pointee.avail_out)
                return output.count - Int(stream.pointee.avail_out)
            case Z_BUF_ERROR:
                // There is room, so it is input that is wanted, and there is none.
                throw .truncated(entry: entry.name)
            case Z_DATA_ERROR, Z_NEED_DICT:
                throw .corrupt(entry: entry.name, offset: made + output.count - Int(stream.pointee.avail_out))
            default:
                throw .decompression(code: code)
            }
        }
        made += output.count
        return output.count
    }

    private mutating func refill() throws(ArchiveReadError) {
        let count = min(input.count, entry.compressedSize - taken)
        let block = UnsafeMutableRawBufferPointer(rebasing: input[..<count])
        try file.fill(block, with: .content, at: entry.contentOffset + taken)
        taken += count
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
    }
}
