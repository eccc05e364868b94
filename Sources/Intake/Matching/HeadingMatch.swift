import Survey

/// What a column of a file is.
enum ColumnRole: Equatable {
    /// Place in the version's items.
    case question(Int)
    /// Place in the instrument's background variables.
    case background(Int)
    case leftOut(reason: String)
}

/// Which question or background a heading stands for: by code, by number or by the whole text.
struct HeadingMatch {
    private let questions: [TextKey: Int]
    private let background: [TextKey: Int]
    private let texts: [(number: Int, key: TextKey)]
    /// Questions that only other versions have: which version.
    private let elsewhere: [TextKey: String]
    private let version: String

    init(_ version: Version, of instrument: Instrument) {
        var questions: [TextKey: Int] = [:]
        for (place, item) in version.items.enumerated() {
            for name in [item.question.id, "\(item.number)", "fråga \(item.number)", "q\(item.number)"] {
                questions[TextKey(name)] = place
            }
        }
        // Last, so that a whole text is never taken for a code.
        texts = version.items.map { ($0.number, TextKey($0.question.text)) }
        for (place, text) in texts.enumerated() { questions[text.key] = place }
        self.questions = questions

        var elsewhere: [TextKey: String] = [:]
        for other in instrument.versions where other.id != version.id {
            for item in other.items where version.item(item.question.id) == nil {
                elsewhere[TextKey(item.question.id)] = other.id
                elsewhere[TextKey(item.question.text)] = other.id
            }
        }
        self.elsewhere = elsewhere
        self.version = version.id

        var background: [TextKey: Int] = [:]
        for (place, variable) in instrument.background.enumerated() {
            for name in [variable.id, variable.name] + variable.headings { background[TextKey(name)] = place }
        }
        self.background = background
    }

    func role(of heading: String) -> ColumnRole {
        let key = TextKey(heading)
        if let place = questions[key] ?? numbered(key) { return .question(place) }
        if let place = background[key] { return .background(place) }
        if let other = elsewhere[key] {
            return .leftOut(reason: "är en fråga i version \(other), men perioden hör till version \(version)")
        }
        return .leftOut(reason: Self.reason(key))
    }

    /// "3. Upplever du ...": the number and the whole text of the same question.
    private func numbered(_ key: TextKey) -> Int? {
        texts.firstIndex { number, text in
            key.text.hasSuffix(text.text)
                && ["\(number) ", "fråga \(number) ", "q\(number) "].contains { key.text == $0 + text.text }
        }
    }

    private static func reason(_ key: TextKey) -> String {
        let words = key.text.split(separator: " ").map(String.init)
        // "E-post" is two words here.
        let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
        if (words + pairs).contains(where: personal.contains) {
            return "kan peka ut en person och sparas aldrig"
        }
        return "svarar inte mot någon fråga eller bakgrund i formuläret"
    }

    /// Words in headings of what names a person.
    private static let personal: Set<String> = [
        "epost", "email", "mail", "mejl", "ip", "ipadress", "namn", "name", "förnamn", "efternamn", "telefon",
        "telefonnummer", "mobil", "mobilnummer", "phone", "personnummer", "adress", "address", "respondent",
        "respondentid", "användarnamn", "username",
    ]
}
