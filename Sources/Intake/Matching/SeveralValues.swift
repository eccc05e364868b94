import Survey

/// Takes a cell with several values of a background variable apart.
enum SeveralValues {
    /// No cell has more parts; it is then no list of values.
    private static let mostParts = 64

    /// The places, from 1, of the listed values that the cell consists of, in its order; nil where a part is none of them.
    ///
    /// The cell is divided at commas, semicolons, slashes, bars and line breaks, but a label may hold any of these: of the
    /// ways to make labels of the parts the one with the longest labels first is taken.
    static func listed(_ text: String, _ match: BackgroundMatch) -> [UInt16]? {
        let parts = text.split { ",;|/".contains($0) || $0.isNewline }.map(String.init)
            .filter { !TextKey($0).isEmpty }
        guard !parts.isEmpty, parts.count <= mostParts else { return nil }
        // From the last part: the label with which the rest from here can be made of labels.
        var ways = [(code: UInt16, next: Int)?](repeating: nil, count: parts.count + 1)
        for start in parts.indices.reversed() {
            for end in stride(from: parts.count, to: start, by: -1) {
                guard end == parts.count || ways[end] != nil,
                    let code = match.code(of: parts[start..<end].joined(separator: ", ")), code != 0
                else { continue }
                ways[start] = (code, end)
                break
            }
        }
        var codes: [UInt16] = []
        var place = 0
        while let way = ways[place] {
            if !codes.contains(way.code) { codes.append(way.code) }
            place = way.next
        }
        return place == parts.count ? codes : nil
    }

    /// The parts of a cell of a variable without a list: commas may be of a name, so only semicolons and line breaks
    /// divide it.
    static func open(_ text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }.map(\.withoutOuterSpace).filter { !TextKey($0).isEmpty }
    }
}

/// What a cell says in a column for one value of a background variable.
enum OptionCell {
    case chosen
    case notChosen

    /// Nil where the cell says neither.
    ///
    /// - Parameter isLabel: whether a text is the option's own.
    init?(_ text: String, isLabel: (String) -> Bool) {
        if text.isEmpty {
            self = .notChosen
        } else if ["✓", "✔", "☑", "●", "•", "*"].contains(text) {
            self = .chosen
        } else if ["☐", "○", "-", "–"].contains(text) {
            self = .notChosen
        } else {
            let written = WrittenValue(text)
            let key = (written.wholeNumber ?? written.keys[0]).text
            let isOwnLabel = isLabel(text) || written.labels.contains { isLabel($0.label.text) }
            switch (Self.yes.contains(key), Self.no.contains(key), isOwnLabel) {
            case (true, _, false), (false, false, true): self = .chosen
            case (_, true, false): self = .notChosen
            // Of an option that is called "Nej" the cell "Nej" may say either.
            default: return nil
            }
        }
    }

    /// A word that says yes or no, and so can never be an option's label.
    static func isYesOrNo(_ text: String) -> Bool { OptionCell(text) { _ in false } != nil }

    private static let yes: Set<String> = [
        "1", "ja", "yes", "j", "y", "x", "true", "sant", "vald", "valt", "valda", "markerad", "markerat", "kryssad",
        "selected", "checked",
    ]
    private static let no: Set<String> = [
        "0", "nej", "no", "n", "false", "falskt", "ej vald", "inte vald", "ej valt", "inte valt", "ej markerad",
        "ej markerat", "inte markerad", "not selected", "unchecked", "not checked",
    ]
}
