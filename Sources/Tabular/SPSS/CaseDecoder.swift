import Zip

/// The cases of an SPSS file, one after another, each as words of eight bytes as they would stand uncompressed.
///
/// libreadstat 1.1.8 is not used for this: where a long string begins with a segment of nothing but NUL it writes before
/// its buffer, which depends on the cases and so cannot be found out beforehand; and a file that ends too early looks to
/// it like one that ends.
struct CaseDecoder: ~Copyable {
    let words: Int
    /// The case last read, with room to load words behind it.
    let row: UnsafeMutablePointer<UInt64>
    /// How many there are at most, which for uncompressed cases is how many there are.
    let room: Int

    private let compression: SPSSHeader.Compression
    private var bytes: CaseBytes
    /// The word of each byte of compressed cases.
    private let meanings: UnsafeMutablePointer<UInt64>
    private var commands: UInt64 = 0
    private var commandsLeft = 0
    private var isAtEnd = false

    init(
        _ file: any RandomAccess, _ header: SPSSHeader, _ outline: DictionaryOutline, limits: Limits
    ) throws(TableError) {
        words = outline.caseWords
        compression = header.compression
        let left = max(0, file.size - outline.end)
        switch header.compression {
        case .none:
            bytes = CaseBytes(file, from: outline.end)
            room = left / (8 * words)
        case .bytecode:
            bytes = CaseBytes(file, from: outline.end)
            room = left / words
        case .zlib:
            let blocks = try CaseBlocks(
                file, at: outline.end, isBigEndian: header.isBigEndian, limit: limits.inflatedCases)
            bytes = CaseBytes(file, blocks: blocks)
            room = blocks.inflated / words
        }
        row = .allocate(capacity: words + Words.padding / 8)
        row.initialize(repeating: 0, count: words + Words.padding / 8)
        meanings = .allocate(capacity: 256)
        for byte in 0..<256 { meanings[byte] = Self.stored((Double(byte) - header.bias).bitPattern, header) }
        meanings[254] = 0x2020_2020_2020_2020
        meanings[255] = Self.stored(outline.missing.system, header)
    }

    deinit {
        row.deallocate()
        meanings.deallocate()
    }

    /// In the byte order of the file, first byte lowest.
    private static func stored(_ word: UInt64, _ header: SPSSHeader) -> UInt64 {
        header.isBigEndian ? word.byteSwapped : word
    }

    /// How far the file has been read.
    var place: Int { bytes.place }

    /// Reads a case; false where there is none.
    mutating func next() throws(TableError) -> Bool {
        if compression != .none { return try nextCompressed() }
        let target = UnsafeMutableRawBufferPointer(start: row, count: 8 * words)
        let count = try bytes.read(into: target)
        guard count == 0 || count == target.count else { throw .spss(.cutOff(.cases)) }
        return count > 0
    }

    private mutating func nextCompressed() throws(TableError) -> Bool {
        var filled = 0
        while filled < words {
            if commandsLeft == 0 {
                guard !isAtEnd, let next = try bytes.word() else {
                    guard filled == 0, isAtEnd || !bytes.hasRemainder else { throw .spss(.cutOff(.cases)) }
                    return false
                }
                (commands, commandsLeft) = (next, 8)
            }
            let command = UInt8(truncatingIfNeeded: commands)
            commands &>>= 8
            commandsLeft &-= 1
            switch command {
            case 0: continue
            case 252: (isAtEnd, commandsLeft) = (true, 0)
            case 253:
                guard let word = try bytes.word() else { throw .spss(.cutOff(.cases)) }
                row[filled] = word
                filled &+= 1
            default:
                row[filled] = meanings[Int(command)]
                filled &+= 1
            }
        }
        return true
    }

    /// Goes through what is left of compressed blocks, so that their check sums are seen to.
    mutating func finish() throws(TableError) {
        guard compression == .zlib else { return }
        while try bytes.skip() {}
    }
}
