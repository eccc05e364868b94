/// The first bytes of a document: which encoding it is in, and whether it says the same itself (XML 1.0, appendix F).
///
/// This is looked at before the parser sees a byte, because the parser would take any encoding that the system knows.
struct XMLDeclaration {
    /// So many bytes are looked at. The declaration must end within them.
    static let looked = 1_024

    let fault: XMLFault?

    private enum Encoding {
        case utf8, utf16LittleEndian, utf16BigEndian
    }

    /// - Parameter start: the document's first bytes, `looked` of them where it is that long.
    init(_ start: UnsafeRawBufferPointer) {
        fault = XMLDeclaration.fault(in: Array(start.prefix(XMLDeclaration.looked)))
    }

    private static func fault(in start: [UInt8]) -> XMLFault? {
        guard let encoding = encoding(of: start) else { return .encoding("UTF-32") }
        let text = ascii(start, encoding)
        guard text.starts(with: "<?xml".utf8), text.count > 5, isSpace(text[5]) else { return nil }
        guard
            let end = text.indices.dropLast().first(where: {
                text[$0] == UInt8(ascii: "?") && text[$0 + 1] == UInt8(ascii: ">")
            })
        else { return start.count < looked ? .incomplete : .tagTooLong(limit: looked) }
        guard let declared = declaredEncoding(text[..<end]) else { return nil }
        let name = String(decoding: declared.prefix(40), as: UTF8.self)
        let upper = name.uppercased()
        let fits = encoding == .utf8 ? upper == "UTF-8" : upper == "UTF-16"
        return fits ? nil : .encoding(name)
    }

    private static func encoding(of start: [UInt8]) -> Encoding? {
        switch start.first {
        case 0xFF where start.starts(with: [0xFF, 0xFE]):
            start.dropFirst(2).starts(with: [0, 0]) ? nil : .utf16LittleEndian
        case 0xFE where start.starts(with: [0xFE, 0xFF]): .utf16BigEndian
        case 0x3C where start.starts(with: [0x3C, 0]):
            start.dropFirst(2).starts(with: [0, 0]) ? nil : .utf16LittleEndian
        case 0 where start.starts(with: [0, 0x3C]): .utf16BigEndian
        case 0: nil
        default: .utf8
        }
    }

    /// The bytes as ASCII without a mark; what is not ASCII becomes 0.
    private static func ascii(_ start: [UInt8], _ encoding: Encoding) -> [UInt8] {
        switch encoding {
        case .utf8:
            return Array(start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...])
        case .utf16LittleEndian, .utf16BigEndian:
            let low = encoding == .utf16LittleEndian ? 0 : 1
            let units = stride(from: 0, to: start.count - 1, by: 2).map { place in
                start[place + 1 - low] == 0 ? start[place + low] : 0
            }
            let isMarked = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
            return isMarked ? Array(units.dropFirst()) : units
        }
    }

    /// What stands between the quotes behind `encoding=`.
    private static func declaredEncoding(_ declaration: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let word = Array("encoding".utf8)
        var place = declaration.startIndex
        while place < declaration.endIndex {
            defer { place += 1 }
            guard isSpace(declaration[place]), declaration[(place + 1)...].starts(with: word) else { continue }
            let behind = declaration[(place + 1 + word.count)...].drop(while: isSpace)
            guard behind.first == UInt8(ascii: "=") else { continue }
            let quoted = behind.dropFirst().drop(while: isSpace)
            guard let quote = quoted.first else { return nil }
            return quoted.dropFirst().prefix { $0 != quote }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
