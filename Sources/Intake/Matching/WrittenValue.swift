import Survey

/// A cell's text with what tools write around a label taken off.
struct WrittenValue {
    /// The text alone, as it is looked up among labels, spellings and codes.
    let keys: [TextKey]
    /// The text without the number in front of it or behind it: looked up among labels and spellings, never codes.
    let labels: [Numbered]
    /// "4,0" and "4.00" are 4.
    let wholeNumber: TextKey?

    struct Numbered {
        let label: TextKey
        let number: String
    }

    init(_ text: String) {
        let key = TextKey(text)
        var keys = [key]
        let plain = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } ? plainText(text) : text
        if plain != text { keys.append(TextKey(plain)) }
        self.keys = keys
        let last = TextKey(plain).text
        var labels: [Numbered] = []
        let words = last.split(separator: " ", maxSplits: 1)
        // "3. Till stor del", "3 - Till stor del", "3=Till stor del", "3) Till stor del"
        if words.count == 2, Self.isNumber(words[0]), words[1].contains(where: \.isLetter) {
            labels.append(Numbered(label: TextKey(String(words[1])), number: String(words[0])))
        }
        // "Till stor del (3)", "Till stor del [3]"
        if let end = plain.last, ")]".contains(end), let space = last.lastIndex(of: " "),
            Self.isNumber(last[space...].dropFirst())
        {
            labels.append(Numbered(label: TextKey(String(last[..<space])), number: String(last[space...].dropFirst())))
        }
        self.labels = labels
        wholeNumber = Self.wholeNumber(text)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        let digits = text.first == "-" ? text.dropFirst() : text
        return (1...4).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func wholeNumber(_ text: String) -> TextKey? {
        guard let sign = text.firstIndex(where: { $0 == "," || $0 == "." }), isNumber(text[..<sign]) else { return nil }
        let decimals = text[text.index(after: sign)...]
        return !decimals.isEmpty && decimals.allSatisfy { $0 == "0" } ? TextKey(String(text[..<sign])) : nil
    }

    /// Whether the cell holds a number and nothing else.
    static func isNumeric(_ text: String) -> Bool { Int(text) != nil || wholeNumber(text) != nil }
}
