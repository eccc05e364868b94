import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// What the document is, whom it is about and what is most worth reading.
    func coverSheet() -> Sheet {
        var rows: [([Cell], Double?)] = [
            ([.text("Bilaga: indikatorenkäter \(period.label)", Style.title)], titleHeight),
            ([.text(forbund, Style.heading)], nil),
        ]
        func add(_ text: String, _ style: CellStyle = Style.prose) { rows.append(([.text(text, style)], nil)) }
        if isConstructed {
            add(
                "Svaren är konstruerade för att visa hur programmet fungerar. Förbundet är påhittat och ingen verklig "
                    + "person har svarat.", Style.proseStrong)
        }
        add("Mätperiod: \(periods).")
        if let importedAt { add("Svaren lästes in senast \(importedAt.prefix(10)).") }
        add("Svar per respondentgrupp", Style.heading)
        for results in results { add(responseSentence(results)) }
        let findings = findings(of: results)
        if !findings.isEmpty {
            add("Värt att läsa", Style.heading)
            for finding in findings {
                rows.append(
                    ([.link(finding.text, target: Cell.target(sheet: finding.sheet, cell: "A1"), Style.link)], nil))
            }
        }
        add("Om siffrorna", Style.heading)
        add(
            "Positivt är de tre mest positiva svarsalternativen, klart positivt de två mest positiva. Grupper som är så "
                + "små att någon kunde pekas ut visas inte. Hur siffrorna är räknade står på bladet Metod.")
        return prosePage(
            name: "Omslag", title: "Bilaga: indikatorenkäter \(period.label), \(forbund)",
            description: "Omslag med vad dokumentet innehåller och det viktigaste.", rows: rows)
    }

    private func responseSentence(_ results: Results) -> String {
        let group = results.instrument.group.rawValue
        guard let wave = results.breakdowns.first?.groups.first?.waves.first, wave.period == period else {
            return "\(group): ingen mätning \(period.label)."
        }
        guard let response = wave.response.figure else { return "\(group): \(Shorthand.tooFew.rawValue)." }
        guard let invited = response.invited, let rate = response.rate else {
            return "\(group): \(response.answers) svar, antal tillfrågade \(Shorthand.unknown.rawValue)."
        }
        return "\(group): \(response.answers) svar av \(invited) tillfrågade, \(percent(rate.percent))."
    }

    /// A sheet of running text: one wide column that wraps, upright on paper.
    func prosePage(name: String, title: String, description: String, rows: [([Cell], Double?)]) -> Sheet {
        Sheet(
            name: name, columns: [Column(width: 170)], page: .table(footer: footer, landscape: false),
            rowHeights: [titleHeight], title: title, description: description,
            rows: { writer in for (cells, height) in rows { try writer.row(cells, height: height) } })
    }
}
