import Survey

@testable import Analysis

/// A period of one questionnaire with one question, `a`, and one variable, kön, made by hand: what is shown of it and what
/// is not is for the maker to say.
struct MadeTable {
    struct Group {
        var name: String
        /// Negative, neither, positive, clearly positive.
        var answers: RowCounts
        /// As many as the answers where it is not said.
        var people: Int?
        /// Why the answers are not shown.
        var hidden: ProtectionReason?
        var peopleHidden: ProtectionReason?
        var members: [String] = []

        var respondents: Int { people ?? answers.base }
    }

    var groups: [Group]
    /// Those who gave no value.
    var without = Group(name: "", answers: RowCounts())
    var attribute = AttributeRule.unfavourable
    var isOnlyTotal = false

    func results() throws -> Results {
        let question = Question(id: "a", text: "a?", scale: fullScale, isOnlyTotal: isOnlyTotal)
        let item = Item(number: 1, question: question, comparability: .first)
        let version = try version("2021", [item])
        let variable = BackgroundVariable(id: "kön", name: "kön")
        let instrument = Instrument(
            id: "personal", name: "Personalenkät", group: .staff, versions: [version], background: [variable],
            attributeRule: attribute)
        let period = try period("2021")
        func shown(_ group: Group) -> GroupResults {
            let counts = ClassCounts(PublishedCounts(group.answers))
            let wave = GroupWave(
                period: period,
                response: group.peopleHidden == nil
                    ? .figure(Response(answers: group.respondents, invited: nil)) : .protected,
                questions: [
                    QuestionResult(
                        item: item, counts: group.hidden == nil ? .figure(counts) : .protected,
                        development: .noEarlier)
                ], loop: nil)
            return GroupResults(name: group.name, members: group.members, waves: [wave])
        }
        func rows(_ group: Group, _ name: String?) -> [ProtectedRow] {
            func row(_ question: String?, _ reason: ProtectionReason) -> ProtectedRow {
                ProtectedRow(
                    period: period, variable: "kön", group: name, question: question, reason: reason,
                    respondents: group.respondents, counts: question == nil ? RowCounts() : group.answers)
            }
            return [group.peopleHidden.map { row(nil, $0) }, group.hidden.map { row("a", $0) }].compactMap(\.self)
        }
        let everybody = groups + [without]
        var total = Group(name: "Totalt", answers: everybody.reduce(RowCounts()) { $0 + $1.answers })
        total.people = everybody.reduce(0) { $0 + $1.respondents }
        var remainder = without
        if remainder.respondents > 0 { (remainder.hidden, remainder.peopleHidden) = (.tooFew, .tooFew) }
        return Results(
            instrument: instrument,
            waves: [
                WaveOrigin(
                    period: period, version: version, files: [], constructed: false, importedAt: nil, carriedOver: [],
                    hasAnswers: true)
            ],
            breakdowns: [
                Breakdown(variable: nil, groups: [shown(total)], merged: nil, canOverlap: false),
                Breakdown(variable: variable, groups: groups.map(shown), merged: nil, canOverlap: false),
            ],
            protected: groups.flatMap { rows($0, $0.name) } + rows(remainder, nil))
    }

    /// The table as a workbook that was given out.
    func publication(_ file: String = "bilaga-2021.ods") throws -> Publication {
        Publication(
            period: try period("2021"), compared: nil, publishedAt: "2022-02-01", by: nil, file: file, sha256: file,
            periods: publishedPeriods(of: [try results()]))
    }
}

extension AuditFinding {
    /// "failure kön [Man, -] a: few 3".
    var line: String {
        let groups = groups.map { $0 ?? "-" }.joined(separator: ", ")
        return "\(grade) \(variable?.id ?? "total") [\(groups)] \(question ?? "N"): \(text)"
    }

    private var text: String {
        switch kind {
        case .shown(let reason): "shown \(reason)"
        case .few(let number, let limit): "few \(number) of \(limit)"
        case .alike(let number): "alike \(number)"
        case .narrow(let range, let toRespondent):
            "narrow \(range.lowest)-\(range.highest ?? -1)\(toRespondent ? " to a respondent" : "")"
        case .change: "change"
        case .fewSince(let publication, let limit): "few of \(limit) since \(publication.file)"
        }
    }
}
