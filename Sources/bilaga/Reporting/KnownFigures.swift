import Analysis
import Intake
import Register
import Survey

/// What is known of a förbund's questionnaires, period by period: the answers or, where they have been deleted or differ by
/// few from what was given out, what was given out. Each period is read from the register once, and analysed once beside another.
final class KnownFigures {
    /// Those that there is anything of.
    private(set) var periods: Set<Period>
    /// The import that stands in for the one that holds.
    let chosen: StoredImport?
    let instruments: [Instrument]
    private let register: Register
    private let forbund: String
    private let library: InstrumentLibrary
    private let imports: [StoredImport]
    private let erased: Set<Period>
    private var read: [Period: [String: PeriodFigures]] = [:]
    private var analysed: [[Period]: [Results]] = [:]
    private var published: [Publication]?
    /// A workbook that was given out, and that the register may not know.
    private let against: Publication?
    /// What of the periods that have been read is not counted.
    private(set) var heldBack: [HeldBack] = []

    init(register: Register, instruments library: InstrumentLibrary, forbund: String, wishes: ReportWishes) throws {
        self.register = register
        self.forbund = forbund
        self.library = library
        against = wishes.against
        instruments = library.instruments
        imports = try register.imports(of: forbund)
        chosen = try wishes.importNumber.map { try Self.chosen($0, of: forbund, in: register) }
        periods = Set(imports.filter { !$0.erased }.map(\.countedIn) + [chosen].compactMap { $0?.countedIn })
        erased = Set(imports.filter(\.erased).map(\.countedIn))
        for stored in imports where stored.erased && !periods.contains(stored.countedIn) {
            if try lastPublished(stored.instrument, stored.countedIn) != nil { periods.insert(stored.countedIn) }
        }
    }

    private static func chosen(_ number: Int, of forbund: String, in register: Register) throws -> StoredImport {
        guard let stored = try register.allImports(of: forbund).first(where: { $0.id == number }) else {
            throw Failure(
                "Inläsning \(number) finns inte. ”bilaga perioder” visar de inläsningar som finns.", .badData)
        }
        guard !stored.erased else {
            throw Failure(
                "Svaren i inläsning \(number) (\(stored.place)) är gallrade och kan inte visas.", .badData)
        }
        return stored
    }

    /// Newest first.
    func publications() throws -> [Publication] {
        if let published { return published }
        let all = try register.publications(of: forbund)
        published = all
        return all
    }

    /// Every workbook that is known to have been given out, newest first; one that the register does not know comes last.
    func givenOut() throws -> [Publication] {
        let known = try publications()
        guard let against, !known.contains(where: { $0.sha256 == against.sha256 }) else { return known }
        return known + [against]
    }

    /// By questionnaire.
    func figures(in period: Period) throws -> [String: PeriodFigures] {
        if let read = read[period] { return read }
        var figures: [String: PeriodFigures] = [:]
        for measurement in try register.measurements(of: forbund, in: period, instruments: instruments) {
            figures[measurement.instrument] = .answers(measurement)
        }
        // Where a part of what is counted has been deleted, what is left of it is not the whole.
        for stored in imports where stored.countedIn == period && stored.erased {
            figures[stored.instrument] = try lastPublished(stored.instrument, period).map(PeriodFigures.published)
        }
        if let chosen, chosen.countedIn == period {
            figures[chosen.instrument] = try register.measurement(
                ofImport: chosen.id, of: forbund, instruments: instruments
            ).map(PeriodFigures.answers)
        }
        for instrument in instruments {
            guard case .answers(let measurement) = figures[instrument.id],
                let standing = try asGivenOut(measurement, instrument)
            else { continue }
            figures[instrument.id] = standing
        }
        read[period] = figures
        return figures
    }

    /// Lets periods stand as they were given out, which would be told too much of otherwise; where the answers as they were
    /// then still tell too much, by the figures alone.
    ///
    /// - Returns: whether anything is different now.
    func hold(_ periods: [(instrument: Instrument, period: Period)]) throws -> Bool {
        var isChanged = false
        for (instrument, period) in periods {
            guard let standing = GivenOutFigures(instrument.id, period, in: try givenOut()), !standing.period.isOfShares
            else { continue }
            switch read[period]?[instrument.id] {
            case .answers(let measurement):
                read[period]?[instrument.id] = try asGivenOut(measurement, instrument, isNeeded: true)
            case .asGivenOut(.answers, by: _):
                read[period]?[instrument.id] = .asGivenOut(.published(standing.period), by: standing.origin)
            case .asGivenOut, .published, nil: continue
            }
            isChanged = true
        }
        if isChanged { analysed = [:] }
        return isChanged
    }

