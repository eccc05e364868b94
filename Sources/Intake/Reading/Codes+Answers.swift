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

    /// The same for a background variable.
    func groups(_ codes: [UInt16]) -> [UInt16] {
        switch self {
        case .narrow(let rows): rows.map { codes.indices.contains(Int($0)) ? codes[Int($0)] : 0 }
        case .wide(let rows): rows.map { codes.indices.contains(Int($0)) ? codes[Int($0)] : 0 }
        }
    }
}
