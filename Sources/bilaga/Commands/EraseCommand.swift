import ArgumentParser
import Register
import Survey

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallra", abstract: "Radera svar ur registret. Vad som var inläst och när finns kvar.")

    @Option(help: ArgumentHelp("Radera svaren för en period.", valueName: "period"))
    var period: Period?

    @Option(
        name: [.customLong("fore"), .customLong("före")],
        help: ArgumentHelp("Radera svaren för alla perioder före en.", valueName: "period"))
    var fore: Period?

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard (period == nil) != (fore == nil) else {
            throw Failure("Ange antingen --period eller --fore.", .usage)
        }
        let register = try common.openRegister()
        let erased = try register.eraseAnswers(
            of: try common.chosenForbund(in: register),
            where: { found in found == period || fore.map { found < $0 } == true }, now: timestamp())
        if erased.isEmpty { common.tell("Det fanns inga svar att radera.") }
        for stored in erased {
            common.tell(
                "\(stored.instrument) \(stored.period.label): \(counted(stored.respondents, "svar raderat", "svar raderade"))."
            )
        }
    }
}
