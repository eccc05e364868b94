import ArgumentParser
import Register

struct BackUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sakerhetskopia", abstract: "Skriv en kontrollerad kopia av registret till en fil.",
        discussion: """
            Kopian går att göra medan andra använder registret. Den innehåller svaren och kan bara läsas av dig: förvara den \
            lika skyddat. Gallra också gamla kopior. Med ”bilaga aterstall” blir den register igen.
            """, aliases: ["säkerhetskopia"])

    @Argument(help: ArgumentHelp("Filen som kopian skrivs till.", valueName: "fil"))
    var fil: String

    @Flag(help: "Skriv över filen om den finns.")
    var ersatt = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let register = try common.openRegister()
        do throws(RegisterError) {
            try register.backUp(to: fil, replacing: ersatt)
        } catch {
            throw Failure(copying: error, fil, "skrivas", isOwn: ersatt)
        }
        common.tell("Registret är kopierat och kopian kontrollerad: \(fil)")
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aterstall", abstract: "Gör en säkerhetskopia till register igen.",
        discussion: "Kopian kontrolleras först. Finns det redan ett register byts det ut bara med --ersatt.",
        aliases: ["återställ"])

    @Argument(help: ArgumentHelp("Säkerhetskopians fil.", valueName: "fil"))
    var fil: String

    @Flag(help: "Byt ut registret som finns. Det som har lästs in sedan kopian gjordes försvinner.")
    var ersatt = false

    @OptionGroup var actor: ActorOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        let path = try Workplace().register(common.register)
        do throws(RegisterError) {
            try Register.restore(from: fil, to: path, replacing: ersatt, now: timestamp(), by: actor.name)
        } catch {
            throw Failure(copying: error, fil, "läsas", isOwn: ersatt)
        }
        common.tell("Registret \(path) är återställt från \(fil) och kontrollerat.")
        common.tell("Svar som har gallrats sedan kopian gjordes är gallrade också nu.")
    }
}

extension Failure {
    /// - Parameters:
    ///   - copy: the copy's file.
    ///   - verb: what was to be done with it.
    ///   - isOwn: whether a file that is there would be written over, unless it is the very same.
    fileprivate init(copying error: RegisterError, _ copy: String, _ verb: String, isOwn: Bool) {
        switch error {
        case .exists where isOwn:
            self.init("\(copy) är registret självt. Ange en annan fil. Inget har ändrats.", .usage)
        case .exists(let path) where path != copy:
            self.init(
                "Registret \(path) finns redan. Lägg till --ersatt för att byta ut det: det som har lästs in sedan kopian gjordes "
                    + "försvinner då. Inget har ändrats.", .badData)
        case .missing(copy):
            self.init("Säkerhetskopian \(copy) finns inte. Kontrollera namnet och mappen.", .missingFile)
        case .unusable(copy, let trouble):
            self.init(
                "Säkerhetskopian \(copy) kan inte \(verb): \(trouble.reason). Ange en annan fil. Inget har ändrats.",
                trouble.isOfContent ? .badData : .inputOutput)
        default: self.init(error)
        }
    }
}
