import FoundationEssentials
import Intake
import Survey

/// Many förbund's measurements, read from every folder below one that has a `matning.yaml`.
struct ForbundFolders {
    /// In the order of their names.
    let forbund: [ForbundMeasurements]

    /// - Throws: everything that is wrong with any of the folders.
    init(below folder: String, with desk: ImportDesk) async throws {
        let paths = try Self.measurementFolders(below: folder)
        let read = try await concurrently(paths) { FolderReading($0, with: desk) }
        var refusals = read.compactMap(\.refusal)
        let twice = Self.countedTwice(read)
        if !twice.isEmpty { refusals.append(Refusal(twice)) }
        guard refusals.isEmpty else {
            throw Failure(
                refused: Refusal(refusals.flatMap(\.problems), further: refusals.flatMap(\.further)),
                nothingSaved: "Inget har skrivits.")
        }
        var forbund: [ForbundMeasurements] = []
        var placeOf: [TextKey: Int] = [:]
        for folder in read {
            let key = TextKey(folder.forbund)
            if let place = placeOf[key] {
                forbund[place].measurements += folder.measurements
            } else {
                placeOf[key] = forbund.count
                forbund.append(ForbundMeasurements(name: folder.forbund, measurements: folder.measurements))
            }
        }
        self.forbund = forbund.sorted { $0.name < $1.name }
    }

    /// In order of their paths, so that the same folders give the same result.
    private static func measurementFolders(below folder: String) throws -> [String] {
        var top = folder
        while top.count > 1, top.hasSuffix("/") { top.removeLast() }
        guard isFolder(top) else {
            throw Failure(
                "Mappen \(folder) finns inte. Ange mappen med förbundens mappar efter --berakna.", .missingFile)
        }
        var found: [String] = []
        // Deep enough for any order that people make; a link back to a folder above ends there too.
        func search(_ folder: String, _ depth: Int) throws {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                throw Failure(
                    "Mappen \(folder) kan inte läsas. Kontrollera att du har rätt att läsa den.", .inputOutput)
            }
            if names.contains("matning.yaml") { found.append(folder) }
            guard depth < 6 else { return }
            for name in names.sorted() where !name.hasPrefix(".") && isFolder("\(folder)/\(name)") {
                try search("\(folder)/\(name)", depth + 1)
            }
        }
        try search(top, 0)
        guard !found.isEmpty else {
            throw Failure(
                "\(folder): ingen mapp här i har en matning.yaml. Lägg en i varje förbunds mapp för varje mätperiod.",
                .badData)
        }
        return found
    }

    /// The same answers met in two places would count twice.
    private static func countedTwice(_ read: [FolderReading]) -> [Problem] {
        var problems: [Problem] = []
        var folderOf: [String: String] = [:]
        var fileOf: [String: String] = [:]
        for folder in read {
            for measurement in folder.measurements {
                let key = "\(TextKey(folder.forbund).text)\n\(measurement.instrument)\n\(measurement.period.label)"
                let place = Place(file: "\(folder.path)/matning.yaml")
                if let other = folderOf[key] {
                    problems.append(
                        Problem(
                            place,
                            .national(
                                .measuredTwice(
                                    forbund: folder.forbund, instrument: measurement.instrument,
                                    period: measurement.period.label, other: other))))
                } else {
                    folderOf[key] = folder.path
                }
                // A few answers may be alike by chance.
                for file in measurement.files where file.rows - file.emptyRows >= 5 {
                    let name = "\(folder.path)/\(file.name)"
                    if let other = fileOf[file.sha256] {
                        problems.append(Problem(Place(file: name), .sameContent(as: other)))
                    } else {
                        fileOf[file.sha256] = name
                    }
                }
            }
        }
        return problems
    }
}

/// One förbund's measurements of all its periods.
struct ForbundMeasurements: Sendable {
    let name: String
    var measurements: [Measurement]
}

/// One folder as it was read, or all that is wrong with it.
private struct FolderReading: Sendable {
    let path: String
    var forbund = ""
    var measurements: [Measurement] = []
    var refusal: Refusal?

    init(_ path: String, with desk: ImportDesk) {
        self.path = path
        do throws(Refusal) {
            let folder = try MeasurementFolder(path, with: desk)
            forbund = folder.forbund
            measurements = try allReadings(of: folder.attempts).flatMap(\.measurements)
        } catch {
            refusal = error
        }
    }
}
