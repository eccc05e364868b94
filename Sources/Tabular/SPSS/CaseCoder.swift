/// Turns the values of the chosen variables into codes, case by case.
///
/// A value's raw bytes are its key: a label is looked up, a number written and a string decoded once for each different
/// value of a column.
struct CaseCoder: ~Copyable {
    private struct Lane {
        let column: Int
        let coder: UnsafeMutablePointer<ColumnCoder>
        let stage: UnsafeMutablePointer<UInt16>
        let isText: Bool
        /// Bytes within a case.
        let start: Int
        let end: Int
        let isLong: Bool
    }

    private var decoder: CaseDecoder
    private var builder: TableBuilder
    private let variables: [SPSSVariable]
    private let lanes: [Lane]
    /// For each word of a case whether it is part of a string.
    private let textWords: [Bool]
    private let blanks: DictionaryOutline.Missing
    private let isBigEndian: Bool
    /// By column: the codes of values that the file declares to be no answer.
    private var missing: [Int: Set<Int>] = [:]
    private var joined = Scratch()

    init(
        _ decoder: consuming CaseDecoder, _ builder: consuming TableBuilder, _ dictionary: SPSSDictionary,
        _ blanks: DictionaryOutline.Missing, isBigEndian: Bool
    ) {
        variables = dictionary.variables
        var lanes: [Lane] = []
        for column in builder.chosen {
            guard let coder = builder.lanes[column] else { continue }
            let variable = variables[column]
            lanes.append(
                Lane(
                    column: column, coder: coder, stage: coder.pointee.stage, isText: variable.isText,
                    start: variable.pieces[0].lowerBound,
                    end: variable.pieces[0].upperBound, isLong: variable.pieces.count > 1))
        }
        self.lanes = lanes.reversed()
        var textWords = [Bool](repeating: false, count: decoder.words)
        for piece in variables.lazy.filter(\.isText).flatMap(\.pieces) {
            for word in piece.lowerBound / 8..<(piece.upperBound + 7) / 8 { textWords[word] = true }
        }
        self.textWords = textWords
        self.decoder = decoder
        self.builder = builder
        self.blanks = blanks
        self.isBigEndian = isBigEndian
    }

    mutating func run(cases: Int?, total: Int, progress: ((Progress) -> Void)?) throws(TableError) {
        var number = 0
        while number != cases, try decoder.next() {
            number += 1
            // Blank cases are no rows but take their time.
            guard number <= builder.limits.rows else {
                throw .tooManyRows(limit: builder.limits.rows, columns: lanes.count)
            }
            guard try codeCase(number) else { continue }
            if try builder.endRow(sheetRow: number) {
                builder.flush(expected: cases.map { min($0, builder.rowLimit) })
                progress?(Progress(rows: builder.row, done: decoder.place, total: total))
            }
        }
        if let cases, number < cases { throw .spss(.doesNotFit(.cases, declared: cases, room: number)) }
        try decoder.finish()
    }

    mutating func table(columns: [Int], format: FileFormat) -> Table {
        var table = builder.table(columns: columns, format: format)
        for index in table.columns.indices {
            table.columns[index].missing = missing[table.columns[index].index] ?? []
        }
        return table
    }

    /// False for a case with nothing in it.
    private mutating func codeCase(_ number: Int) throws(TableError) -> Bool {
        var union: UInt32 = 0
        let staged = builder.stagedRow
        for index in lanes.indices {
            let lane = lanes[index]
            let code = try lane.isText ? textCode(lane, number) : numberCode(lane, number)
            lane.stage[staged] = UInt16(truncatingIfNeeded: code)
            union |= code
        }
        return union != 0 || !isBlank()
    }

    @inline(__always)
    private func word(_ offset: Int) -> UInt64 {
        let word = decoder.row[offset >> 3]
        return isBigEndian ? word.byteSwapped : word
    }

    @inline(__always)
    private mutating func numberCode(_ lane: Lane, _ number: Int) throws(TableError) -> UInt32 {
        let word = word(lane.start)
        if word == blanks.system { return 0 }
        let key = Key(first: word, second: 0, third: 0, length: 8, hash: builder.hash)
        if let known = lane.coder.pointee.code(of: key) { return known }
        return try learn(word, key, lane, number)
    }

    @inline(never)
    private mutating func learn(_ word: UInt64, _ key: Key, _ lane: Lane, _ number: Int) throws(TableError) -> UInt32 {
        guard !isBlank(word) else { return 0 }
        let place = Place(sheetRow: number, column: lane.column)
        let meaning = try variables[lane.column].meaning(of: Double(bitPattern: word), at: place)
        return try withUnsafeBytes(of: word) { bytes throws(TableError) in
            try learn(meaning, bytes.bindMemory(to: UInt8.self), key, lane, place)
        }
    }

    private mutating func textCode(_ lane: Lane, _ number: Int) throws(TableError) -> UInt32 {
        let row = UnsafeRawPointer(decoder.row).assumingMemoryBound(to: UInt8.self)
        var bytes = UnsafeBufferPointer(start: row + lane.start, count: lane.end - lane.start)
        if lane.isLong {
            joined.removeAll()
            for piece in variables[lane.column].pieces { joined.append(row + piece.lowerBound, piece.count) }
            bytes = joined.bytes
        }
        var count = bytes.count
        while count > 0, bytes[count - 1] == 0x20 || bytes[count - 1] == 0 { count -= 1 }
        if count == 0 { return 0 }
        bytes = UnsafeBufferPointer(rebasing: bytes[..<count])
        let key = Key(bytes, builder.hash)
        let known =
            count <= Key.shortest ? lane.coder.pointee.code(of: key) : lane.coder.pointee.code(ofLong: bytes, key)
        if let known { return known }
        let place = Place(sheetRow: number, column: lane.column)
        return try learn(try variables[lane.column].meaning(of: bytes, at: place), bytes, key, lane, place)
    }

    private mutating func learn(
        _ meaning: (text: String, isMissing: Bool), _ bytes: UnsafeBufferPointer<UInt8>, _ key: Key, _ lane: Lane,
        _ place: Place
    ) throws(TableError) -> UInt32 {
        let code = try builder.learn(bytes, key, text: meaning.text, lane.coder, at: place)
        if meaning.isMissing && code > 0 { missing[lane.column, default: []].insert(Int(code)) }
        return code
    }

    private func isBlank(_ word: UInt64) -> Bool {
        word == blanks.system || word == blanks.lowest || word == blanks.highest || Double(bitPattern: word).isNaN
    }

    /// Whether no variable has a value, chosen or not.
    private func isBlank() -> Bool {
        for index in textWords.indices {
            guard textWords[index] else {
                if isBlank(word(8 * index)) { continue }
                return false
            }
            let word = decoder.row[index]
            if word == 0x2020_2020_2020_2020 || word == 0 { continue }
            let isBlank = withUnsafeBytes(of: word) { $0.allSatisfy { $0 == 0x20 || $0 == 0 || $0 == 0x09 } }
            if !isBlank { return false }
        }
        return true
    }
}
