import Survey

/// Which category of a scale a cell's text stands for: by code, label or any accepted spelling.
struct AnswerMatch {
    private let codes: [TextKey: AnswerCode]
    private let accepted: [String]
    /// A text that stands for more than one category, if any does.
    let ambiguous: (text: String, code: AnswerCode)?

    init(_ scale: Scale) {
        var codes: [TextKey: AnswerCode] = [:]
        var ambiguous: (String, AnswerCode)?
        for (place, category) in scale.categories.prefix(Scale.mostCategories).enumerated() {
            let code = AnswerCode(place + 1)
            for text in [category.label, category.code] + category.spellings {
                if let other = codes.updateValue(code, forKey: TextKey(text)), other != code {
                    ambiguous = (text, code)
                }
            }
        }
        self.codes = codes
        self.ambiguous = ambiguous
        accepted = scale.categories.map(\.label)
    }

    /// 0 for a blank cell, nil where the text is none of the accepted.
    func code(of text: String) -> AnswerCode? {
        text.isEmpty ? 0 : codes[TextKey(text)]
    }

    func unknown(_ value: String) -> Problem.Fact {
        .unknownAnswer(value: value, accepted: accepted, nearest: nearest(to: value, among: accepted))
    }
}
