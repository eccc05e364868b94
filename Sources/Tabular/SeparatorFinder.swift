extension Separator {
    /// How many rows after the header are looked at.
    private static let sample = 50

    /// The separator under which the first rows agree best with the header; where several do as well, the first of
    /// semicolon, tab and comma, since that is how seldom they stand in a text.
    static func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWholeFile: Bool) -> Separator {
        var best = (separator: Separator.semicolon, points: 0, rows: 1)
        for separator in allCases {
            let splitter = RecordSplitter(
                bytes: bytes, separator: separator.rawValue, isWholeFile: isWholeFile, keepsText: false)
            guard let header = splitter.records(from: start, atMost: 1).first, header.fieldCount > 1 else { continue }
            let records = splitter.records(from: header.next, atMost: sample)
            var points = 1
            for record in records where record.fieldCount > 1 {
                // Some programs leave out the last fields of a row where they are blank.
                points += record.fieldCount == header.fieldCount ? 2 : record.fieldCount < header.fieldCount ? 1 : 0
            }
            let rows = 1 + records.count
            if points * best.rows > best.points * rows { best = (separator, points, rows) }
        }
        return best.separator
    }

    /// The separator that a first line such as `sep=;` declares, and where the next line begins.
    static func declared(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (separator: Separator, next: Int)? {
        let prefix = Array("sep=".utf8)
        guard start + prefix.count < bytes.count else { return nil }
        let rest = bytes[start...]
        guard zip(rest, prefix).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
            let separator = Separator(rawValue: rest[start + prefix.count])
        else { return nil }
        var next = start + prefix.count + 1
        guard next < bytes.count else { return (separator, next) }
        switch bytes[next] {
        case UInt8(ascii: "\n"): next += 1
        case UInt8(ascii: "\r"):
            next += 1
            if next < bytes.count && bytes[next] == UInt8(ascii: "\n") { next += 1 }
        default: return nil
        }
        return (separator, next)
    }
}
