/// A figure that may be shown, or the reason why it may not.
///
/// Why is not told to a reader: that all or nearly all answered alike would be an answer in itself.
public enum Shown<Value> {
    case figure(Value)
    case protected

    public var figure: Value? {
        if case .figure(let value) = self { value } else { nil }
    }

    /// The figure, where `answers` reach the smallest group.
    init(_ figure: Value, answers: Int, smallestGroup: Int) {
        self = answers < smallestGroup ? .protected : .figure(figure)
    }
}

extension Shown: Equatable where Value: Equatable {}
extension Shown: Sendable where Value: Sendable {}
