import Intake
import Register
import Report
import Survey

/// A report straight from folders of answers: they are imported into a register that ends with the process.
struct ReportFromFolders {
    let folders: [String]
    let common: CommonOptions

    /// - Parameter period: nil for the latest of the folders'.
    func make(period: Period?, compared: Period?, sumsToHundred: Bool) throws -> Report.Bilaga {
        let instruments = try common.instruments()
        let register = try Register.inMemory()
        var forbund = common.forbund
        var latest: Period?
        for (folder, read) in zip(folders, try MeasurementFolder.all(folders, instruments: instruments)) {
            if let known = forbund, common.forbund == nil, known != read.forbund {
                throw Failure(
                    "\(folder)/matning.yaml: mätningen hör till ”\(read.forbund)”, men den förra mappen till ”\(known)”. "
                        + "Gör en rapport för varje förbund.", .badData)
            }
            let name = forbund ?? read.forbund
            forbund = name
            latest = max(latest ?? read.period, read.period)
            _ = try register.store(
                read.readings.map(\.measurement), of: name, instruments: instruments.instruments, now: nil,
                replacing: false)
        }
        guard let forbund, let period = period ?? latest else {
            throw Failure("Ange minst en mapp med svar.", .usage)
        }
        return try ReportMaking(
            register: register, instruments: instruments, forbund: forbund, warn: common.warn
        )
        .bilaga(period: period, compared: compared, sumsToHundred: sumsToHundred)
    }
}
