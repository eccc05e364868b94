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

/// An import as programs read it.
private struct ImportDescription: Encodable {
    let förbund: String
    let period: String
    let enkät: String
    let version: String
    let svar: Int
    let tillfrågade: Int?
    let inläst: String?
    let gallrad: Bool
    let filer: [File]

    struct File: Encodable {
        let namn: String
        let sha256: String
        let byte: Int
        let rader: Int
        let tommaSvar: Int
        let utelämnat: [String: String]
    }

    init(_ stored: StoredImport) {
        förbund = stored.forbund
        period = stored.period.label
        enkät = stored.instrument
        version = stored.version
        svar = stored.respondents
        tillfrågade = stored.invited
        inläst = stored.importedAt
        gallrad = stored.erased
        filer = stored.files.map { file in
            File(
                namn: file.name, sha256: file.sha256, byte: file.size, rader: file.rows, tommaSvar: file.emptyRows,
                utelämnat: Dictionary(file.leftOut.map { ($0.heading, $0.reason) }) { first, _ in first })
        }
    }
}
