import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// All questions over the years in one place, for the whole of each respondent group.
    func changesSheet(_ notes: inout Notes) -> TableSheet {
        let name = "Förändringar"
        let corrected = correctionNotes(corrections, causes: correctionCauses).map { notes.mark($0, on: name) }
        let marks = changes.questionnaires.flatMap { results, history in
            (changes.olderOrigins(results, history) + results.waves.reversed())
                .flatMap(results.originNotes).map { notes.mark($0, on: name) }
        }
        let rows = changes.questionnaires.flatMap { results, history in
            history.questions.compactMap { question in
                ChangeRow(bilaga: self, results: results, history: history, question: question)
            }.map { $0.cells(changes.periods, on: name, &notes) }
        }
        return TableSheet(
            name: name, title: "\(name) \(changedPeriods(changes))", leads: changeLeads + Notes.lead(corrected + marks),
            columns: changeColumns(changes.periods), rows: rows, notes: notes.lines(on: name),
            description:
                "Andelen positiva svar i upp till fem perioder, förändringen och om den är större än vad slumpen "
                + "ger.")
    }

    /// "2021 jämfört med 2020", "2017, 2018 och 2021".
    private func changedPeriods(_ changes: Changes) -> String {
        changes.periods.count > 2 ? enumeration(changes.periods.map(\.label)) : periods
    }

    private var changeLeads: [String] {
        guard let compared else {
            return ["Det finns ingen tidigare mätning att jämföra med.", "Källa: bladet Källor."]
        }
        var leads = [
            "Andelen positiva svar på varje fråga till hela gruppen, äldst till vänster. Förändringen är skillnaden mellan "
                + "andelarna \(compared.label) och \(period.label), i procentenheter.",
            "Positivt jämförs med positivt och klart positivt med klart positivt. Slumpen gäller andelen positiva svar. "
                + "Källa: bladet Källor.",
        ]
        leads += [chance.judgement.expectation(of: "jämförda frågor")].compactMap { $0 }
        return leads
    }

    private func changeColumns(_ periods: [Period]) -> [TableColumn] {
        // Many periods are set close, so that the page need not be shrunk: their words then take two lines.
        let width = periods.count > 3 ? periods.contains { $0.label.count > 4 } ? 24.0 : 21 : 27
        func column(_ heading: String, _ period: Period) -> TableColumn {
            // A period that is no calendar year is broken where it may be.
            .number("\(heading) \(period.label.replacing("--", with: "--\n"))", width)
        }
        return [.text("Respondentgrupp", 38), .text("Fråga", 80)]
            + periods.map { column("Positivt", $0) }
            + [.number("Förändring positivt", 27), .number("Slumpen", 29)]
            + [compared, period].compactMap { $0 }.map { column("Klart positivt", $0) }
            + [.number("Förändring klart positivt", 27)]
    }
}

/// One question's row.
private struct ChangeRow {
    let bilaga: Bilaga
    let results: Results
    let history: History
    let question: QuestionHistory
    let group: GroupResults
    let wave: GroupWave
    let result: QuestionResult
    private let style = Style.row(.newest)

    /// Nil where the tables lack the question in the period reported on.
    init?(bilaga: Bilaga, results: Results, history: History, question: QuestionHistory) {
        guard let group = results.breakdowns.first?.groups.first, let wave = group.waves.first,
            let result = wave.question(question.item.question.id)
        else { return nil }
        self.bilaga = bilaga
        self.results = results
        self.history = history
        self.question = question
        self.group = group
        self.wave = wave
        self.result = result
    }

    func cells(_ periods: [Period], on sheet: String, _ notes: inout Notes) -> [Cell] {
        let points = periods.map { history.point(question, in: $0) ?? .noMeasurement }
        let text =
            ["\(question.item.number). \(question.item.question.text)"] + fewAnswers(periods, points)
            + marks(on: sheet, &notes)
        let clearly = comparedPoint.map { [share(.clearlyPositive, $0)] } ?? []
        return [
            .text(results.instrument.group.rawValue, style.head),
            .text(text.joined(separator: " "), style.head),
        ] + points.map { share(.positive, $0) } + [change { positive, _ in positive }, chance] + clearly
            + [share(.clearlyPositive, result.counts), change { _, clearly in clearly }]
    }

