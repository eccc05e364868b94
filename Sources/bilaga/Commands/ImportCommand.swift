import ArgumentParser
import Intake
import Register
import Survey
import Tabular

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "importera", abstract: "Läs in svar från filer, eller från en mapp med en matning.yaml.")

    @Argument(help: ArgumentHelp("Filer med svar på en enkät, eller mappar med en matning.yaml.", valueName: "fil"))
    var files: [String]

    @Option(
        name: [.customLong("enkat"), .customLong("enkät")],
        help: ArgumentHelp("Formulärets id, till exempel personal.", valueName: "id"))
    var enkat: String?

    @Option(help: ArgumentHelp("Perioden svaren gäller, till exempel 2021.", valueName: "period"))
    var period: Period?

    @Option(
        name: [.customLong("tillfragade"), .customLong("tillfrågade")],
        help: ArgumentHelp("Antal tillfrågade, eller en fil med till exempel insats;antal.", valueName: "antal|fil"))
    var tillfragade: String?

    @Option(help: ArgumentHelp("Tecknet mellan kolumnerna; annars känns det igen.", valueName: "namn"))
    var skiljetecken: Separator?

    @Flag(help: "Byt ut svar som redan finns för samma enkät och period.")
    var ersatt = false

    @Flag(help: "Gör allt utom att spara.")
    var prova = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if common.forbund?.allSatisfy(\.isWhitespace) == true {
            throw Failure("Förbundets namn är tomt. Ange det med --forbund.", .usage)
        }
        let instruments = try common.instruments()
        let folders = files.filter(isFolder)
        guard folders.isEmpty || folders.count == files.count else {
            throw Failure("Ange antingen mappar eller filer, inte båda.", .usage)
        }
        if folders.isEmpty {
            try importFiles(instruments)
        } else {
            try importFolders(folders, instruments)
        }
    }

    /// All folders are read before anything is stored, and stored in one transaction.
    private func importFolders(_ folders: [String], _ instruments: InstrumentLibrary) throws {
        guard enkat == nil, period == nil, tillfragade == nil, skiljetecken == nil else {
            throw Failure(
                "--enkat, --period, --tillfragade och --skiljetecken gäller filer. För en mapp står det i matning.yaml: ta "
                    + "bort dem.", .usage)
        }
        let read = try MeasurementFolder.all(folders, instruments: instruments)
        let names = Set(read.map { common.forbund ?? $0.forbund })
        guard let name = names.first, names.count == 1 else {
            throw Failure(
                "Mapparna hör till olika förbund: \(listed(names.sorted())). Läs in ett förbund i taget.", .usage)
        }
        try store(read.flatMap(\.readings), of: name, instruments)
    }

    private func importFiles(_ instruments: InstrumentLibrary) throws {
        guard let enkat else {
            throw Failure(
                "Ange vilken enkät det är med --enkat: \(listed(instruments.instruments.map(\.id))).", .usage)
        }
        guard let period else { throw Failure("Ange perioden med --period, till exempel --period 2021.", .usage) }
        let reading = try read(
            ImportRequest(
                instrument: try instruments.named(enkat, place: Place(file: "--enkat")), period: period,
                files: files.map { ($0, $0) }, invited: tillfragade.map { (InvitedSource($0), nil) },
                separator: skiljetecken, place: Place(file: files.joined(separator: ", "))))
        try store([reading], of: try forbundToStore(), instruments)
    }

    private func forbundToStore() throws -> String {
        if let forbund = common.forbund { return forbund }
        do {
            let register = try common.openRegister()
            if try !register.forbund().isEmpty { return try common.chosenForbund(in: register) }
        } catch RegisterError.missing {}
        if prova { return "" }
        throw Failure("Ange förbundets namn första gången: --forbund \"Samordningsförbundet ...\".", .usage)
    }

    private func store(_ readings: [Reading], of forbund: String, _ instruments: InstrumentLibrary) throws {
        for reading in readings { tell(reading) }
        let outcomes = try outcomes(of: readings.map(\.measurement), forbund, instruments.instruments)
        for (reading, outcome) in zip(readings, outcomes) {
            let what = "\(reading.measurement.instrument) \(reading.measurement.period.label)"
            switch outcome {
            case .stored: if !prova { common.tell("\(what): sparat.") }
            case .replaced(let old):
                common.tell("\(what): \(prova ? "skulle sparas" : "sparat") i stället för \(old.summary).")
            case .unchanged: common.tell("\(what): samma filer är redan inlästa. Inget har ändrats.")
            }
        }
        if prova { common.tell("Inget har sparats: --prova gör allt utom att spara.") }
    }

    private func outcomes(
        of measurements: [Measurement], _ forbund: String, _ instruments: [Instrument]
    ) throws -> [StoreOutcome] {
        if prova {
            do {
                return try common.openRegister().store(
                    measurements, of: forbund, instruments: instruments, now: timestamp(), replacing: ersatt,
                    trial: true)
            } catch RegisterError.missing {
                return measurements.map { _ in .stored }
            }
        }
        let register = try common.openRegister(creating: true)
        let known = try register.forbund()
        if !known.isEmpty, !known.contains(forbund) {
            common.warn("nytt förbund i registret: \(forbund). Där finns redan: \(listed(known)).")
        }
        return try register.store(
            measurements, of: forbund, instruments: instruments, now: timestamp(), replacing: ersatt)
    }

    private func tell(_ reading: Reading) {
        for file in reading.files {
            let questions = file.columns.count { if case .question = $0.meaning { true } else { false } }
            let background = file.columns.compactMap { column -> String? in
                if case .background(let name) = column.meaning { name } else { nil }
            }
            common.tell(
                "\(file.source.name): \(file.dialect.swedish), \(counted(file.answers.respondents, "svar", "svar")) på "
                    + "\(counted(questions, "fråga", "frågor")), bakgrund: \(listed(background)).")
            if prova {
                for column in file.columns {
                    switch column.meaning {
                    case .question(let number): common.tell("  fråga \(number): ”\(column.heading)”")
                    case .background(let name): common.tell("  \(name): ”\(column.heading)”")
                    case .leftOut: continue
                    }
                }
            }
            for column in file.source.leftOut {
                common.tell("  utelämnat: ”\(column.heading)” \(column.reason)")
            }
            for remark in file.remarks { common.warn("\(remark)") }
        }
        for remark in reading.remarks { common.warn("\(remark)") }
        let measurement = reading.measurement
        let invited = measurement.invited.map { "\($0.total) tillfrågade" } ?? "antal tillfrågade okänt"
        common.tell(
            "\(measurement.instrument) \(measurement.period.label): \(measurement.answers.respondents) svar, \(invited)."
        )
    }
}
