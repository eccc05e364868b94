/// What is wrong with a workbook that is to be one of published figures.
public enum PublishedFault: Equatable, Sendable {
    /// There is no sheet Data with the columns of a bilaga.
    case noBilaga
    case noFigures
    case tooManyRows(found: Int, most: Int)
    case severalForbund(String, String)
    /// Neither a whole number nor a word in brackets.
    case notACount(String)
    /// The same figure stands in two rows.
    case twice
    /// Of a question's measures some have a figure and some do not.
    case incomplete(question: String)
    /// The parts are not what the base is the sum of.
    case partsDiffer(question: String, parts: Int, base: Int)
}
