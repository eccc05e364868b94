import Analysis
import Survey

/// A sentence that a board may want to read first, and the sheet that shows its figure.
public struct Finding: Equatable, Sendable {
    public let text: String
    public let sheet: String
}

extension Bilaga {
    /// At most three: the most and the least positive question and the largest change, each with its counts.
    ///
    /// Only the whole of a respondent group with at least `fewestAnswers` answers counts: with fewer a single answer weighs
    /// ten percentage points or more. Of the changes only those count that are more than chance gives; where there are none
    /// that is what is said.
    public var findings: [Finding] {
        let all = results.flatMap(candidates)
        // The first of equals, so that the same answers give the same sentences.
        let best = all.max { $0.share.value < $1.share.value }
        let worst = all.min { $0.share.value < $1.share.value }
        let moved = all.filter { $0.verdict == .beyondChance }
            .max { abs($0.change?.value ?? 0) < abs($1.change?.value ?? 0) }
        var findings: [Finding] = []
        if let best { findings.append(Finding(text: "Mest positivt: \(best.sentence)", sheet: best.sheet)) }
        if let worst, worst.share != best?.share {
            findings.append(Finding(text: "Minst positivt: \(worst.sentence)", sheet: worst.sheet))
        }
        if let moved, let text = moved.changeSentence {
            let start = "Störst av de förändringar som är större än vad slumpen ger:"
            findings.append(Finding(text: "\(start) \(text)", sheet: moved.sheet))
        } else if let compared, chance.judgement.tested > 0 {
            // Changes in a loop are not tested.
            let tested = results.contains { $0.instrument.loop != nil } ? "prövad " : ""
            findings.append(
                Finding(
                    text: "Ingen \(tested)förändring sedan \(compared.label) är större än vad slumpen ger.",
                    sheet: "Förändringar"))
        }
        return findings
    }

    private static let fewestAnswers = 10

    private func candidates(_ results: Results) -> [Candidate] {
        guard let group = results.breakdowns.first?.groups.first, let wave = group.waves.first, wave.period == period
        else { return [] }
        return wave.questions.compactMap { result in
            guard let counts = result.counts.figure, counts.people ?? counts.base >= Self.fewestAnswers,
                let share = counts.share(.positive)
            else { return nil }
            let former = results.former(of: result, in: group)?.counts.figure
            return Candidate(
                group: results.instrument.group, item: result.item, share: share,
                earlier: former?.share(.positive), change: change(result),
                verdict: chance.verdict(result, of: group, in: results.instrument),
                unit: result.item.question.isLooped ? results.loopUnit : "",
                sheet: sheetNames.name(results.instrument, nil))
        }
    }

    private func change(_ result: QuestionResult) -> Change? {
        if case .changed(let positive, _) = result.development { positive } else { nil }
    }
}

private struct Candidate {
    let group: RespondentGroup
    let item: Item
    let share: Ratio
    let earlier: Ratio?
    let change: Change?
    /// Of the change; nil where there is none.
    let verdict: ChanceVerdict?
    /// What is counted, where it is not people.
    let unit: String
    let sheet: String

    private var question: String { "\(group.rawValue), fråga \(item.number) ”\(item.question.text)”" }

    var sentence: String {
        "\(question): \(percent(share.percent)) positiva svar (\(share.count) av \(share.base)\(unit))."
    }

    var changeSentence: String? {
        guard let earlier, let change else { return nil }
        return "\(question): från \(percent(earlier.percent)) till \(percent(share.percent)) positiva svar, "
            + "\(signed(change.points)) procentenheter."
    }
}
