/// Sets of values that respondents gave together, in one column of the database: "1;1,3;2".
enum ChoiceList {
    static func joined(_ sets: [[UInt16]]) -> String {
        sets.map { $0.map(String.init).joined(separator: ",") }.joined(separator: ";")
    }

    /// - Parameter values: how many values there are to choose from.
    /// - Returns: nil where a set is empty, is not in rising order or has a place without a value.
    static func split(_ text: String, values: Int) -> [[UInt16]]? {
        if text.isEmpty { return [] }
        var sets: [[UInt16]] = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            var set: [UInt16] = []
            for number in part.split(separator: ",", omittingEmptySubsequences: false) {
                guard let place = UInt16(number), place > set.last ?? 0, Int(place) <= values else { return nil }
                set.append(place)
            }
            sets.append(set)
        }
        return sets
    }
}
