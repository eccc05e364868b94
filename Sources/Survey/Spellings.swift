/// Gives values of background variables that are alike, as `TextKey` compares, one spelling: the one met first.
public struct Spellings: Sendable {
    /// By variable.
    private var labels: [String: [TextKey: String]] = [:]

    public init() {}

    public mutating func label(_ value: String, of variable: String) -> String {
        let key = TextKey(value)
        if let label = labels[variable]?[key] { return label }
        labels[variable, default: [:]][key] = value
        return value
    }

    /// The same column with each value as it was spelled first; values that are alike become one.
    public mutating func respelled(_ column: GroupColumn) -> GroupColumn {
        let (values, places) = respelled(column.values, of: column.variable)
        return column.recoded(to: values, places: places)
    }

    /// The same blocks with each value as it was spelled first.
    public mutating func respelled(_ loop: LoopAnswers) -> LoopAnswers {
        let (values, places) = respelled(loop.values, of: loop.variable)
        return loop.recoded(to: values, places: places)
    }

    /// The values as they were spelled first, each once, and of each old one its place among them from 1.
    private mutating func respelled(_ old: [String], of variable: String) -> (values: [String], places: [UInt16]) {
        var values: [String] = []
        var placeOf: [String: UInt16] = [:]
        let places = old.map { value -> UInt16 in
            let label = label(value, of: variable)
            if let place = placeOf[label] { return place }
            values.append(label)
            placeOf[label] = UInt16(clamping: values.count)
            return UInt16(clamping: values.count)
        }
        return (values, places)
    }
}
