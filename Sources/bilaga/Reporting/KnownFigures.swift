import Analysis
import Intake
import Register
import Survey

/// What is known of a förbund's questionnaires, period by period: the answers or, where they have been deleted, what was
/// given out. Each period is read from the register once, and analysed once beside another.
final class KnownFigures {
    /// Those that there is anything of.
    let periods: Set<Period>
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

    init(register: Register, instruments library: InstrumentLibrary, forbund: String, wishes: ReportWishes) throws {
        self.register = register
        self.forbund = forbund
        self.library = library
        instruments = library.instruments
        imports = try register.imports(of: forbund)
        chosen = try wishes.importNumber.map { try Self.chosen($0, of: forbund, in: register) }
        var periods = Set(imports.filter { !$0.erased }.map(\.countedIn))
        if let chosen { periods.insert(chosen.countedIn) }
        erased = Set(imports.filter(\.erased).map(\.countedIn))
        if !erased.isEmpty {
            let all = try register.publications(of: forbund)
            published = all
            let counted = Dictionary(grouping: imports) { [$0.instrument, $0.countedIn.label] }
            for imports in counted.values where imports.contains(where: \.erased) {
                guard all.contains(where: { $0.periods.contains { $0.isMade(of: imports) } }) else { continue }
                periods.formUnion(imports.map(\.countedIn))
            }
        }
        self.periods = periods
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
        read[period] = figures
        return figures
    }

    /// The latest figures that were given out of the answers that have been deleted.
    private func lastPublished(_ instrument: String, _ period: Period) throws -> PublishedPeriod? {
        let erased = imports.filter { $0.instrument == instrument && $0.countedIn == period }
        let holding = try publications().compactMap { publication in
            publication.periods.first { $0.isMade(of: erased) }.map { (publication.publishedAt, $0) }
        }
        // While the answers were there: what was given out later was made of what had been.
        let erasedAt = erased.compactMap(\.erasedAt).max() ?? ""
        return (holding.first { $0.0 <= erasedAt } ?? holding.first)?.1
    }

    /// The figures of periods side by side, a questionnaire at a time.
    func results(of periods: [Period]) throws -> [Results] {
        if let known = analysed[periods] { return known }
        let figures = try periods.map(figures)
        let results = try instruments.compactMap { instrument in
            let found = figures.compactMap { $0[instrument.id] }
            return found.isEmpty ? nil : try analyze(figures: found, of: instrument)
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
        guard let first = imports.first, first.instrument == instrument, first.countedIn == period else { return false }
        return Set(files.map(\.sha256)) == Set(imports.flatMap(\.files).map(\.sha256))
    }
}
