/// Records of type 7, by their subtypes (PSPP Developers Guide, "System File Format").
extension DictionaryOutline {
    private enum Subtype {
        static let machine = 3
        static let numbers = 4
        static let responseSets = 7
        static let display = 11
        static let longNames = 13
        static let longStrings = 14
        static let newerResponseSets = 19
        static let codePage = 20
        static let longStringLabels = 21
        static let longStringMissing = 22
    }

    /// Takes the record whose subtype stands at `start`; returns where the next one begins.
    mutating func takeExtension(_ bytes: inout DictionaryBytes, at start: Int) throws(TableError) -> Int {
        try bytes.load(start + 12, of: .extensions)
        let subtype = Int(bytes.int32(start))
        let (size, isTooLarge) = bytes.count(start + 4).multipliedReportingOverflow(by: bytes.count(start + 8))
        let content = start + 12
        let room = bytes.room(behind: content)
        guard !isTooLarge, size <= room else {
            throw .spss(.doesNotFit(.extensions, declared: isTooLarge ? .max : size, room: room))
        }
        guard size > 0 else { throw .spss(.corrupt(.extensions, offset: start)) }
        let end = content + size
        try bytes.load(end, of: .extensions)
        switch subtype {
        case Subtype.machine:
            // Texts are decoded here, since the library gives up a whole file for one byte that is out of place.
            bytes.hideExtension(at: start)
            guard size == 32 else { throw .spss(.corrupt(.extensions, offset: start)) }
            // IEEE 754, not IBM's or VAX's numbers.
            guard bytes.int32(content + 16) == 1 else { throw .spss(.corrupt(.extensions, offset: content + 16)) }
            codePageNumber = Int(bytes.int32(content + 28))
        case Subtype.numbers:
            guard size == 24 else { throw .spss(.corrupt(.extensions, offset: start)) }
            missing = Missing(
                system: bytes.word(content), lowest: bytes.word(content + 16), highest: bytes.word(content + 8))
        case Subtype.responseSets, Subtype.newerResponseSets:
            guard met.insert(subtype).inserted else { break }
            var parser = ResponseSetParser(bytes.bytes[content..<end].prefix(1 << 20))
            responseSets += parser.sets()
        case Subtype.codePage:
            codePageName = Array(bytes.bytes[content..<end].prefix(64))
        case Subtype.display:
            bytes.hideExtension(at: start)
        case Subtype.longStrings:
            // Hidden, so that the library takes every segment for a variable: to put them together is to decode cases.
            bytes.hideExtension(at: start)
            try meet(subtype, at: start)
            guard size <= 64 * segments.count else {
                throw .spss(.doesNotFit(.extensions, declared: size, room: 64 * segments.count))
            }
            longWidths = Self.longWidths(bytes.bytes[content..<end])
        case Subtype.longNames:
            try meet(subtype, at: start)
        case Subtype.longStringLabels, Subtype.longStringMissing:
            try meet(subtype, at: start)
            // The library looks for each of the names among all variables.
            let names = size / 12
            guard names <= 1 << 28 / max(1, segments.count) else {
                throw .spss(.doesNotFit(.extensions, declared: names, room: 1 << 28 / max(1, segments.count)))
            }
        default:
            break
        }
        return end
    }

    /// A record that stands once in a file. The library would go through all variables for each of them.
    private mutating func meet(_ subtype: Int, at offset: Int) throws(TableError) {
        guard met.insert(subtype).inserted else { throw .spss(.corrupt(.extensions, offset: offset)) }
    }

    /// `NAME=01000`, each with a NUL and a tab behind it.
    private static func longWidths(_ bytes: ArraySlice<UInt8>) -> [(name: [UInt8], width: Int)] {
        bytes.split { $0 == 0 || $0 == UInt8(ascii: "\t") }.compactMap { entry in
            let parts = entry.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let width = Int(String(decoding: parts[1], as: UTF8.self)), width > 255 else {
                return nil
            }
            return (Array(parts[0]), width)
        }
    }
}

extension DictionaryBytes {
    /// Gives the record whose subtype stands at `start` one that nobody knows.
    mutating func hideExtension(at start: Int) {
        replace(at: start, with: "\u{7F}\u{7F}\u{7F}\u{7F}")
    }
}
