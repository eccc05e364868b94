/// How many of a questionnaire's questions the headings of a file were recognised as.
public struct QuestionnaireMatch: Equatable, Sendable {
    /// The questionnaire's id.
    public let instrument: String
    /// Questions that were recognised without doubt.
    public let certain: Int
    /// Questions whose wording is only near.
    public let doubtful: Int
    /// Questions in all, in the version of the period.
    public let questions: Int

    public init(instrument: String, certain: Int, doubtful: Int, questions: Int) {
        self.instrument = instrument
        self.certain = certain
        self.doubtful = doubtful
        self.questions = questions
    }

    public var recognised: Int { certain + doubtful }

    /// "11 av 11 frågor känns igen, 2 av dem tveksamt".
    public var swedish: String {
        "\(recognised) av \(questions) frågor känns igen" + (doubtful == 0 ? "" : ", \(doubtful) av dem tveksamt")
    }
}

/// Which questionnaire a file most likely holds the answers of.
public enum LikeliestQuestionnaire: Equatable, Sendable {
    case one(QuestionnaireMatch)
    /// Several fit equally well.
    case tie([QuestionnaireMatch])
    /// None has half of its questions in the file; the best, if any question at all was recognised.
    case none(best: [QuestionnaireMatch])

    /// The one of which most questions are recognised: first without doubt, then in all, then of the fewest there are.
    /// A questionnaire that is not recognised to half is never chosen.
    public init(_ matches: [QuestionnaireMatch]) {
        let likely = matches.filter { $0.recognised > 0 && $0.recognised * 2 >= $0.questions }
        guard let best = likely.max(by: { $0.rank < $1.rank }) else {
            let met = matches.filter { $0.recognised > 0 }
            let most = met.map(\.rank).max { $0 < $1 }
            self = .none(best: met.filter { $0.rank == most ?? (0, 0, 0) })
            return
        }
        let equal = likely.filter { $0.rank == best.rank }
        self = equal.count == 1 ? .one(best) : .tie(equal)
    }
}

extension QuestionnaireMatch {
    fileprivate var rank: (certain: Int, recognised: Int, fewest: Int) { (certain, recognised, -questions) }
}

/// Which questionnaire one of several files was recognised as.
public struct FileQuestionnaire: Equatable, Sendable {
    public let file: String
    /// The questionnaire's id.
    public let instrument: String

    public init(file: String, instrument: String) {
        self.file = file
        self.instrument = instrument
    }
}
