public import Survey

/// The instruments of a folder, each from a file of its own.
public struct InstrumentLibrary: Sendable {
    /// By respondent group, then id.
    public let instruments: [Instrument]
    /// The folder as the user named it.
    public let folder: String

    /// - Parameters:
    ///   - folder: as the user named it, for messages.
    ///   - paths: its YAML files.
    /// - Throws: everything that is wrong with any of them.
    public init(folder: String, paths: [String]) throws(Refusal) {
        self.folder = folder
        var problems: [Problem] = []
        var instruments: [Instrument] = []
        for path in paths.sorted() {
            do {
                let read = try Intake.instrument(from: contents(of: path, as: path), file: path)
                if instruments.contains(where: { $0.id == read.id }) {
                    problems.append(Problem(Place(file: path), .twice(what: "formulärets id", value: read.id)))
                }
                instruments.append(read)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        guard !instruments.isEmpty else { throw Refusal(Place(file: folder), .noInstruments) }
        let order = RespondentGroup.allCases
        self.instruments = instruments.sorted { a, b in
            let (first, second) = (order.firstIndex(of: a.group) ?? 0, order.firstIndex(of: b.group) ?? 0)
            return first == second ? a.id < b.id : first < second
        }
    }

    /// - Parameters:
    ///   - id: the instrument's.
    ///   - place: what asked for it, for the message.
    public func named(_ id: String, place: Place? = nil) throws(Refusal) -> Instrument {
        guard let found = instruments.first(where: { $0.id == id }) else {
            throw Refusal(
                place ?? Place(file: folder), .unknownInstrument(id, accepted: instruments.map(\.id)))
        }
        return found
    }
}
