import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// How many were asked and answered: per questionnaire, and per group where that is known.
    func responseSheet(_ notes: inout Notes) -> TableSheet {
        let name = "Svarsfrekvens"
        let marks = overlapNotes(of: results.flatMap(\.breakdowns)).map { notes.mark($0, on: name) }
        let rows = results.flatMap { results in
            results.breakdowns.filter { $0.variable == nil || $0.isShown }.flatMap { breakdown in
                breakdown.groups.flatMap { group in
                    group.waves.map { wave in
                        responseRow(
                            results.instrument, breakdown.variable, group, wave, isNewest: wave.period == period)
                    }
                }
            }
        }
        return TableSheet(
            name: name, title: "\(name) \(periods)",
            leads: [
                "Hur många som tillfrågades och svarade i varje respondentgrupp.",
                "En svarsfrekvens kan bara räknas ut där antalet tillfrågade är känt. Källa: bladet Källor.",
            ] + Notes.lead(marks),
            columns: [
                .text("Respondentgrupp", 42), .text("Indelning", 26), .text("Grupp", 62), .number("År", 22),
                .number("Tillfrågade", 30), .number("Svar", 30), .number("Svarsfrekvens", 32),
            ],
            rows: rows, notes: notes.lines(on: name),
            description: "Antal tillfrågade, antal svar och svarsfrekvens per respondentgrupp och period.")
    }

    private func responseRow(
        _ instrument: Instrument, _ variable: BackgroundVariable?, _ group: GroupResults, _ wave: GroupWave,
        isNewest: Bool
    ) -> [Cell] {
        let style = Style.row(isNewest ? .newest : .earlier)
        let response = wave.response.figure
        let hidden: Cell? = response == nil ? .text(Shorthand.tooFew.rawValue, style.number) : nil
        let unknown = Cell.text(Shorthand.unknown.rawValue, style.number)
        return [
            .text(instrument.group.rawValue, style.head), .text(variable?.name ?? "total", style.text),
            .text(group.name, style.text), periodCell(wave.period, style.number),
            hidden ?? response?.invited.map { .integer($0, style.number) } ?? unknown,
            hidden ?? .integer(response?.answers ?? 0, style.number),
            hidden ?? response?.rate.map { shareCell($0, style.share) } ?? unknown,
        ]
    }
}

/// A calendar year is a number, any other period a text.
func periodCell(_ period: Period, _ style: CellStyle) -> Cell {
    Int(period.label).map { .integer($0, style) } ?? .text(period.label, style)
}
