/// Which unanimous answers of a group give its members away: all, or all but one, in the same class (Lupp & Langsrud 2021;
/// Handbook on Statistical Disclosure Control, 5.9).
public enum AttributeRule: String, CaseIterable, Sendable {
    /// None: the respondents answer in a role, as members of a board do.
    case none = "ingen"
    /// Those who answered negatively, or negatively and neither. That everybody is positive may be told.
    case unfavourable = "ogynnsam"
    /// Every class.
    case all = "alla"
}

extension RespondentGroup {
    /// The rule of an instrument that says none of its own.
    public var usualAttributeRule: AttributeRule {
        switch self {
        case .board, .managers: .none
        case .staff, .currentParticipants, .formerParticipants, .referrers, .employees: .unfavourable
        }
    }
}
