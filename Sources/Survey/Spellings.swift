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

    /// The same column with each value as it was spelled first.
    public mutating func respelled(_ column: GroupColumn) -> GroupColumn {
        var values: [String] = []
        for value in column.values { values.append(label(value, of: column.variable)) }
        return GroupColumn(variable: column.variable, values: values, codes: column.codes)
    }
}
