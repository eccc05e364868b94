/// A figure that may be shown, or the reason why it may not.
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
