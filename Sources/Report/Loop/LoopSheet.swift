import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// The table of a questionnaire with a block that is asked about each of several things: a row a question, period and
    /// base, newest first. What each share is a share of stands on its row.
    ///
    /// - Returns: nil where nothing in the breakdown may be shown; the total's sheet then says so.
    func loopSheet(_ results: Results, _ breakdown: Breakdown, _ notes: inout Notes) -> TableSheet? {
        guard let loop = results.instrument.loop, breakdown.showsQuestions || breakdown.variable == nil else {
            return nil
        }
        let name = sheetNames.name(results.instrument, breakdown.variable)
        var table = LoopTable(
            loop: loop,
            table: QuestionTable(bilaga: self, results: results, breakdown: breakdown, sheet: name, notes: notes))
        let rows = table.rows()
        let leads = table.leads()
        notes = table.table.notes
        let per = breakdown.variable.map { " per \($0.name.lowercased())" } ?? ""
        return TableSheet(
            name: name, title: "\(name) \(enumeration(results.waves.map(\.period.label)))", leads: leads,
            columns: table.columns, rows: rows, notes: notes.lines(on: name),
            description:
                "\(results.instrument.name)\(per): andelar per fråga, period och bas, med antal personer och antal svar om "
                + "\(loop.plural).")
    }
}

/// The rows of one such table.
struct LoopTable {
    let loop: Loop
    /// Of the same results: it finds the notes, and what is said above the table.
    var table: QuestionTable

    var results: Results { table.results }
    var breakdown: Breakdown { table.breakdown }

    /// What a share is a share of.
    enum Base {
        case judged, allAnswers
        /// A question outside the loop: each answer is a person.
        case people
    }

    var columns: [TableColumn] {
        let group = breakdown.variable.map { [TableColumn.text($0.name.capitalizedFirst, 40)] } ?? []
        return group + [
            .text("Fråga", breakdown.variable == nil ? 76 : 60), .number("År", table.bilaga.yearWidth(13)),
            .text("Andel av", 60), .number("Personer", 21), .number("Svar", 17), .number("Negativt", 20),
            .number("Varken eller", 18), .number("Positivt", 18), .number("(Klart positivt)", 19),
            .number("Kan inte bedöma", 25), .number("Förändring positivt", 27),
            .number("Förändring klart positivt", 27),
        ]
    }

    mutating func rows() -> [[Cell]] {
        var rows: [[Cell]] = []
        for group in breakdown.groups {
            for question in questionIDs(of: group) {
                let asked = group.waves.compactMap { wave in wave.question(question).map { (wave: wave, result: $0) } }
                guard let first = asked.first else { continue }
                // Years of the same base stand together: they are what can be compared.
                for base in bases(of: first.result.item.question) {
                    for (wave, result) in asked { rows.append(row(group, wave, result, base)) }
                }
            }
        }
        return rows
    }

    private func bases(of question: Question) -> [Base] {
        guard question.isLooped else { return [.people] }
        return cannotJudge(question) == nil ? [.judged] : [.judged, .allAnswers]
    }

    /// The alternative of those who cannot judge, as the questionnaire words it.
    private func cannotJudge(_ question: Question) -> String? {
        question.scale.categories.first { $0.meaning == .noAnswer(.cannotJudge) }?.label.lowercased()
    }

    private func words(_ base: Base, _ question: Question) -> String {
        switch base {
        case .people: "personer som svarade på frågan"
        case .judged: "svar om \(loop.plural) från dem som kunde bedöma"
        case .allAnswers: "alla svar om \(loop.plural), ”\(cannotJudge(question) ?? "")” inräknat"
        }
    }

    private mutating func row(
        _ group: GroupResults, _ wave: GroupWave, _ result: QuestionResult, _ base: Base
    ) -> [Cell] {
        let style = Style.row(wave.period == table.bilaga.period ? .newest : .earlier)
        let text = "\(result.item.number). \(result.item.question.text)"
        let marks = marks(group, wave, result, base)
        var cells: [Cell] = breakdown.variable == nil ? [] : [.text(group.name, style.head)]
        cells += [
            .text(([text] + marks).joined(separator: " "), style.head), periodCell(wave.period, style.number),
            .text(words(base, result.item.question), style.textAfterNumber),
        ]
        return cells + figures(result, base, style) + changes(result, of: group, base, style)
    }

