import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// How the figures are made, in words that a board and an auditor can follow.
    func methodSheet() -> Sheet {
        var page = ProsePage(
            name: "Metod", title: "Metod", description: "Hur siffrorna är räknade och vad som skyddas.")
        page.title("Metod")
        for section in methodSections + nationalMethod {
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
            ("Internt bortfall", nonResponse),
            (
                "Förändringar",
                [
                    "En förändring är skillnaden mellan två exakta andelar, i procentenheter, avrundad en gång. Den räknas "
                        + "bara mellan frågor som formuläret säger är jämförbara, och positivt jämförs aldrig med klart positivt.",
                    "Bladet Förändringar följer varje fråga bakåt genom formulärets versioner, över år utan mätning också. Där "
                        + "kedjan bryts av en ny eller omformulerad fråga visas inget som ligger före brottet.",
                ]
            ),
            ("Slumpen", chanceMethod),
        ] + loopSections + [
            (
                "Svarsfrekvens",
                [
                    "Svarsfrekvens är antalet svar delat med antalet tillfrågade. Är antalet tillfrågade okänt visas ingen "
                        + "svarsfrekvens. Den som inte har svarat på en enda fråga räknas inte som svarande.",
                    lowestRates,
                ]
            ),
            ("Vad de som inte svarade kan ändra", silent),
            ("Överförda och raderade svar", moved),
            (
                "Grupper och skydd",
                [
                    "Ett svar ingår i alla grupper det hör till. Totalen räknas på alla svar tillsammans, inte som ett "
                        + "medelvärde av grupperna.",
                    protection,
                ] + onlyTogether
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

    private var nonResponse: [String] {
        [
            "Bladet Internt bortfall visar för varje fråga hur många av de svarande som lämnade den obesvarad, valde ”vet ej”, "
                + "”ej aktuellt” eller ”kan ej bedöma”. Antalen visas bara för hela respondentgruppen, aldrig per insats eller "
                + "kön, och bara där både antalet svarande och frågans andelar visas: av antalen kunde basen annars räknas ut.",
            "Har mer än en tredjedel av dem som svarade på skalan eller valde ”kan ej bedöma” valt det senare får frågan en "
                + "anmärkning. Andelen positiva gäller då bara de övriga, och kan ändras mellan två år för att fler eller färre "
                + "kunde bedöma.",
        ]
    }

    /// Why this test: the answers are anonymous, often few, and nobody drew a sample.
    private var chanceMethod: [String] {
        [
            "Alla i gruppen har tillfrågats, så det finns inget urval och ingen felmarginal. Ändå varierar få personers svar från "
                + "ett år till nästa utan att något har förändrats. För varje förändring av andelen positiva svar prövas därför "
                + "hur ofta slumpen ensam skulle ge en minst så stor skillnad, om den gemensamma andelen vore densamma båda åren. "
                + "Svaren är anonyma, så de två åren jämförs som två olika grupper.",
            "Prövningen är Boschloos exakta test, tvåsidigt (Boschloo 1970, Statistica Neerlandica 24, sidorna 1–35). Det är "
                + "valt för att det aldrig oftare än gränsen, 5 procent, kallar ren slump för en förändring, hur få som än har "
                + "svarat och vilken andelen än är. Fishers exakta test håller också gränsen men missar betydligt fler verkliga "
                + "förändringar när få har svarat. Vem som helst kan räkna efter: testet finns i SciPy (boschloo_exact). Har fler "
                + "än 1 000 svarat något av åren används Fishers test, som då ger nästan detsamma.",
            "När många frågor prövas på samma gång skulle några se ut som förändringar av en slump: 5 procent av dem, om var och "
                + "en prövades för sig. Därför skärps gränsen med Holms metod (Holm 1979, Scandinavian Journal of Statistics 6, "
                + "sidorna 65–70), så att risken att någon enda fråga felaktigt sägs ha ändrats mer än slumpen ger är högst 5 "
                + "procent för alla tillsammans. Alla frågor till hela respondentgrupper prövas tillsammans; varje tabell per "
                + "insats, kön eller liknande prövas för sig.",
        ] + [chance.judgement.expectation(of: "jämförda frågor")].compactMap { $0 } + [
            "”Inom vad slumpen ger” betyder inte att inget har hänt, bara att svaren är för få för att skilja en förändring från "
                + "slumpen. Från 27 till 32 svar och en andel på 70 procent krävs till exempel en ökning på omkring 23 "
                + "procentenheter för att en enda fråga ska räknas, och mer än så när många frågor prövas. Det säger heller inget "
                + "om vad en förändring beror på.",
            "Har färre än tio svarat på frågan något av åren prövas ingenting, och det står ”för få svar att bedöma”. Ett enda "
                + "svar flyttar då andelen tio procentenheter eller mer, och därför står antalen bredvid procenttalen.",
        ]
    }

    private var lowestRates: String {
        let start = "En anmärkning står där svarsfrekvensen är under"
        let limits = Set(results.map(\.instrument.lowestResponseRate))
        if let only = limits.first, limits.count == 1 { return "\(start) \(percent(only))." }
        let each = results.map {
            "\(percent($0.instrument.lowestResponseRate)) för \($0.instrument.group.rawValue.lowercased())"
        }
        return "\(start) gränsen för gruppen: \(enumeration(each))."
    }

    private var silent: [String] {
        [
            "Andelarna gäller dem som svarade. De som inte svarade kan tycka annorlunda.",
            "På bladet Svarsfrekvens står därför, för varje formulärs huvudfråga, den lägsta och den högsta andel positiva som "
                + "är möjlig bland alla tillfrågade: om ingen, respektive alla, av dem som inte svarade på frågan hade svarat "
                + "positivt. Med 22 positiva av 32 svar och 40 tillfrågade är andelen 69 procent, den lägsta möjliga 22 av 40, "
                + "55 procent, och den högsta möjliga 30 av 40, 75 procent. Gränserna kräver inget antagande om dem som teg. De "
                + "visas bara där antalet tillfrågade är känt och varken gruppens eller frågans siffror är skyddade.",
        ]
    }

    private var moved: [String] {
        [
            "Svar som kom för sent, eller från en för kort insamling, kan föras över till en senare period. De räknas då bara "
                + "där, och en anmärkning säger det. Är antalet tillfrågade för dem okänt blir också svarsfrekvensen okänd.",
            "Svar raderas när de inte längre behövs. De siffror som har publicerats finns kvar, skyddade som de var då, och en "
                + "anmärkning säger det. Siffror som aldrig publicerades går inte att få fram.",
            "Ändras svaren sedan siffrorna gavs ut säger en anmärkning vad som är annorlunda. Skulle ändringen röja vad några få "
                + "har svarat står de utgivna siffrorna kvar, och en anmärkning säger det.",
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
        var seen: [Scale] = []
        for item in results.flatMap({ $0.waves.flatMap(\.version.items) }) {
            let scale = item.question.scale
            if seen.contains(scale) { continue }
            seen.append(scale)
            func labels(_ classes: AnswerClass...) -> String {
                enumeration(
                    scale.categories.filter { category in classes.contains { category.meaning == .answer($0) } }
                        .map { "”\($0.label)”" })
            }
            let neither = labels(.neither)
            let negative = "negativt \(labels(.negative))"
            let sentence =
                "Positivt är \(labels(.positive, .clearlyPositive)), klart positivt \(labels(.clearlyPositive)). "
                + (neither.isEmpty
                    ? "Inget svar räknas som varken eller, och \(negative)."
                    : "Varken eller är \(neither) och \(negative).")
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences + ["Klart positivt ingår alltså i positivt."]
    }

    /// What has been done, in four sentences that help nobody to undo it: a limit that is the same for all may be told, but
    /// neither which rule hides a figure nor how near its limit it is.
    private var protection: String {
        let higher = hasHigherLimits ? ", och för känsligare indelningar är gränsen högre" : ""
        let alike =
            results.contains { $0.instrument.attributeRule != .none }
            ? ", där alla eller nästan alla i en liten grupp har svarat lika" : ""
        return [
            "Ingen siffra visas om färre än \(smallestGroups) har svarat\(higher); grupper som är för små slås samman där "
                + "formuläret säger det, och en anmärkning säger vilka.",
            "\(Shorthand.protected.rawValue) står där för få har svarat\(alike) och där en siffra tillsammans med totalen, andra "
                + "grupper eller andra tabeller skulle avslöja en annan.",
            "Vilket skäl som gäller en viss siffra sägs inte, för det kunde vara ett svar i sig, och det som skyddas väljs så att "
                + "så få svar som möjligt går förlorade.",
            "Siffrorna prövas också mot de bilagor som har getts ut förut, så att inte heller skillnaden mellan två bilagor röjer "
                + "vad någon har svarat.",
        ].joined(separator: " ")
    }

    /// "5", or "5 (personal) eller 8 (chefer)".
    private var smallestGroups: String {
        let limits = Set(results.map(\.instrument.smallestGroup))
        if let only = limits.first, limits.count == 1 { return "\(only)" }
        let groups = results.map {
            "\($0.instrument.smallestGroup) (\($0.instrument.group.rawValue.lowercased()))"
        }
        return groups.dropLast().joined(separator: ", ") + " eller " + (groups.last ?? "")
    }

    /// Questions that the questionnaires keep from every breakdown, whatever the answers are.
    private var onlyTogether: [String] {
        results.compactMap { results in
            let text = results.onlyTogetherNote
            return text.map { "\(results.instrument.name): \($0)" }
        }
    }

    private var hasHigherLimits: Bool {
        results.contains { results in
            results.instrument.background.contains {
                results.instrument.smallestGroup(of: $0) > results.instrument.smallestGroup
            }
        }
    }
}
