public import Survey

/// The figures that a workbook gave out and that are others now: changed, gone or new.
///
/// - Parameters:
///   - publication: what was given out. A questionnaire that `results` do not have is left out.
///   - results: the same periods as they are now, analysed side by side as they were for the workbook: which small groups
///     are merged depends on both.
public func corrections(since publication: Publication, now results: [Results]) -> [Correction] {
    publication.periods.flatMap { published -> [Correction] in
        guard let results = results.first(where: { $0.instrument.id == published.instrument }) else { return [] }
        return PeriodComparison(published: published, results: results, origin: PublicationOrigin(publication)).all
    }
}

extension PublicationOrigin {
    public init(_ publication: Publication) {
        self.init(
            file: publication.file, publishedAt: publication.publishedAt.isEmpty ? nil : publication.publishedAt)
    }
}

/// One questionnaire and period as it was given out, beside what it is now.
private struct PeriodComparison {
    let published: PublishedPeriod
    let results: Results
    let origin: PublicationOrigin

    var all: [Correction] {
        guard let wave = results.waves.first(where: { $0.period == published.period }),
            let present = publishedPeriods(of: [results]).first(where: { $0.period == published.period })
        else { return [correction(nil, Self.total, nil, .vanished)] }
        // The groups of deleted answers are those of some workbook, and need not be those of this one.
        let variables = !wave.hasAnswers || isOfShares ? [nil] : variables(of: present)
        return variables.flatMap { variable in
            differences(
                published.groups.filter { $0.variable == variable }, present.groups.filter { $0.variable == variable },
                variable)
        }
    }

    private static let total = "Totalt"

    private var isOfShares: Bool { published.isOfShares }

    /// The total first.
    private func variables(of present: PublishedPeriod) -> [String?] {
        var variables: [String?] = []
        for group in published.groups + present.groups where !variables.contains(group.variable) {
            variables.append(group.variable)
        }
        return variables
    }

    private func differences(
        _ then: [PublishedGroup], _ now: [PublishedGroup], _ variable: String?
    ) -> [Correction] {
        let breakdown = results.breakdowns.first { $0.variable?.id == variable }
        let background = breakdown?.variable ?? results.instrument.background.first { $0.id == variable }
        let known = Dictionary(now.map { (TextKey($0.name), $0) }) { first, _ in first }
        let before = Set(then.map { TextKey($0.name) })
        // Of other groups the merged one is other people under the same name.
        let merged = before == Set(known.keys) ? nil : breakdown?.merged.map { TextKey($0.name) }
        let common = then.flatMap { group -> [Correction] in
            let key = TextKey(group.name)
            guard let present = known[key] else { return [correction(background, group.name, nil, .vanished)] }
            return key == merged ? [] : differences(group, present, background)
        }
        let new = now.filter { !before.contains(TextKey($0.name)) }
        return common + new.map { correction(background, $0.name, nil, .new) }
    }

    private func differences(
        _ then: PublishedGroup, _ now: PublishedGroup, _ variable: BackgroundVariable?
    ) -> [Correction] {
        func whole(_ change: FigureChange) -> [Correction] { [correction(variable, now.name, nil, change)] }
        let known = Dictionary(now.questions.map { ($0.question, $0) }) { first, _ in first }
        func ofQuestions(byFew: Bool) -> [Correction] {
            then.questions.compactMap { question in
                guard let present = known[question.question] else {
                    return correction(variable, now.name, question.question, .vanished)
                }
                return difference(question.counts, present.counts, byFew: byFew).map {
                    correction(variable, now.name, question.question, $0)
                }
            }
        }
        if isOfShares { return ofQuestions(byFew: false) }
        guard let before = then.answers, let after = now.answers else {
            if then.answers != nil { return whole(.nowProtected) }
            return now.answers == nil ? [] : whole(.nowShown)
        }
        let byFew = isFew(abs(after - before))
        var corrections: [Correction] = []
        if byFew {
            corrections = whole(.changedByFew)
        } else if before != after || then.invited != now.invited {
            corrections = whole(
                .response(
                    from: Response(answers: before, invited: then.invited),
                    to: Response(answers: after, invited: now.invited)))
        }
        let former = Set(then.questions.map(\.question))
        corrections += ofQuestions(byFew: byFew)
        corrections += now.questions.filter { !former.contains($0.question) }
            .map { correction(variable, now.name, $0.question, .new) }
        return corrections
    }

    /// Nil where nothing differs, or nothing that was or is shown.
    private func difference(_ then: PublishedCounts?, _ now: PublishedCounts?, byFew: Bool) -> FigureChange? {
        guard let then else { return now == nil ? nil : .nowShown }
        guard let now else { return .nowProtected }
        guard then != now else { return nil }
        let steps = [
            now.negative - then.negative, now.neither - then.neither, now.clearlyPositive - then.clearlyPositive,
            (now.positive - now.clearlyPositive) - (then.positive - then.clearlyPositive),
        ]
        let added = steps.reduce(0) { $0 + max(0, $1) }
        let removed = steps.reduce(0) { $0 + max(0, -$1) }
        return byFew || isFew(added) || isFew(removed) ? .changedByFew : .counts(from: then, to: now)
    }

    private func isFew(_ people: Int) -> Bool { (1..<results.instrument.smallestGroup).contains(people) }

    private func correction(
        _ variable: BackgroundVariable?, _ group: String, _ question: String?, _ change: FigureChange
    ) -> Correction {
        Correction(
            instrument: results.instrument.id, respondents: results.instrument.group, period: published.period,
            variable: variable, group: group,
            question: question.map { CorrectedQuestion(id: $0, number: number($0)) }, change: change,
            publication: origin)
    }

    private func number(_ question: String) -> Int? {
        let version = results.instrument.version(published.version) ?? results.instrument.version(in: published.period)
        let newest = results.instrument.versions.last { $0.item(question) != nil }
        return (version?.item(question) ?? newest?.item(question))?.number
    }
}
