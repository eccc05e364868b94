import Analysis
import Survey

/// The question that stands for a whole questionnaire, in one group and period: how positive those who answered are, and
/// between which limits the share would lie if all who were asked had answered.
struct MainQuestion {
    /// What can be said of it.
    enum Told {
        /// The questionnaire names no such question, or not so many.
        case none
        /// The questionnaire of that period asked another question.
        case notComparable
        case protected(number: Int)
        case figures(number: Int, share: Ratio, Limits)
    }

    enum Limits {
        case bounds(ShareBounds)
        /// It is not known how many were asked.
        case unknown
        /// The question is put to a respondent several times, and nobody can say how often to those who were silent.
        case notApplicable
    }

    let told: Told
    /// The id of the question as that period asked it; nil where it cannot be told.
    private(set) var question: String?

    /// - Parameter place: the first or the second of the questionnaire's main questions.
    init(_ place: Int, of results: Results, in wave: GroupWave) {
        guard results.instrument.mainQuestions.indices.contains(place),
            let version = results.waves.first(where: { $0.period == wave.period })?.version
        else {
            told = .none
            return
        }
        guard let asked = results.instrument.mainItem(place, in: version), let result = wave.question(asked.question.id)
        else {
            told = .notComparable
            return
        }
        told = Self.figures(result, wave)
        question = asked.question.id
    }

    /// All that the limits are made of is shown: the positive answers and the base with the question, and how many were
    /// asked with the group. Where one of them is protected there are none.
    private static func figures(_ result: QuestionResult, _ wave: GroupWave) -> Told {
        let number = result.item.number
        guard let response = wave.response.figure, let counts = result.counts.figure,
            let share = counts.share(.positive)
        else { return .protected(number: number) }
        if result.item.question.isLooped { return .figures(number: number, share: share, .notApplicable) }
        let limits = response.invited.flatMap { bounds(positive: share.count, base: share.base, invited: $0) }
        return .figures(number: number, share: share, limits.map(Limits.bounds) ?? .unknown)
    }

    var shareBounds: ShareBounds? {
        if case .figures(_, _, .bounds(let bounds)) = told { bounds } else { nil }
    }

    /// Fewer than half of those asked answered the question: what the limits leave open is then more than what they say.
    var isMostlySilent: Bool {
        guard case .figures(_, let share, .bounds(let bounds)) = told else { return false }
        return share.base < bounds.lowest.base - share.base
    }
}

extension Instrument {
    /// What a main question was in a version, which may be older than the newest, that names it; nil where that is another
    /// question.
    func mainItem(_ place: Int, in version: Version) -> Item? {
        guard mainQuestions.indices.contains(place), let newest = versions.last,
            let item = newest.item(mainQuestions[place]),
            case .comparable(let asked) = lineage(of: item, in: newest, backTo: version)
        else { return nil }
        return asked
    }
}
