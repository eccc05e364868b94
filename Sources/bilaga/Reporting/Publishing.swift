import Analysis
import Intake
import Register
import Report
import Survey

/// Writes down in the register which figures a finished workbook gives out.
struct Publishing {
    let register: Register
    let forbund: String
    let by: String?

    /// The very same workbook is written down once.
    func record(_ bilaga: Report.Bilaga, at path: String) throws {
        let sha256 = try fileDigest(path: path, name: path)
        let file = String(path.split(separator: "/").last ?? "")
        let known = try register.publications(of: forbund).first { $0.period == bilaga.period }
        if let known, known.sha256 == sha256, known.file == file { return }
        let publication = Publication(
            period: bilaga.period, compared: bilaga.compared, publishedAt: timestamp(), by: by, file: file,
            sha256: sha256,
            periods: publishedPeriods(of: bilaga.results)
                + publishedPeriods(of: bilaga.histories, besides: bilaga.results))
        do {
            try register.publish(publication, of: forbund)
        } catch {
            let failure = Failure(error)
            throw Failure(
                "Bilagan är klar: \(path). Men det kunde inte antecknas i registret vilka siffror den gav ut. "
                    + failure.message, failure.code)
        }
    }
}

extension Publication {
    /// A workbook that was given out, from its file. When and by whom is known where the register has the very same file.
    init(file path: String, forbund: String, instruments: [Instrument], register: Register) throws {
        let workbook = try publishedWorkbook(path: path, name: path, instruments: instruments)
        guard workbook.forbund == forbund else {
            throw Failure(
                "\(path): bilagan gäller ”\(workbook.forbund)”, inte ”\(forbund)”. Ange förbundets egen bilaga, eller ett "
                    + "annat förbund med --forbund.", .badData)
        }
        let file = String(path.split(separator: "/").last ?? "")
        let known = try register.publications(of: forbund).first { $0.sha256 == workbook.sha256 }
        let periods = Set(workbook.periods.map(\.period)).sorted(by: >)
        guard let newest = known?.period ?? periods.first else {
            throw Failure("\(path): bladet Data har inga siffror.", .badData)
        }
        self.init(
            period: newest, compared: known.map(\.compared) ?? periods.dropFirst().first,
            publishedAt: known?.publishedAt ?? "", by: known?.by, file: file, sha256: workbook.sha256,
            periods: workbook.periods)
    }
}
