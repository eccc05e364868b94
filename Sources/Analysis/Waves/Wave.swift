import Survey

/// One group's figures in one period, protected.
struct GroupFigures {
    /// Nil where nobody is in the group: the period then says nothing of it.
    let response: Shown<Response>?
    /// By item of the version.
    let counts: [Shown<ClassCounts>]
    /// Those who know something that a loop is about; nil where there is no loop, and where nobody kept the number.
    var loop: Shown<LoopResponse>?

    static let nobody = GroupFigures(response: nil, counts: [])
}

/// A period's figures beside the version of the questionnaire that they belong to.
struct Wave {
    enum Source {
        case answered(AnsweredWave)
        case published(PublishedWave)
    }

    let origin: WaveOrigin
    let source: Source

    var version: Version { origin.version }

    func total() -> GroupFigures {
        switch source {
        case .answered(let wave): wave.total()
        case .published(let wave): wave.total()
        }
    }

    /// The values of a background variable that some respondent has.
    func groupNames(of variable: BackgroundVariable) -> [String] {
        switch source {
        case .answered(let wave): wave.groupNames(of: variable)
        case .published(let wave): wave.groupNames(of: variable)
        }
    }

    /// The respondents by which of `names` they are in.
    func memberships(of names: [String], by variable: BackgroundVariable) -> [Membership] {
        switch source {
        case .answered(let wave): wave.memberships(of: names, by: variable)
        // What was given out has been judged, and what was too small is not in it.
        case .published: []
        }
    }

    func groups(_ shown: [String], by variable: BackgroundVariable, merged: MergedGroups?) -> [GroupFigures] {
        switch source {
        case .answered(let wave): wave.groups(shown, by: variable, merged: merged)
        case .published(let wave): wave.groups(shown, by: variable, merged: merged)
        }
    }

    /// Whether a respondent can be in several groups: the instrument says so, or did when the answers were stored.
    func canOverlap(_ variable: BackgroundVariable) -> Bool {
        if variable.isMultiple { return true }
        if case .answered(let wave) = source { return wave.canOverlap(variable) }
        return false
    }
}
