import Analysis
import ArgumentParser
import Intake
import Register
import Survey

struct NationalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "riket",
        abstract: "Läs in rikets siffror, eller räkna ut dem ur många förbunds svar.",
        discussion: """
            Rikets siffror läses ur en tabell (CSV, Excel, OpenDocument) med en rad för varje siffra och rubrikerna enkät, \
            fråga, grupp, mått, andel, antal svar och antal förbund:
              bilaga riket riket-2021.csv --period 2021

            Måttet är positivt eller klart positivt, och det ena jämförs aldrig med det andra. Bilagan för samma period får \
            då bladet Jämförelse med riket.

            Den som håller i den nationella mätningen räknar ut siffrorna ur en mapp, där varje mapp med en matning.yaml är \
            ett förbunds mätperiod:
              bilaga riket --berakna FÖRBUNDEN --till riket-2021.csv --till riket-2021.ods --rapporter BILAGOR
            """)

    @Argument(help: ArgumentHelp("Fil med rikets siffror.", valueName: "fil"))
    var file: String?

    @Option(help: ArgumentHelp("Perioden siffrorna gäller; med --berakna annars den senaste.", valueName: "period"))
    var period: Period?

    @Option(
        name: [.customLong("berakna"), .customLong("beräkna")],
        help: ArgumentHelp("Mapp med förbundens mappar: räkna ut riket.", valueName: "mapp"))
    var berakna: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("Fil för det uträknade, .csv eller .ods. Kan anges två gånger.", valueName: "fil"))
    var till: [String] = []

    @Option(
        help: ArgumentHelp("Mapp för varje förbunds bilaga, jämförd med det uträknade riket.", valueName: "mapp"))
    var rapporter: String?

    @Flag(help: "Byt ut siffror som redan finns för perioden.")
    var ersatt = false

    @Flag(help: "Gör allt utom att spara.")
    var prova = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        if let berakna {
            guard file == nil, !ersatt else {
                throw Failure("--berakna räknar ut riket ur en mapp. Ta bort filen och --ersatt.", .usage)
            }
            try await compute(from: berakna)
        } else {
            guard till.isEmpty, rapporter == nil else {
                throw Failure("--till och --rapporter hör till --berakna. Ange en mapp med förbund.", .usage)
            }
            guard let file else {
                throw Failure(
                    "Ange en fil med rikets siffror, eller en mapp med --berakna. Skriv ”bilaga riket --hjälp”.", .usage
                )
            }
            try importFile(file)
        }
    }

    // MARK: Reading

    private func importFile(_ file: String) throws {
        guard let period else { throw Failure("Ange perioden med --period, till exempel --period 2021.", .usage) }
        let read = try nationalMeasurement(
            in: file, name: file, period: period, instruments: try common.instruments().instruments)
        let national = read.measurement
        let sheet = read.sheet.map { ", blad ”\($0)”" } ?? ""
        let count = counted(national.figures.count, "siffra", "siffror")
        common.tell("Riket \(period.label): \(count) ur \(file) (\(read.format.swedish)\(sheet)).")
        if !national.file.leftOut.isEmpty {
            common.tell("Läses inte in: \(listed(national.file.leftOut.map { "kolumnen \($0.heading)" })).")
        }
        for instrument in read.earlyInstruments {
            common.warn(
                "formuläret \(instrument) har ingen version för \(period.label). Frågorna togs ur den första, så kontrollera "
                    + "att de löd lika.")
        }
        switch try outcome(national) {
        case .stored: if !prova { common.tell("Riket \(period.label): sparat.") }
        case .replaced(let old):
            common.tell("Riket \(period.label): \(prova ? "skulle sparas" : "sparat") i stället för \(old.summary).")
        case .unchanged: common.tell("Riket \(period.label): samma fil är redan inläst. Inget har ändrats.")
        }
        if prova { common.tell("Inget har sparats: --prova gör allt utom att spara.") }
    }

    private func outcome(_ national: NationalMeasurement) throws -> NationalOutcome {
        guard prova else {
            return try common.openRegister(creating: true).store(national, now: timestamp(), replacing: ersatt)
        }
        do {
            return try common.openRegister().store(national, now: timestamp(), replacing: ersatt, trial: true)
        } catch RegisterError.missing {
            return .stored
        }
    }

    // MARK: Computing

    private func compute(from folder: String) async throws {
        let outputs = try till.map(NationalOutput.init)
        guard !outputs.isEmpty else {
            throw Failure("Ange en fil för det uträknade med --till, till exempel --till riket-2021.csv.", .usage)
        }
        guard Set(till).count == till.count else { throw Failure("Samma fil står två gånger efter --till.", .usage) }
        let desk = ImportDesk(
            instruments: try common.instruments(), mappingFolder: Workplace().mappings(beside: common.formular),
            progress: nil)
        let folders = try await ForbundFolders(below: folder, with: desk)
        let computation = try NationalComputation(folders, period: period, desk.instruments.instruments)
        let staged = StagedFiles()
        for output in outputs { try staged.add(computation.bytes(for: output), as: output.path) }
        let reports =
            if let rapporter, !prova {
                try await ForbundReports(
                    computation: computation, folder: rapporter, instruments: desk.instruments, warn: common.warn
                ).write(to: staged)
            } else {
                0
            }
        if !prova { try await staged.commit() }
        tell(computation, reports: reports)
    }

    private func tell(_ computation: NationalComputation, reports: Int) {
        let label = computation.period.label
        let figures = computation.pool.figures.count
        common.tell(
            "Riket \(label): \(counted(computation.forbund.count, "förbund", "förbund")), "
                + "\(counted(computation.respondents, "svar", "svar")), \(counted(figures, "siffra", "siffror")) som får visas."
        )
        if prova {
            common.tell("Inget har skrivits: --prova gör allt utom att skriva.")
        } else {
            for file in till { common.tell("Skrivet: \(file)") }
            if let rapporter { common.tell("Skrivet: \(counted(reports, "bilaga", "bilagor")) i \(rapporter)") }
        }
        if !computation.withoutAnswers.isEmpty {
            common.warn("utan svar för \(label): \(listed(computation.withoutAnswers)).")
        }
        if figures == 0 {
            common.warn("ingen siffra får visas: förbunden är för få, eller så kan något av dem räknas ut.")
        }
    }
}

extension NationalMeasurement {
    /// "riket-2021.csv (24 siffror)".
    var summary: String { "\(file.name) (\(counted(figures.count, "siffra", "siffror")))" }
}
