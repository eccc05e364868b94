public import Survey

/// Everything that is to be said of one questionnaire: the tables, not yet words.
public struct Results: Sendable {
    public let instrument: Instrument
    /// The periods that there are answers for, newest first; at most two.
    public let waves: [WaveOrigin]
    /// The total first, then one per background variable.
    public let breakdowns: [Breakdown]
    /// What is not shown, as it is. Nothing of it may reach a reader: it is what the audit measures against.
    public var protected: [ProtectedRow] = []
}

/// Where the figures of one period come from.
public struct WaveOrigin: Sendable {
    public let period: Period
    public let version: Version
    public let files: [SourceFile]
    public let constructed: Bool
    public let importedAt: String?
    /// Those of the answers that were collected for another period.
    public let carriedOver: [CarriedOver]
    /// Whether the answers are there. Where they are not, the figures are those that were given out, and nothing is known of
    /// what was not.
    public let hasAnswers: Bool
    /// The workbook that the figures are from, where what has changed since it is about too few to be told.
    public private(set) var givenOut: PublicationOrigin?

    /// The answers have been deleted.
    public var isErased: Bool { !hasAnswers && givenOut == nil }

    func standing(asGivenOutBy publication: PublicationOrigin) -> WaveOrigin {
        var origin = self
        origin.givenOut = publication
        return origin
    }
}

/// One way of dividing the respondents into groups.
public struct Breakdown: Sendable {
    /// Nil for the total.
    public let variable: BackgroundVariable?
    public let groups: [GroupResults]
    /// The groups that were put together, if any were.
    public let merged: MergedGroups?
    /// A respondent can be in several of the groups, which then sum to more than the total.
    public let canOverlap: Bool

    /// Whether anything in it may be shown: how many answered in a group, or any of their answers. A breakdown whose groups
    /// were all merged says no more than the total.
    public var isShown: Bool {
        namesItsGroups && (showsQuestions || groups.contains { $0.waves.contains { $0.response.figure != nil } })
    }

    /// Whether the answers to any question may be shown for any of its groups.
    public var showsQuestions: Bool {
        namesItsGroups
            && groups.contains { group in
                group.waves.contains { $0.questions.contains { $0.counts.figure != nil } }
            }
    }

    /// One whose groups were all merged says no more than the total, and is in no table.
    public var namesItsGroups: Bool { Self.namesItsGroups(merged, of: groups.count) }

    static func namesItsGroups(_ merged: MergedGroups?, of groups: Int) -> Bool { merged == nil || groups != 1 }
}

public struct GroupResults: Sendable {
    public let name: String
    /// Of a group that was put together, now or when it was given out: what is in it, as in `PublishedGroup.members`.
    public let members: [String]
    /// Newest first; a period in which the group had no respondent is left out.
    public let waves: [GroupWave]
}

/// One group in one period.
public struct GroupWave: Sendable {
    public let period: Period
    public let response: Shown<Response>
    /// In the order of the version.
    public let questions: [QuestionResult]
    /// Those of the group who know something that a loop is about, with how many answers about it they could give; nil
    /// where the questionnaire has no loop, and where the answers have been deleted.
    public let loop: Shown<LoopResponse>?

    public func question(_ id: String) -> QuestionResult? { questions.first { $0.item.question.id == id } }
}

/// One question in one group and period.
public struct QuestionResult: Sendable {
    public let item: Item
    public let counts: Shown<ClassCounts>
    public let development: Development
}

/// What can be said of a question's change since the period before.
public enum Development: Equatable, Sendable {
    /// Positive with positive, clearly positive with clearly positive: never one with the other.
    case changed(positive: Change, clearlyPositive: Change)
    case notComparable(reason: String)
    /// One of the two figures is protected, and the change would give it away.
    case protected
    /// There is no earlier period to compare with, in this group or at all.
    case noEarlier
    /// This is the earlier period itself.
    case notAsked
}

extension Results {
    /// The result that `result`, of the newest period, may be set beside, in the same group one period earlier.
    ///
    /// - Returns: nil where the questions are not comparable or the group has nothing earlier.
    public func former(of result: QuestionResult, in group: GroupResults) -> QuestionResult? {
        guard let now = waves.first, let before = waves.dropFirst().first,
            let wave = group.waves.first(where: { $0.period == before.period }),
            case .comparable(let former) = instrument.lineage(of: result.item, in: now.version, backTo: before.version)
        else { return nil }
        return wave.question(former.question.id)
    }
}
