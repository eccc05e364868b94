import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// What the document is, whom it is about and what is most worth reading.
    func coverSheet() -> Sheet {
        var page = ProsePage(
            name: "Omslag", title: "Bilaga: indikatorenkäter \(period.label), \(forbund)",
            description: "Omslag med vad dokumentet innehåller och det viktigaste.")
        page.title("Bilaga: indikatorenkäter \(period.label)")
        page.heading(forbund)
        if isConstructed {
            page.strong(
                "Svaren är konstruerade för att visa hur programmet fungerar. Förbundet är påhittat och ingen verklig "
                    + "person har svarat.")
        }
        page.prose("Mätperiod: \(measuredPeriods).")
        if let importedAt { page.prose("Svaren lästes in senast \(importedAt.prefix(10)).") }
        page.heading("Svar per respondentgrupp")
        for results in results { page.prose(responseSentence(results)) }
        let findings = self.findings
        if !findings.isEmpty || !nationalSentences.isEmpty { page.heading("Värt att läsa") }
        for finding in findings { page.prose(finding.text, seeSheet: finding.sheet) }
        for text in nationalSentences { page.prose(text, seeSheet: "Jämförelse med riket") }
        page.heading("Om siffrorna")
        page.prose(
            "Andelarna gäller dem som svarade på frågan. Siffror som skulle kunna röja vad någon har svarat visas inte; där står "
                + "\(Shorthand.protected.rawValue). Vad som räknas som positivt och hur siffrorna är räknade står på bladet Metod.",
            seeSheet: "Metod")
        return page.sheet(footer: footer)
    }

    /// In words: the labels of other periods than years are made for tables.
    private var measuredPeriods: String {
        period.words + (compared.map { " jämfört med \($0.words)" } ?? "")
    }

    private func responseSentence(_ results: Results) -> String {
        let group = results.instrument.group.rawValue
        guard let wave = results.breakdowns.first?.groups.first?.waves.first, wave.period == period else {
            return "\(group): ingen mätning \(period.label)."
        }
        guard let response = wave.response.figure else { return "\(group): \(Shorthand.protected.rawValue)." }
        guard let invited = response.invited, let rate = response.rate else {
            return "\(group): \(response.answers) svar, antal tillfrågade \(Shorthand.unknown.rawValue)."
        }
        let sentence = "\(group): \(response.answers) svar av \(invited) tillfrågade, \(percent(rate.percent))."
        guard response.isLow(for: results.instrument) else { return sentence }
        return "\(sentence) \(lowRateNote(results.instrument.lowestResponseRate))"
    }
}
