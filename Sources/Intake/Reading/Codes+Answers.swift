import Survey
import Tabular

extension Codes {
    /// Each row's text code replaced by what `codes` has in its place.
    consuming func answers(_ codes: [AnswerCode]) -> [AnswerCode] {
        switch self {
        case .narrow(var rows):
            var every = codes
            every.append(contentsOf: repeatElement(0, count: max(0, 256 - codes.count)))
            rows.withUnsafeMutableBufferPointer { rows in
                every.withUnsafeBufferPointer { every in
                    for row in rows.indices { rows[row] = every[Int(rows[row])] }
                }
            }
            return rows
        case .wide(let rows):
            return rows.map { codes.indices.contains(Int($0)) ? codes[Int($0)] : 0 }
        }
    }

    /// The same for a background variable, or whatever else has more than 255 values.
    func replaced<Code: FixedWidthInteger>(by codes: [Code]) -> [Code] {
        switch self {
        case .narrow(let rows): rows.map { codes.indices.contains(Int($0)) ? codes[Int($0)] : 0 }
        case .wide(let rows): rows.map { codes.indices.contains(Int($0)) ? codes[Int($0)] : 0 }
        }
    }

    /// How many rows have each of the texts.
    func counts(of values: Int) -> [Int] {
        switch self {
        case .narrow(let rows): histogram(rows, of: values)
        case .wide(let rows): histogram(rows, of: values)
        }
    }
}

private func histogram(_ rows: [UInt8], of values: Int) -> [Int] {
    // Several counts beside each other: a run of the same code does not wait for the count before.
    var counts = [UInt32](repeating: 0, count: 4 * 256)
    counts.withUnsafeMutableBufferPointer { counts in
        rows.withUnsafeBufferPointer { rows in
            var row = 0
            while row + 4 <= rows.count {
                counts[Int(rows[row])] &+= 1
                counts[256 + Int(rows[row + 1])] &+= 1
                counts[512 + Int(rows[row + 2])] &+= 1
                counts[768 + Int(rows[row + 3])] &+= 1
                row += 4
            }
            while row < rows.count {
                counts[Int(rows[row])] &+= 1
                row += 1
            }
        }
    }
    return (0..<values).map { code in
        code < 256 ? stride(from: code, to: counts.count, by: 256).reduce(0) { $0 + Int(counts[$1]) } : 0
    }
}

private func histogram(_ rows: [UInt16], of values: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: max(values, 1 << 16))
    counts.withUnsafeMutableBufferPointer { counts in
        rows.withUnsafeBufferPointer { rows in
            for row in rows { counts[Int(row)] &+= 1 }
        }
    }
    return Array(counts.prefix(values))
}
