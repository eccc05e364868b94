import Analysis
import Survey

extension Results {
    /// Whether more is known of a period than what was given out of it.
    func hasAnswers(_ period: Period) -> Bool { waves.allSatisfy { $0.period != period || $0.hasAnswers } }

    /// The notes on those of the tables' periods whose answers were carried over or deleted.
    var originNotes: [String] { waves.flatMap(originNotes) }

    /// "Personal 2020: svaren är raderade …".
    func originNotes(_ wave: WaveOrigin) -> [String] {
        originRemarks(wave, of: self).map { "\(instrument.group.rawValue) \(wave.period.label): \($0)" }
    }
}

/// What is to be known of where a period's figures come from, beyond its files; often nothing.
func originRemarks(_ wave: WaveOrigin, of results: Results) -> [String] {
    var remarks: [String] = []
    if wave.isErased {
        remarks.append(
            "svaren är raderade; siffrorna är de som publicerades innan dess. Varför någon inte svarade på en fråga sparades "
                + "inte.")
    }
    if let givenOut = wave.givenOut {
        remarks.append(
            "siffrorna är de som gavs ut i \(givenOut.file). Det som har ändrats sedan dess räknas inte in, eftersom enskilda "
                + "svar då kunde räknas ut."
                + (wave.hasAnswers ? "" : " Varför någon inte svarade på en fråga sparades inte."))
    }
    if !wave.carriedOver.isEmpty { remarks.append(carriedOver(wave, of: results)) }
    return remarks
}

/// How many were carried over is told where they, and those who remain, are no small group. Else only that some were: not
/// that they are few.
private func carriedOver(_ wave: WaveOrigin, of results: Results) -> String {
    let total = results.breakdowns.first?.groups.first?.waves.first { $0.period == wave.period }
    let all = total?.response.figure?.answers
    let carried = wave.carriedOver.reduce(0) { $0 + $1.respondents }
    let smallest = results.instrument.smallestGroup
    let isTold =
        wave.carriedOver.allSatisfy { $0.respondents >= smallest }
        && all.map { $0 == carried || $0 - carried >= smallest } ?? false
    let parts = wave.carriedOver.map {
        isTold ? "\($0.respondents) som samlades in för \($0.from.label)" : $0.from.label
    }
    return isTold
        ? "bland svaren är \(enumeration(parts)). De har förts över till \(wave.period.label) och räknas bara där."
        : "bland svaren är sådana som samlades in för \(enumeration(parts)). De har förts över till "
            + "\(wave.period.label) och räknas bara där."
}
