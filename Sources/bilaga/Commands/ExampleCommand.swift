import Analysis
import ArgumentParser
import FoundationEssentials
import Report
import Survey

struct ExampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exempel", abstract: "Gör en bilaga av exempelsvaren, utan att spara något i registret.")

    @Option(help: ArgumentHelp("Mapp för kalkylarket.", valueName: "mapp"))
    var till: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let workplace = Workplace()
        let folders = ["2020", "2021"].map { "\(workplace.example)/\($0)" }
        let made = try ReportFromFolders(folders: folders, common: common)
            .make(period: nil, compared: nil, sumsToHundred: false)
        try ProtectionAudit(made, given: []).refuse()
        let folder = till ?? workplace.output
        try makeFolder(folder)
        let path = "\(folder)/bilaga-exempel.ods"
        let sheets = try write(made, to: path)

        common.tell("Bilagan för \(made.forbund), \(made.period.label), är klar: \(path)")
        common.tell("Blad: \(sheets.joined(separator: ", ")).")
        common.tell("")
        for finding in made.findings { common.tell("- \(finding.text)") }
        common.tell("")
        common.tell("Svaren är konstruerade. Så börjar du med förbundets egna:")
        common.tell("  ./bilaga importera SVAR.csv --enkat personal --period 2021 --tillfragade 40 --prova")
    }
}

/// Makes the folder where it is missing.
///
/// - Parameter option: the option by which another is chosen.
func makeFolder(_ folder: String, option: String = "--till") throws {
    do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
        throw Failure("Mappen \(folder) kan inte skapas. Ange en annan med \(option).", .cannotCreate)
    }
}
