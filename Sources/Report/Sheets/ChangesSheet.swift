import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// All questions' changes in one place, for the whole of each respondent group.
    func changesSheet(_ notes: inout Notes) -> TableSheet {
        let name = "Förändringar"
        let rows = results.flatMap { changeRows($0, on: name, &notes) }
        let later = period.label
        let earlier = compared?.label ?? "tidigare"
        return TableSheet(
            name: name, title: "\(name) \(periods)",
            leads: [
                compared == nil
                    ? "Det finns ingen tidigare mätning att jämföra med."
                    : "Skillnaden mellan andelarna i två mätningar, i procentenheter, för varje fråga till hela gruppen.",
                "Positivt jämförs med positivt och klart positivt med klart positivt. Källa: bladet Källor.",
            ],
            columns: [
                .text("Respondentgrupp", 36), .text("Fråga", 82), .number("Positivt \(earlier)", 30),
                .number("Positivt \(later)", 24), .number("Förändring positivt", 30),
                .number("Klart positivt \(earlier)", 30), .number("Klart positivt \(later)", 24),
                .number("Förändring klart positivt", 30),
            ],
            rows: rows, notes: notes.lines(on: name),
            description: "Andelen positiva och klart positiva svar i två perioder och förändringen mellan dem.")
    }

    private func changeRows(_ results: Results, on sheet: String, _ notes: inout Notes) -> [[Cell]] {
        guard let total = results.breakdowns.first, let group = total.groups.first, let wave = group.waves.first,
            wave.period == period
        else { return [] }
        return wave.questions.map { result in
            let style = Style.row(.newest)
            let text = "\(result.item.number). \(result.item.question.text)"
            let former = results.former(of: result, in: group)
            return [
                .text(results.instrument.group.rawValue, style.head),
                .text(([text] + notes.marks(result, in: results, total, on: sheet)).joined(separator: " "), style.head),
                earlierShare(.positive, former, result, style), share(.positive, result.counts, style),
                change(result, style) { positive, _ in positive },
                earlierShare(.clearlyPositive, former, result, style), share(.clearlyPositive, result.counts, style),
                change(result, style) { _, clearly in clearly },
            ]
        }
    }

    private func share(_ measure: Measure, _ counts: Shown<ClassCounts>, _ style: Style.Row) -> Cell {
        counts.figure?.share(measure).map { shareCell($0, style.share) }
            ?? .text(Shorthand.tooFew.rawValue, style.number)
    }

    private func earlierShare(
        _ measure: Measure, _ former: QuestionResult?, _ result: QuestionResult, _ style: Style.Row
    ) -> Cell {
        if let former { return share(measure, former.counts, style) }
        return .text(shorthand(result.development).rawValue, style.number)
    }

    private func change(
        _ result: QuestionResult, _ style: Style.Row, _ choose: (Change, Change) -> Change
    ) -> Cell {
        if case .changed(let positive, let clearly) = result.development {
            return changeCell(choose(positive, clearly), style.change)
        }
        return .text(shorthand(result.development).rawValue, style.number)
    }
}

/// What stands where a change would stand if it could be told.
func shorthand(_ development: Development) -> Shorthand {
    switch development {
    case .notComparable: .notComparable
    case .tooFew: .tooFew
    case .noEarlier: .noEarlier
    case .notAsked, .changed: .comparedPeriod
    }
}
