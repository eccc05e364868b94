/// The beginning of a file of separated values: a `sep=` line, empty lines, the first rows.
struct CSVOpening {
    struct Row {
        let sheetRow: Int
        /// The raw fields, quotes taken off.
        let fields: [[UInt8]]
        /// Where the next row begins in the buffer.
        let next: Int
        /// The sheet row after this one.
        var nextSheetRow: Int { sheetRow + 1 }
    }

    let separator: Separator
    /// At least one. As many as the first block holds, up to `Opening.mostRows`.
    let rows: [Row]

    init(_ input: inout BlockInput, separator: Separator?, limits: Limits) throws(TableError) {
        while true {
            let bytes = UnsafeBufferPointer(start: input.base, count: input.end)
            var sheetRow = 1
            var position = input.position
            let declared = Separator.declared(in: bytes, from: position)
            if let declared {
                position = declared.next
                sheetRow += 1
            }
            let known = separator ?? declared?.separator
            let found = known ?? Separator.find(in: bytes, from: position, isWholeFile: input.isAtEnd)
            let splitter = RecordSplitter(bytes: bytes, separator: found.rawValue, isWholeFile: input.isAtEnd)
            var rows: [Row] = []
            while rows.count < Opening.mostRows, let record = splitter.record(at: position) {
                // What is wrong in a later row is told when the rows are read.
                let isFirst = rows.isEmpty
                guard record.next - position <= limits.rowBytes else { break }
                if let column = record.openQuote {
                    guard isFirst else { break }
                    throw .unterminatedQuote(Place(sheetRow: sheetRow, column: column))
                }
                if record.fields.count > limits.fields {
                    guard isFirst else { break }
                    throw .tooManyFields(sheetRow: sheetRow, limit: limits.fields)
                }
                position = record.next
                if !record.fields.allSatisfy(\.isEmpty) {
                    rows.append(Row(sheetRow: sheetRow, fields: record.fields, next: position))
                }
                sheetRow += 1
            }
            if !rows.isEmpty {
                self.separator = found
                self.rows = rows
                return
            }
            if input.end - position > limits.rowBytes {
                throw .rowTooLong(sheetRow: sheetRow, limit: limits.rowBytes)
            }
            if input.isAtEnd { throw .empty }
            do { try input.refill() } catch { throw .unreadable(error) }
        }
    }
}
