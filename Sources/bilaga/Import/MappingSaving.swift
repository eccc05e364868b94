import FoundationEssentials
import Intake
import Survey
import Zip

/// Mappings to be saved: written beside their places at once, and put there when all else has gone well.
struct MappingSaving {
    private var mappings: [UnsavedMapping] = []
    /// Columns in doubt, over all of them.
    private(set) var doubtful = 0

    /// - Parameters:
    ///   - read: what the mappings are of.
    ///   - chosen: the file that was asked for.
    ///   - folder: where mappings are kept.
    init(of read: [UnderstoodImport], chosen: String?, folder: String) throws {
        for part in read {
            for file in part.files {
                let text = part.mapping(of: file)
                guard !mappings.contains(where: { $0.text == text }) else { continue }
                let path = try path(for: file, of: part, chosen: chosen, folder: folder)
                mappings.append(try UnsavedMapping(text, path: path))
                doubtful += file.columns.count { $0.match?.isDoubtful == true }
            }
        }
    }

    var paths: [String] { mappings.map(\.path) }

    func save() throws {
        for mapping in mappings { try mapping.save() }
    }

    private func path(
        for file: UnderstoodFile, of part: UnderstoodImport, chosen: String?, folder: String
    ) throws -> String {
        if let chosen {
            guard mappings.isEmpty else {
                throw Failure("Filerna har olika rubriker och får var sin mappning: ta bort --mappning.", .usage)
            }
            return chosen
        }
        let headings = file.columns.map(\.heading)
        if let used = part.preparation.mappings.first(where: { $0.fits(headings) }) { return used.name }
        try makeFolder(folder, option: "--mappning")
        // Named by what it is for: a file's own name may be somebody's.
        let name = "\(folder)/\(part.preparation.instrument.id)" + (part.period.map { "-\($0.label)" } ?? "")
        let names = ([name] + (2...99).map { "\(name)-\($0)" }).map { "\($0).yaml" }
        let free = names.first { !FileManager.default.fileExists(atPath: $0) && !paths.contains($0) }
        guard let free else {
            throw Failure(
                "Det finns redan 99 mappningar som heter som \(name).yaml. Ange en fil med --mappning.", .cannotCreate)
        }
        return free
    }
}

/// A mapping's text in a temporary file beside its place.
private final class UnsavedMapping {
    let path: String
    let text: String
    private var file: AtomicFile?

    init(_ text: String, path: String) throws {
        self.path = path
        self.text = text
        do {
            var file = try AtomicFile(at: path)
            try file.write(Array(text.utf8).span.bytes)
            self.file = consume file
        } catch {
            throw Failure(error, writing: "Mappningen", option: "--mappning")
        }
    }

    func save() throws {
        do {
            try file.take()?.commit()
        } catch {
            throw Failure(error, writing: "Mappningen", option: "--mappning")
        }
    }
}
