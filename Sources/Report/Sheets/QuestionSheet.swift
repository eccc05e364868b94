import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// The table of one questionnaire and breakdown: a row a question and period, newest first.
    ///
    /// - Returns: nil where nothing in the breakdown may be shown; the total's sheet then says so.
    func questionSheet(_ results: Results, _ breakdown: Breakdown, _ notes: inout Notes) -> TableSheet? {
        guard breakdown.isShown || breakdown.variable == nil else { return nil }
        let name = sheetNames.name(results.instrument, breakdown.variable)
        var table = QuestionTable(bilaga: self, results: results, breakdown: breakdown, sheet: name, notes: notes)
        let rows = table.rows()
        let leads = table.leads()
        notes = table.notes
        let per = breakdown.variable.map { " per \($0.name.lowercased())" } ?? ""
        return TableSheet(
            name: name, title: "\(name) \(enumeration(results.waves.map(\.period.label)))", leads: leads,
            columns: table.columns, rows: rows, notes: notes.lines(on: name),
            description:
                "\(results.instrument.name)\(per): andel negativa, varken eller och positiva svar per fråga och "
                + "period.")
    }
}

/// The rows and the words of one such table, as its notes are found.
struct QuestionTable {
    let bilaga: Bilaga
    let results: Results
    let breakdown: Breakdown
    let sheet: String
    var notes: Notes

    var columns: [TableColumn] {
        let group = breakdown.variable.map { [TableColumn.text($0.name.capitalizedFirst, 46)] } ?? []
        return group + [
            .text("Fråga", breakdown.variable == nil ? 96 : 76), .number("År", yearWidth), .number("Antal svar", 17),
            .number("Negativt", 19), .number("Varken eller", 19), .number("Positivt", 19),
            .number("(Klart positivt)", 19), .number("Förändring positivt", 30),
            .number("Förändring klart positivt", 30),
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
                for wave in group.waves {
                    guard let result = wave.question(question) else { continue }
                    rows.append(row(group, wave, result, isNewest: wave.period == bilaga.period))
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
        let text = ([question(result.item)] + notes.marks(result, in: results, breakdown, on: sheet)).joined(
            separator: " ")
        var cells: [Cell] = breakdown.variable == nil ? [] : [.text(group.name, style.head)]
        cells += [.text(text, style.head), periodCell(wave.period, style.number)]
        if let counts = result.counts.figure {
            cells.append(.integer(counts.base, style.number))
            cells += shares(counts, style)
        } else {
            cells += Array(repeating: .text(Shorthand.tooFew.rawValue, style.number), count: 5)
        }
        return cells + changes(result.development, style)
    }

    private func question(_ item: Item) -> String { "\(item.number). \(item.question.text)" }

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
        if case .changed(let positive, let clearly) = development {
            return [positive, clearly].map { changeCell($0, style.change) }
        }
        return Array(repeating: .text(shorthand(development).rawValue, style.number), count: 2)
    }
}
