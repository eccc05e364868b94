import ArgumentParser
import Register
import Survey

struct PeriodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "perioder", abstract: "Visa vad som är inläst, ur vilka filer och när.")

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let register = try common.openRegister()
        let imports = try register.imports(of: try common.chosenForbund(in: register))
        if som == .json {
            print(try json(imports.map(ImportDescription.init)), to: .output)
            return
        }
        for stored in imports {
            let invited = stored.invited.map { "\($0) tillfrågade" } ?? "antal tillfrågade okänt"
            let when = stored.importedAt.map { ", inläst \($0)" } ?? ""
            print(
                "\(stored.period.label)  \(stored.instrument)  \(stored.respondents) svar, \(invited)\(when)"
                    + (stored.erased ? ", svaren gallrade" : ""), to: .output)
            for file in stored.files {
                print("      \(file.name)  \(file.sha256.prefix(12))…  \(file.rows) rader", to: .output)
            }
        }
    }
}
