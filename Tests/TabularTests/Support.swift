@testable import Tabular

/// A source that gives at most `most` bytes at a time.
struct TricklingSource: ByteSource {
    var memory: MemorySource
    let most: Int
    var expectedSize: Int? { nil }

    init(_ bytes: [UInt8], most: Int) {
        memory = MemorySource(bytes)
        self.most = most
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        memory.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(most)))
    }
}

extension TextEncoding {
    /// The bytes of `text`, with the mark where the encoding has one.
    func bytes(_ text: String, marked: Bool = true) -> [UInt8] {
        switch self {
        case .utf8: return Array(text.utf8)
        case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + text.utf8
        case .utf16LittleEndian, .utf16BigEndian: return bytes(Array(text.utf16), marked: marked)
        case .windows1252: return text.unicodeScalars.map { $0 == "€" ? 0x80 : $0 == "–" ? 0x96 : UInt8($0.value) }
        }
    }

    /// The same for UTF-16 that may be no text.
    func bytes(_ units: [UInt16], marked: Bool = true) -> [UInt8] {
        let all = marked ? [0xFEFF] + units : units
        var bytes: [UInt8] = []
        for unit in all {
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            bytes += self == .utf16LittleEndian ? pair : pair.reversed()
        }
        return bytes
    }
}

extension Table {
    var dialect: Dialect? {
        if case .csv(let dialect) = format { dialect } else { nil }
    }

    /// All rows as texts.
    var rows: [[String]] {
        (0..<rowCount).map { row in columns.map { $0.values[$0.codes[row]] } }
    }

    var sheetRowNumbers: [Int] {
        (0..<rowCount).map(sheetRow)
    }
}

/// What a file was read as, with every column chosen.
struct Reading: Equatable {
    var header: [String]
    var rows: [[String]]
}

func table(
    _ bytes: [UInt8], columns: [Int]? = nil, separator: Separator? = nil, blockSize: Int = 1 << 16,
    limits: Limits = Limits(), most: Int = .max
) throws(TableError) -> Table {
    let source = TricklingSource(bytes, most: most)
    let reader = try CSVReader(source, separator: separator, blockSize: blockSize, limits: limits)
    let all = Array(reader.header.indices)
    return try reader.table(columns: columns ?? all)
}

func table(_ text: String, columns: [Int]? = nil, separator: Separator? = nil) throws(TableError) -> Table {
    try table(Array(text.utf8), columns: columns, separator: separator)
}

func reading(_ bytes: [UInt8], blockSize: Int = 1 << 16, most: Int = .max) throws(TableError) -> Reading {
    let result = try table(bytes, blockSize: blockSize, most: most)
    return Reading(header: result.columns.map(\.name), rows: result.rows)
}
