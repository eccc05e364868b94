import Survey

/// A date as people and tools write it, with or without a time of day, before it is decided which number is the day.
enum WrittenDate: Equatable {
    /// "2021-10-04", "4/10/2021", "10.4.21": three groups of digits, and whether hyphens stand between them.
    case numbers([String], hyphened: Bool)
    /// "4 oktober 2021".
    case worded(day: Int, month: Int, year: Int)

    /// Nil where the text is no date. Whether there is such a day is not looked at.
    init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," }.map(String.init)
        // "måndag den 4 oktober 2021"
        while let first = words.first, first.first?.isNumber == false { words.removeFirst() }
        // "2021-10-04T09:12:33"
        if let first = words.first, let sign = first.firstIndex(of: "T") {
            words.replaceSubrange(0..<1, with: [String(first[..<sign]), String(first[first.index(after: sign)...])])
        }
        guard let first = words.first else { return nil }
        if let day = Int(first.filter { $0 != "." }), words.count >= 3, (1...31).contains(day),
            let month = Self.month(words[1])
        {
            guard let year = Self.year(words[2]), words.dropFirst(3).allSatisfy(Self.isOfTime) else { return nil }
            self = .worded(day: day, month: month, year: year)
            return
        }
        var parts = first.split { "-/.".contains($0) }.map(String.init)
        // "4/10 2021"
        if parts.count == 2, words.count > 1, words[1].count == 4, Self.year(words[1]) != nil {
            parts.append(words.remove(at: 1))
        }
        guard parts.count == 3, parts.allSatisfy({ $0.utf8.count <= 4 && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            words.dropFirst().allSatisfy(Self.isOfTime)
        else { return nil }
        self = .numbers(parts, hyphened: first.contains("-"))
    }

    /// Bytes.
    private static let longest = 60

    /// "21" is 2021.
    static func year(_ text: String) -> Int? {
        guard let year = Int(text), text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        if text.utf8.count == 2 { return 2000 + year }
        return text.utf8.count == 4 && (1900...2999).contains(year) ? year : nil
    }

    private static func month(_ word: String) -> Int? {
        let word = word.lowercased().filter { $0 != "." }
        guard word.count >= 3 else { return nil }
        return Month.names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    /// "09:12:33", "09.12", "kl", "AM", "GMT+2", "+02:00".
    private static func isOfTime(_ word: String) -> Bool {
        ["kl", "kl.", "am", "pm", "fm", "em"].contains(word.lowercased()) || word.hasPrefix("GMT")
            || word.hasPrefix("UTC")
            || (word.contains { $0.isNumber } && word.allSatisfy { $0.isNumber || ":.+-Z".contains($0) })
    }
}
