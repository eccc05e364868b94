/// What the dictionary of an SPSS file consists of, record by record.
///
/// The library believes the counts and lengths that it reads, so that all of them are held against the file first. What
/// it need not see is hidden from it by giving the record a number that it passes over.
struct DictionaryOutline {
    /// A variable as it is stored: a number, a string of at most 255 bytes, or a part of a longer one.
    struct Segment {
        /// Up to eight bytes, without the blanks behind them.
        let name: [UInt8]
        /// The first of its words, from 0, among those of a case.
        let firstWord: Int
        /// Eight bytes each.
        var words: Int
        /// 0 for a number, else bytes.
        let width: Int
    }

    var segments: [Segment] = []
    /// Words of eight bytes in a case.
    var caseWords = 0
    /// Strings longer than 255 bytes: in bytes, by the name of the first segment.
    var longWidths: [(name: [UInt8], width: Int)] = []
    var responseSets: [ResponseSetParser.Found] = []
    /// The code page by its number and, in newer files, by its name.
    var codePageNumber: Int?
    var codePageName: [UInt8]?
    /// Bit patterns of the numbers that stand for no value and for the ends of the line.
    var missing = Missing()
    /// Where the cases begin.
    private(set) var end = SPSSHeader.size
    /// Records of type 7 that are met only once and have been.
    var met: Set<Int> = []

    struct Missing {
        var system: UInt64 = 0xFFEF_FFFF_FFFF_FFFF
        var lowest: UInt64 = 0xFFEF_FFFF_FFFF_FFFE
        var highest: UInt64 = 0x7FEF_FFFF_FFFF_FFFF
    }

    init(_ bytes: inout DictionaryBytes, limits: Limits) throws(TableError) {
        while try takeRecord(&bytes, limits) {}
        for segment in segments where segment.words != max(1, (segment.width + 7) / 8) {
            throw .spss(.corrupt(.variables, offset: SPSSHeader.size))
        }
        guard !segments.isEmpty else { throw .empty }
        bytes.cut(at: end)
    }

    /// False for the last record.
    private mutating func takeRecord(_ bytes: inout DictionaryBytes, _ limits: Limits) throws(TableError) -> Bool {
        let start = end
        try bytes.load(start + 8, of: .variables)
        end += 4
        switch bytes.int32(start) {
        case 2: try takeVariable(&bytes, limits)
        case 3: try takeValueLabels(&bytes)
        case 6: end = try skip(&bytes, from: end, size: 80, of: .documents)
        case 7: end = try takeExtension(&bytes, at: end)
        case 999:
            end += 4
            return false
        default: throw .spss(.corrupt(.variables, offset: start))
        }
        return true
    }

    private mutating func takeVariable(_ bytes: inout DictionaryBytes, _ limits: Limits) throws(TableError) {
        let start = end
        try bytes.load(start + 28, of: .variables)
        end += 28
        let type = bytes.int32(start)
        let hasLabel = bytes.int32(start + 4) != 0
        let missing = bytes.int32(start + 8)
        guard (-1...255).contains(type) else { throw .spss(.corrupt(.variables, offset: start)) }
        caseWords += 1
        if type == -1 {
            // One more word of the string before.
            guard !hasLabel, missing == 0, let last = segments.indices.last, segments[last].width > 0 else {
                throw .spss(.corrupt(.variables, offset: start))
            }
            segments[last].words += 1
            return
        }
        guard segments.count < limits.fields else { throw .tooManyFields(sheetRow: 0, limit: limits.fields) }
        let name = bytes.bytes[start + 20..<start + 28]
        segments.append(
            Segment(
                name: Array(name.prefix { $0 != 0x20 && $0 != 0 }), firstWord: caseWords - 1, words: 1, width: Int(type)
            ))
        if hasLabel { end = try skip(&bytes, from: end, size: 1, of: .variableLabels, padding: 4) }
        guard [-3, -2, 0, 1, 2, 3].contains(missing) else { throw .spss(.corrupt(.variables, offset: start + 8)) }
        end += 8 * Int(missing.magnitude)
        try bytes.load(end, of: .variables)
    }

    private mutating func takeValueLabels(_ bytes: inout DictionaryBytes) throws(TableError) {
        try bytes.load(end + 4, of: .valueLabels)
        let count = bytes.count(end)
        end += 4
        let room = bytes.room(behind: end) / 16
        guard count <= room else { throw .spss(.doesNotFit(.valueLabels, declared: count, room: room)) }
        for _ in 0..<count {
            // The value, the label's length in a byte, the label; the last two padded to words.
            try bytes.load(end + 9, of: .valueLabels)
            end += 8 + (Int(bytes.bytes[end + 8]) + 8) / 8 * 8
        }
        try bytes.load(end + 8, of: .valueLabels)
        guard bytes.int32(end) == 4 else { throw .spss(.corrupt(.valueLabels, offset: end)) }
        end = try skip(&bytes, from: end + 4, size: 4, of: .valueLabels)
    }

    /// Passes over a count and as many pieces of `size` bytes.
    private func skip(
        _ bytes: inout DictionaryBytes, from start: Int, size: Int, of part: SPSSPart, padding: Int = 1
    ) throws(TableError) -> Int {
        try bytes.load(start + 4, of: part)
        let count = bytes.count(start)
        let room = bytes.room(behind: start + 4) / size
        guard count <= room else { throw .spss(.doesNotFit(part, declared: count, room: room)) }
        let end = start + 4 + (count * size + padding - 1) / padding * padding
        try bytes.load(end, of: part)
        return end
    }
}
