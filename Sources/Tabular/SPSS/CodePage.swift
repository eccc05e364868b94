import Glibc

/// How the bytes of an SPSS file stand for text: each file says which code page it was written in.
enum CodePage: Equatable {
    case utf8
    /// Also what is declared to be ASCII or Latin 1, as browsers read it.
    case windows1252
    /// The file does not say, or says what older programs always did: UTF-8 where it can be, else Windows-1252.
    case undeclared
    /// Some other with a byte a sign; the signs of 80 to FF.
    case singleByte([Unicode.Scalar])

    /// - Parameters:
    ///   - name: from the record of subtype 20, which newer files have. It goes before `number`.
    ///   - number: from the record of subtype 3: a number of Windows', or 2 for ASCII, 3 for "8-bit ASCII".
    init(name: [UInt8]?, number: Int?) throws(TableError) {
        let written = name.map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let number = written.map(Self.number) ?? number
        switch number {
        case nil where written == nil, 2, 3: self = .undeclared
        case 65001: self = .utf8
        case 819, 1252, 20127, 28591: self = .windows1252
        case let known? where Self.others.contains(known):
            guard let signs = Self.signs(of: known) else { fallthrough }
            self = .singleByte(signs)
        default: throw .spss(.unknownCodePage(written ?? number.map(String.init) ?? ""))
        }
    }

    /// Code pages of DOS, Windows, ISO 8859, Macintosh and KOI8 that have a byte a sign.
    private static let others: Set<Int> = [
        437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 865, 866, 869, 874,
        1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258,
        28592, 28593, 28594, 28595, 28596, 28597, 28598, 28599, 28600, 28603, 28604, 28605, 28606,
        10000, 20866, 21866,
    ]

    /// The number of a code page by one of its names: `windows-1252`, `CP850`, `ISO-8859-15`, `IBM437`, `1252`.
    private static func number(_ name: String) -> Int? {
        let plain = name.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let known = [
            "UTF8": 65001, "ASCII": 20127, "USASCII": 20127, "ANSIX341968": 20127, "LATIN1": 28591, "L1": 28591,
            "MACINTOSH": 10000, "MACROMAN": 10000, "KOI8R": 20866, "KOI8U": 21866,
        ]
        if let number = known[plain] { return number }
        if plain.hasPrefix("ISO8859") { return Int(plain.dropFirst(7)).flatMap { $0 < 100 ? 28590 + $0 : nil } }
        let letters = plain.prefix { $0.isLetter }
        return ["", "CP", "IBM", "WINDOWS", "MS", "X", "XCP"].contains(letters)
            ? Int(plain.dropFirst(letters.count)) : nil
    }

    /// The signs of 80 to FF, as the system's library has them.
    private static func signs(of number: Int) -> [Unicode.Scalar]? {
        let name =
            switch number {
            case 10000: "MACINTOSH"
            case 20866: "KOI8-R"
            case 21866: "KOI8-U"
            case 28592...28606: "ISO-8859-\(number - 28590)"
            default: "CP\(number)"
            }
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        return (0x80...0xFF).map { byte in
            var input: [CChar] = [CChar(bitPattern: UInt8(byte))]
            var output = [CChar](repeating: 0, count: 16)
            let count = input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var (from, left) = (input.baseAddress, 1)
                    var (to, room) = (output.baseAddress, 16)
                    return iconv(converter, &from, &left, &to, &room) == 0 ? 16 - room : 0
                }
            }
            let text = String(decoding: output[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            return text.unicodeScalars.first ?? "\u{FFFD}"
        }
    }

    /// The text without outer white space.
    ///
    /// - Throws: ``TableError/undecodable(_:encoding:)`` for what is declared to be UTF-8 and is not.
    func text(_ bytes: some Collection<UInt8>, at place: @autoclosure () -> Place) throws(TableError) -> String {
        // Texts are padded with blanks or NUL, the parts of a long one also where a sign did not find room.
        let bytes = bytes.filter { $0 != 0 }
        switch self {
        case .utf8:
            guard let text = String(validating: Self.withoutCutSign(bytes), as: UTF8.self) else {
                throw .undecodable(place(), encoding: .utf8)
            }
            return TextJudge.trimmed(text)
        case .windows1252: return TextJudge.trimmed(bytes.withUnsafeBufferPointer(Windows1252.text))
        case .undeclared:
            let text = String(validating: bytes, as: UTF8.self)
            return TextJudge.trimmed(text ?? bytes.withUnsafeBufferPointer(Windows1252.text))
        case .singleByte(let signs):
            var scalars = String.UnicodeScalarView()
            for byte in bytes { scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : signs[Int(byte) - 0x80]) }
            return TextJudge.trimmed(String(scalars))
        }
    }

    /// The same without the part of a sign at the end, as where a text was too long for its variable.
    private static func withoutCutSign(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard let lead = bytes.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }), (0xC2...0xF4).contains(bytes[lead])
        else { return bytes[...] }
        let wanted = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
        return bytes.count - lead < wanted ? bytes[..<lead] : bytes[...]
    }
}
