import Analysis
import Intake
import OpenDocument
import Register
import Report
import Survey
import Zip

/// A register's answers to a finished workbook on disk.
struct ReportMaking {
    let register: Register
    let instruments: InstrumentLibrary
    let forbund: String
    /// Where warnings go.
    let warn: (String) -> Void

    /// What goes into the workbook.
    ///
    /// - Parameter compared: nil for the latest earlier period that there are answers for.
    func bilaga(period: Period, compared: Period?, sumsToHundred: Bool) throws -> Report.Bilaga {
        let imports = try register.imports(of: forbund)
        let periods = Set(imports.filter { !$0.erased }.map(\.period))
        guard periods.contains(period) else { throw nothing(in: period, periods) }
        if let compared, !periods.contains(compared) { throw nothing(in: compared, periods) }
        if let compared, compared >= period {
            throw Failure("Jämförelsen \(compared.label) måste vara tidigare än perioden \(period.label).", .usage)
        }
        let earlier = compared ?? periods.filter { $0 < period }.max()

        try checkInstruments(of: imports.filter { !$0.erased && ($0.period == period || $0.period == earlier) })
        let now = try measurements(in: period)
        let before = try earlier.map(measurements) ?? []
        for stored in before where !now.contains(where: { $0.instrument == stored.instrument }) {
            warn("\(stored.instrument) \(period.label) saknas och får inget blad. \(stored.period.label) finns svar.")
        }
        let results = try instruments.instruments.compactMap { instrument -> Results? in
            guard let new = now.first(where: { $0.instrument == instrument.id }) else { return nil }
            let old = before.filter { $0.instrument == instrument.id }
            return try analyze([new] + old, of: instrument)
        }
        return Report.Bilaga(
            forbund: forbund, period: period, compared: earlier, results: results, sumsToHundred: sumsToHundred)
    }

    /// Answers to a questionnaire that is not there are never left out in silence.
    private func checkInstruments(of imports: [StoredImport]) throws {
        for stored in imports where !instruments.instruments.contains(where: { $0.id == stored.instrument }) {
            throw Failure(
                "Svaren för \(stored.instrument) \(stored.period.label) hör till ett formulär som inte finns längre. "
                    + "Lägg tillbaka det, eller ange en annan mapp med --formular.", .badData)
        }
    }

    private func measurements(in period: Period) throws -> [Measurement] {
        try register.measurements(of: forbund, in: period, instruments: instruments.instruments)
    }

    private func nothing(in period: Period, _ periods: Set<Period>) -> Failure {
        Failure(
            "Det finns inga svar för \(period.label). Perioder med svar: \(listed(periods.sorted().map(\.label))).",
            .badData)
    }
}

/// Writes the workbook. The file appears whole or not at all.
///
/// - Returns: the names of its sheets.
func write(_ bilaga: Report.Bilaga, to path: String) throws -> [String] {
    let workbook = bilaga.workbook()
    var file = try AtomicFile(at: path)
    // Three times as fast as zlib’s usual level, and the file is a third larger: 120 kB.
    try workbook.write(to: &file, level: 3)
    try file.commit()
    return workbook.sheets.map(\.name)
}
