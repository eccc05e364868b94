/// Splits the beginning of a file plainly: for the header, for finding the separator and for showing how a file was
/// understood. The rows themselves go through `RowScanner`, which keeps to the same rules.
struct RecordSplitter {
    struct Record {
        var fieldCount = 0
        /// The raw text of each field, quotes taken off; empty where only the number of fields is asked for.
        var fields: [[UInt8]] = []
        var next: Int
        /// The field in which the bytes ran out inside quotes.
        var openQuote: Int?

        /// A line with nothing on it at all.
        var isEmptyLine = false
        /// Text follows a closing quote in some field, as where the separator is another.
        var isTorn = false
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    /// False while more may follow `bytes`: a record that reaches their end is then no record yet.
    let isWholeFile: Bool
    /// False where only the number of fields is asked for.
    var keepsText = true

    /// The record that begins at `start`; nil where the bytes run out.
    func record(at start: Int) -> Record? {
        guard start < bytes.count else { return nil }
        var record = Record(next: start)
        var field: [UInt8] = []
        func keep(_ byte: UInt8) { if keepsText { field.append(byte) } }
        func endField() {
            record.fieldCount += 1
            if keepsText { record.fields.append(field) }
            field = []
        }
        var index = start
        var isQuoted = false
        var isFieldStart = true
        /// The field had a quoted part, which has ended.
        var wasQuoted = false
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    keep(byte)
                } else if index < bytes.count && bytes[index] == UInt8(ascii: "\"") {
                    keep(byte)
                    index += 1
                } else {
                    isQuoted = false
                    wasQuoted = true
                }
            } else if byte == UInt8(ascii: "\"") && isFieldStart {
                isQuoted = true
                isFieldStart = false
            } else if byte == separator {
                endField()
                isFieldStart = true
                wasQuoted = false
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if byte == UInt8(ascii: "\r") {
                    if index < bytes.count {
                        if bytes[index] == UInt8(ascii: "\n") { index += 1 }
                    } else if !isWholeFile {
                        return nil
                    }
                }
                record.isEmptyLine = isFieldStart && record.fieldCount == 0
                endField()
                record.next = index
                return record
            } else {
                if wasQuoted { record.isTorn = true }
                keep(byte)
                isFieldStart = false
            }
        }
        guard isWholeFile else { return nil }
        if isQuoted { record.openQuote = record.fieldCount }
        endField()
        record.next = index
        return record
    }

    /// The first records from `start`, at most `count`, without empty lines.
    func records(from start: Int, atMost count: Int) -> [Record] {
        var found: [Record] = []
        var position = start
        while found.count < count, let record = record(at: position) {
            position = record.next
            if !record.isEmptyLine { found.append(record) }
        }
        return found
    }
}
