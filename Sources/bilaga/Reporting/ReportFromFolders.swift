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
        let desk = try common.importDesk()
        defer { desk.progress?.end() }
        let register = try Register.inMemory()
        var forbund = common.forbund
        var latest: Period?
        let all = try MeasurementFolder.all(folders, with: desk)
        desk.progress?.end()
        for (folder, read) in zip(folders, all) {
            let readings = try allReadings(of: read.attempts)
            if let known = forbund, common.forbund == nil, known != read.forbund {
                throw Failure(
                    "\(folder)/matning.yaml: mätningen hör till ”\(read.forbund)”, men den förra mappen till ”\(known)”. "
                        + "Gör en rapport för varje förbund.", .badData)
            }
            let name = forbund ?? read.forbund
            forbund = name
            latest = max(latest ?? read.period, read.period)
            _ = try register.store(
                try onceEach(readings), of: name, instruments: desk.instruments.instruments, now: nil,
                replacing: false)
        }
        guard let forbund, let period = period ?? latest else {
            throw Failure("Ange minst en mapp med svar.", .usage)
        }
        return try ReportMaking(
            register: register, instruments: desk.instruments, forbund: forbund, warn: common.warn
        )
        .bilaga(period: period, compared: compared, sumsToHundred: sumsToHundred).bilaga
    }
}
