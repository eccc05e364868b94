import Survey

/// What was written after `--kolumn`: "rubrik=fråga".
///
/// Both sides may hold "=": a heading such as "Ålder=år", and an option of a background variable, "insats=SamMA". So the
/// text is divided where the right side is something that the questionnaire has, and the left side a heading of the file.
public struct ColumnOption: Equatable, Sendable {
    public let heading: String
    public let target: ColumnChoices.Target

    /// - Parameters:
    ///   - text: as it was written.
    ///   - isKnown: whether a target is a question, a background variable or an option.
    ///   - headings: those of the file; of several possible ways to divide the text, the one whose left side is one of
    ///     them is taken, else the one with the longest heading.
    /// - Returns: nil where there is no "=" with something on both sides.
    public init?(_ text: String, isKnown: (ColumnChoices.Target) -> Bool, headings: [String]) {
        let ways = Self.ways(to: text)
        let known = ways.filter { $0.target == .leftOut || isKnown($0.target) }
        let keys = Set(headings.map { TextKey($0) })
        guard let way = known.first(where: { keys.contains(TextKey($0.heading)) }) ?? known.first ?? ways.first else {
            return nil
        }
        self = way
    }

    private init(heading: String, target: ColumnChoices.Target) {
        self.heading = heading
        self.target = target
    }

    /// From the last "=" to the first.
    private static func ways(to text: String) -> [ColumnOption] {
        text.indices.filter { text[$0] == "=" }.reversed().compactMap { sign in
            let heading = String(text[..<sign]).trimmed
            guard !heading.isEmpty, let target = ColumnChoices.Target(String(text[text.index(after: sign)...])) else {
                return nil
            }
            return ColumnOption(heading: heading, target: target)
        }
    }
}
