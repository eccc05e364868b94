import ArgumentParser
import Register
import Survey

struct PeriodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perioder", abstract: "Visa vad som är inläst, ur vilka filer, när och av vem.",
        discussion: """
            Utan period: en rad för varje inläsning som gäller. Med en period: också de som har ersatts eller tagits \
            tillbaka, och allt som har hänt med dem.
            """)

    @Argument(help: ArgumentHelp("Perioden som ska visas i detalj.", valueName: "period"))
    var period: Period?

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let register = try common.openRegister()
        let forbund = try common.chosenForbund(in: register)
        if let period { return try show(period, register, forbund) }
        let imports = try register.imports(of: forbund)
        if som == .json {
            print(try json(imports.map(ImportDescription.init)), to: .output)
            return
        }
        for stored in imports {
            let when = stored.importedAt.map { ", inläst \(told($0, by: stored.by))" } ?? ""
            let from = stored.isCarriedOver ? ", insamlade för \(stored.period.label)" : ""
            print(
                "\(stored.countedIn.label)  \(stored.instrument)  \(stored.numbers)\(from)\(when), inläsning \(stored.id)"
                    + (stored.erased ? ", svaren gallrade" : ""), to: .output)
            for file in stored.files {
                print("      \(file.name)  \(file.sha256.prefix(12))…  \(file.rows) rader", to: .output)
            }
        }
    }

    private func show(_ period: Period, _ register: Register, _ forbund: String) throws {
        let all = try register.allImports(of: forbund)
        let telling = PeriodTelling(period, all: all, events: try register.events(of: forbund))
        guard !telling.isEmpty else {
            let known = Set(all.flatMap { [$0.period, $0.countedIn] }).sorted()
            throw Failure(
                "Inget är inläst för \(period.label). Perioder i registret: \(listed(known.map(\.label))).", .badData)
        }
        switch som {
        case .json: print(try json(PeriodDescription(telling)), to: .output)
        case .text: for line in telling.lines { print(line, to: .output) }
        }
    }
}
