import Analysis
import Survey

extension Notes {
    /// The marks that belong to a question's change: why there is none, or why it is not what the shown figures suggest.
    mutating func marks(_ result: QuestionResult, in results: Results, _ breakdown: Breakdown, on sheet: String)
        -> [String]
    {
        switch result.development {
        case .notComparable(let reason):
            return [mark(notComparableNote(reason, results, breakdown), on: sheet)]
        case .changed(let positive, let clearly) where positive.differsFromShown || clearly.differsFromShown:
            return [mark(exactChangeNote, on: sheet)]
        default:
            return []
        }
    }
}

/// Why a change is not the difference of the percentages beside it.
let exactChangeNote =
    "Förändringen är räknad på de exakta andelarna. Den skiljer sig därför från skillnaden mellan de visade, avrundade "
    + "procenttalen."

func notComparableNote(_ reason: String, _ results: Results, _ breakdown: Breakdown) -> String {
    let numbers = results.waves.first?.version.items.filter { item in
        breakdown.groups.contains { group in
            group.waves.contains { $0.question(item.question.id)?.development == .notComparable(reason: reason) }
        }
    }
    return "\(questions((numbers ?? []).map(\.number))) kan inte jämföras med tidigare: \(reason)."
}
