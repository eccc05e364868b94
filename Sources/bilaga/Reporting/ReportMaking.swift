import Analysis
import Intake
import OpenDocument
import Register
import Report
import Survey
import Zip

/// A register's answers to the contents of a workbook.
struct ReportMaking {
    let register: Register
    let instruments: InstrumentLibrary
    let forbund: String
    /// The national figures to compare with, where they are not those of the register.
    var national: NationalMeasurement?
    /// Where warnings go.
    let warn: (String) -> Void

    /// What goes into the workbook.
    ///
    /// - Parameter compared: nil for the latest earlier period that there are figures for.
    func bilaga(
        period: Period, compared: Period?, sumsToHundred: Bool, wishes: ReportWishes = ReportWishes()
    ) throws -> MadeBilaga {
        let known = try KnownFigures(register: register, instruments: instruments, forbund: forbund, wishes: wishes)
        guard known.periods.contains(period) else { throw known.nothing(in: period) }
        if let compared, !known.periods.contains(compared) { throw known.nothing(in: compared) }
        if let compared, compared >= period {
            throw Failure("Jämförelsen \(compared.label) måste vara tidigare än perioden \(period.label).", .usage)
        }
        let earlier = compared ?? known.periods.filter { $0 < period }.max()
        if let chosen = known.chosen, ![period, earlier].contains(chosen.countedIn) {
            throw Failure(
                "Inläsning \(chosen.id) gäller \(chosen.countedIn.label), som inte är med i bilagan. Ange --period "
                    + "\(chosen.countedIn.label).", .usage)
        }

        try known.checkInstruments(in: [period, earlier].compactMap(\.self))
        let now = try known.figures(in: period)
        let before = try earlier.map(known.figures) ?? [:]
        for instrument in before.keys.sorted() where now[instrument] == nil {
            warn("\(instrument) \(period.label) saknas och får inget blad. \(earlier?.label ?? "") finns svar.")
        }
        var bilaga = try contents(period, earlier, known, wishes, sumsToHundred: sumsToHundred)
        let given = try known.givenOut()
        // Where hiding rows does not do beside what was given out before, all of a period stands.
        while !given.isEmpty, try known.hold(ProtectionAudit(bilaga, given: given).failedPeriods) {
            bilaga = try contents(period, earlier, known, wishes, sumsToHundred: sumsToHundred)
        }
        return MadeBilaga(bilaga: bilaga, heldBack: known.heldBack.filter { $0.isShown(in: bilaga) }, given: given)
    }

    private func contents(
        _ period: Period, _ earlier: Period?, _ known: KnownFigures, _ wishes: ReportWishes, sumsToHundred: Bool
    ) throws -> Report.Bilaga {
        let now = try known.figures(in: period)
        let results = try known.results(of: [period, earlier].compactMap(\.self)).filter {
            now[$0.instrument.id] != nil
        }
        let histories = try histories(of: results.map(\.instrument), ending: period, compared: earlier, known)
        let found = try corrections(period: period, compared: earlier, known, wishes)
        return Report.Bilaga(
            forbund: forbund, period: period, compared: earlier, results: results, histories: histories,
            corrections: found.corrections, correctionCauses: found.causes,
            national: try national ?? register.national(in: period), sumsToHundred: sumsToHundred)
    }

    /// Each questionnaire over the newest years that there is anything of; none where the tables show all of them.
    private func histories(
        of asked: [Instrument], ending: Period, compared: Period?, _ known: KnownFigures
    ) throws -> [History] {
        let earlier = known.periods.filter { $0 < ending && $0 != compared }.sorted(by: >)
        let others = earlier.prefix(History.mostPeriods - 1 - (compared == nil ? 0 : 1))
        if others.isEmpty { return [] }
        let periods = ([ending, compared].compactMap(\.self) + others).sorted()
        let figures = try periods.map(known.figures)
        return try asked.map { instrument in
            try history(
                figures.compactMap { $0[instrument.id] }, of: instrument, ending: ending, compared: compared,
                asked: periods)
        }
    }

    private func corrections(
        period: Period, compared: Period?, _ known: KnownFigures, _ wishes: ReportWishes
    ) throws -> (corrections: [Correction], causes: [CorrectionCause]) {
        if known.chosen != nil { return ([], []) }
        let former = FormerFigures(register: register, forbund: forbund, known: known)
        if let against = wishes.against { return try former.corrections(since: against) }
        return try former.corrections(period: period, compared: compared)
    }
}

/// The contents of a workbook, with what the evaluator alone is told.
struct MadeBilaga {
    let bilaga: Report.Bilaga
    /// Answers that the workbook does not count.
    let heldBack: [HeldBack]
    /// Every workbook that it was judged beside.
    let given: [Publication]
}

extension HeldBack {
    fileprivate func isShown(in bilaga: Report.Bilaga) -> Bool {
        let origins =
            bilaga.results.filter { $0.instrument.id == instrument.id }.flatMap(\.waves)
            + bilaga.histories.filter { $0.instrument.id == instrument.id }.flatMap(\.origins)
        return origins.contains { $0.period == period }
    }
}

/// What a report is made of beside the answers that hold now.
struct ReportWishes {
    /// The number of an import whose answers stand in for those that hold.
    var importNumber: Int?
    /// What to compare with; nil for what the register knows was given out last.
    var against: Publication?
}
