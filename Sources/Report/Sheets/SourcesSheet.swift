import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// One row an imported file: enough to recognise it and to see what was left out of it.
    func sourcesSheet() -> TableSheet {
        let style = Style.row(.newest)
        var rows: [[Cell]] = []
        let sources = sources
        for (results, origin) in sources {
            let hidden = hidesNumbers(of: origin, results, among: sources)
            let about = originRemarks(origin, of: results).map(\.capitalizedFirst).joined(separator: "\n")
            for file in origin.files {
                // The rows of a file are its answers, and its size tells nearly as much. Beside the answers of the whole period
                // the numbers of the other files would give away those of a small one.
                func number(_ number: Int) -> Cell {
                    hidden ? .text(Shorthand.tooFew.rawValue, style.number) : .integer(number, style.number)
                }
                rows.append([
                    .text(results.instrument.id, style.head), periodCell(origin.period, style.text),
                    .text(file.name, style.text), .text(file.sha256, style.text), number(file.size), number(file.rows),
                    number(file.emptyRows),
                    .text(origin.importedAt ?? Shorthand.notStored.rawValue, style.textAfterNumber),
                    .text(leftOut(file), style.text),
                    .text(about.isEmpty ? "Inget" : about, style.text),
                ])
            }
        }
        let nationalRows = national.map { [nationalSource($0, style)] } ?? []
        return TableSheet(
            name: "Källor", title: "Källor",
            leads: [
                "Filerna som siffrorna kommer ur. Kontrollsumman (SHA-256) visar att filen är densamma som lästes in.",
                "Tomma svar är rader utan ett enda svar; de räknas inte som svarande.",
            ],
            columns: [
                .text("Enkät", 36), .text("Period", yearWidth(20)), .text("Fil", 44), .text("SHA-256", 48),
                .number("Storlek i byte", 20), .number("Rader", 19), .number("Tomma svar", 19), .text("Inläst", 44),
                .text("Utelämnat och varför", 56), .text("Om svaren", 44),
            ],
            rows: rows + nationalRows, notes: correctionLines(corrections, causes: correctionCauses),
            description: "En rad för varje inläst fil, med kontrollsumma och vad som utelämnats."
        )
    }

    /// Each questionnaire's periods, newest first: those of the tables and the older ones of Förändringar.
    private var sources: [(Results, WaveOrigin)] {
        results.flatMap { results in
            let history = changes.questionnaires.first { $0.results.instrument.id == results.instrument.id }?.history
            let older = history.map { changes.olderOrigins(results, $0) } ?? []
            return (results.waves + older.reversed()).sorted { $0.period > $1.period }.map { (results, $0) }
        }
    }

    /// Whether the numbers of the files tell of few answers: by themselves, or less what the periods of the same files are
    /// said to have.
    private func hidesNumbers(
        of origin: WaveOrigin, _ results: Results, among sources: [(Results, WaveOrigin)]
    ) -> Bool {
        let smallest = results.instrument.smallestGroup
        if origin.files.contains(where: { $0.isSmall(for: results.instrument) }) { return true }
        let files = Set(origin.files.map { [$0.name, $0.sha256] })
        let others = sources.filter { other, wave in
            other.instrument.id == results.instrument.id && wave.period != origin.period
                && wave.files.contains { files.contains([$0.name, $0.sha256]) }
        }
        let all = results.breakdowns.first?.groups.first?.waves ?? []
        var rest = origin.files.reduce(0) { $0 + $1.rows - $1.emptyRows }
        for period in [origin.period] + others.map(\.1.period) {
            guard let wave = all.first(where: { $0.period == period }) else {
                // An older year, of which only shares are told.
                if others.isEmpty { return false }
                return true
            }
            guard let response = wave.response.figure else { return true }
            rest -= response.answers
        }
        return (1..<smallest).contains(rest)
    }

    /// The file with the national figures.
    private func nationalSource(_ national: NationalMeasurement, _ style: Style.Row) -> [Cell] {
        let file = national.file
        return [
            .text("riket", style.head), periodCell(national.period, style.text), .text(file.name, style.text),
            .text(file.sha256, style.text), .integer(file.size, style.number), .integer(file.rows, style.number),
            .integer(file.emptyRows, style.number),
            .text(national.importedAt ?? Shorthand.notStored.rawValue, style.textAfterNumber),
            .text(leftOut(file), style.text), .text("Inget", style.text),
        ]
    }

    private func leftOut(_ file: SourceFile) -> String {
        file.leftOut.isEmpty
            ? "Inget" : file.leftOut.map { "\($0.heading): \($0.reason)" }.joined(separator: "\n")
    }
}

extension SourceFile {
    fileprivate func isSmall(for instrument: Instrument) -> Bool { rows - emptyRows < instrument.smallestGroup }
}
