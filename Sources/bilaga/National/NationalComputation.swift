import Analysis
import Intake
import OpenDocument
import Report
import Survey
import Zip

/// The national result of a period, from many förbund's answers.
struct NationalComputation {
    let period: Period
    /// Those with answers in the period.
    let forbund: [ForbundMeasurements]
    /// The names of the others.
    let withoutAnswers: [String]
    let respondents: Int
    let pool: NationalPool
    private let report: PooledReport

    /// - Parameter period: nil for the latest that any förbund has answers for.
    init(_ folders: ForbundFolders, period: Period?, _ instruments: [Instrument]) throws {
        let all = folders.forbund
        let periods = Set(all.flatMap { $0.measurements.map(\.period) })
        guard let chosen = period ?? periods.max(), periods.contains(chosen) else {
            throw Failure(
                "Det finns inga svar för \(period?.label ?? "någon period"). Perioder med svar: "
                    + "\(listed(periods.sorted().map(\.label))).", .badData)
        }
        func now(_ forbund: ForbundMeasurements) -> [Measurement] {
            forbund.measurements.filter { $0.period == chosen }
        }
        let counts = try all.flatMap { forbund in
            try now(forbund).compactMap { measurement in
                try instruments.first { $0.id == measurement.instrument }
                    .map { try ForbundCounts(measurement, of: $0) }
            }
        }
        self.period = chosen
        forbund = all.filter { !now($0).isEmpty }
        withoutAnswers = all.filter { now($0).isEmpty }.map(\.name)
        respondents = counts.reduce(0) { $0 + $1.respondents }
        pool = Analysis.pool(counts, of: instruments, in: chosen)
        report = PooledReport(
            pool: pool, withoutAnswers: withoutAnswers,
            isConstructed: all.contains { $0.measurements.contains(where: \.constructed) })
    }

    func bytes(for output: NationalOutput) throws -> [UInt8] {
        switch output.form {
        case .csv: return Array(report.csv.utf8)
        case .ods:
            var sink = MemorySink()
            try report.workbook().write(to: &sink, level: 3)
            return sink.bytes
        }
    }

    /// As a förbund that reads the file would have it.
    func measurement() -> NationalMeasurement {
        let file = "riket-\(period.label).csv"
        return NationalMeasurement(
            period: period, figures: pool.figures,
            file: SourceFile(named: file, bytes: Array(report.csv.utf8), rows: pool.figures.count))
    }
}

/// A file for what is computed.
struct NationalOutput {
    enum Form { case csv, ods }

    let path: String
    let form: Form

    init(_ path: String) throws {
        self.path = path
        if path.lowercased().hasSuffix(".csv") {
            form = .csv
        } else if path.lowercased().hasSuffix(".ods") {
            form = .ods
        } else {
            throw Failure(
                "\(path): filen efter --till ska sluta på .csv eller .ods.", .usage)
        }
    }
}
