public import Survey

/// Whether a period must stand as it was given out before: figures of the answers that are counted now would, beside those,
/// tell of the few that have come, gone or changed since.
///
/// It is decided for the respondents as a whole, so that every table and every workbook has the same answers of a period.
///
/// - Parameters:
///   - measurement: the answers that are counted now.
///   - given: what workbooks have given out; that of other questionnaires and periods is left aside.
/// - Throws: `AnalysisFailure`.
public func standsAsGivenOut(
    _ measurement: Measurement, of instrument: Instrument, given: [PublishedPeriod]
) throws(AnalysisFailure) -> Bool {
    let given = given.editions(of: instrument, in: measurement.period)
    if given.isEmpty { return false }
    let version = try version(measurement.version, of: instrument, in: measurement.period)
    let now = PresentTotal(measurement.answers, version)
    let rule = RowRule(smallestGroup: instrument.smallestGroup, attribute: instrument.attributeRule)
    return given.contains { edition in
        edition.total.map { total in
            now.tellsOfFew(since: total, by: rule)
                || instrument.background.contains { variable in
                    GoneGroups(edition, variable, measurement.answers).sums.contains {
                        now.tellsOfFew(since: total.without($0), by: rule)
                    }
                }
        } ?? false
    }
}

/// The answers of all respondents of a period, unprotected.
private struct PresentTotal {
    let respondents: Int
    private let rows: [String: (counts: RowCounts, isLooped: Bool)]
    /// Of one respondent, in the loop.
    private let mostBlocks: Int

    init(_ answers: Answers, _ version: Version) {
        let loop = LoopTally(answers)
        var rows: [String: (counts: RowCounts, isLooped: Bool)] = [:]
        for question in version.items.map(\.question) {
            let isLooped = question.isLooped && loop != nil
            let counts =
                isLooped
                ? loop?.tallies(question, by: .total).first
                : answers.question(question.id).flatMap { tally($0, on: question.scale, by: .total).first }
            rows[question.id] = (counts.map { RowCounts(PublishedCounts($0)) } ?? RowCounts(), isLooped)
        }
        respondents = answers.respondents
        self.rows = rows
        mostBlocks = answers.loop?.mostBlocks ?? 1
    }

    func tellsOfFew(since total: PublishedGroup, by rule: RowRule) -> Bool {
        // Nothing is shown of fewer, and so there is nothing to lay beside what was.
        if rule.reason(toHide: respondents) != nil { return false }
        if let then = total.answers, StepRule(row: rule).tellsOfFew(from: then, to: respondents) { return true }
        return total.questions.contains { question in
            guard let then = question.counts, let now = rows[question.question], rule.reason(toHide: now.counts) == nil
            else { return false }
            return StepRule(row: now.isLooped ? rule.ofBlocks(mostBlocks) : rule)
                .tellsOfFew(from: RowCounts(then), to: now.counts)
        }
    }
}

extension LoopAnswers {
    /// Of one respondent.
    var mostBlocks: Int { Dictionary(respondents.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 1 }
}

extension RowRule {
    /// The same for the blocks of a loop, of which one person can have so many: more than the people of a few have.
    func ofBlocks(_ most: Int) -> RowRule {
        RowRule(smallestGroup: (smallestGroup - 1) * max(1, most) + 1, attribute: attribute)
    }
}
