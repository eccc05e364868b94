/// The rules once more, as plainly as can be, to compare with: text in, rows out. Knows nothing of encodings, limits,
/// blocks or codes.
struct NaiveReader {
    var header: [String] = []
    var rows: [[String]] = []
    var sheetRows: [Int] = []

    /// nil where a quote is not closed.
    init?(_ text: String, separator: Character) {
        var records: [(fields: [String], sheetRow: Int)] = []
        var fields: [String] = []
        var field = ""
        var raw = ""
        var (isQuoted, sheetRow) = (false, 1)
        // CR LF is one Character, which is just what is needed outside quotes; inside it is kept as it is.
        var rest = Substring(text)
        func endField() {
            fields.append(field)
            (field, raw) = ("", "")
        }
        func endRecord() {
            endField()
            if !fields.allSatisfy(\.isEmpty) { records.append((fields, sheetRow)) }
            fields = []
            sheetRow += 1
        }
        while let character = rest.popFirst() {
            if isQuoted {
                if character != "\"" {
                    field.append(character)
                } else if rest.first == "\"" {
                    field.append(rest.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if character == "\"" && raw.isEmpty {
                isQuoted = true
                raw = "\""
            } else if character == separator {
                endField()
            } else if character == "\n" || character == "\r" || character == "\r\n" {
                endRecord()
            } else {
                field.append(character)
                raw.append(character)
            }
        }
        if isQuoted { return nil }
        if !fields.isEmpty || !raw.isEmpty { endRecord() }

        guard let first = records.first else { return }
        header = first.fields.map(NaiveReader.trimmed)
        while header.last == "" { header.removeLast() }
        for record in records.dropFirst() {
            let cells = record.fields.prefix(header.count).map(NaiveReader.trimmed)
            rows.append(cells + Array(repeating: "", count: header.count - cells.count))
            sheetRows.append(record.sheetRow)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let spaces: Set<Character> = [" ", "\t", "\u{A0}"]
        let start = text.drop { spaces.contains($0) }
        let trimmed = String(start.reversed().drop { spaces.contains($0) }.reversed())
        return String(trimmed.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }
}
