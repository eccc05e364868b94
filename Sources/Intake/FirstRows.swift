/// The first rows of a file as they were understood, for whoever must see what went wrong.
public struct FirstRows: Equatable, Sendable {
    public struct Row: Equatable, Sendable {
        public let sheetRow: Int
        /// Cut where they are long, and without what may name a person.
        public let cells: [String]
        /// How many cells follow those.
        public let more: Int
    }

    public let rows: [Row]

    private static let mostRows = 3
    private static let mostCells = 8

    init(_ rows: some Sequence<(sheetRow: Int, cells: [String])>) {
        self.rows = rows.prefix(Self.mostRows).map { row in
            Row(
                sheetRow: row.sheetRow, cells: row.cells.prefix(Self.mostCells).map { cut(personalHidden($0)) },
                more: max(0, row.cells.count - Self.mostCells))
        }
    }
}

/// Characters.
private let longestCell = 40

private func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > longestCell ? "\(line.prefix(longestCell))…" : line
}

/// A text as it is, or "(dolt)" where it looks as if it could name a person: an address, a telephone or personal number. A date or a time is neither.
func personalHidden(_ text: String) -> String {
    let digits = text.unicodeScalars.count { (48...57).contains($0.value) }
    return text.contains("@") || (digits >= 8 && DateForm([text]) == nil) ? "(dolt)" : text
}
