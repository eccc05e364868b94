/// Numbers the different sets of values that respondents gave together, from 1 in the order in which they are met.
public struct ChoiceCodes: Sendable {
    /// Each as places in a column's values from 1, in rising order.
    public private(set) var sets: [[UInt16]] = []
    private var codes: [[UInt16]: UInt16] = [:]

    public init() {}

    /// The code of a set of places, in any order; 0 for one that is empty. A code is two bytes: beyond the last there is
    /// none, and 0 is given. Whoever reads files refuses far fewer, `GroupColumn.mostChoices`.
    public mutating func code(of places: some Collection<UInt16>) -> UInt16 {
        let set = Set(places).subtracting([0]).sorted()
        if set.isEmpty { return 0 }
        if let code = codes[set] { return code }
        guard let code = UInt16(exactly: sets.count + 1) else { return 0 }
        sets.append(set)
        codes[set] = code
        return code
    }
}
