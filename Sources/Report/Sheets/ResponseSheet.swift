import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// How many were asked and answered, per questionnaire and group, and what those who were silent could change.
    func responseSheet(_ notes: inout Notes) -> TableSheet {
        let name = "Svarsfrekvens"
        let marks =
            (overlapNotes(of: results.flatMap(\.breakdowns)) + results.flatMap(\.originNotes)
            + results.flatMap(\.uncountedNotes)).map { notes.mark($0, on: name) }
        var rows: [[Cell]] = []
        for results in results {
            for breakdown in results.breakdowns where breakdown.variable == nil || breakdown.isShown {
                for group in breakdown.groups {
                    for wave in group.waves {
                        let row = ResponseRow(
                            bilaga: self, results: results, variable: breakdown.variable, group: group, wave: wave)
                        rows.append(row.cells(on: name, &notes))
                    }
                }
            }
        }
        return TableSheet(
            name: name, title: "\(name) \(periods)",
            leads: [
                "Hur många som tillfrågades och svarade i varje respondentgrupp. Förändringen är i procentenheter. Källa: "
                    + "bladet Källor."
            ] + mainQuestionLeads + Notes.lead(marks),
            columns: responseColumns.enumerated().map { place, column in
                // A column of figures is narrow; where it has words, it has room for them on one line.
                place == 2 ? column : column.fitted(to: rows.map { $0[place] })
            },
            rows: rows, notes: notes.lines(on: name),
            description:
                "Antal tillfrågade, antal svar och svarsfrekvens per respondentgrupp och period, och inom vilka gränser "
                + "andelen positiva ligger.")
    }

    /// A period that is no calendar year takes more room.
    func yearWidth(_ usual: Double) -> Double {
        results.flatMap(\.waves).contains { $0.period.label.count > 4 } ? 36 : usual
    }

    /// There is one set of columns even where no questionnaire names a main question: it then says so.
    var mostMainQuestions: Int { max(1, results.map(\.instrument.mainQuestions.count).max() ?? 1) }

    private var responseColumns: [TableColumn] {
        [
            .text("Respondentgrupp", 36), .text("Indelning", 20), .text("Grupp", 42), .number("År", yearWidth(13)),
            .number("Tillfrågade", 24), .number("Svar", 14), .number("Svarsfrekvens", 28), .number("Förändring", 25),
        ] + (0..<mostMainQuestions).flatMap(mainQuestionColumns) + [.text("Anmärkning", 28)]
    }

    private func mainQuestionColumns(_ place: Int) -> [TableColumn] {
        let suffix = place == 0 ? "" : " \(place + 1)"
        return [
            .number("Huvudfråga\(suffix)", 24), .number("Positiva svar\(suffix)", 21),
            .number("Positivt\(suffix)", 18), .number("Lägsta möjliga\(suffix)", 20),
            .number("Högsta möjliga\(suffix)", 20),
        ]
    }

    private var mainQuestionLeads: [String] {
        let questions = results.compactMap { results -> String? in
            let items = results.instrument.mainQuestions.indices.compactMap { place in
                results.waves.first.flatMap { results.instrument.mainItem(place, in: $0.version) }
            }
            guard !items.isEmpty else { return nil }
            let texts = items.map { "fråga \($0.number) ”\($0.question.text)”" }
            return "Huvudfråga, \(results.instrument.group.rawValue): \(enumeration(texts))."
        }
        guard !questions.isEmpty else { return [] }
        return [
            "Lägsta och högsta möjliga är andelen positiva om ingen, respektive alla, av de tillfrågade som inte svarade på "
                + "huvudfrågan hade svarat positivt."
        ] + questions
    }
}

/// One group in one period.
private struct ResponseRow {
    let bilaga: Bilaga
    let results: Results
    let variable: BackgroundVariable?
    let group: GroupResults
    let wave: GroupWave

    private var isNewest: Bool { wave.period == bilaga.period }
    private var style: Style.Row { Style.row(isNewest ? .newest : .earlier) }

