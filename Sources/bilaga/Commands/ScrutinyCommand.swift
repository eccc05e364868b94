import ArgumentParser
import Glibc
import Granskning
import Intake
import OpenDocument
import Tabular
import Zip

struct ScrutinyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "granska", abstract: "Kan siffrorna i en publicerad tabell vara sanna?",
        discussion: """
            Prövar varje rad av andelar mot alla möjliga antal svar, svarsfrekvenser, andelar med antal (”63 % (12 av 18)”),
            summor och förändringar. Slutar med kod 1 om någon siffra är omöjlig.
            """)

    @Argument(help: ArgumentHelp("Filer med publicerade tabeller: .ods, .xlsx eller .csv.", valueName: "fil"))
    var files: [String]

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @Option(help: ArgumentHelp("Skriv fynden som kalkylark (.ods).", valueName: "fil"))
    var till: String?

    @Flag(help: "Visa också det som är möjligt.")
    var alla = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let files = try files.map { ScrutinizedFile(name: $0, scrutiny: try scrutiny(of: $0)) }
        let total = files.reduce(0) { $0 + $1.scrutiny.findings.count }
        guard total > 0 else {
            throw Failure(
                "\(listed(self.files)): det finns inga siffror att granska. Filen ska ha en tabell med kolumner som Negativt, "
                    + "Varken eller och Positivt, Tillfrågade, Svar och Svarsfrekvens, en rad eller kolumn Totalt, eller "
                    + "andelar med antal som ”63 % (12 av 18)”.", .badData)
        }
        if let till { try write(FindingsWorkbook(files: files).workbook(), to: till) }
        switch som {
        case .json: print(try json(ScrutinyDescription(files, all: alla)), to: .output)
        case .text:
            for line in files.flatMap({ $0.lines(all: alla) }) { print(line, to: .output) }
            print(summary(of: files), to: .output)
            if let till { common.tell("Fynden finns i \(till).") }
        }
        if files.contains(where: { $0.scrutiny.count(.impossible) > 0 }) { throw ExitCode(1) }
    }

    private func scrutiny(of path: String) throws -> Scrutiny {
        let file = try opened(path)
        do throws(TableError) {
            return try Scrutiny(file)
        } catch {
            throw unreadable(path, error)
        }
    }

    private func opened(_ path: String) throws -> TableFile {
        do throws(TableError) {
            return try TableFile(path: path)
        } catch {
            throw unreadable(path, error)
        }
    }

    private func unreadable(_ path: String, _ error: TableError) -> Failure {
        if case .unreadable(let failure) = error {
            if failure.code == ENOENT {
                return Failure("\(path): filen finns inte. Kontrollera namnet och mappen.", .missingFile)
            }
            return Failure("\(Refusal(Intake.Place(file: path), .unreadable(error)))", .inputOutput)
        }
        return Failure("\(Refusal(Intake.Place(file: path), .unreadable(error)))", .badData)
    }
}

private func write(_ workbook: Workbook, to path: String) throws {
    var file = try AtomicFile(at: path)
    try workbook.write(to: &file)
    try file.commit()
}
