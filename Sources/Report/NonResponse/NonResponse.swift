import Analysis
import Survey

/// Why respondents of a group gave a question no substantive answer, as far as it may be told.
///
/// The kinds sum, with the base, to the respondents, and both of those are shown; so one kind cannot be hidden alone. They
/// are therefore told all together, and only where both the group and the question's base reach the smallest group: the
/// same limit as for the answers beside them, since "vet ej" says no more of a person than "delvis" does. A hidden base
/// hides them all, or it would be what remains. Groups of a breakdown have none of it: their few would be too easily known.
struct NonResponse {
    enum Kind {
        case count(Int)
        /// The scale offers no such answer.
        case notOffered
        /// The answers are deleted, and the kinds were never given out.
        case notKnown
    }

    let respondents: Int
    let base: Int
    private let counts: ClassCounts
    private let scale: Scale
    private let hasAnswers: Bool

    /// Nil where it is protected.
    init?(_ result: QuestionResult, in wave: GroupWave, hasAnswers: Bool) {
        guard let response = wave.response.figure, let counts = result.counts.figure else { return nil }
        // A question that is asked about several things has as many respondents as it was put to.
        respondents = hasAnswers ? counts.base + counts.partialNonResponse : response.answers
        base = counts.base
        self.counts = counts
        scale = result.item.question.scale
        self.hasAnswers = hasAnswers
    }

    func kind(_ reason: NoAnswer) -> Kind {
        guard reason == .unanswered || scale.categories.contains(where: { $0.meaning == .noAnswer(reason) }) else {
            return .notOffered
        }
        return hasAnswers ? .count(counts.count(reason)) : .notKnown
    }

    /// Those without a substantive answer.
    var share: Ratio? { Ratio(respondents - base, of: respondents) }

    /// Those who chose "kan ej bedöma", of them and those who gave a substantive answer; nil where that is not known.
    var cannotJudge: Ratio? {
        guard case .count(let count) = kind(.cannotJudge) else { return nil }
        return Ratio(count, of: base + count)
    }
}

extension NoAnswer {
    /// As Data names it, and with a capital the table.
    var swedish: String {
        switch self {
        case .unanswered: "obesvarad"
        case .dontKnow: "vet ej"
        case .notApplicable: "ej aktuellt"
        case .cannotJudge: "kan ej bedöma"
        }
    }
}

extension Ratio {
    /// More than a third: so many that the share of positive answers tells of the others alone.
    var isMany: Bool { 3 * count > base }
}
