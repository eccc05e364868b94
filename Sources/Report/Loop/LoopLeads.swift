import Analysis
import Survey

/// What is said above such a table: who the figures are about, person by person and answer by answer.
extension LoopTable {
    mutating func leads() -> [String] {
        var leads = table.leads(countingPeople: true)
        let source = leads.firstIndex(of: "Källa: bladet Källor.") ?? leads.endIndex
        leads.insert(contentsOf: known() + about(), at: source)
        return leads
    }

    /// "2018: 188 av 248 svarande (76 %) känner till en eller flera insatser och har 412 svar om dem."
    private func known() -> [String] {
        guard breakdown.variable == nil else {
            // In the loop's own groups everybody knows it, and has one answer.
            return breakdown.variable?.id == loop.variable ? [] : breakdown.groups.compactMap(known)
        }
        let waves = breakdown.groups.first?.waves ?? []
        return waves.map { wave in
            guard let response = wave.response.figure, let known = wave.loop?.figure,
                let share = Ratio(known.people, of: response.answers)
            else {
                let missing: Shorthand = wave.loop == nil ? .unknown : .protected
                return "\(wave.period.label): hur många som känner till \(loop.plural): \(missing.rawValue)."
            }
            return
                "\(wave.period.label): \(known.people) av \(response.answers) svarande (\(percent(share.percent))) känner till "
                + "en eller flera \(loop.plural), och har \(known.blocks) svar om \(loop.plural)."
        } + others()
    }

    /// "Kommunen: 79 personer känner till insatser och har 175 svar om dem 2018, 90 personer och 190 svar 2017."
    private func known(_ group: GroupResults) -> String? {
        let parts = group.waves.compactMap { wave in
            wave.loop?.figure.map { "\($0.people) personer och \($0.blocks) svar \(wave.period.label)" }
        }
        return parts.isEmpty
            ? nil : "\(group.name), de som känner till \(loop.plural): \(parts.joined(separator: ", "))."
    }

    /// "Anställningstid 2017: Mindre än ett år 26 % (69 av 264), …": how the respondents fall on the other groups.
    private func others() -> [String] {
        results.breakdowns.filter {
            $0.isShown && $0.variable != nil && $0.variable?.id != loop.variable && !$0.canOverlap
        }
        .flatMap { other in
            (breakdown.groups.first?.waves ?? []).prefix(1).compactMap { total -> String? in
                guard let all = total.response.figure?.answers else { return nil }
                let parts = other.groups.compactMap { group -> String? in
                    guard let wave = group.waves.first(where: { $0.period == total.period }),
                        let answers = wave.response.figure?.answers, let share = Ratio(answers, of: all)
                    else { return nil }
                    return "\(group.name) \(percent(share.percent)) (\(answers) av \(all))"
                }
                guard !parts.isEmpty, let name = other.variable?.name else { return nil }
                return "\(name.capitalizedFirst) \(total.period.label): \(parts.joined(separator: ", "))."
            }
        }
    }

    private func about() -> [String] {
        let looped = results.waves.first?.version.items.filter(\.question.isLooped) ?? []
        let one = questions(looped.map(\.number))
        var leads = [
            "\(one) ställs om varje känd \(loop.variable). Den som känner till fyra \(loop.plural) är en person och har fyra svar. "
                + "Personer är så många olika som svaren kommer från.",
            "Under ”Andel av” står vad andelarna är andelar av. ”Kan inte bedöma” ingår bara på de rader som säger det; tryckta "
                + "redovisningar räknar så, och andelen sjunker där när fler inte kan bedöma.",
            "Förändringarna prövas inte mot slumpen: svar från samma person om flera \(loop.plural) hör ihop.",
        ]
        var scales: [Scale] = []
        for item in looped where !scales.contains(item.question.scale) { scales.append(item.question.scale) }
        leads += scales.map(meanings)
        return leads
    }

    /// "Positivt är ”I hög utsträckning” eller ”Delvis”, klart positivt …".
    private func meanings(_ scale: Scale) -> String {
        func labels(_ classes: AnswerClass...) -> String {
            enumeration(
                scale.categories.filter { category in classes.contains { category.meaning == .answer($0) } }
                    .map { "”\($0.label.lowercased())”" })
        }
        return
            "Positivt är \(labels(.positive, .clearlyPositive)), klart positivt \(labels(.clearlyPositive)) och negativt "
            + "\(labels(.negative))."
    }
}
