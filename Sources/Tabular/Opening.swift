/// The beginning of a file: a `sep=` line, empty lines, the header.
struct Opening {
    let separator: Separator
    /// The header's fields, quotes taken off.
    let header: [[UInt8]]
    let headerRow: Int

    /// Leaves `input` behind the header.
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
            while let record = splitter.record(at: position) {
                guard record.next - position <= limits.rowBytes else { break }
                position = record.next
                if record.isEmptyLine {
                    sheetRow += 1
                    continue
                }
                if let column = record.openQuote {
                    throw .unterminatedQuote(Place(sheetRow: sheetRow, column: column))
                }
                if record.fields.count > limits.fields {
                    throw .tooManyFields(sheetRow: sheetRow, limit: limits.fields)
                }
                self.separator = found
                self.header = record.fields
                self.headerRow = sheetRow
                input.position = position
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
