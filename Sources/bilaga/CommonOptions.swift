import ArgumentParser
import FoundationEssentials
import Intake
import Register
import Survey
import Tabular

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Registrets fil.", valueName: "fil"))
    var register: String?

    @Option(
        name: [.customLong("forbund"), .customLong("förbund")],
        help: ArgumentHelp("Förbundets namn.", valueName: "namn"))
    var forbund: String?

    @Option(
        name: [.customLong("formular"), .customLong("formulär")],
        help: ArgumentHelp("Mapp med formulär.", valueName: "mapp"))
    var formular: String?

    @Flag(help: "Skriv bara varningar och fel.")
    var tyst = false

    /// Tells what was done, unless silence was asked for.
    func tell(_ text: String) {
        if !tyst { print(text, to: .output) }
    }

    func warn(_ text: String) { print("Obs: \(text)", to: .errors) }

    /// The instruments of the chosen folder.
    func instruments() throws -> InstrumentLibrary {
        let folder = formular ?? Workplace().instruments
        guard let files = yamlFiles(in: folder) else {
            throw Failure("Mappen \(folder) med formulär finns inte. Ange en annan med --formular.", .missingFile)
        }
        return try InstrumentLibrary(folder: folder, paths: files)
    }

    /// What is at hand when files are read. Progress is told on a terminal alone.
    func importDesk() throws -> ImportDesk {
        var progress: ProgressLine?
        if !tyst, let terminal = Terminal(.errors) {
            progress = ProgressLine(width: terminal.width, now: monotonicTime) { write($0, to: .errors) }
        }
        return ImportDesk(
            instruments: try instruments(), mappingFolder: Workplace().mappings(beside: formular),
            progress: progress)
    }

    /// - Parameter creating: whether to make one where there is none.
    func openRegister(creating: Bool = false) throws -> Register {
        let opened = try Register(path: Workplace().register(register), creating: creating)
        if let copy = opened.setAside {
            warn(
                "registret är uppdaterat till den här versionen av programmet. Som det var finns det i \(copy), som bara du kan "
                    + "läsa; ”bilaga gallra” raderar den.")
        }
        return opened
    }

    /// The förbund that was asked for, or the only one there is.
    func chosenForbund(in register: Register) throws -> String {
        let known = try register.forbund()
        if let forbund {
            guard known.contains(forbund) else {
                throw Failure(
                    "Förbundet ”\(forbund)” finns inte i registret. De som finns: \(listed(known)).", .badData)
            }
            return forbund
        }
        guard let only = known.first else {
            throw Failure("Registret är tomt. Läs in svar med ”bilaga importera”.", .badData)
        }
        guard known.count == 1 else {
            throw Failure("Registret har flera förbund. Välj ett med --forbund: \(listed(known)).", .usage)
        }
        return only
    }
}

/// "a, b", or "inga".
func listed(_ words: [String]) -> String { words.isEmpty ? "inga" : words.joined(separator: ", ") }

/// "1 fråga", "2 frågor".
func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

/// The YAML files of a folder; nil where it cannot be read.
func yamlFiles(in folder: String) -> [String]? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { "\(folder)/\($0)" }
}
