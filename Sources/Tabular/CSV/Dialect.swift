/// How the bytes of a file stand for text.
public enum TextEncoding: Sendable, CaseIterable {
    /// UTF-8 without a mark; also what a file of nothing but ASCII is said to be.
    case utf8
    /// UTF-8 that begins with a byte order mark (EF BB BF).
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    case windows1252
}

/// The byte between two fields.
public enum Separator: UInt8, Sendable, CaseIterable {
    // The order is that of preference where the rows do not decide.
    case semicolon = 0x3B
    case tab = 0x09
    case comma = 0x2C
}

/// How a file was understood.
public struct Dialect: Hashable, Sendable {
    public let encoding: TextEncoding
    public let separator: Separator

    public init(encoding: TextEncoding, separator: Separator) {
        self.encoding = encoding
        self.separator = separator
    }
}
