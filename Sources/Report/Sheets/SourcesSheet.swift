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
                    hidden ? .text(Shorthand.protected.rawValue, style.number) : .integer(number, style.number)
                }
                rows.append([
                    .text(results.instrument.id, style.head), periodCell(origin.period, style.text),
                    .text(file.name, style.text), .text(file.sha256, style.text), number(file.kilobytes),
                    number(file.rows), number(file.emptyRows),
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
                .number("Storlek i kB", 20), .number("Rader", 19), .number("Tomma svar", 19), .text("Inläst", 44),
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

    /// Whether the numbers of the files tell of answers that are protected: by themselves, less what the periods of the same
    /// files are said to have, or since each file is the answers of one group.
    private func hidesNumbers(
        of origin: WaveOrigin, _ results: Results, among sources: [(Results, WaveOrigin)]
    ) -> Bool {
        let smallest = results.instrument.smallestGroup
        if origin.files.contains(where: { $0.rows - $0.emptyRows < smallest }) { return true }
        if origin.files.count > 1, results.hidesGroups(in: origin.period) { return true }
        let files = Set(origin.files.map { [$0.name, $0.sha256] })
        let others = sources.filter { other, wave in
            other.instrument.id == results.instrument.id && wave.period != origin.period
                && wave.files.contains { files.contains([$0.name, $0.sha256]) }
        }
        let answered = origin.files.reduce(0) { $0 + $1.rows - $1.emptyRows }
        let all = results.breakdowns.first?.groups.first?.waves ?? []
        guard all.contains(where: { $0.period == origin.period }) else {
            // An older year, of which only shares are told. Where some question was answered by all who are in the file, none
            // of them is in another period.
            return origin.files.count > 1 || !others.isEmpty || answered != mostAnswers(results, in: origin.period)
        }
        var rest = answered
        for period in [origin.period] + others.map(\.1.period) {
            guard let response = all.first(where: { $0.period == period })?.response.figure else { return true }
            rest -= response.answers
        }
        return (1..<smallest).contains(abs(rest))
    }

    /// The most who are told to have answered some question in an older year.
    private func mostAnswers(_ results: Results, in period: Period) -> Int? {
        guard
            let history = changes.questionnaires.first(where: { $0.results.instrument.id == results.instrument.id })?
                .history
        else { return nil }
        return history.questions.compactMap { history.point($0, in: period)?.figure?.base }.max()
    }

    /// The file with the national figures.
    private func nationalSource(_ national: NationalMeasurement, _ style: Style.Row) -> [Cell] {
        let file = national.file
        return [
            .text("riket", style.head), periodCell(national.period, style.text), .text(file.name, style.text),
            .text(file.sha256, style.text), .integer(file.kilobytes, style.number), .integer(file.rows, style.number),
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

extension Results {
    /// Whether the period has groups whose number of respondents is not told, by themselves or put together with others.
    fileprivate func hidesGroups(in period: Period) -> Bool {
        breakdowns.contains { breakdown in
            breakdown.merged != nil
                || breakdown.groups.contains { group in
                    group.waves.contains { $0.period == period && $0.response.figure == nil }
                }
        }
    }
}

extension SourceFile {
    /// Rounded up: to the byte the size would be the sum of how long the answers are, also those that are protected.
    fileprivate var kilobytes: Int { size / 1000 + (size % 1000 > 0 ? 1 : 0) }
}
