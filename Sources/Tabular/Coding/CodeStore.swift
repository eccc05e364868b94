/// The codes of one column, a byte each until there are more than 256 values.
struct CodeStore {
    private var narrow: [UInt8] = []
    private var wide: [UInt16] = []
    private var isWide = false

    /// Appends `rows` codes, all less than `values`. `expected` is how many rows there may be in all.
    mutating func append(_ stage: UnsafeMutablePointer<UInt16>, rows: Int, values: Int, expected: Int?) {
        if !isWide && values > 256 {
            isWide = true
            wide.reserveCapacity(max(expected ?? 0, narrow.count + rows))
            wide.append(contentsOf: narrow.lazy.map(UInt16.init))
            narrow = []
        }
        if isWide {
            wide.append(contentsOf: UnsafeBufferPointer(start: stage, count: rows))
            return
        }
        if let expected, narrow.isEmpty { narrow.reserveCapacity(max(expected, rows)) }
        narrow += [UInt8](unsafeUninitializedCapacity: rows) { bytes, count in
            for row in 0..<rows { bytes[row] = UInt8(truncatingIfNeeded: stage[row]) }
            count = rows
        }
    }

    /// Hands out the first `rows` codes and is empty afterwards.
    mutating func takeCodes(rows: Int) -> Codes {
        defer { self = CodeStore() }
        if isWide {
            wide.removeLast(wide.count - rows)
            return .wide(wide)
        }
        narrow.removeLast(narrow.count - rows)
        return .narrow(narrow)
    }
}
