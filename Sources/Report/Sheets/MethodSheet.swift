import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// How the figures are made, in words that a board and an auditor can follow.
    func methodSheet() -> Sheet {
        var page = ProsePage(
            name: "Metod", title: "Metod", description: "Hur siffrorna är räknade och vad som skyddas.")
        page.title("Metod")
        for section in methodSections {
            page.heading(section.heading)
            for text in section.texts { page.prose(text) }
        }
        return page.sheet(footer: footer)
    }

    private var methodSections: [(heading: String, texts: [String])] {
        [
            (
                "Andelar",
                [
                    "En frågas bas är antalet som gav ett svar på skalan. Obesvarad fråga, ”vet ej”, ”ej aktuellt” och "
                        + "”kan ej bedöma” räknas som internt bortfall och ingår aldrig i basen.",
                    "Positivt är de tre mest positiva alternativen. (Klart positivt) är de två mest positiva av dem och "
                        + "ingår alltså i positivt. Varken eller är mittalternativet och negativt de två lägsta.",
                    "Varje andel räknas på hela antal och avrundas en enda gång, när den visas, med halva uppåt: 4 av 32 "
                        + "är 13 procent. Därför kan en rad summera till 99 eller 101.",
                ]
            ),
            (
                "Förändringar",
                [
                    "En förändring är skillnaden mellan två exakta andelar, i procentenheter, avrundad en gång. Den räknas "
                        + "bara mellan frågor som formuläret säger är jämförbara, och positivt jämförs aldrig med klart positivt.",
                    "Alla i gruppen har tillfrågats, så det finns ingen felmarginal. När få har svarat kan ett enda svar "
                        + "flytta en andel många procentenheter.",
                ]
            ),
            (
                "Svarsfrekvens",
                [
                    "Svarsfrekvens är antalet svar delat med antalet tillfrågade. Är antalet tillfrågade okänt visas ingen "
                        + "svarsfrekvens. Den som inte har svarat på en enda fråga räknas inte som svarande.",
                    "Andelarna gäller dem som svarade. De som inte svarade kan tycka annorlunda.",
                ]
            ),
            (
                "Grupper och skydd",
                [
                    "Ett svar ingår i alla grupper det hör till. Totalen räknas på alla svar tillsammans, inte som ett "
                        + "medelvärde av grupperna.",
                    "En grupp, eller en fråga inom en grupp, med för få svar visas inte: \(smallestGroups).",
                ]
            ),
            (
                "Formulär",
                results.map { results in
                    let versions = results.waves.map { "\($0.period.label) version \($0.version.id)" }
                    let source = results.instrument.source.map { " Frågorna är ur \($0)." } ?? ""
                    return "\(results.instrument.name): \(enumeration(versions)).\(source)"
                }
            ),
        ]
    }

    private var smallestGroups: String {
        enumeration(
            results.map { "minst \($0.instrument.smallestGroup) svar för \($0.instrument.group.rawValue.lowercased())" }
        )
    }
}
