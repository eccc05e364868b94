import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// The table of one questionnaire and breakdown: a row a question and period, newest first.
    ///
    /// - Returns: nil where nothing in the breakdown may be shown; the total's sheet then says so.
    func questionSheet(_ results: Results, _ breakdown: Breakdown, _ notes: inout Notes) -> TableSheet? {
        guard breakdown.showsQuestions || breakdown.variable == nil else { return nil }
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
    /// The changes of the table, judged together with what they belong to.
    let chance: ChanceFamily
    var notes: Notes

    /// The whole of a respondent group is judged with all questions of the workbook, the groups of a breakdown by themselves.
    init(bilaga: Bilaga, results: Results, breakdown: Breakdown, sheet: String, notes: Notes) {
        self.bilaga = bilaga
        self.results = results
        self.breakdown = breakdown
        self.sheet = sheet
        chance = breakdown.variable == nil ? bilaga.chance : ChanceFamily(results, breakdown)
        self.notes = notes
    }

    var columns: [TableColumn] {
        let group = breakdown.variable.map { [TableColumn.text($0.name.capitalizedFirst, 46)] } ?? []
        return group + [
            .text("Fråga", breakdown.variable == nil ? 92 : 74), .number("År", bilaga.yearWidth(13)),
            .number("Antal svar", 19), .number("Positiva svar", 21), .number("Negativt", 19),
            .number("Varken eller", 19), .number("Positivt", 19), .number("(Klart positivt)", 19),
            .number("Förändring positivt", 28), .number("Slumpen", 39), .number("Förändring klart positivt", 28),
        ]
    }

    // MARK: Rows

    mutating func rows() -> [[Cell]] {
        var rows: [[Cell]] = []
        for group in breakdown.groups {
            for question in questionIDs(of: group) {
                for wave in group.waves {
                    guard let result = wave.question(question) else { continue }
                    rows.append(row(group, wave, result, isNewest: wave.period == bilaga.period))
                }
            }
        }
        return rows
    }

    private mutating func row(
        _ group: GroupResults, _ wave: GroupWave, _ result: QuestionResult, isNewest: Bool
    ) -> [Cell] {
        let style = Style.row(isNewest ? .newest : .earlier)
        let marks =
            notes.marks(result, in: results, breakdown, on: sheet)
            + (breakdown.variable == nil ? notes.cannotJudge(result, wave, in: results, on: sheet) : [])
        let text = ([question(result.item)] + marks).joined(separator: " ")
        var cells: [Cell] = []
        cells.reserveCapacity(12)
        if breakdown.variable != nil { cells.append(.text(group.name, style.head)) }
        cells += [.text(text, style.head), periodCell(wave.period, style.number)]
        if let counts = result.counts.figure {
            cells.append(.integer(counts.base, style.number))
            // On every row, so that nobody reads a percentage of few answers as one of many.
            cells.append(.text("\(counts.positive) av \(counts.base)", style.number))
            cells += shares(counts, style)
        } else {
            cells += Array(repeating: .text(Shorthand.protected.rawValue, style.verdict), count: 6)
        }
        return cells + changes(result, of: group, style)
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
            guard let share = counts.share(measure) else { return .text(Shorthand.protected.rawValue, style.verdict) }
            return shareCell(share, style.share)
        }
    }

    private func changes(_ result: QuestionResult, of group: GroupResults, _ style: Style.Row) -> [Cell] {
        let chance = chanceCell(result, chance.verdict(result, of: group, in: results.instrument), style)
        if case .changed(let positive, let clearly) = result.development {
            return [changeCell(positive, style.change), chance, changeCell(clearly, style.change)]
        }
        let missing = Cell.text(shorthand(result.development).rawValue, style.verdict)
        return [missing, chance, missing]
    }
}
