import Zip

extension RandomAccess {
    /// The bytes from `offset`: fewer than `count` only where the file ends.
    func bytes(at offset: Int, _ count: Int) throws(TableError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        do {
            let found = try bytes.withUnsafeMutableBufferPointer { buffer throws(AccessFailure) in
                try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
            }
            bytes.removeLast(count - found)
            return bytes
        } catch {
            throw .unreadable(ReadFailure(error))
        }
    }
}