    func cells(on sheet: String, _ notes: inout Notes) -> [Cell] {
        let style = style
        let questions = (0..<bilaga.mostMainQuestions).map { MainQuestion($0, of: results, in: wave) }
        let marks = remarks(wave.response.figure, questions).map { notes.mark($0, on: sheet) }
        var cells: [Cell] = [
            .text(results.instrument.group.rawValue, style.head), .text(variable?.name ?? "total", style.text),
            .text(group.name, style.text), periodCell(wave.period, style.number),
        ]
        if let response = wave.response.figure {
            cells.append(response.invited.map { .integer($0, style.number) } ?? missing(.unknown))
            cells.append(.integer(response.answers, style.number))
            cells.append(response.rate.map { shareCell($0, style.share) } ?? missing(.unknown))
        } else {
            cells += same(.protected, 3)
        }
        cells.append(change)
        for question in questions { cells += self.cells(question) }
        cells.append(.text(marks.isEmpty ? "ingen" : marks.joined(separator: " "), style.textAfterNumber))
        return cells
    }

    /// The change of the rate since the compared period, where both rates are shown.
    private var change: Cell {
        guard isNewest else { return missing(.comparedPeriod) }
        guard let now = wave.response.figure else { return missing(.protected) }
        guard group.waves.count > 1 else { return missing(.noEarlier) }
        guard let before = group.waves[1].response.figure else { return missing(.protected) }
        guard let later = now.rate, let earlier = before.rate else { return missing(.unknown) }
        return changeCell(Change(from: earlier, to: later), style.change)
    }

    private func cells(_ question: MainQuestion) -> [Cell] {
        switch question.told {
        case .none: return same(.notApplicable, 5)
        case .notComparable: return same(.notComparable, 5)
        case .protected(let number): return [.text("Fråga \(number)", style.number)] + same(.protected, 4)
        case .figures(let number, let share, let limits):
            let cells: [Cell] = [
                .text("Fråga \(number)", style.number), .text("\(share.count) av \(share.base)", style.number),
                shareCell(share, style.share),
            ]
            switch limits {
            case .bounds(let bounds):
                return cells + [shareCell(bounds.lowest, style.share), shareCell(bounds.highest, style.share)]
            case .unknown: return cells + same(.unknown, 2)
            case .notApplicable: return cells + same(.notApplicable, 2)
            }
        }
    }

    private func same(_ shorthand: Shorthand, _ count: Int) -> [Cell] {
        Array(repeating: missing(shorthand), count: count)
    }

    private func missing(_ shorthand: Shorthand) -> Cell { .text(shorthand.rawValue, style.verdict) }

    private func remarks(_ response: Response?, _ questions: [MainQuestion]) -> [String] {
        var remarks: [String] = []
        if let response, response.isLow(for: results.instrument) {
            remarks.append(lowRateNote(results.instrument.lowestResponseRate))
        }
        if questions.contains(where: \.isMostlySilent) {
            remarks.append(
                "Färre än hälften av de tillfrågade svarade på huvudfrågan. Avståndet mellan lägsta och högsta möjliga är då "
                    + "själva budskapet: svaren räcker inte för att säga vad gruppen som helhet tycker.")
        }
        return remarks
    }
}

extension Response {
    /// Whether so few of those asked answered that the instrument wants it said.
    func isLow(for instrument: Instrument) -> Bool {
        guard let invited else { return false }
        // Of at most a billion: no overflow.
        return 100 * answers < instrument.lowestResponseRate * invited
    }
}

/// In the words of a board.
func lowRateNote(_ lowest: Int) -> String {
    "Färre än \(percent(lowest)) av de tillfrågade svarade. Siffrorna visar vad de som svarade tycker, och kan inte sägas "
        + "gälla hela gruppen."
}

/// A calendar year is a number, any other period a text.
func periodCell(_ period: Period, _ style: CellStyle) -> Cell {
    Int(period.label).map { .integer($0, style) } ?? .text(period.label, style)
}