    /// Of few answers the counts are told, since one of them weighs ten percentage points or more.
    private func fewAnswers(_ periods: [Period], _ points: [HistoryPoint]) -> [String] {
        let few = zip(periods, points).compactMap { period, point in
            point.figure.flatMap { $0.base < 10 ? "\($0.positive) av \($0.base) (\(period.label))" : nil }
        }
        return few.isEmpty ? [] : ["Positiva svar, där färre än tio svarade: \(few.joined(separator: ", "))."]
    }

    private func marks(on sheet: String, _ notes: inout Notes) -> [String] {
        var marks: [String] = []
        for text in notComparable { marks.append(notes.mark(text, on: sheet)) }
        if case .changed = result.development {
            marks += notes.marks(result, in: results, results.breakdowns[0], on: sheet)
        }
        if let text = results.loopNote(on: bilaga.sheetNames.name(results.instrument, nil)),
            result.item.question.isLooped
        {
            marks.append(notes.mark(text, on: sheet))
        }
        for (asked, wave) in [(result, wave)] + formerAsked {
            for mark in notes.cannotJudge(asked, wave, in: results, on: sheet) where !marks.contains(mark) {
                marks.append(mark)
            }
        }
        return marks
    }

    private var formerAsked: [(QuestionResult, GroupWave)] {
        guard let former = results.former(of: result, in: group), group.waves.count > 1 else { return [] }
        return [(former, group.waves[1])]
    }

    /// Why the question cannot be followed further back, told once for all questions with the same reason.
    private var notComparable: [String] {
        guard let (reason, period) = broken(question) else {
            // Nothing earlier has been measured, and the version says that the question is new.
            guard case .notComparable(let reason) = result.development else { return [] }
            return [notComparableNote(reason, results, results.breakdowns[0])]
        }
        let alike = history.questions.filter { broken($0).map { $0 == (reason, period) } ?? false }
        let numbers = alike.map(\.item.number)
        let isCompared = period == bilaga.compared
        return [
            "\(questions(numbers)) kan inte jämföras med \(isCompared ? "tidigare" : "\(period.label) och tidigare"): "
                + "\(reason)."
        ]
    }

    /// The newest period that the question cannot be compared with.
    private func broken(_ question: QuestionHistory) -> (String, Period)? {
        for (period, point) in zip(history.periods, question.points).reversed() {
            if case .notComparable(let reason) = point { return (reason, period) }
        }
        return nil
    }

    // MARK: Cells

    private func share(_ measure: Measure, _ point: HistoryPoint) -> Cell {
        switch point {
        case .figure(let counts): share(measure, Shown.figure(counts))
        case .protected: missing(.protected)
        case .notComparable: missing(.notComparable)
        case .noMeasurement: missing(.noMeasurement)
        }
    }

    private func share(_ measure: Measure, _ counts: Shown<ClassCounts>) -> Cell {
        counts.figure?.share(measure).map { shareCell($0, style.share) } ?? missing(.protected)
    }

    /// What the row tells of the compared period; nil where there is none.
    private var comparedPoint: HistoryPoint? {
        bilaga.compared.map { history.point(question, in: $0) ?? .noMeasurement }
    }

    /// There may be earlier measurements, but not the one to compare with.
    private var isUncompared: Bool { result.development == .noEarlier && comparedPoint == .noMeasurement }

    private func change(_ choose: (Change, Change) -> Change) -> Cell {
        if case .changed(let positive, let clearly) = result.development {
            return changeCell(choose(positive, clearly), style.change)
        }
        return missing(isUncompared ? .noMeasurement : shorthand(result.development))
    }

    private var chance: Cell {
        if isUncompared { return missing(.noMeasurement) }
        return chanceCell(result, bilaga.chance.verdict(result, of: group, in: results.instrument), style)
    }

    private func missing(_ shorthand: Shorthand) -> Cell { .text(shorthand.rawValue, style.verdict) }
}

/// The verdict on a change or, where there is no change, why.
func chanceCell(_ result: QuestionResult, _ verdict: ChanceVerdict?, _ style: Style.Row) -> Cell {
    if verdict == nil, result.item.question.isLooped, case .changed = result.development {
        return .text(Shorthand.notApplicable.rawValue, style.verdict)
    }
    return .text(verdict?.swedish ?? shorthand(result.development).rawValue, style.verdict)
}

/// What stands where a change would stand if it could be told.
func shorthand(_ development: Development) -> Shorthand {
    switch development {
    case .notComparable: .notComparable
    case .protected: .protected
    case .noEarlier: .noEarlier
    case .notAsked, .changed: .comparedPeriod
    }
}
