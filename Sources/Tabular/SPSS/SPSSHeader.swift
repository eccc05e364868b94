/// The first record of an SPSS file.
struct SPSSHeader {
    /// Bytes.
    static let size = 176

    enum Compression {
        case none
        /// A byte for each small whole number, blank or missing value.
        case bytecode
        /// The same, in blocks compressed by zlib.
        case zlib
    }

    /// Whether the highest byte of a number comes first.
    let isBigEndian: Bool
    let compression: Compression
    /// Nil where the program that wrote the file did not know.
    let cases: Int?
    /// What is added to a small whole number in its byte.
    let bias: Double

    init(_ bytes: inout DictionaryBytes) throws(TableError) {
        try bytes.load(Self.size, of: .header)
        // The layout code is 2 or 3, in the byte order of all other numbers.
        let layout = bytes.int32(64)
        if layout != 2 && layout != 3 { bytes.isBigEndian = true }
        isBigEndian = bytes.isBigEndian
        guard [2, 3].contains(bytes.int32(64)) else { throw .spss(.corrupt(.header, offset: 64)) }
        switch bytes.int32(72) {
        case 0: compression = .none
        case 1: compression = .bytecode
        case 2: compression = .zlib
        default: throw .spss(.corrupt(.header, offset: 72))
        }
        switch bytes.int32(80) {
        case -1: cases = nil
        case let count where count >= 0: cases = Int(count)
        default: throw .spss(.corrupt(.header, offset: 80))
        }
        bias = Double(bitPattern: bytes.word(84))
        // The library refuses a time that it does not understand; nobody looks at it.
        bytes.replace(at: 92, with: "01 Jan 7000:00:00")
    }
}
