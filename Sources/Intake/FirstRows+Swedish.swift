extension FirstRows: CustomStringConvertible {
    /// A line each: "  rad 1: ”Insats” | ”Kön”".
    public var description: String {
        rows.map { row in
            let cells = row.cells.map { $0.isEmpty ? "(tom)" : "”\($0)”" }.joined(separator: " | ")
            let more = row.more > 0 ? " | … \(count(row.more, "cell", "celler")) till" : ""
            return "  \(row.sheetRow > 0 ? "rad \(row.sheetRow)" : "rubriker"): \(cells)\(more)"
        }.joined(separator: "\n")
    }
}
