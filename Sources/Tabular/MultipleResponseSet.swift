/// Variables of an SPSS file that together hold the answers to one question of several choices.
public struct MultipleResponseSet: Hashable, Sendable {
    /// As SPSS writes it, with a dollar sign first.
    public let name: String
    /// Most often the question; may be blank.
    public let label: String
    /// The variables' columns, from 0.
    public let columns: [Int]
    /// For each column the text of a cell that means that its choice was made. Empty where a column's cells hold the
    /// choices themselves.
    public let chosen: [String]

    public init(name: String, label: String, columns: [Int], chosen: [String]) {
        self.name = name
        self.label = label
        self.columns = columns
        self.chosen = chosen
    }
}
