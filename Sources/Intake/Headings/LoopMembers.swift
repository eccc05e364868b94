import Survey

/// The values that a questionnaire's loop goes through, as headings name them.
struct LoopMembers {
    /// The background variable's place among the instrument's.
    let background: Int
    private let match: BackgroundMatch
    private let folded: [TextKey: UInt16]
    private let none: String?
    /// Words that may stand before a value's name: "insats HälsoSam", "insatsen HälsoSam".
    private let front: [String]

    /// Nil where the questionnaire, or this version of it, has no loop.
    init?(_ version: Version, of instrument: Instrument) {
        guard let loop = instrument.loop, version.items.contains(where: { $0.question.isLooped }),
            let place = instrument.background.firstIndex(where: { $0.id == loop.variable }),
            let values = instrument.background[place].values
        else { return nil }
        background = place
        match = BackgroundMatch(values)
        none = loop.none
        // The codes of many tools are ASCII alone.
        folded = Dictionary(
            zip(values, 1...).flatMap { value, code in
                ([value.label] + value.spellings).map { (TextKey(withoutMarks($0)), UInt16(clamping: code)) }
            }
        ) { first, _ in first }
        let name = TextKey(instrument.background[place].name).text
        front = ["\(name) ", "\(name)en ", "\(name)et "]
    }

    /// Those that a block can be about.
    var labels: [String] { match.labels.filter { $0 != none } }

    /// The value that a text is the name of.
    func label(_ text: String) -> String? {
        guard !text.isEmpty, !WrittenValue.isNumeric(text) else { return nil }
        let key = TextKey(text)
        let rest = front.first(where: key.text.hasPrefix).map { String(key.text.dropFirst($0.count)) }
        let code = match.code(of: text) ?? folded[key] ?? rest.flatMap { match.code(of: $0) }
        guard let code, code > 0 else { return nil }
        let label = match.labels[Int(code) - 1]
        return label == none ? nil : label
    }

    /// The value that a text probably is the name of: one that is near, or the only one that stands in it as a word.
    ///
    /// - Returns: with how many characters differ.
    func nearestLabel(_ text: String) -> (label: String, distance: Int)? {
        if let label = label(text) { return (label, 0) }
        let key = TextKey(text)
        let compared = ComparedText(key)
        let near = labels.compactMap { label -> (label: String, distance: Int)? in
            let wanted = ComparedText(label)
            return compared.distance(to: wanted, atMost: max(1, wanted.scalars.count / 4)).map { (label, $0) }
        }.min { $0.distance < $1.distance }
        if let near { return near }
        let inside = labels.filter { " \(key.text) ".contains(" \(TextKey($0).text) ") }
        guard inside.count == 1, let label = inside.first else { return nil }
        return (label, key.text.count - TextKey(label).text.count)
    }
}
