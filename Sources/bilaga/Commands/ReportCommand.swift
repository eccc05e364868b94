import Analysis
import ArgumentParser
import Intake
import Register
import Report
import Survey

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapport", abstract: "Skriv bilagan som kalkylark (.ods).",
        discussion: """
            Registret antecknar vilka siffror bilagan gav ut. Har svaren ändrats sedan siffror för samma period gavs ut, i en \
            tidigare bilaga, står det i den nya: vilka siffror, vad de var och varför. Är det så få svar som har ändrats att de \
            skulle gå att räkna ut av de två bilagorna står den tidigares siffror kvar tills det är fler. Med --mot jämförs i stället med en viss \
            bilaga. Ett utkast som inte ska skickas till någon görs med --utkast och antecknas inte.
            """)

    @Option(help: ArgumentHelp("Period som bilagan gäller, till exempel 2021.", valueName: "period"))
    var period: Period

    @Option(
        name: [.customLong("jamfor"), .customLong("jämför")],
        help: ArgumentHelp("Period att jämföra med; annars den senaste före.", valueName: "period"))
    var jamfor: Period?

    @Option(help: ArgumentHelp("Kalkylarkets fil; annars Output/bilaga-PERIOD.ods.", valueName: "fil"))
    var till: String?

    @Option(
        help: ArgumentHelp("En bilaga (.ods) som getts ut: säg vilka siffror som ändrats sedan dess.", valueName: "fil")
    )
    var mot: String?

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(
            "Nummer på en inläsning, till exempel en ersatt: gör bilagan som om den gällde.", valueName: "nr"))
    var importNumber: Int?

    @Flag(help: "Anteckna inte i registret att siffrorna har getts ut.")
    var utkast = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Mappar med svar och en matning.yaml: gör bilagan direkt av dem, utan att spara i registret. Den skyddas inte mot "
                + "bilagor som getts ut tidigare.",
            valueName: "mapp"))
    var ur: [String] = []

    @Flag(name: .customLong("summa-100"), help: "Justera de visade procenttalen så att varje rad summerar till 100.")
    var sumsToHundred = false

    @Flag(
        help: ArgumentHelp(
            "Skriv ut vad som är skyddat, varför och vad som kan räknas ut av det. Bara för utvärderaren."))
    var granskaSkydd = false

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @OptionGroup var actor: ActorOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard ur.isEmpty || (mot == nil && importNumber == nil) else {
            throw Failure("--mot och --import gäller svar i registret. Ta bort dem eller --ur.", .usage)
        }
        guard mot == nil || importNumber == nil else {
            throw Failure("Ange antingen --mot eller --import, inte båda.", .usage)
        }
        guard som == .text || granskaSkydd else {
            throw Failure(
                "--som gäller utskriften av --granska-skydd. Lägg till --granska-skydd, eller ta bort --som.", .usage)
        }
        if ur.isEmpty {
            try fromRegister()
        } else {
            let bilaga = try ReportFromFolders(folders: ur, common: common)
                .make(period: period, compared: jamfor, sumsToHundred: sumsToHundred)
            _ = try finish(bilaga, given: [])
        }
    }

    private func fromRegister() throws {
        let register = try common.openRegister()
        let forbund = try common.chosenForbund(in: register)
        let instruments = try common.instruments()
        let against = try mot.map {
            try Publication(file: $0, forbund: forbund, instruments: instruments.instruments, register: register)
        }
        let making = ReportMaking(register: register, instruments: instruments, forbund: forbund, warn: common.warn)
        let made = try making.bilaga(
            period: period, compared: jamfor, sumsToHundred: sumsToHundred,
            wishes: ReportWishes(importNumber: importNumber, against: against))
        let path = try finish(made.bilaga, given: made.given)
        if !utkast, importNumber == nil {
            try Publishing(register: register, forbund: forbund, by: actor.name).record(made.bilaga, at: path)
        }
        for held in made.heldBack { tell(held.told) }
        tellWhatIsSpecial(made.bilaga)
    }

    /// - Parameter given: the workbooks that were given out before.
    /// - Returns: where the workbook is.
    private func finish(_ bilaga: Report.Bilaga, given: [Publication]) throws -> String {
        let audit = ProtectionAudit(bilaga, given: given)
        if granskaSkydd { try show(audit) }
        try audit.refuse()
        if till == nil { try makeFolder(Workplace().output) }
        let path = till ?? "\(Workplace().output)/bilaga-\(period.label)\(suffix).ods"
        let sheets = try write(bilaga, to: path)
        tell("Bilagan för \(bilaga.forbund), \(period.label), är klar: \(path)")
        tell("Blad: \(sheets.joined(separator: ", ")).")
        if bilaga.compared == nil { common.warn("det finns ingen tidigare period att jämföra med.") }
        return path
    }

    private func show(_ audit: ProtectionAudit) throws {
        switch som {
        case .json: print(try json(AuditDescription(audit)), to: .output)
        case .text: for line in AuditTable(audit: audit).lines + [""] { print(line, to: .output) }
        }
    }

    /// What was done; not told among what programs read.
    private func tell(_ text: String) {
        if som == .text { common.tell(text) }
    }

    /// What is not the bilaga itself does not take its place.
    private var suffix: String { importNumber.map { "-inlasning-\($0)" } ?? "" }

    private func tellWhatIsSpecial(_ bilaga: Report.Bilaga) {
        let waves = bilaga.results.flatMap { results in results.waves.map { (results.instrument.id, $0) } }
        for period in Set(waves.map(\.1.period)).sorted() {
            let erased = waves.filter { $1.period == period && $1.isErased }.map(\.0)
            guard !erased.isEmpty else { continue }
            tell(
                "\(period.label): svaren på \(listed(erased)) är gallrade, och siffrorna är de som gavs ut då.")
        }
        for (instrument, wave) in waves where !wave.carriedOver.isEmpty {
            let from = wave.carriedOver.map(\.from.label)
            tell("\(instrument) \(wave.period.label): räknas ihop med svar som samlades in för \(listed(from)).")
        }
        if let importNumber {
            common.warn("bilagan är gjord som om inläsning \(importNumber) gällde, och antecknas inte som utgiven.")
        }
        if utkast || importNumber != nil {
            common.warn("ge inte ut den här filen: nästa bilaga skyddas bara mot dem som är antecknade som utgivna.")
        }
        let told =
            mot == nil
            ? correctionNotes(bilaga.corrections, causes: bilaga.correctionCauses)
            : correctionLines(bilaga.corrections, causes: bilaga.correctionCauses)
        for line in told { tell(line) }
        if let mot, bilaga.corrections.isEmpty { tell("Alla siffror är desamma som i \(mot).") }
    }
}
