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
        if item.question.isOnlyTotal, !instrument.isOnlyTotal { lines.append("   Visas bara för alla tillsammans.") }
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
    return lines + protection(in: instrument)
}

/// How the questionnaire protects those who answer it.
private func protection(in instrument: Instrument) -> [String] {
    let background = instrument.background
    let limits = background.filter { instrument.smallestGroup(of: $0) != instrument.smallestGroup }
        .map { "\(instrument.smallestGroup(of: $0)) för \($0.name)" }
    let alike =
        switch instrument.attributeRule {
        case .none: "visas ändå"
        case .unfavourable: "skyddas om de svarade negativt, eller negativt och varken eller"
        case .all: "skyddas alltid"
        }
    var lines = [
        "Minsta grupp som visas: \(listed(["\(instrument.smallestGroup) svar"] + limits))",
        "När alla eller alla utom en svarade lika: \(alike) (nästan alla: \(instrument.attributeRule.rawValue))",
    ]
    if instrument.uncertainty > Instrument.leastUncertainty {
        lines.append("Minsta osäkerhet om ett skyddat antal: \(instrument.uncertainty) svar")
    }
    if instrument.isOnlyTotal {
        return lines + ["Visas bara för alla tillsammans, inte efter \(listed(background.map(\.name)))."]
    }
    for variable in background {
        let small =
            switch variable.smallGroups {
            case .hide: "döljs"
            case .merge(nil): "slås ihop och kallas efter dem som ingår"
            case .merge(let name?): "slås ihop till \(name)"
            }
        lines.append("Små grupper efter \(variable.name): \(small)")
    }
    return lines
}
