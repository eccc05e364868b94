import ArgumentParser
import Intake
import Survey

struct InstrumentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formular", abstract: "Lista, visa och kontrollera formulären.", aliases: ["formulär"])

    @Argument(help: ArgumentHelp("Formulärets id; utan det listas alla.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("Utskriftens form: text eller json.", valueName: "form"))
    var som: OutputForm = .text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.instruments()
        let chosen = try id.map { [try library.named($0, place: Place(file: library.folder))] }
        if som == .json {
            print(try json((chosen ?? library.instruments).map(InstrumentDescription.init)), to: .output)
        } else if let instrument = chosen?.first {
            print(asMetByRespondent(instrument), to: .output)
        } else {
            for instrument in library.instruments {
                let questions = counted(instrument.versions.last?.items.count ?? 0, "fråga", "frågor")
                let versions = instrument.versions.map(\.id).joined(separator: ", ")
                print("\(instrument.id)  \(instrument.name), \(questions), version \(versions)", to: .output)
            }
        }
    }
}

/// The newest version of a questionnaire as the respondent would meet it.
private func asMetByRespondent(_ instrument: Instrument) -> String {
    var lines = [instrument.name, "Till: \(instrument.group.rawValue)"] + settings(of: instrument) + [""]
    for variable in instrument.background {
        let box = variable.isMultiple ? "[ ]" : "( )"
        let values = variable.values?.map { "\(box) \($0.label)" }.joined(separator: "   ")
        lines.append("\(variable.name): " + (values ?? "____________"))
    }
    for item in instrument.versions.last?.items ?? [] {
        lines += ["", "\(item.number). \(item.question.text)"]
        lines += item.question.scale.categories.map { "   ( ) \($0.label)" }
        if item.question.isLooped, let loop = instrument.loop {
            lines.append("   Ställs om var och en av de \(loop.plural) som är kända.")
        }
        if let uncertainty = item.question.uncertainty { lines.append("   Osäkert: \(uncertainty).") }
    }
    return lines.joined(separator: "\n")
}

/// What the questionnaire says of how its answers are taken and shown.
private func settings(of instrument: Instrument) -> [String] {
    let main = instrument.mainQuestions.compactMap { id in
        instrument.versions.last?.item(id).map { "\($0.number) (\(id))" }
    }
    var lines = main.isEmpty ? [] : ["\(main.count == 1 ? "Huvudfråga" : "Huvudfrågor"): \(listed(main))"]
    lines.append("Lägsta svarsfrekvens: \(instrument.lowestResponseRate) %")
    if let dating = instrument.dating {
        lines.append(
            "Svaren placeras efter datum (\(dating.headings.joined(separator: ", "))) i perioder om "
                + "\(counted(dating.months, "månad", "månader")) från \(dating.monthName).")
    }
    return lines
}
