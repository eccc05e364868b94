import Survey

/// What an instrument says of how the respondents are protected.
struct InstrumentProtection {
    static let keys = ["minsta grupp", "nästan alla", "minsta osäkerhet", "bara totalt"]

    let smallestGroup: Int
    /// Nil where it is the respondent group's.
    let attributeRule: AttributeRule?
    let uncertainty: Int
    let isOnlyTotal: Bool
}

func protection(in root: YAMLMapping, _ problems: inout [Problem]) -> InstrumentProtection? {
    let smallest = told(&problems) { () throws(Refusal) in try smallestGroup(in: root) }
    let rule = told(&problems) { () throws(Refusal) in try attributeRule(in: root) }
    let least = told(&problems) { () throws(Refusal) in try uncertainty(in: root) }
    let isOnlyTotal = told(&problems) { () throws(Refusal) in try onlyTotal(in: root) }
    guard let smallest, let rule, let least, let isOnlyTotal else { return nil }
    return InstrumentProtection(
        smallestGroup: smallest, attributeRule: rule, uncertainty: least, isOnlyTotal: isOnlyTotal)
}

/// "bara totalt", of a questionnaire or of one of its questions.
func onlyTotal(in mapping: YAMLMapping) throws(Refusal) -> Bool { try mapping.yesOrNo("bara totalt", default: false) }

/// "minsta grupp" of a background variable.
///
/// - Parameter least: the instrument's, below which it may not be.
func smallestGroup(of variable: String, in mapping: YAMLMapping, least: Int) throws(Refusal) -> Int? {
    guard mapping.has("minsta grupp") else { return nil }
    let found = try mapping.integer("minsta grupp")
    guard found >= least else {
        throw Refusal(
            mapping.place(of: "minsta grupp"),
            .belowInstrumentsSmallestGroup(variable: variable, found: found, least: least))
    }
    return found
}

private func smallestGroup(in root: YAMLMapping) throws(Refusal) -> Int {
    let least = Instrument.leastSmallestGroup
    guard root.has("minsta grupp") else { return least }
    let found = try root.integer("minsta grupp")
    guard found >= least else {
        throw Refusal(root.place(of: "minsta grupp"), .belowSmallestGroup(found: found, least: least))
    }
    return found
}

private func attributeRule(in root: YAMLMapping) throws(Refusal) -> AttributeRule? {
    guard root.has("nästan alla") else { return nil }
    return try root.word("nästan alla", among: AttributeRule.allCases.map { ($0.rawValue, $0) })
}

/// A greater uncertainty than this would hide every figure of a förbund's questionnaires.
private let greatestUncertainty = 100

private func uncertainty(in root: YAMLMapping) throws(Refusal) -> Int {
    let (key, least) = ("minsta osäkerhet", Instrument.leastUncertainty)
    guard root.has(key) else { return least }
    let found = try root.integer(key)
    guard (least...greatestUncertainty).contains(found) else {
        throw Refusal(
            root.place(of: key),
            .notOfKind(
                key: key, found: "\(found)",
                expected:
                    "ett heltal från \(least) till \(greatestUncertainty): så många svar ska det minst skilja mellan det "
                    + "minsta och det största som ett skyddat antal kan vara"))
    }
    return found
}
