extension Separator {
    /// How many rows after the header are looked at.
    private static let sample = 50

    /// The header is one of so many rows.
    private static let preamble = 10

    /// The separator under which the first rows agree best with the header; where several do as well, the one with most
    /// rows that agree, and of these the first of semicolon, tab and comma, since that is how seldom they stand in a
    /// text. What stands above the header, a report's title and the like, has fewer fields than it.
    static func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWholeFile: Bool) -> Separator {
        var best = (separator: Separator.semicolon, points: 0, rows: 1)
        for separator in allCases {
            let splitter = RecordSplitter(
                bytes: bytes, separator: separator.rawValue, isWholeFile: isWholeFile, keepsText: false)
            let first = splitter.records(from: start, atMost: preamble)
            let most = first.map(\.fieldCount).max() ?? 0
            guard let header = first.first(where: { $0.fieldCount == most }), most > 1 else { continue }
            let records = splitter.records(from: header.next, atMost: sample)
            // The header agrees with itself, so that many rows do not count for more than few.
            var points = header.isTorn ? 1 : 4
            for record in records where record.fieldCount > 1 {
                // Some programs leave out the last fields of a row where they are blank.
                let agreement =
                    record.fieldCount == header.fieldCount ? 2 : record.fieldCount < header.fieldCount ? 1 : 0
                points += record.isTorn ? agreement / 2 : 2 * agreement
            }
            let rows = 1 + records.count
            let (mine, others) = (points * best.rows, best.points * rows)
            if mine > others || (mine == others && points > best.points) { best = (separator, points, rows) }
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
