/// The file as blocks of UTF-8 or Windows-1252 in one buffer that always ends in line feeds, so that a scan for the end
/// of a field needs no other limit and a word may be loaded anywhere (`Words.padding` bytes of them).
struct BlockInput: ~Copyable {
    /// Less than this at the end of the buffer is left empty.
    private static let leastRoom = 16

    private var source: any ByteSource & ~Copyable
    let size: Int?
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where the next field begins, from `base`.
    var position = 0
    private(set) var end = 0
    private(set) var isAtEnd = false
    /// What the bytes themselves declare: a mark, or the zeros of UTF-16.
    private(set) var declared: TextEncoding?
    private var utf16: UTF16Transcoder?
    private var bytesRead = 0

    init(_ source: consuming some ByteSource & ~Copyable, blockSize: Int) throws(ReadFailure) {
        capacity = blockSize
        base = .allocate(capacity: blockSize + Words.padding)
        size = source.expectedSize
        self.source = consume source
        try fill()
        try findMark()
    }

    deinit {
        base.deallocate()
    }

    /// What the bytes of the first block look like; only a guess.
    var likelyEncoding: TextEncoding {
        let bytes = UnsafeBufferPointer(start: base, count: end)
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return .utf8 }
        // Up to the next line end, so that no character is cut at the block's end.
        let line = bytes[first...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard line.endIndex < end || isAtEnd else { return .utf8 }
        return TextJudge.Kind(UnsafeBufferPointer(rebasing: line)) == .utf8 ? .utf8 : .windows1252
    }

    /// Bytes of the source that lie before `position`, about.
    var bytesDone: Int { max(0, bytesRead - (end - position)) }

    /// How many rows like the `rows` read so far the whole source may have.
    func expectedRows(after rows: Int) -> Int? {
        guard let size, bytesRead > 0, rows > 0 else { return nil }
        let read = max(1, bytesRead - (end - position))
        let (product, overflow) = size.multipliedReportingOverflow(by: rows)
        return overflow || size < read ? nil : product / read + product / read / 64 + 16
    }

    /// Moves what begins at `position` to the front and reads more behind it. Where it fills the buffer, the buffer grows.
    mutating func refill() throws(ReadFailure) {
        let kept = end - position
        if position == 0 && capacity - kept < BlockInput.leastRoom {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Words.padding)
            larger.update(from: base, count: kept)
            base.deallocate()
            base = larger
            capacity *= 2
        } else {
            base.update(from: base + position, count: kept)
        }
        position = 0
        end = kept
        try fill()
    }

    private mutating func fill() throws(ReadFailure) {
        while capacity - end >= BlockInput.leastRoom && !isAtEnd {
            let room = capacity - end
            if utf16 == nil {
                let count = try read(into: UnsafeMutableRawBufferPointer(start: base + end, count: room))
                isAtEnd = count == 0
                end += count
            } else {
                // Two bytes become three at most, and four with what was left from before.
                let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: (room - 8) / 2, alignment: 8)
                defer { raw.deallocate() }
                let count = try read(into: raw)
                isAtEnd = count == 0
                transcode(UnsafeRawBufferPointer(rebasing: raw[..<count]))
            }
        }
        (base + end).update(repeating: UInt8(ascii: "\n"), count: Words.padding)
    }

    private mutating func transcode(_ raw: UnsafeRawBufferPointer) {
        var output = base + end
        utf16?.take(raw, &output)
        if isAtEnd { utf16?.finish(&output) }
        end = output - base
    }

    private mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        let count = min(max(0, try source.read(into: buffer)), buffer.count)
        bytesRead += count
        return count
    }

    private mutating func findMark() throws(ReadFailure) {
        let start = UnsafeBufferPointer(start: base, count: min(end, 4_096))
        guard let mark = Mark(start) else { return }
        declared = mark.encoding
        position = mark.length
        guard mark.encoding != .utf8WithMark else { return }
        utf16 = UTF16Transcoder(isBigEndian: mark.encoding == .utf16BigEndian)
        let raw = UnsafeMutableRawBufferPointer.allocate(byteCount: end - position, alignment: 8)
        defer { raw.deallocate() }
        raw.copyMemory(from: UnsafeRawBufferPointer(start: base + position, count: end - position))
        let roomy = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Words.padding)
        base.deallocate()
        base = roomy
        capacity *= 2
        (position, end) = (0, 0)
        transcode(UnsafeRawBufferPointer(raw))
        try fill()
    }
}
