/// The beginning of a file as it was understood, for a message about a file that cannot be used. It holds cells of every
/// column, so it is made only when asked for and is to be shown to nobody but the file's owner.
public struct Preview: Hashable, Sendable {
    public let dialect: Dialect
    /// The header and the first rows after it, without empty lines.
    public let rows: [[String]]
}

extension Table {
    /// Reads the header and the first `rowCount` rows after it, as far as they stand in the first block of the file.
    public static func preview(
        of source: consuming some ByteSource & ~Copyable, separator: Separator? = nil, rowCount: Int = 3
    ) throws(TableError) -> Preview {
        let reader = try CSVReader(source, separator: separator)
        return try reader.preview(rowCount: rowCount)
    }
}

extension CSVReader {
    fileprivate consuming func preview(rowCount: Int) throws(TableError) -> Preview {
        let splitter = RecordSplitter(
            bytes: UnsafeBufferPointer(start: input.base, count: input.end), separator: dialect.separator.rawValue,
            isWholeFile: input.isAtEnd)
        var rows = [header]
        for record in splitter.records(from: input.position, atMost: max(0, rowCount)) {
            var row: [String] = []
            for (column, field) in record.fields.enumerated() {
                // Only for an error: empty lines are not counted here.
                let place = Place(sheetRow: nextSheetRow + rows.count - 1, column: column)
                row.append(try field.text(&judge, at: place))
            }
            rows.append(row)
        }
        let encoding = judge.encoding ?? dialect.encoding
        return Preview(dialect: Dialect(encoding: encoding, separator: dialect.separator), rows: rows)
    }
}
