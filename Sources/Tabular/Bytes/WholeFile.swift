/// A pipe is kept whole while it is read, so there is a limit.
private let mostPipedBytes = 256 << 20

/// All bytes of what cannot be read at any place.
func wholeFile(_ path: String) throws(TableError) -> [UInt8] {
    do throws(ReadFailure) {
        var source = try FileSource(path: path)
        var bytes: [UInt8] = []
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
            if bytes.count > mostPipedBytes { break }
        }
    } catch {
        throw .unreadable(error)
    }
    throw .pipeTooLong(limit: mostPipedBytes)
}
