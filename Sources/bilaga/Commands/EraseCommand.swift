import ArgumentParser
import Register
import Survey

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallra", abstract: "Radera svar ur registret. Vad som var inläst och publicerat finns kvar.",
        discussion: """
            Svaren raderas också ur filens tomma utrymme, även de som har ersatts eller tagits tillbaka. Siffror som ”bilaga \
            rapport” har gett ut finns kvar som de publicerades och kan visas och jämföras även efteråt. Finns det svar som \
            ingen bilaga har gett ut siffror ur raderas de bara med --aven-opublicerade. Säkerhetskopior gallras för sig.
            """)

    @Option(help: ArgumentHelp("Radera svaren för en period.", valueName: "period"))
    var period: Period?

    @Option(
        name: [.customLong("fore"), .customLong("före")],
        help: ArgumentHelp("Radera svaren för alla perioder före en.", valueName: "period"))
    var fore: Period?

    @Flag(
        name: [.customLong("aven-opublicerade"), .customLong("även-opublicerade")],
        help: "Radera också svar som ingen bilaga har gett ut siffror ur.")
    var unpublished = false

    @Flag(help: "Visa vad som skulle raderas, utan att radera något.")
    var prova = false

    @OptionGroup var actor: ActorOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard (period == nil) != (fore == nil) else {
            throw Failure("Ange antingen --period eller --fore.", .usage)
        }
        let register = try common.openRegister()
        let forbund = try common.chosenForbund(in: register)
        if !unpublished { try checkPublished(register, forbund) }
        let erased = try register.eraseAnswers(
            of: forbund, where: concerns, now: timestamp(), by: actor.name, trial: prova)
        if erased.isEmpty { common.tell("Det fanns inga svar att radera.") }
        for stored in erased.sorted(by: { ($0.period, $0.id) < ($1.period, $1.id) }) {
            let answers =
                prova
                ? "\(stored.respondents) svar skulle raderas"
                : counted(stored.respondents, "svar raderat", "svar raderade")
            common.tell("\(stored.place): \(answers)\(stored.standing).")
        }
        guard !erased.isEmpty else { return }
        common.tell(
            prova
                ? "Inget har raderats: --prova visar bara."
                : "Säkerhetskopior och exportfiler har svaren kvar. Radera dem också.")
    }

    private func concerns(_ found: Period) -> Bool { found == period || fore.map { found < $0 } == true }

    /// Of what is deleted before anything was given out nothing is left at all.
    private func checkPublished(_ register: Register, _ forbund: String) throws {
        let published = try register.publications(of: forbund).flatMap(\.periods)
        let imports = try register.imports(of: forbund)
        var lost = imports.filter { stored in
            guard !stored.erased, concerns(stored.countedIn) else { return false }
            let together = imports.filter { $0.instrument == stored.instrument && $0.countedIn == stored.countedIn }
            return !published.contains { $0.isMade(of: together) }
        }
        guard !lost.isEmpty else { return }
        // Of a period that stands as it was given out its figures are left.
        let known = try KnownFigures(
            register: register, instruments: common.instruments(), forbund: forbund, wishes: ReportWishes())
        for period in Set(lost.map(\.countedIn)) { _ = try known.figures(in: period) }
        lost.removeAll { stored in
            known.heldBack.contains {
                $0.instrument.id == stored.instrument && $0.period == stored.countedIn && $0.standsWithoutAnswers
            }
        }
        guard !lost.isEmpty else { return }
        throw Failure(
            "Ingen bilaga har gett ut siffror ur de svar som gäller för "
                + "\(listed(lost.map { "\($0.instrument) \($0.countedIn.label)" })), så inget av dem skulle finnas kvar. Gör "
                + "bilagan först med ”bilaga rapport”, eller lägg till --aven-opublicerade. Inget har raderats.",
            .badData)
    }
}
