import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// Partial non-response: of those who answered each questionnaire, how many gave each question no substantive answer,
    /// and why.
    func nonResponseSheet(_ notes: inout Notes) -> TableSheet {
        let name = "Internt bortfall"
        let marks = results.flatMap { results in
            (results.originNotes + [results.loopNonResponseNote].compactMap { $0 }).map { notes.mark($0, on: name) }
        }
        let rows = results.flatMap { nonResponseRows($0, on: name, &notes) }
        return TableSheet(
            name: name, title: "\(name) \(periods)",
            leads: [
                "De som svarade på enkäten men inte gav just den frågan ett svar på skalan. De ingår inte i andelarna.",
                "Svarande är alla som svarade på enkäten, svar i basen de som andelarna räknas på. Källa: bladet Källor.",
            ] + Notes.lead(marks),
            columns: [
                .text("Respondentgrupp", 38), .text("Fråga", 80), .number("År", yearWidth(13)),
                .number("Svarande", 22), .number("Svar i basen", 18), .number("Obesvarad", 28), .number("Vet ej", 28),
                .number("Ej aktuellt", 24), .number("Kan ej bedöma", 24), .number("Utan svar på skalan", 26),
            ],
            rows: rows, notes: notes.lines(on: name),
            description:
                "Antal svarande, svar i basen och svar utanför skalan per fråga och period, för varje respondentgrupp."
        )
    }

    private func nonResponseRows(_ results: Results, on sheet: String, _ notes: inout Notes) -> [[Cell]] {
        guard let group = results.breakdowns.first?.groups.first else { return [] }
        return questionIDs(of: group).flatMap { question in
            group.waves.compactMap { wave in
                guard let result = wave.question(question) else { return nil }
                let style = Style.row(wave.period == period ? .newest : .earlier)
                let marks = notes.cannotJudge(result, wave, in: results, on: sheet)
                let text = ["\(result.item.number). \(result.item.question.text)"] + marks
                return [
                    .text(results.instrument.group.rawValue, style.head),
                    .text(text.joined(separator: " "), style.head), periodCell(wave.period, style.number),
                ] + nonResponseCells(result, wave, hasAnswers: results.hasAnswers(wave.period), style)
            }
        }
    }

    private func nonResponseCells(
        _ result: QuestionResult, _ wave: GroupWave, hasAnswers: Bool, _ style: Style.Row
    ) -> [Cell] {
        let protected = Cell.text(Shorthand.protected.rawValue, style.verdict)
        guard let nonResponse = NonResponse(result, in: wave, hasAnswers: hasAnswers) else {
            let respondents = wave.response.figure.map { Cell.integer($0.answers, style.number) } ?? protected
            return [respondents] + Array(repeating: protected, count: 6)
        }
        let kinds = NoAnswer.allCases.map { reason -> Cell in
            switch nonResponse.kind(reason) {
            case .count(let count): .integer(count, style.number)
            case .notOffered: .text(Shorthand.notApplicable.rawValue, style.verdict)
            case .notKnown: .text(Shorthand.unknown.rawValue, style.verdict)
            }
        }
        return [.integer(nonResponse.respondents, style.number), .integer(nonResponse.base, style.number)] + kinds
            + [nonResponse.share.map { shareCell($0, style.share) } ?? protected]
    }
}

/// The newest version's questions, then those that only older versions have.
func questionIDs(of group: GroupResults) -> [String] {
    var ids: [String] = []
    for result in group.waves.flatMap(\.questions) where !ids.contains(result.item.question.id) {
        ids.append(result.item.question.id)
    }
    return ids
}
