import Survey

/// Which of a variable's listed values a cell's text stands for.
struct BackgroundMatch {
    /// Place in the list, from 1.
    private let codes: [TextKey: UInt16]
    let labels: [String]
    /// A text that stands for more than one value, if any does.
    let ambiguous: String?

    init(_ values: [BackgroundValue]) {
        var codes: [TextKey: UInt16] = [:]
        var ambiguous: String?
        for (place, value) in values.enumerated() {
            let code = UInt16(clamping: place + 1)
            for text in [value.label] + value.spellings {
                if let other = codes.updateValue(code, forKey: TextKey(text)), other != code { ambiguous = text }
            }
        }
        self.codes = codes
        self.ambiguous = ambiguous
        labels = values.map(\.label)
    }

    /// 0 for a blank cell, nil where the text is none of the listed.
    func code(of text: String) -> UInt16? {
        if text.isEmpty { return 0 }
        if ErrorValue.isOne(text) { return nil }
        if let code = codes[TextKey(text)] { return code }
        let written = WrittenValue(text)
        return (written.keys + written.labels.map(\.label)).lazy.compactMap { codes[$0] }.first
            ?? written.wholeNumber.flatMap { codes[$0] }
    }

    func unknown(_ value: String, of variable: BackgroundVariable) -> Problem.Fact {
        ErrorValue.isOne(value)
            ? .errorValue(value)
            : .unknownBackground(
                variable: variable.name, value: value, accepted: labels, nearest: nearest(to: value, among: labels))
    }
}

/// The limits of a background whose values each file brings: it must not become a way in for free text or for what
/// names a person.
enum OpenBackground {
    static let mostValues = 500
    static let longestValue = 120

    static func accepts(_ value: String) -> Bool {
        let digits = value.unicodeScalars.count { (48...57).contains($0.value) }
        return value.count <= longestValue && !value.contains("@") && !value.contains { $0.isNewline }
            && digits < 8 && !TextKey(value).isEmpty && !ErrorValue.isOne(value)
    }

    static func refused(_ value: String, of variable: BackgroundVariable) -> Problem.Fact {
        ErrorValue.isOne(value) ? .errorValue(value) : .notABackground(variable: variable.name, value: value)
    }
}
