import Intake
import Survey

/// A folder with a `matning.yaml`: a förbund's whole mätperiod, read as one.
struct MeasurementFolder {
    let forbund: String
    let period: Period
    let readings: [Reading]

    /// Reads everything the description names. Nothing is stored.
    ///
    /// - Throws: everything that is wrong with any of the files.
    init(_ folder: String, instruments: InstrumentLibrary) throws(Refusal) {
        let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let name = "\(trimmed)/matning.yaml"
        let description = try MeasurementFile(path: name, name: name)
        func path(_ file: String) -> String { file.hasPrefix("/") ? file : "\(trimmed)/\(file)" }

        var problems: [Problem] = []
        var further: [FurtherProblems] = []
        var readings: [Reading] = []
        for entry in description.entries {
            do {
                let invited = entry.invited.map { source in
                    if case .file(let file) = source { return (source: source, path: path(file) as String?) }
                    return (source: source, path: nil)
                }
                let request = ImportRequest(
                    instrument: try instruments.named(entry.instrument, place: entry.place),
                    period: description.period, files: entry.files.map { (path($0), path($0)) }, invited: invited,
                    constructed: description.constructed, place: entry.place)
                readings.append(try read(request))
            } catch {
                problems += error.problems
                further += error.further
            }
        }
        guard problems.isEmpty else { throw Refusal(problems, further: further) }
        forbund = description.forbund
        period = description.period
        self.readings = readings
    }

    /// Several folders, each questionnaire and period in one of them alone.
    static func all(_ folders: [String], instruments: InstrumentLibrary) throws -> [MeasurementFolder] {
        var seen: Set<String> = []
        return try folders.map { folder in
            let read = try MeasurementFolder(folder, instruments: instruments)
            for reading in read.readings {
                let key = "\(reading.measurement.instrument) \(reading.measurement.period.label)"
                guard seen.insert(key).inserted else {
                    throw Failure(
                        "\(folder)/matning.yaml: \(key) finns redan i en annan av mapparna. Ange bara en av dem.",
                        .badData)
                }
            }
            return read
        }
    }
}
