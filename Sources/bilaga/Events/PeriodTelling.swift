import Register
import Survey

/// All that the register knows of a period: every import, also those that do not hold, and what was done to them.
struct PeriodTelling {
    let period: Period
    /// Oldest first.
    let imports: [StoredImport]
    /// Oldest first.
    let events: [RegisterEvent]

    init(_ period: Period, all: [StoredImport], events: [RegisterEvent]) {
        self.period = period
        imports = all.filter { $0.period == period || $0.countedIn == period }.sorted { $0.id < $1.id }
        self.events = events.filter { $0.periods.isEmpty || $0.periods.contains(period) }.sorted { $0.id < $1.id }
    }

    var isEmpty: Bool { imports.isEmpty && events.allSatisfy(\.periods.isEmpty) }

    var lines: [String] {
        ["Inläsningar för \(period.label)"] + imports.flatMap(lines) + ["", "Vad som har hänt"]
            + events.map { "  \(told($0.at, by: $0.by)): \($0.swedish)." }
    }

    private func lines(_ stored: StoredImport) -> [String] {
        var lines = [
            "  Inläsning \(stored.id): \(stored.place), \(state(stored))",
            "    \(stored.numbers), formulärets version \(stored.version)",
            "    inläst \(told(stored.importedAt, by: stored.by))",
        ]
        if let erasedAt = stored.erasedAt { lines.append("    svaren gallrades \(told(erasedAt))") }
        for file in stored.files {
            lines += [
                "    \(file.name): \(counted(file.rows, "rad", "rader"))"
                    + (file.emptyRows > 0 ? ", varav \(file.emptyRows) utan svar" : "") + ", \(file.size) byte",
                "      SHA-256 \(file.sha256)",
            ]
            lines += file.leftOut.map { "      utelämnat: ”\($0.heading)” \($0.reason)" }
        }
        return lines
    }

    private func state(_ stored: StoredImport) -> String {
        switch stored.state {
        case .current: "gäller"
        case .replaced(let by): "ersatt av inläsning \(by)"
        case .undone(let at, let by): "tillbakatagen \(told(at, by: by))"
        }
    }
}
