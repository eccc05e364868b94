import Survey

/// Which category of a scale a cell's text stands for: by code, label or any accepted spelling.
struct AnswerMatch {
    private let codes: [TextKey: AnswerCode]
    /// Without the categories' codes.
    private let labels: [TextKey: AnswerCode]
    private let accepted: [String]
    /// A text that stands for more than one category, if any does.
    let ambiguous: (text: String, code: AnswerCode)?

    init(_ scale: Scale) {
        var codes: [TextKey: AnswerCode] = [:]
        var labels: [TextKey: AnswerCode] = [:]
        var ambiguous: (String, AnswerCode)?
        for (place, category) in scale.categories.prefix(Scale.mostCategories).enumerated() {
            let code = AnswerCode(place + 1)
            for text in [category.label] + category.spellings { labels[TextKey(text)] = code }
            for text in [category.label, category.code] + category.spellings {
                if let other = codes.updateValue(code, forKey: TextKey(text)), other != code {
                    ambiguous = (text, code)
                }
            }
        }
        self.codes = codes
        self.labels = labels
        self.ambiguous = ambiguous
        accepted = scale.categories.map(\.label)
    }

    /// 0 for a blank cell, nil where the text is none of the accepted.
    ///
    /// Of a number and a label in one cell the label decides: tools number the alternatives in their own way, and the
    /// label is what the respondent read.
    func code(of text: String) -> AnswerCode? {
        if text.isEmpty { return 0 }
        if ErrorValue.isOne(text) { return nil }
        if let code = codes[TextKey(text)] { return code }
        let written = WrittenValue(text)
        if let code = written.keys.lazy.compactMap({ codes[$0] }).first { return code }
        if let code = written.labels.lazy.compactMap({ labels[$0.label] }).first { return code }
        return written.wholeNumber.flatMap { codes[$0] }
    }

    /// Whether the cell has a number and a label, and the number is another category's code.
    func contradictsItself(_ text: String) -> Bool {
        guard !text.isEmpty, codes[TextKey(text)] == nil else { return false }
        return WrittenValue(text).labels.contains { numbered in
            guard let meant = labels[numbered.label], let other = codes[TextKey(numbered.number)] else { return false }
            return meant != other
        }
    }

    func unknown(_ value: String) -> Problem.Fact {
        ErrorValue.isOne(value)
            ? .errorValue(value)
            : .unknownAnswer(value: value, accepted: accepted, nearest: nearest(to: value, among: accepted))
    }
}
