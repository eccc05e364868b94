import Zip

/// The bytes behind the dictionary, in order: as they stand in the file, or inflated.
struct CaseBytes: ~Copyable {
    private static let room = 256 << 10

    private enum Source {
        /// From here to the end of the file.
        case file(next: Int)
        case blocks(CaseBlocks)
    }

    private let file: any RandomAccess
    private var source: Source
    private let buffer: UnsafeMutableRawBufferPointer
    private var position = 0
    private var end = 0

    init(_ file: any RandomAccess, from start: Int) {
        self.file = file
        source = .file(next: start)
        buffer = .allocate(byteCount: Self.room, alignment: 16)
    }

    init(_ file: any RandomAccess, blocks: CaseBlocks) {
        self.file = file
        source = .blocks(blocks)
        buffer = .allocate(byteCount: Self.room, alignment: 16)
    }

    deinit {
        buffer.deallocate()
    }

    /// How far the file has been read.
    var place: Int {
        switch source {
        case .file(let next): next
        case .blocks(let blocks): blocks.place
        }
    }

    /// The next eight bytes, the first one lowest; nil where there are no eight.
    @inline(__always)
    mutating func word() throws(TableError) -> UInt64? {
        if end &- position < 8, try !refill() { return nil }
        defer { position &+= 8 }
        return UInt64(
            littleEndian: UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// Whether bytes are left that are no word.
    var hasRemainder: Bool { position < end }

    /// Fills `target`; returns how many bytes there were.
    mutating func read(into target: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
        var count = 0
        while count < target.count {
            if position == end, try !refill(atLeast: 1) { break }
            let more = min(target.count - count, end - position)
            UnsafeMutableRawBufferPointer(rebasing: target[count...])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + more]))
            position += more
            count += more
        }
        return count
    }

    /// Passes over what is in memory and reads on; false at the end.
    mutating func skip() throws(TableError) -> Bool {
        position = end
        return try refill(atLeast: 1)
    }

    /// True where there are `least` bytes afterwards.
    @inline(never)
    private mutating func refill(atLeast least: Int = 8) throws(TableError) -> Bool {
        let left = end - position
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[position..<end]))
        (position, end) = (0, left)
        while end < least {
            let more = try more(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
            if more == 0 { return false }
            end += more
        }
        return true
    }

    private mutating func more(into target: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
        switch source {
        case .blocks(let blocks): return try blocks.read(into: target)
        case .file(let next):
            do {
                let count = try file.read(at: next, into: target)
                source = .file(next: next + count)
                return count
            } catch {
                throw .unreadable(ReadFailure(error))
            }
        }
    }
}
