internal import CZlib

/// zlib's deflate without header or trailer, in constant memory.
struct Deflater: ~Copyable {
    let level: Int32
    private let stream: UnsafeMutablePointer<z_stream>  // must not move: zlib points back at it
    private let output: UnsafeMutableRawBufferPointer

    init(level: Int32) throws(ArchiveError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let code = deflateInit2_(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else {
            stream.deallocate()
            throw .compression(code: code)
        }
        self.level = level
        self.stream = stream
        output = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    /// Makes the deflater ready for another entry.
    func reset() throws(ArchiveError) {
        let code = deflateReset(stream)
        guard code == Z_OK else { throw .compression(code: code) }
    }

    /// Compresses the bytes, and with `finish` whatever zlib still holds, into the sink.
    /// - Returns: how many bytes the sink was given.
    func deflate<Sink: ByteSink & ~Copyable>(
        _ bytes: RawSpan, finish: Bool, into sink: inout Sink
    ) throws(ArchiveError) -> Int {
        var made = 0
        var taken = 0
        repeat {
            // zlib counts its input in 32 bits.
            let chunk = bytes.extracting(droppingFirst: taken).extracting(first: 1 << 30)
            taken += chunk.byteCount
            let last = finish && taken == bytes.byteCount
            made += try deflate(chunk: chunk, flush: last ? Z_FINISH : Z_NO_FLUSH, into: &sink)
        } while taken < bytes.byteCount
        return made
    }

    private func deflate<Sink: ByteSink & ~Copyable>(
        chunk: RawSpan, flush: Int32, into sink: inout Sink
    ) throws(ArchiveError) -> Int {
        // The span outlives the loop below, which is the only place where zlib reads the pointer.
        let start = chunk.withUnsafeBytes { $0.baseAddress }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(chunk.byteCount)
        var made = 0
        while true {
            stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(output.count)
            let code = CZlib.deflate(stream, flush)
            // Z_BUF_ERROR only says that there was nothing to do.
            guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .compression(code: code) }
            let count = output.count - Int(stream.pointee.avail_out)
            if count > 0 {
                do {
                    try sink.write(UnsafeRawBufferPointer(rebasing: output[..<count]).bytes)
                } catch {
                    throw .sink(error)
                }
            }
            made += count
            if code == Z_STREAM_END || (flush == Z_NO_FLUSH && stream.pointee.avail_out > 0) { return made }
        }
    }
}
