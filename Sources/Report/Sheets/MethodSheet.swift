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
                    rounding,
                ]
            ),
            ("Vad som räknas som positivt", scales),
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
                    smallestGroups,
                ]
            ),
            (
                "Formulär",
                results.map { results in
                    let versions = results.waves.map { "svaren \($0.period.label) gäller version \($0.version.id)" }
                    let source = results.instrument.source.map { " Frågorna är ur \($0)." } ?? ""
                    return "\(results.instrument.name): \(enumeration(versions)).\(source)"
                }
            ),
        ]
    }

    private var rounding: String {
        let exact =
            "Varje andel räknas på hela antal och avrundas en enda gång, när den visas, med halva uppåt: 4 av 32 är 13 "
        return exact
            + (sumsToHundred
                ? "procent. I frågetabellerna är procenttalen sedan justerade så att varje rad summerar till 100."
                : "procent. Därför kan en rad summera till 99 eller 101.")
    }

    /// One sentence for each different scale.
    private var scales: [String] {
        var sentences: [String] = []
        for item in results.flatMap({ $0.waves.flatMap(\.version.items) }) {
            let scale = item.question.scale
            func labels(_ classes: AnswerClass...) -> String {
                enumeration(
                    scale.categories.filter { category in classes.contains { category.meaning == .answer($0) } }
                        .map { "”\($0.label)”" })
            }
            let sentence =
                "Positivt är \(labels(.positive, .clearlyPositive)), klart positivt \(labels(.clearlyPositive)). Varken eller "
                + "är \(labels(.neither)) och negativt \(labels(.negative))."
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences + ["Klart positivt ingår alltså i positivt."]
    }

    private var smallestGroups: String {
        let start = "En grupp, eller en fråga inom en grupp, visas bara om"
        let sizes = Set(results.map(\.instrument.smallestGroup))
        if let only = sizes.first, sizes.count == 1 { return "\(start) minst \(only) har svarat." }
        let each = results.map {
            "minst \($0.instrument.smallestGroup) för \($0.instrument.group.rawValue.lowercased())"
        }
        return "\(start) tillräckligt många har svarat: \(enumeration(each))."
    }
}
