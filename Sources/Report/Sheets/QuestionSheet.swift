import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// The table of one questionnaire and breakdown: a row a question and period, newest first.
    ///
    /// - Returns: nil where nothing in the breakdown may be shown; the total's sheet then says so.
    func questionSheet(_ results: Results, _ breakdown: Breakdown, _ notes: inout Notes) -> TableSheet? {
        guard breakdown.isShown || breakdown.variable == nil else { return nil }
        let name = sheetName(results.instrument, breakdown.variable)
        var table = QuestionTable(bilaga: self, results: results, breakdown: breakdown, sheet: name, notes: notes)
        let rows = table.rows()
        let leads = table.leads()
        notes = table.notes
        return TableSheet(
            name: name, title: "\(name) \(enumeration(results.waves.map(\.period.label)))", leads: leads,
            columns: table.columns, rows: rows, notes: notes.lines(on: name),
            description:
                "\(results.instrument.name): andel negativa, varken eller och positiva svar per fråga och period.")
    }
}

/// "Personal", "Personal per insats".
func sheetName(_ instrument: Instrument, _ variable: BackgroundVariable?) -> String {
    instrument.group.rawValue + (variable.map { " per \($0.name.lowercased())" } ?? "")
}

/// The rows and the words of one such table, as its notes are found.
struct QuestionTable {
    let bilaga: Bilaga
    let results: Results
    let breakdown: Breakdown
    let sheet: String
    var notes: Notes

    var columns: [TableColumn] {
        let group = breakdown.variable.map { [TableColumn.text($0.name.capitalizedFirst, 38)] } ?? []
        return group + [
            .text("Fråga", breakdown.variable == nil ? 92 : 76), .number("År", yearWidth), .number("Antal svar", 17),
            .number("Negativt", 19), .number("Varken eller", 19), .number("Positivt", 19),
            .number("(Klart positivt)", 19), .number("Förändring positivt", 27),
            .number("Förändring klart positivt", 27),
        ]
    }

    /// A period that is no calendar year takes more room.
    private var yearWidth: Double {
        results.waves.contains { $0.period.label.count > 4 } ? 36 : 13
    }

    // MARK: Rows

    mutating func rows() -> [[Cell]] {
        var rows: [[Cell]] = []
        for group in breakdown.groups {
            for question in questionIDs(group) {
                for (age, wave) in group.waves.enumerated() {
                    guard let result = wave.question(question) else { continue }
                    rows.append(row(group, wave, result, isNewest: age == 0))
                }
            }
        }
        return rows
    }

    /// The newest version's questions, then those that only older versions have.
    private func questionIDs(_ group: GroupResults) -> [String] {
        var ids: [String] = []
        for wave in group.waves {
            for result in wave.questions where !ids.contains(result.item.question.id) {
                ids.append(result.item.question.id)
            }
        }
        return ids
    }

    private mutating func row(
        _ group: GroupResults, _ wave: GroupWave, _ result: QuestionResult, isNewest: Bool
    ) -> [Cell] {
        let style = Style.row(isNewest ? .newest : .earlier)
        let text = ([question(result.item)] + marks(result)).joined(separator: " ")
        var cells: [Cell] = breakdown.variable == nil ? [] : [.text(group.name, style.head)]
        cells += [.text(text, style.head), period(wave.period, style)]
        if let counts = result.counts.figure {
            cells.append(.integer(counts.base, style.number))
            cells += shares(counts, style)
        } else {
            cells += Array(repeating: .text(Shorthand.tooFew.rawValue, style.number), count: 5)
        }
        return cells + changes(result.development, style)
    }

    private func question(_ item: Item) -> String { "\(item.number). \(item.question.text)" }

    private func period(_ period: Period, _ style: Style.Row) -> Cell {
        Int(period.label).map { .integer($0, style.number) } ?? .text(period.label, style.number)
    }

    private func shares(_ counts: ClassCounts, _ style: Style.Row) -> [Cell] {
        if bilaga.sumsToHundred {
            let row = percentagesSummingToHundred([counts.negative, counts.neither, counts.positive])
            // A part is never shown as more than the whole that was rounded down.
            let clearly = min(counts.share(.clearlyPositive)?.percent ?? 0, row[2])
            return (row + [clearly]).map { .percentage(Double($0) / 100, style.share, shown: percent($0)) }
        }
        return Measure.allCases.map { measure in
            guard let share = counts.share(measure) else { return .text(Shorthand.tooFew.rawValue, style.number) }
            return shareCell(share, style.share)
        }
    }

    private func changes(_ development: Development, _ style: Style.Row) -> [Cell] {
        switch development {
        case .changed(let positive, let clearly):
            [positive, clearly].map { changeCell($0, style.change) }
        case .notComparable: missing(.notComparable, style)
        case .tooFew: missing(.tooFew, style)
        case .noEarlier: missing(.noEarlier, style)
        case .notAsked: missing(.comparedPeriod, style)
        }
    }

    private func missing(_ shorthand: Shorthand, _ style: Style.Row) -> [Cell] {
        Array(repeating: .text(shorthand.rawValue, style.number), count: 2)
    }

    /// The notes that belong to one row.
    private mutating func marks(_ result: QuestionResult) -> [String] {
        switch result.development {
        case .notComparable(let reason):
            return [notes.mark(notComparableNote(reason), on: sheet)]
        case .changed(let positive, let clearly) where positive.differsFromShown || clearly.differsFromShown:
            return [
                notes.mark(
                    "Förändringen är räknad på de exakta andelarna. Den skiljer sig därför från skillnaden mellan de "
                        + "visade, avrundade procenttalen.", on: sheet)
            ]
        default:
            return []
        }
    }

    private func notComparableNote(_ reason: String) -> String {
        let numbers = results.waves.first?.version.items.compactMap { item -> Int? in
            let result = breakdown.groups.lazy.compactMap { $0.waves.first?.question(item.question.id) }.first
            return result?.development == .notComparable(reason: reason) ? item.number : nil
        }
        return "\(questions(numbers ?? [])) kan inte jämföras med tidigare: \(reason)."
    }
}
