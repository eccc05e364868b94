import ArgumentParser
import Intake
import Register
import Survey
import Tabular

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "importera",
        abstract: "Läs in svar från filer, eller från en mapp med en matning.yaml.",
        discussion: """
            Filerna är exporter ur enkätverktyg: Excel (.xlsx), OpenDocument (.ods), SPSS (.sav, .zsav) eller CSV. Vad filen \
            är känns igen på innehållet. Börja med --prova: då visas vad varje kolumn tolkas som, och inget sparas.

            En kolumn vars rubrik bara liknar en fråga läses aldrig in av sig själv. Bekräfta eller rätta den:
              bilaga importera svar.xlsx --period 2021 --kolumn "Får du stöd av oss?=3"

            Efter sista likhetstecknet står frågans id eller nummer, en bakgrund (insats), ett av dess alternativ \
            (insats=Namnet) eller ett streck för en kolumn som ska utelämnas. Med --spara-mappning kommer programmet ihåg \
            det till nästa fil med samma rubriker.

            Svar som kom för sent för sin period kan räknas i nästa: --period är den de samlades in för, --over-till den de \
            räknas i. De räknas aldrig på båda ställena. Fel fil tas tillbaka med ”bilaga angra”.
            """)

    @Argument(help: ArgumentHelp("Filer med svar på en enkät, eller mappar med en matning.yaml.", valueName: "fil"))
    var files: [String]

    @Option(
        name: [.customLong("enkat"), .customLong("enkät")],
        help: ArgumentHelp("Formulärets id, till exempel personal; annars känns enkäten igen.", valueName: "id"))
    var enkat: String?

    @Option(
        help: ArgumentHelp(
            "Perioden svaren gäller, till exempel 2021; utan den avgör svarens datum, om formuläret säger det.",
            valueName: "period"))
    var period: Period?

    @Option(
        name: [.customLong("tillfragade"), .customLong("tillfrågade")],
        help: ArgumentHelp(
            "Antal tillfrågade, eller en fil: insats;antal, insats;kön;antal, eller en registreringsfil med svarat.",
            valueName: "antal|fil"))
    var tillfragade: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp("Vad en kolumn är. Kan anges flera gånger.", valueName: "rubrik=fråga"))
    var kolumn: [String] = []

    @Option(help: ArgumentHelp("Kalkylbladet med svaren; annars det som liknar svar.", valueName: "namn"))
    var blad: String?

    @Option(
        help: ArgumentHelp(
            "Fil som säger vad kolumnerna är; annars en sparad för samma rubriker.", valueName: "fil"))
    var mappning: String?

    @Flag(
        help: ArgumentHelp(
            "Spara vad kolumnerna är, i Surveys/mappningar eller i --mappning. Bara rubriker sparas, aldrig svar."))
    var sparaMappning = false

    @Option(help: ArgumentHelp("Tecknet mellan kolumnerna i en CSV-fil; annars känns det igen.", valueName: "namn"))
    var skiljetecken: Separator?

    @Flag(help: "Byt ut svar som redan finns för samma enkät och period.")
    var ersatt = false

    @Flag(help: "Visa hur filerna tolkas och gör allt utom att spara svaren.")
    var prova = false

    @Option(
        name: [.customLong("over-till"), .customLong("över-till")],
        help: ArgumentHelp(
            "Räkna svaren i den här perioden. De samlades in för --period, och räknas inte där.", valueName: "period"))
    var overTill: Period?

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @OptionGroup var actor: ActorOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        if common.forbund?.allSatisfy(\.isWhitespace) == true {
            throw Failure("Förbundets namn är tomt. Ange det med --forbund.", .usage)
        }
        let desk = try common.importDesk()
        let folders = files.filter(isFolder)
        guard folders.isEmpty || folders.count == files.count else {
            throw Failure("Ange antingen mappar eller filer, inte båda.", .usage)
        }
        defer { desk.progress?.end() }
        let telling = ImportTelling(command: self)
        if folders.isEmpty {
            try importFiles(with: desk, telling)
        } else {
            try importFolders(folders, with: desk, telling)
        }
    }

    /// All folders are read before anything is stored, and stored in one transaction.
    private func importFolders(_ folders: [String], with desk: ImportDesk, _ telling: ImportTelling) throws {
        guard enkat == nil, period == nil, tillfragade == nil, skiljetecken == nil, kolumn.isEmpty, blad == nil,
            mappning == nil, overTill == nil
        else {
            throw Failure(
                "--enkat, --period, --over-till, --tillfragade, --kolumn, --blad, --mappning och --skiljetecken gäller filer. "
                    + "För en mapp står det i matning.yaml: ta bort dem.", .usage)
        }
        let read = try MeasurementFolder.all(folders, with: desk)
        desk.progress?.end()
        let names = Set(read.map { common.forbund ?? $0.forbund })
        guard let name = names.first, names.count == 1 else {
            throw Failure(
                "Mapparna hör till olika förbund: \(listed(names.sorted())). Läs in ett förbund i taget.", .usage)
        }
        try store(read.flatMap(\.attempts), of: { name }, with: desk, telling)
    }

    private func importFiles(with desk: ImportDesk, _ telling: ImportTelling) throws {
        if let overTill {
            guard let period else {
                throw Failure("Ange med --period vilken period svaren samlades in för.", .usage)
            }
            guard overTill > period else {
                throw Failure(
                    "--over-till \(overTill.label) måste vara senare än --period \(period.label), som svaren samlades in "
                        + "för.", .usage)
            }
        }
        let instrument: Instrument?
        if let enkat {
            instrument = try desk.instruments.named(enkat, place: Place(file: "--enkat"))
        } else {
            instrument = nil
        }
        // Answers of some questionnaires are placed by their date; then nobody needs to say the period.
        guard
            period != nil
                || (instrument.map { [$0] } ?? desk.instruments.instruments).contains(where: { $0.dating != nil })
        else { throw Failure("Ange perioden med --period, till exempel --period 2021.", .usage) }
        // Where the mapping is to be saved, it may not be there yet.
        let isMade = mappning.map { sparaMappning && !exists($0) } ?? false
        let attempt = ImportAttempt.reading(
            ImportWishes(
                files: files.map { ($0, $0) }, instrument: instrument, period: period, separator: skiljetecken,
                sheet: blad, mapping: isMade ? nil : mappning.map { ($0, $0) }, columns: kolumn.map(ColumnWish.option),
                place: Place(file: files.joined(separator: ", "))),
            invited: tillfragade.map { (InvitedSource($0), nil) }, with: desk)
        desk.progress?.end()
        try store([attempt], of: forbundToStore, with: desk, telling)
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

    /// Tells what was read, and stores it unless it is a trial or something is wrong with any of it.
    private func store(
        _ attempts: [ImportAttempt], of forbund: () throws -> String, with desk: ImportDesk, _ telling: ImportTelling
    ) throws {
        telling.prepared(attempts)
        let readings: [Reading]
        do {
            readings = try allReadings(of: attempts)
        } catch {
            guard prova else { throw error }
            let mappings = try saving(attempts, desk)
            try mappings?.save()
            try telling.refused(attempts, error, saved: mappings)
            throw telling.failure(error, saved: mappings)
        }
        let name = try forbund()
        let mappings = try saving(attempts, desk)
        telling.read(attempts, readings)
        let outcomes = try outcomes(of: readings, name, desk.instruments.instruments)
        try mappings?.save()
        try telling.done(attempts, readings, outcomes, saved: mappings)
    }

    /// The mappings that were asked for, ready to be saved.
    private func saving(_ attempts: [ImportAttempt], _ desk: ImportDesk) throws -> MappingSaving? {
        guard sparaMappning else { return nil }
        return try MappingSaving(of: attempts.compactMap(\.understood), chosen: mappning, folder: desk.mappingFolder)
    }

    private func outcomes(
        of readings: [Reading], _ forbund: String, _ instruments: [Instrument]
    ) throws -> [StoreOutcome] {
        let measurements = try onceEach(readings)
        if prova {
            do {
                return try store(measurements, of: forbund, in: try common.openRegister(), instruments, trial: true)
            } catch RegisterError.missing {
                return measurements.map { _ in .stored }
            }
        }
        let register = try common.openRegister(creating: true)
        let known = try register.forbund()
        if !known.isEmpty, !known.contains(forbund) {
            common.warn("nytt förbund i registret: \(forbund). Där finns redan: \(listed(known)).")
        }
        return try store(measurements, of: forbund, in: register, instruments, trial: false)
    }

    private func store(
        _ measurements: [Measurement], of forbund: String, in register: Register, _ instruments: [Instrument],
        trial: Bool
    ) throws -> [StoreOutcome] {
        if overTill != nil, let other = measurements.first(where: { $0.period != period }) {
            throw Failure(
                "Filen har också svar daterade i \(other.period.words), men --over-till gäller alla svar i filen. Dela upp den. "
                    + "Inget har sparats.", .badData)
        }
        let known = try period == nil ? [] : register.imports(of: forbund)
        // The same answers of another period than the one that was asked for are there already, perhaps with the number that
        // was asked then; nothing is said of that here.
        let same = measurements.map { measurement in
            measurement.period == period ? nil : known.first { $0.isSame(as: measurement) }
        }
        let new = zip(measurements, same).filter { $1 == nil }.map(\.0)
        if ersatt, let period {
            try checkOthers(new.filter { $0.period != period }, of: forbund, in: register, instruments)
        }
        var stored = try register.store(
            new, besides: zip(measurements, same).filter { $1 != nil }.map(\.0), of: forbund, instruments: instruments,
            now: timestamp(), by: actor.name, carriedTo: overTill, replacing: ersatt, trial: trial)[...]
        return same.compactMap { $0.map(StoreOutcome.unchanged) ?? stored.popFirst() }
    }

    /// Where a period was asked for, that is what is to be replaced. Answers of other periods in the same file are few, and
    /// must not take the place of all that is there.
    private func checkOthers(
        _ others: [Measurement], of forbund: String, in register: Register, _ instruments: [Instrument]
    ) throws {
        do throws(RegisterError) {
            _ = try register.store(
                others, of: forbund, instruments: instruments, now: timestamp(), by: actor.name, replacing: false,
                trial: true)
        } catch {
            guard case .alreadyImported(let stored) = error else { throw error }
            let found = others.first { $0.instrument == stored.instrument && $0.period == stored.period }
            throw Failure(
                "Filen har också \(found?.answers.respondents ?? 0) svar daterade i \(stored.period.words), där det redan finns "
                    + "svar: \(stored.summary). Utan --period byts alla perioder i filen ut; ta annars bort raderna ur filen. "
                    + "Inget har sparats.", .badData)
        }
    }
}

extension StoredImport {
    /// Whether it is of the same files, read to the same version for the same period.
    fileprivate func isSame(as measurement: Measurement) -> Bool {
        instrument == measurement.instrument && period == measurement.period && version == measurement.version
            && !erased
            && files.map(\.sha256) == measurement.files.map(\.sha256)
    }
}
