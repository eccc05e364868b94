import ArgumentParser
import Report
import Survey

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapport", abstract: "Skriv bilagan som kalkylark (.ods).")

    @Option(help: ArgumentHelp("Period som bilagan gäller, till exempel 2021.", valueName: "period"))
    var period: Period

    @Option(
        name: [.customLong("jamfor"), .customLong("jämför")],
        help: ArgumentHelp("Period att jämföra med; annars den senaste före.", valueName: "period"))
    var jamfor: Period?

    @Option(help: ArgumentHelp("Kalkylarkets fil; annars Output/bilaga-PERIOD.ods.", valueName: "fil"))
    var till: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Mappar med svar och en matning.yaml: gör bilagan direkt av dem, utan att spara i registret.",
            valueName: "mapp"))
    var ur: [String] = []

    @Flag(name: .customLong("summa-100"), help: "Justera de visade procenttalen så att varje rad summerar till 100.")
    var sumsToHundred = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let bilaga =
            ur.isEmpty
            ? try fromRegister()
            : try ReportFromFolders(folders: ur, common: common)
                .make(period: period, compared: jamfor, sumsToHundred: sumsToHundred)
        if till == nil { try makeFolder(Workplace().output) }
        let path = till ?? "\(Workplace().output)/bilaga-\(period.label).ods"
        let sheets = try write(bilaga, to: path)
        common.tell("Bilagan för \(bilaga.forbund), \(period.label), är klar: \(path)")
        common.tell("Blad: \(sheets.joined(separator: ", ")).")
        if bilaga.compared == nil { common.warn("det finns ingen tidigare period att jämföra med.") }
    }

    private func fromRegister() throws -> Report.Bilaga {
        let register = try common.openRegister()
        let making = ReportMaking(
            register: register, instruments: try common.instruments(),
            forbund: try common.chosenForbund(in: register), warn: common.warn)
        return try making.bilaga(period: period, compared: jamfor, sumsToHundred: sumsToHundred)
    }
}
