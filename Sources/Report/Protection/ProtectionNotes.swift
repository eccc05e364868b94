import Analysis
import Survey

/// What is said of groups that stand together and of breakdowns that are not shown: which, and never why. One reason or
/// another would tell something of the answers, so the words are the same for all of them.
extension Breakdown {
    /// Which groups are shown as one; nil where none are.
    var mergedNote: String? {
        guard let merged, let variable, groups.count > 1 else { return nil }
        let parts = merged.parts(of: variable)
        // The name may be no more than what it stands for.
        let name = merged.name == parts.joined(separator: ", ") ? "" : " som ”\(merged.name)”"
        return "\(enumeration(parts)) visas sammanslagna\(name), så att ingen av dem kan pekas ut."
            + (canOverlap ? " Den som har angett flera av dem räknas där en gång." : "")
    }
}

extension MergedGroups {
    /// "Man", "Annat", "de som inte har angett kön".
    fileprivate func parts(of variable: BackgroundVariable) -> [String] {
        members + (hasThoseWithoutValue ? ["de som inte har angett \(variable.name.lowercased())"] : [])
    }
}

extension Results {
    /// The breakdowns that have no table of answers.
    var notShownNotes: [String] { breakdowns.compactMap(notShown) }

    /// Those of them that Svarsfrekvens does not have either.
    var uncountedNotes: [String] { breakdowns.filter { !$0.isShown }.compactMap(notShown) }

    private func notShown(_ breakdown: Breakdown) -> String? {
        guard let variable = breakdown.variable, !breakdown.showsQuestions else { return nil }
        let (group, per) = (instrument.group.rawValue, variable.name.lowercased())
        if instrument.isOnlyTotal { return "\(group): svaren visas bara för alla tillsammans, aldrig per \(per)." }
        if breakdown.isShown {
            return
                "\(group): svaren visas inte per \(per), så att ingens svar kan räknas ut. Hur många som svarade står på "
                + "bladet Svarsfrekvens."
        }
        guard let merged = breakdown.merged, breakdown.groups.count == 1 else {
            return "\(group) visas inte per \(per), så att ingens svar kan räknas ut."
        }
        let parts = merged.parts(of: variable)
        return parts.count == 1
            ? "\(group): \(enumeration(parts)) visas inte för sig, så att ingen kan pekas ut."
            : "\(group): \(enumeration(parts)) visas inte var för sig utan bara tillsammans, så att ingen av dem kan pekas ut."
    }

    /// The questions that are shown for no part of the respondents, as the questionnaire says; nil where there are none.
    var onlyTogetherNote: String? {
        if instrument.isOnlyTotal { return "Svaren visas bara för alla tillsammans." }
        let items = waves.first?.version.items.filter(\.question.isOnlyTotal) ?? []
        return items.isEmpty ? nil : "\(questions(items.map(\.number))) visas bara för alla tillsammans."
    }
}
