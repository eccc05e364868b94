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

/// A period's figures, protected.
struct WaveFigures {
    let total: GroupFigures
    /// By breakdown and place in it.
    let groups: [[GroupFigures]]
    /// What is not shown, as far as it is known.
    let protected: [ProtectedRow]
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

    /// The values of a background variable that some respondent has.
    func groupNames(of variable: BackgroundVariable) -> [String] {
        switch source {
        case .answered(let wave): wave.groupNames(of: variable)
        case .published(let wave): wave.groupNames(of: variable)
        }
    }

    /// The groups that are known to have been put together when they were given out.
    func mergedGroups(of variable: BackgroundVariable) -> [CountedName] {
        switch source {
        case .answered: []
        case .published(let wave): wave.mergedGroups(of: variable)
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

    /// What may be shown.
    ///
    /// - Parameter given: what workbooks have given out before, of any questionnaire and period.
    func figures(
        of breakdowns: [BrokenDown], in instrument: Instrument, given: [PublishedPeriod]
    ) -> WaveFigures {
        switch source {
        case .answered(let wave):
            AnsweredCounts(wave, of: instrument, breakdowns)
                .figures(
                    given: given.filter { $0.instrument == instrument.id && $0.period == origin.period })
        // What was given out has been judged, and is as protected as it was then.
        case .published(let wave):
            WaveFigures(total: wave.total(), groups: breakdowns.map(wave.groups), protected: [])
        }
    }

    /// Whether a respondent can be in several groups: the instrument says so, or did when the answers were stored.
    func canOverlap(_ variable: BackgroundVariable) -> Bool {
        if variable.isMultiple { return true }
        if case .answered(let wave) = source { return wave.canOverlap(variable) }
        return false
    }
}
