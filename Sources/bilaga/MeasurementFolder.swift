import Intake
import Survey

/// A folder with a `matning.yaml`: a förbund's whole mätperiod, read as one.
struct MeasurementFolder {
    let forbund: String
    let period: Period
    /// One for each questionnaire. Nothing is stored.
    let attempts: [ImportAttempt]

    /// Reads everything the description names.
    ///
    /// - Throws: what is wrong with the description. What is wrong with the files is in the attempts.
    init(_ folder: String, with desk: ImportDesk) throws(Refusal) {
        let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let name = "\(trimmed)/matning.yaml"
        let description = try MeasurementFile(path: name, name: name)
        func path(_ file: String) -> String { file.hasPrefix("/") ? file : "\(trimmed)/\(file)" }

        attempts = description.entries.map { entry in
            let instrument: Instrument
            do throws(Refusal) {
                instrument = try desk.instruments.named(entry.instrument, place: entry.place)
            } catch {
                return ImportAttempt.refused(error, period: description.period)
            }
            let wishes = ImportWishes(
                files: entry.files.map { (path($0), path($0)) }, instrument: instrument, period: description.period,
                sheet: entry.sheet, mapping: entry.mapping.map { (path($0), path($0)) },
                columns: entry.columns.map(ColumnWish.said), place: entry.place)
            let invited = entry.invited.map { source in
                if case .file(let file) = source { return (source: source, path: path(file) as String?) }
                return (source: source, path: nil)
            }
            return ImportAttempt.reading(wishes, invited: invited, constructed: description.constructed, with: desk)
        }
        forbund = description.forbund
        period = description.period
    }

    /// Several folders, each questionnaire and period in one of them alone.
    static func all(_ folders: [String], with desk: ImportDesk) throws -> [MeasurementFolder] {
        var seen: Set<String> = []
        return try folders.map { folder in
            let read = try MeasurementFolder(folder, with: desk)
            for attempt in read.attempts {
                guard let instrument = attempt.preparation?.instrument.id else { continue }
                let key = "\(instrument) \(read.period.label)"
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