    private mutating func marks(
        _ group: GroupResults, _ wave: GroupWave, _ result: QuestionResult, _ base: Base
    ) -> [String] {
        if base == .allAnswers {
            guard let (positive, clearly) = changesOfAll(result, of: group) else { return [] }
            let differs = positive.differsFromShown || clearly.differsFromShown
            return differs ? [table.notes.mark(exactChangeNote, on: table.sheet)] : []
        }
        let told = breakdown.variable == nil
        return table.notes.marks(result, in: results, breakdown, on: table.sheet)
            + (told ? table.notes.cannotJudge(result, wave, in: results, on: table.sheet) : [])
    }

    // MARK: Figures

    private func figures(_ result: QuestionResult, _ base: Base, _ style: Style.Row) -> [Cell] {
        func missing(_ shorthand: Shorthand) -> Cell { .text(shorthand.rawValue, style.verdict) }
        guard let counts = result.counts.figure else { return Array(repeating: missing(.protected), count: 7) }
        let unknown = missing(.unknown)
        let notApplicable = missing(.notApplicable)
        switch base {
        case .people:
            return [.integer(counts.base, style.number), .integer(counts.base, style.number)]
                + shares(counts, of: counts.base, style) + [notApplicable]
        case .judged:
            return [counts.people.map { .integer($0, style.number) } ?? unknown, .integer(counts.base, style.number)]
                + shares(counts, of: counts.base, style) + [notApplicable]
        case .allAnswers:
            // What was given out of a period whose answers are deleted does not tell who could not judge.
            guard let people = counts.peopleWithCannotJudge else { return Array(repeating: unknown, count: 7) }
            let all = counts.baseWithCannotJudge
            return [.integer(people, style.number), .integer(all, style.number)]
                + shares(counts, of: all, and: counts.count(.cannotJudge), style)
        }
    }

    /// - Parameter cannotJudge: so many of the base; nil where they are not in it.
    private func shares(
        _ counts: ClassCounts, of base: Int, and cannotJudge: Int? = nil, _ style: Style.Row
    ) -> [Cell] {
        let clearly = Ratio(counts.clearlyPositive, of: base)
        let parts = [counts.negative, counts.neither, counts.positive] + (cannotJudge.map { [$0] } ?? [])
        var cells: [Cell]
        if table.bilaga.sumsToHundred {
            let row = percentagesSummingToHundred(parts)
            cells = row.map { .percentage(Double($0) / 100, style.share, shown: percent($0)) }
            // A part is never shown as more than the whole that was rounded down.
            let shown = min(clearly?.percent ?? 0, row[2])
            cells.insert(.percentage(Double(shown) / 100, style.share, shown: percent(shown)), at: 3)
        } else {
            func cell(_ ratio: Ratio?) -> Cell {
                ratio.map { shareCell($0, style.share) } ?? .text(Shorthand.protected.rawValue, style.verdict)
            }
            cells = parts.map { cell(Ratio($0, of: base)) }
            cells.insert(cell(clearly), at: 3)
        }
        return cells
    }

    // MARK: Changes

    /// Changes of the shares of all answers; nil where there is no change, or one of the two is not known.
    private func changesOfAll(_ result: QuestionResult, of group: GroupResults) -> (Change, Change)? {
        guard case .changed = result.development, let now = result.counts.figure, now.people != nil,
            let then = results.former(of: result, in: group)?.counts.figure, then.people != nil
        else { return nil }
        func change(_ measure: Measure) -> Change? {
            guard let from = then.shareOfAllAnswers(measure), let to = now.shareOfAllAnswers(measure) else {
                return nil
            }
            return Change(from: from, to: to)
        }
        guard let positive = change(.positive), let clearly = change(.clearlyPositive) else { return nil }
        return (positive, clearly)
    }

    private func changes(
        _ result: QuestionResult, of group: GroupResults, _ base: Base, _ style: Style.Row
    ) -> [Cell] {
        guard case .changed(let positive, let clearly) = result.development else {
            return Array(repeating: .text(shorthand(result.development).rawValue, style.verdict), count: 2)
        }
        guard base == .allAnswers else { return [positive, clearly].map { changeCell($0, style.change) } }
        guard let (positive, clearly) = changesOfAll(result, of: group) else {
            return Array(repeating: .text(Shorthand.unknown.rawValue, style.verdict), count: 2)
        }
        return [positive, clearly].map { changeCell($0, style.change) }
    }
}
