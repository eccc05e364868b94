import Survey

/// Turns the texts of a background variable with one value a respondent into codes.
struct SingleValues {
    let variable: BackgroundVariable
    private let match: BackgroundMatch?
    /// Of a variable without a list, those that have been met, written as they were first.
    private(set) var labels: [String]
    private var places: [TextKey: UInt16] = [:]
    /// Texts that hold several values.
    private var several: Set<String> = []

    init(_ variable: BackgroundVariable) {
        self.variable = variable
        match = variable.values.map(BackgroundMatch.init)
        labels = match?.labels ?? []
    }

    /// Of each text its code: 0 for a blank, nil for one that stands for nothing.
    mutating func codes(of texts: [String]) -> [UInt16?] {
        if let match {
            for text in texts where match.code(of: text) == nil {
                if let listed = SeveralValues.listed(text, match), listed.count > 1 { several.insert(text) }
            }
            return texts.map(match.code)
        }
        let keys = Set(texts.map { TextKey($0) })
        // Spellings that differ only in case, spacing or punctuation are one value.
        return texts.map { text in
            if text.isEmpty { return 0 }
            let parts = SeveralValues.open(text)
            // A value may hold a semicolon. It is a list where tools end it as one, or where its parts are values.
            if parts.count > 1, text.hasSuffix(";") || parts.allSatisfy({ keys.contains(TextKey($0)) }) {
                several.insert(text)
                return nil
            }
            guard OpenBackground.accepts(text) else { return nil }
            let key = TextKey(text)
            if let place = places[key] { return place }
            labels.append(text)
            places[key] = UInt16(clamping: labels.count)
            return UInt16(clamping: labels.count)
        }
    }

    func fault(_ text: String) -> Problem.Fact {
        if several.contains(text) { return .severalValues(variable: variable.name, value: text) }
        return match?.unknown(text, of: variable) ?? OpenBackground.refused(text, of: variable)
    }
}

/// Turns the texts of a background variable into sets of values: of one with several choices, or with a column for each
/// value.
struct MultipleValues {
    let variable: BackgroundVariable
    private let match: BackgroundMatch?
    /// Of a variable without a list, those that have been met, written as they were first.
    private(set) var labels: [String]
    private var places: [TextKey: Int] = [:]

    init(_ variable: BackgroundVariable) {
        self.variable = variable
        match = variable.values.map(BackgroundMatch.init)
        labels = match?.labels ?? []
    }

    /// The places in `labels` of the values that a cell has; nil where some part of it is none.
    mutating func members(of text: String) -> [Int]? {
        if text.isEmpty { return [] }
        guard variable.isMultiple else {
            if let match { return match.code(of: text).map { [Int($0) - 1] } }
            return OpenBackground.accepts(text) ? [place(of: text)] : nil
        }
        if let match { return SeveralValues.listed(text, match)?.map { Int($0) - 1 } }
        let parts = SeveralValues.open(text)
        guard !parts.isEmpty, parts.allSatisfy(OpenBackground.accepts) else { return nil }
        return parts.map { place(of: $0) }
    }

    /// The place of a value in `labels`, which it joins where it is new.
    mutating func place(of label: String) -> Int {
        if let match { return match.code(of: label).map { max(1, Int($0)) - 1 } ?? 0 }
        let key = TextKey(label)
        if let place = places[key] { return place }
        labels.append(label)
        places[key] = labels.count - 1
        return labels.count - 1
    }

    func isLabel(_ text: String, of place: Int) -> Bool {
        match.map { $0.code(of: text).map { Int($0) == place + 1 } ?? false }
            ?? (TextKey(text) == TextKey(labels[place]))
    }

    /// "A + B"; nil for none.
    func words(_ members: [Int]?) -> String? {
        guard let members, !members.isEmpty else { return nil }
        return members.sorted().map { labels[$0] }.joined(separator: " + ")
    }

    func fault(_ text: String) -> Problem.Fact {
        guard let match, !ErrorValue.isOne(text) else { return OpenBackground.refused(text, of: variable) }
        // The part that stands for nothing says more than the whole.
        let part = text.split { ";|/\n".contains($0) }.map(\.withoutOuterSpace)
            .first { !$0.isEmpty && SeveralValues.listed($0, match) == nil }
        return match.unknown(part ?? text, of: variable)
    }
}
