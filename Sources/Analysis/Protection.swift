/// A figure that may be shown, or the reason why it may not.
///
/// Each group is judged by its own respondents and no group's figures are taken from another's, so this holds for groups
/// that overlap too. A rule that looks at what remains of the total beside the groups shown must count the respondents who
/// are in none of them: where groups overlap their sizes do not sum to the total, and one group can lie inside another.
public enum Shown<Value> {
    case figure(Value)
    /// Fewer answers than the smallest group.
    case tooFew

    public var figure: Value? {
        if case .figure(let value) = self { value } else { nil }
    }

    /// The figure, where `answers` reach the smallest group.
    init(_ figure: Value, answers: Int, smallestGroup: Int) {
        self = answers < smallestGroup ? .tooFew : .figure(figure)
    }
}

extension Shown: Equatable where Value: Equatable {}
extension Shown: Sendable where Value: Sendable {}
