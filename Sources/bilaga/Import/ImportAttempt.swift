import Intake
import Survey
import Tabular

/// The reading of one questionnaire's files, whether or not it went well. Nothing has been stored.
struct ImportAttempt {
    /// The one that was asked for; nil where the answers' dates tell it.
    let period: Period?
    /// Nil where it was not even found out which questionnaire they are.
    let preparation: ImportPreparation?
    let result: Result<Reading, Refusal>

    /// The files as far as they were understood.
    var files: [UnderstoodFile] {
        switch result {
        case .success(let reading): reading.files.map(\.understood)
        case .failure(let refusal): refusal.files
        }
    }

    /// Nil where it went well.
    var refusal: Refusal? { if case .failure(let refusal) = result { refusal } else { nil } }

    var understood: UnderstoodImport? {
        preparation.map { UnderstoodImport(preparation: $0, period: period, files: files, refusal: refusal) }
    }
}

extension ImportAttempt {
    /// One that ended before anything was looked at.
    static func refused(_ refusal: Refusal, period: Period?) -> ImportAttempt {
        ImportAttempt(period: period, preparation: nil, result: .failure(refusal))
    }

    /// - Parameter invited: how many were asked.
    static func reading(
        _ wishes: ImportWishes, invited: (source: InvitedSource, path: String?)?, constructed: Bool = false,
        with desk: ImportDesk
    ) -> ImportAttempt {
        let preparation: ImportPreparation
        do throws(Refusal) {
            preparation = try ImportPreparation(wishes, among: desk.instruments, saved: desk.savedMappings)
        } catch {
            return refused(error, period: wishes.period)
        }
        var progress: (@Sendable (String, Progress) -> Void)?
        if let line = desk.progress { progress = { line.tell($1, of: $0) } }
        let request = ImportRequest(
            instrument: preparation.instrument, period: wishes.period, files: wishes.files, invited: invited,
            separator: wishes.separator, sheet: preparation.sheet, choices: preparation.choices,
            constructed: constructed, progress: progress, place: wishes.place)
        let result = Result { () throws(Refusal) -> Reading in try read(request) }
        return ImportAttempt(period: wishes.period, preparation: preparation, result: result)
    }
}

/// What is at hand when files are read.
struct ImportDesk {
    let instruments: InstrumentLibrary
    /// Where mappings are saved and looked for.
    let mappingFolder: String
    let progress: ProgressLine?

    func savedMappings() throws(Refusal) -> MappingFolder {
        try MappingFolder(paths: yamlFiles(in: mappingFolder) ?? [])
    }
}

/// The measurements of all readings: of a questionnaire at most one a period.
func onceEach(_ readings: [Reading]) throws -> [Measurement] {
    var seen: [String: Measurement] = [:]
    let measurements = readings.flatMap(\.measurements)
    for measurement in measurements {
        let key = "\(measurement.instrument) \(measurement.period.label)"
        if let other = seen[key] {
            let files = listed((other.files + measurement.files).map(\.name))
            throw Failure(
                "\(measurement.instrument): svar daterade i \(measurement.period.words) finns i flera mätningar (\(files)). "
                    + "Flytta raderna till en av filerna. Inget har sparats.", .badData)
        }
        seen[key] = measurement
    }
    return measurements
}

/// All readings, or everything that is wrong with any of the files.
func allReadings(of attempts: [ImportAttempt]) throws(Refusal) -> [Reading] {
    var readings: [Reading] = []
    var refusals: [Refusal] = []
    for attempt in attempts {
        switch attempt.result {
        case .success(let reading): readings.append(reading)
        case .failure(let refusal): refusals.append(refusal)
        }
    }
    guard refusals.isEmpty else {
        throw Refusal(
            refusals.flatMap(\.problems), further: refusals.flatMap(\.further), files: refusals.flatMap(\.files))
    }
    return readings
}
