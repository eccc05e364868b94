import CZlib
import Zip

/// The cases of a `.zsav`: blocks compressed by zlib, and a table of them behind (PSPP Developers Guide, "ZLIB Data
/// Header").
final class CaseBlocks {
    private struct Block {
        let compressed: Int
        let inflated: Int
    }

    private let file: any RandomAccess
    private let blocks: [Block]
    /// Bytes of all blocks together.
    let inflated: Int

    private var index = 0
    /// The next byte of the file to be read.
    private(set) var place: Int
    private var isWithinBlock = false
    private var compressedLeft = 0
    private var inflatedLeft = 0
    private let stream: UnsafeMutablePointer<z_stream>  // must not move: zlib points back at it
    private let input: UnsafeMutableRawBufferPointer

    /// - Parameters:
    ///   - start: where the dictionary ends.
    ///   - limit: how many bytes the blocks may come to.
    init(_ file: any RandomAccess, at start: Int, isBigEndian: Bool, limit: Int) throws(TableError) {
        self.file = file
        let numbers = Triples(file: file, isBigEndian: isBigEndian)
        let header = try numbers.triple(at: start)
        let (table, length) = (header.second, header.third)
        guard header.first == start, table >= start + 24, length >= 24, length % 24 == 0 else {
            throw .spss(.corrupt(.blocks, offset: start))
        }
        guard table <= file.size, length <= file.size - table else {
            throw .spss(.doesNotFit(.blocks, declared: length / 24 - 1, room: max(0, file.size - table) / 24))
        }
        let count = length / 24 - 1
        // The bias, zero; a block's usual size and the number of blocks.
        guard numbers.halves(of: try numbers.triple(at: table).third).1 == count else {
            throw .spss(.corrupt(.blocks, offset: table + 20))
        }
        var blocks: [Block] = []
        var (next, sum) = (start + 24, 0)
        for index in 0..<count {
            // Where it begins inflated and in the file; its size inflated and in the file.
            let entry = try numbers.triple(at: table + 24 * (index + 1))
            let (inflated, compressed) = numbers.halves(of: entry.third)
            // Deflate makes at most 1,032 bytes of one, so that what is told beforehand cannot be much.
            guard entry.second == next, compressed > 0, inflated >= 0, compressed <= table - next,
                inflated / 1_040 <= compressed
            else { throw .spss(.corrupt(.blocks, offset: table + 24 * (index + 1))) }
            blocks.append(Block(compressed: compressed, inflated: inflated))
            next += compressed
            sum += inflated
        }
        guard next == table else { throw .spss(.corrupt(.blocks, offset: table)) }
        guard sum <= limit else { throw .spss(.inflatesTooFar(declared: sum, limit: limit)) }
        self.blocks = blocks
        inflated = sum
        place = start + 24
        input = .allocate(byteCount: 64 << 10, alignment: 16)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .spss(.corrupt(.blocks, offset: start))
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Inflates what comes next; returns how many bytes it was, 0 only at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: target.count)
        while stream.pointee.avail_out > 0 {
            if !isWithinBlock {
                guard index < blocks.count else { break }
                (compressedLeft, inflatedLeft) = (blocks[index].compressed, blocks[index].inflated)
                inflateReset(stream)
                isWithinBlock = true
                index += 1
            }
            if stream.pointee.avail_in == 0, compressedLeft > 0 { try refill() }
            let before = stream.pointee.avail_out
            let code = inflate(stream, Z_NO_FLUSH)
            inflatedLeft -= Int(before - stream.pointee.avail_out)
            guard inflatedLeft >= 0 else { throw broken }
            if code == Z_OK { continue }
            let isWhole = inflatedLeft == 0 && compressedLeft == 0 && stream.pointee.avail_in == 0
            guard code == Z_STREAM_END, isWhole else { throw broken }
            isWithinBlock = false
        }
        return target.count - Int(stream.pointee.avail_out)
    }

    private var broken: TableError { .spss(.corrupt(.blocks, offset: place)) }

    private func refill() throws(TableError) {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: input[..<min(input.count, compressedLeft)])
        let count: Int
        do { count = try file.read(at: place, into: wanted) } catch { throw .unreadable(ReadFailure(error)) }
        guard count > 0 else { throw .spss(.cutOff(.blocks)) }
        place += count
        compressedLeft -= count
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
    }
}

/// What the tables of blocks are made of: three numbers of eight bytes, the last of them sometimes two of four.
private struct Triples {
    let file: any RandomAccess
    let isBigEndian: Bool

    func triple(at offset: Int) throws(TableError) -> (first: Int, second: Int, third: Int) {
        let bytes = try file.bytes(at: offset, 24)
        guard bytes.count == 24 else { throw .spss(.cutOff(.blocks)) }
        func number(_ place: Int) -> Int {
            let ordered = bytes[place..<place + 8]
            return (isBigEndian ? Array(ordered) : ordered.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }
        return (number(0), number(8), number(16))
    }

    /// The two numbers that were taken for one, in the order of the file.
    func halves(of number: Int) -> (Int, Int) {
        let (low, high) = (Int(Int32(truncatingIfNeeded: number)), number >> 32)
        return isBigEndian ? (high, low) : (low, high)
    }
}
