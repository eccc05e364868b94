import Analysis
import Survey

extension Results {
    /// "svar om insatser, av dem som kunde bedöma": what a share of a loop's question is counted in.
    var loopUnit: String {
        instrument.loop.map { " svar om \($0.plural), av dem som kunde bedöma" } ?? ""
    }

    /// What is said of a loop's questions where they stand among others; nil where there are none.
    func loopNote(on sheet: String) -> String? {
        guard let loop = instrument.loop, let items = waves.first?.version.items.filter(\.question.isLooped) else {
            return nil
        }
        return
            "\(questions(items.map(\.number))) ställdes om var och en av de \(loop.plural) som den svarande känner till. "
            + "Andelarna gäller svar om \(loop.plural) från dem som kunde bedöma; på bladet \(sheet) står också andelarna av alla "
            + "svar. Förändringen prövas inte mot slumpen, eftersom en persons svar om flera \(loop.plural) hör ihop."
    }

    /// What the sheet of partial non-response counts for the questions of a loop.
    var loopNonResponseNote: String? {
        guard let loop = instrument.loop, let items = waves.first?.version.items.filter(\.question.isLooped) else {
            return nil
        }
        return
            "\(instrument.group.rawValue), \(questions(items.map(\.number)).lowercased()): där räknas inte personer utan svar om "
            + "\(loop.plural). Den som känner till fyra \(loop.plural) är en person och har fyra svar."
    }
}

extension Bilaga {
    /// What Metod says of questionnaires with a block that is asked about each of several things.
    var loopSections: [(heading: String, texts: [String])] {
        let loops = results.compactMap { results in results.instrument.loop.map { (results.instrument, $0) } }
        guard let (instrument, loop) = loops.first else { return [] }
        let plural = loop.plural
        return [
            (
                "Personer och svar om \(plural)",
                [
                    "I enkäten \(instrument.name.lowercased()) anger den som svarar vilka \(plural) som är kända och "
                        + "besvarar sedan samma frågor om var och en. Den som känner till fyra \(plural) är en person och har "
                        + "fyra svar om \(plural). Personer och svar räknas därför var för sig.",
                    "Varje sådan fråga har två andelar. Den ena räknas på svaren från dem som kunde bedöma. Den andra räknas på "
                        + "alla svar, också ”kan inte bedöma”, så som tryckta redovisningar av medarbetarenkäter gör. Den senare "
                        + "sjunker när fler inte kan bedöma, även om de som kan bedöma tycker som förut.",
                    "En siffra visas bara om minst \(instrument.smallestGroup) olika personer har gett ett svar på skalan; hur många "
                        + "svar de har gett spelar ingen roll. Varje svar hör till en enda insats eller liknande, och därför skyddas "
                        + "ibland också en grupp som är stor nog.",
                    "Förändringar av sådana andelar prövas inte mot slumpen: flera svar från samma person är inte oberoende av "
                        + "varandra, och prövningen skulle ta dem för fler än de är. Av samma skäl anges ingen lägsta och högsta "
                        + "möjliga andel.",
                ]
            )
        ]
    }
}
