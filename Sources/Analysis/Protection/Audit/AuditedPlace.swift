import Survey

/// A questionnaire's period that is audited, with what has been found in it.
struct AuditedPlace {
    let instrument: Instrument
    let period: Period
    let items: [AuditedItem]
    /// The whole of the respondents as they are shown.
    let total: DisclosedRow?
    /// Workbooks that gave figures of the period out before.
    let former: [DisclosedPeriod]
    /// What is not shown, as it is.
    let protected: [RowKey: ProtectedRow]
    private(set) var findings: [AuditFinding] = []
    /// What can be worked out of each protected row.
    var ranges: [RowKey: CountRange] = [:]

    init(
        instrument: Instrument, period: Period, items: [AuditedItem], total: DisclosedRow?, former: [DisclosedPeriod],
        protected: [RowKey: ProtectedRow]
    ) {
        self.instrument = instrument
        self.period = period
        self.items = items
        self.total = total
        self.former = former
        self.protected = protected
    }

    mutating func found(
        _ kind: AuditFinding.Kind, in groups: [String?], by variable: BackgroundVariable?, _ question: String?,
        isGiven: Bool
    ) {
        findings.append(
            AuditFinding(
                instrument: instrument, period: period, variable: variable, groups: groups, question: question,
                kind: kind, grade: isGiven ? .warning : .failure))
    }

    /// Checks rows that are shown by themselves.
    ///
    /// - Parameters:
    ///   - people: by item, how many people the answers are from where that is told.
    ///   - given: the same group in workbooks that were given out before.
    mutating func checkShown(
        _ row: DisclosedRow, people: [Int?], of group: String, by variable: BackgroundVariable?, given: [DisclosedRow]
    ) {
        let disclosure = disclosure(of: variable)
        func isGiven(_ item: Int?) -> Bool { given.contains { $0.figure(item) == row.figure(item) } }
        if let number = row.people, disclosure.breach(ofPeople: number) != nil {
            found(.shown(.tooFew), in: [group], by: variable, nil, isGiven: isGiven(nil))
        }
        for (place, item) in items.enumerated() {
            guard let answers = row.counts[place] else { continue }
            if item.isOnlyTotal, variable != nil {
                found(.shown(.onlyTotal), in: [group], by: variable, item.id, isGiven: isGiven(place))
            } else if let people = people[place], disclosure.breach(ofPeople: people) != nil {
                found(.shown(.tooFew), in: [group], by: variable, item.id, isGiven: isGiven(place))
            } else {
                switch disclosure.breach(of: answers) {
                case .few: found(.shown(.tooFew), in: [group], by: variable, item.id, isGiven: isGiven(place))
                case .alike: found(.shown(.nearlyAll), in: [group], by: variable, item.id, isGiven: isGiven(place))
                case .manyAlike: found(.shown(.nearlyAll), in: [group], by: variable, item.id, isGiven: true)
                case nil: continue
                }
            }
        }
    }

    /// Checks a row beside what was given out of it when the answers were others.
    ///
    /// - Parameter isForced: what is told is worked out, and the workbook cannot tell otherwise.
    mutating func checkSteps(
        from then: DisclosedRow, to now: DisclosedRow, of groups: [String?], by variable: BackgroundVariable?,
        since origin: PublicationOrigin, isForced: Bool = false, isGiven: (Int?) -> Bool
    ) {
        let disclosure = disclosure(of: variable)
        let kind = AuditFinding.Kind.fewSince(origin, limit: disclosure.limit)
        for item in [nil] + items.indices.map(Optional.some) {
            guard let before = then.figure(item), let after = now.figure(item),
                disclosure.tellsOfFew(after - before, arePeople: item == nil)
            else { continue }
            found(
                kind, in: groups, by: variable, item.map { items[$0].id }, isGiven: isForced || isGiven(item))
            // Every question of the group says the same again.
            if item == nil { return }
        }
    }

    func disclosure(of variable: BackgroundVariable?) -> Disclosure {
        Disclosure(
            attribute: instrument.attributeRule,
            limit: variable.map(instrument.smallestGroup(of:)) ?? instrument.smallestGroup)
    }
}

/// Where a row is in a period's tables.
struct RowKey: Hashable {
    /// Nil for the total.
    let variable: String?
    /// Nil for those who gave no value.
    let group: String?
    /// Nil for the respondents.
    let question: String?
}

extension Disclosure {
    /// Whether the step from what was given out to what is shown tells of the answers of few.
    func tellsOfFew(_ step: RowCounts, arePeople: Bool) -> Bool {
        let steps = [step.negative, step.neither, step.positive, step.clearlyPositive]
        let come = steps.reduce(0) { $0 + max(0, $1) }
        let gone = steps.reduce(0) { $0 + max(0, -$1) }
        if (1..<limit).contains(max(come, gone)) { return true }
        guard !arePeople, max(come, gone) > 0, min(come, gone) == 0 else { return false }
        return breach(of: come > 0 ? step : RowCounts() - step) == .alike
    }
}