    /// Nil where the answers can be counted beside what was given out before.
    ///
    /// - Parameter isNeeded: whether that is known already.
    private func asGivenOut(
        _ measurement: Measurement, _ instrument: Instrument, isNeeded: Bool = false
    ) throws -> PeriodFigures? {
        let period = measurement.period
        let given = try givenOut()
        let figures = given.flatMap(\.periods)
        guard try isNeeded || standsAsGivenOut(measurement, of: instrument, given: figures),
            let standing = GivenOutFigures(instrument.id, period, in: given)
        else { return nil }
        func isOfPeriod(_ stored: StoredImport) -> Bool {
            stored.instrument == instrument.id && stored.countedIn == period
        }
        let holding = chosen.flatMap { isOfPeriod($0) ? [$0] : nil } ?? imports.filter(isOfPeriod)
        heldBack.append(
            HeldBack(
                instrument: instrument, period: period, imports: holding.sorted { $0.id < $1.id },
                answers: measurement.answers.respondents, standing: standing, isOfFew: !isNeeded))
        // The answers as they were tell more than the figures, where they are still there and still give those figures.
        if let former = try formerAnswers(standing.period), former.answers.respondents == standing.answers,
            try !standsAsGivenOut(former, of: instrument, given: figures)
        {
            return .asGivenOut(.answers(former), by: standing.origin)
        }
        return .asGivenOut(.published(standing.period), by: standing.origin)
    }

    /// The answers of the files that figures were made of, replaced or taken back as they may be.
    private func formerAnswers(_ published: PublishedPeriod) throws -> Measurement? {
        let files = Set(published.files.map(\.sha256))
        var latest: [Set<String>: StoredImport] = [:]
        for stored in try register.allImports(of: forbund)
        where stored.instrument == published.instrument && stored.countedIn == published.period && !stored.erased {
            let own = Set(stored.files.map(\.sha256))
            if own.isSubset(of: files), latest[own] == nil { latest[own] = stored }
        }
        guard !files.isEmpty, latest.keys.reduce(0, { $0 + $1.count }) == files.count,
            latest.keys.reduce(into: Set(), { $0.formUnion($1) }) == files
        else { return nil }
        return try register.measurement(
            ofImports: Set(latest.values.map(\.id)), of: forbund, instruments: instruments)
    }

    /// The latest figures that were given out of the answers that have been deleted.
    private func lastPublished(_ instrument: String, _ period: Period) throws -> PublishedPeriod? {
        let erased = imports.filter { $0.instrument == instrument && $0.countedIn == period }
        let holding = try publications().compactMap { publication in
            publication.periods.first { $0.isMade(of: erased) }.map { (publication.publishedAt, $0) }
        }
        // While the answers were there: what was given out later was made of what had been.
        let erasedAt = erased.compactMap(\.erasedAt).max() ?? ""
        if let made = (holding.first { $0.0 <= erasedAt } ?? holding.first)?.1 { return made }
        // Answers that were too few more, or fewer, to be told of beside what stood.
        let limit = instruments.first { $0.id == instrument }?.smallestGroup ?? 0
        return GivenOutFigures(instrument, period, in: try publications())
            .flatMap { $0.stands(for: erased, smallestGroup: limit) ? $0.period : nil }
    }

    /// The figures of periods side by side, a questionnaire at a time.
    func results(of periods: [Period]) throws -> [Results] {
        if let known = analysed[periods] { return known }
        let figures = try periods.map(figures)
        let given = try givenOut().flatMap(\.periods)
        let results = try instruments.compactMap { instrument in
            let found = figures.compactMap { $0[instrument.id] }
            return found.isEmpty ? nil : try analyze(figures: found, of: instrument, given: given)
        }
        analysed[periods] = results
        return results
    }

    /// Answers to a questionnaire that is not there are never left out in silence.
    func checkInstruments(in periods: [Period]) throws {
        for stored in imports where !stored.erased && periods.contains(stored.countedIn) {
            guard !instruments.contains(where: { $0.id == stored.instrument }) else { continue }
            throw Failure(
                "Svaren för \(stored.instrument) \(stored.countedIn.label) hör till ett formulär som inte finns längre. "
                    + "Lägg tillbaka det, eller ange en annan mapp med --formular.", .badData)
        }
    }

    func nothing(in period: Period) -> Failure {
        let others = listed(periods.sorted().map(\.label))
        if erased.contains(period) {
            return Failure(
                "Svaren för \(period.label) är gallrade, och ingen bilaga gav ut siffror ur dem. Perioder med svar: "
                    + "\(others).", .badData)
        }
        return Failure("Det finns inga svar för \(period.label). Perioder med svar: \(others).", .badData)
    }
}

extension PublishedPeriod {
    /// Whether it was made of just these answers.
    ///
    /// - Parameter imports: all that are counted together.
    func isMade(of imports: [StoredImport]) -> Bool {
        guard let first = imports.first, first.instrument == instrument, first.countedIn == period, !isOfShares
        else { return false }
        return Set(files.map(\.sha256)) == Set(imports.flatMap(\.files).map(\.sha256))
    }
}
