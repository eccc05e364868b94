import OpenDocument
import Zip

/// The fields of a CSV file as cells of a workbook: text, and for "12.34%" a share.
func writeCells(of path: String, to result: String, threads: Int = 1) throws {
    let share = CellStyle(name: "Andel", format: .percent(decimals: 2))
    let columns = (0..<10).map { Column(width: 30, style: $0 < 5 ? nil : share) }
    let sheet = Sheet(name: "Data", columns: columns) { writer in
        let share = try writer.style(share)
        var reader = try FieldReader(path: path)
        while let line = try reader.line() {
            try writer.beginRow()
            try FieldReader.fields(of: line) { field in
                if let value = percentage(field) {
                    try writer.percentage(value, share)
                } else {
                    try writer.text(field.bindMemory(to: UInt8.self).span)
                }
            }
            try writer.endRow()
        }
    }
    var file = try AtomicFile(at: result)
    try Workbook(metadata: Metadata(title: "Data"), sheets: [sheet]).write(to: &file, level: 6, threads: threads)
    try file.commit()
}

/// The reading that `writeCells` does, to be able to tell it from the writing.
func readFields(of path: String) throws {
    var reader = try FieldReader(path: path)
    var (count, sum) = (0, 0.0)
    while let line = try reader.line() {
        FieldReader.fields(of: line) { field in
            count += 1
            sum += percentage(field) ?? 0
        }
    }
    print("\(count) fields, sum of shares \(sum)")
}

/// The share that "12.34%" says; nil for anything else.
private func percentage(_ field: UnsafeRawBufferPointer) -> Double? {
    guard field.last == UInt8(ascii: "%"), (5...9).contains(field.count), field[field.count - 4] == UInt8(ascii: ".")
    else { return nil }
    var hundredths = 0
    for (place, byte) in field.dropLast().enumerated() where place != field.count - 4 {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        hundredths = 10 * hundredths + Int(byte - UInt8(ascii: "0"))
    }
    return Double(hundredths) / 10_000
}
