import ArgumentParser
import Register
import Survey

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "angra", abstract: "Ta tillbaka den senaste inläsningen. Det som den ersatte gäller igen.",
        discussion: """
            En inläsning i taget tas tillbaka, den senaste först: allt som lästes in med ett kommando. Inget raderas; \
            ”bilaga perioder” visar vad som gäller och vad som har hänt.
            """, aliases: ["ångra"])

    @Flag(help: "Visa vad som skulle tas tillbaka, utan att ändra något.")
    var prova = false

    @OptionGroup var actor: ActorOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        let register = try common.openRegister()
        let forbund = try common.chosenForbund(in: register)
        let undone = try register.undo(of: forbund, now: timestamp(), by: actor.name, trial: prova)
        let what = prova ? "skulle tas tillbaka" : "är tillbakatagen"
        for taken in undone.taken {
            common.tell("Inläsning \(taken.id) \(what): \(taken.place): \(taken.summary).")
        }
        let holds = prova ? "Då gäller" : "Nu gäller"
        for stored in undone.restored {
            common.tell("\(holds) inläsning \(stored.id): \(stored.place): \(stored.summary).")
        }
        let restored = Set(undone.restored.map(Counted.init))
        for empty in Set(undone.taken.map(Counted.init)).subtracting(restored).sorted() {
            let others = try register.imports(of: forbund).filter {
                Counted($0) == empty && !undone.taken.map(\.id).contains($0.id)
            }
            if others.isEmpty {
                common.tell(
                    "\(empty.instrument) \(empty.period.label): \(prova ? "då finns" : "nu finns") inga svar.")
            }
        }
        if prova { common.tell("Inget har ändrats: --prova visar bara.") }
    }
}

/// Where the answers of an import are counted.
private struct Counted: Hashable, Comparable {
    let instrument: String
    let period: Period

    init(_ stored: StoredImport) {
        instrument = stored.instrument
        period = stored.countedIn
    }

    static func < (a: Counted, b: Counted) -> Bool { (a.period, a.instrument) < (b.period, b.instrument) }
}
