/// A list of texts in one column of the database: separated by U+001F, which no text of a survey holds.
enum TextList {
    private static let separator: Character = "\u{1F}"

    static func joined(_ texts: [String]) -> String {
        texts.map { $0.filter { $0 != separator } }.joined(separator: String(separator))
    }

    static func split(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
