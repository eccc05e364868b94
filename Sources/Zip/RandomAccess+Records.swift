extension RandomAccess {
    /// Fills the buffer with bytes that are known to lie inside the file, or else told to lie outside it.
    func fill(
        _ buffer: UnsafeMutableRawBufferPointer, with record: ArchiveRecord, at offset: Int
    ) throws(ArchiveReadError) {
        guard offset >= 0, offset <= size, buffer.count <= size - offset else {
            throw .outOfBounds(record, offset: offset, size: buffer.count, fileSize: size)
        }
        var count = 0
        do { count = try read(at: offset, into: buffer) } catch { throw .access(error) }
        guard count == buffer.count else {
            throw .outOfBounds(record, offset: offset, size: buffer.count, fileSize: size)
        }
    }

    /// The bytes of a record, allocated only where they lie inside the file.
    func bytes(of record: ArchiveRecord, at offset: Int, count: Int) throws(ArchiveReadError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
            throw .outOfBounds(record, offset: offset, size: count, fileSize: size)
        }
        var bytes = [UInt8](repeating: 0, count: count)
        var failure: ArchiveReadError?
        bytes.withUnsafeMutableBytes { buffer in
            do throws(ArchiveReadError) { try fill(buffer, with: record, at: offset) } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }
}
