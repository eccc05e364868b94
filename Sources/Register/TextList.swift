/// A list of texts in one column of the database: separated by U+001F, which no text of a survey holds.
enum TextList {
    private static let separator: UInt8 = 0x1F

    static func joined(_ texts: [String]) -> String {
        texts.map { $0.utf8.contains(separator) ? $0.filter { $0 != "\u{1F}" } : $0 }.joined(separator: "\u{1F}")
    }

    static func split(_ text: String) -> [String] {
        text.isEmpty
            ? []
            : text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
