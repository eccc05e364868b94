import Analysis
import Survey

/// What is said above a table and of the whole of it.
extension QuestionTable {
    /// The lines between the title and the table.
    ///
    /// - Parameter countingPeople: answers and people are told apart, and no change is judged.
    mutating func leads(countingPeople: Bool = false) -> [String] {
        let all = results.breakdowns.first?.groups.first
        var leads = ["\(results.instrument.name)\(breakdown.variable == nil ? " \(answers(all))" : "")."]
        leads += (all?.waves ?? []).enumerated().map { place, wave in
            response(wave) + (place == 0 ? " \(Self.aboutTheSilent)" : "")
        }
        if breakdown.variable != nil {
            leads += breakdown.groups.map { "\($0.name) \(answers($0, countingPeople ? "personer" : "svar"))." }
            leads +=
                countingPeople
                ? []
                : [chance.judgement.expectation(of: "förändringar i tabellen")]
                    .compactMap { $0 }
        }
        leads.append("Källa: bladet Källor.")
        return leads + Notes.lead(generalNotes().map { notes.mark($0, on: sheet) })
    }

    /// Everybody was asked, so there is no sampling error to tell; what is uncertain is those who did not answer.
    private static let aboutTheSilent =
        "Andelarna gäller dem som svarade; de som inte svarade kan tycka annorlunda."

    /// "(32 svar 2021, 27 svar 2020)".
    private func answers(_ group: GroupResults?, _ unit: String = "svar") -> String {
        let parts = (group?.waves ?? []).map { wave in
            wave.response.figure.map { "\($0.answers) \(unit) \(wave.period.label)" }
                ?? "\(Shorthand.protected.rawValue) \(wave.period.label)"
        }
        return "(\(parts.joined(separator: ", ")))"
    }

    private func response(_ wave: GroupWave) -> String {
        guard let response = wave.response.figure else {
            return "\(wave.period.label): \(Shorthand.protected.rawValue)."
        }
        guard let invited = response.invited, let rate = response.rate else {
            return "\(wave.period.label): \(response.answers) svarade; hur många som tillfrågades är okänt."
        }
        return
            "\(wave.period.label): Alla \(invited) tillfrågades, \(response.answers) svarade (\(percent(rate.percent)))."
    }

    private func generalNotes() -> [String] {
        var texts = results.originNotes
        if breakdown.variable == nil {
            texts += (breakdown.groups.first?.waves ?? []).compactMap(partialNonResponse)
            texts += lowRate
            texts += results.notShownNotes
            if let uncertain { texts.append(uncertain) }
        }
        texts += overlapNotes(of: [breakdown])
        if let merged = breakdown.mergedNote { texts.append(merged) }
        if breakdown.variable != nil, let together = results.onlyTogetherNote { texts.append(together) }
        if bilaga.sumsToHundred {
            texts.append(
                "Procenttalen är justerade så att varje rad summerar till 100 (största resten). "
                    + "De exakta andelarna står på bladet Data.")
        } else if hasRowNotSummingToHundred {
            texts.append("Varje andel avrundas för sig. En rad kan därför summera till 99 eller 101 procent.")
        }
        return texts
    }

    /// Periods in which too small a part of those asked answered.
    private var lowRate: [String] {
        (breakdown.groups.first?.waves ?? []).compactMap { wave in
            guard let response = wave.response.figure, response.isLow(for: results.instrument) else { return nil }
            return "\(wave.period.label): \(lowRateNote(results.instrument.lowestResponseRate).prefixLowercased)"
        }
    }

    /// Which questions were answered by fewer than answered the questionnaire.
    private func partialNonResponse(_ wave: GroupWave) -> String? {
        guard let respondents = wave.response.figure?.answers else { return nil }
        var numbersByBase: [Int: [Int]] = [:]
        for result in wave.questions where !result.item.question.isLooped {
            guard let base = result.counts.figure?.base, base < respondents else { continue }
            numbersByBase[base, default: []].append(result.item.number)
        }
        guard !numbersByBase.isEmpty else { return nil }
        let parts = numbersByBase.sorted { $0.key > $1.key }.map { base, numbers in
            "\(base) på \(questions(numbers).prefixLowercased)"
        }
        return "\(wave.period.label) svarade \(enumeration(parts)), av de \(respondents) som besvarade enkäten. Övriga "
            + "svarade inte på frågan eller valde ”vet ej” eller liknande, och ingår inte i andelarna."
    }

    private var uncertain: String? {
        var numbersByReason: [String: [Int]] = [:]
        for item in results.waves.first?.version.items ?? [] {
            guard let reason = item.question.uncertainty else { continue }
            numbersByReason[reason, default: []].append(item.number)
        }
        guard !numbersByReason.isEmpty else { return nil }
        return numbersByReason.sorted { $0.value[0] < $1.value[0] }
            .map { "\(questions($0.value)): \($0.key)." }.joined(separator: " ")
    }

    private var hasRowNotSummingToHundred: Bool {
        breakdown.groups.contains { group in
            group.waves.contains { wave in
                wave.questions.contains { result in
                    guard let counts = result.counts.figure else { return false }
                    let shown: [Measure] = [.negative, .neither, .positive]
                    return shown.reduce(0) { $0 + (counts.share($1)?.percent ?? 0) } != 100
                }
            }
        }
    }
}

extension String {
    fileprivate var prefixLowercased: String { prefix(1).lowercased() + dropFirst() }
}
