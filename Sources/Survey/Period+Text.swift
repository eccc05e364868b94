extension Period {
    /// Reads a period in any of the ways in which people write one: a year ("2021"), two months ("2020-11--2021-10", also
    /// with one hyphen or a dash), a part of a year ("2021-T1", "T1 2021", "2021-K3", "2021-VT", "hösten 2021"), or its
    /// `words`.
    ///
    /// - Returns: nil where the text is none of these, or the months are not in order.
    public init?(_ text: String) {
        // The longest there is has two months in words and the number of a tertial.
        guard (4...Self.longestText).contains(text.utf8.count), text.first != " ", text.last != " " else { return nil }
        if let year = Self.year(text) {
            self.init(year: year, 1, 12)
        } else if let period = Self.twoMonths(text) ?? Self.partOfYear(text) ?? Self.inWords(text) {
            self = period
        } else {
            return nil
        }
    }

    /// As it stands in running text: "2021", "november 2020–oktober 2021", "januari–april 2021 (tertial 1)".
    public var words: String {
        if isYear { return String(first.year) }
        if first == last { return "\(first.name) \(first.year)" }
        let start = first.year == last.year ? first.name : "\(first.name) \(first.year)"
        return "\(start)–\(last.name) \(last.year)" + (numbered.map { " (\($0))" } ?? "")
    }

    /// "tertial 1", where it is one.
    private var numbered: String? {
        guard first.year == last.year, first.month % months == 1 else { return nil }
        return switch months {
        case 4: "tertial \(last.month / 4)"
        case 3: "kvartal \(last.month / 3)"
        default: nil
        }
    }

    private static let longestText = 60

    private init?(year: Int, _ first: Int, _ last: Int) {
        guard let first = Month(year: year, month: first), let last = Month(year: year, month: last) else {
            return nil
        }
        self.init(from: first, to: last)
    }

    private static func year(_ text: some StringProtocol) -> Int? { digits(text, count: 4) }

    /// Plain digits alone: no sign, no space, no digits of other scripts.
    private static func digits(_ text: some StringProtocol, count: Int) -> Int? {
        guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    // MARK: "2020-11--2021-10"

    private static func twoMonths(_ text: String) -> Period? {
        for sign in ["--", " -- ", "-", " - ", "–", " – "] {
            guard text.utf8.count == 14 + sign.utf8.count, let start = month(text.prefix(7)),
                let end = month(text.suffix(7)), text.dropFirst(7).dropLast(7) == sign
            else { continue }
            return Period(from: start, to: end)
        }
        return nil
    }

    private static func month(_ text: Substring) -> Month? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = year(parts[0]), let month = digits(parts[1], count: 2) else { return nil }
        return Month(year: year, month: month)
    }

    // MARK: "2021-T1", "T1 2021", "våren 2021"

    private static func partOfYear(_ text: String) -> Period? {
        let lower = text.lowercased()
        for sign in [Character(" "), "-"] {
            let words = lower.split(separator: sign, omittingEmptySubsequences: false)
            guard (2...3).contains(words.count) else { continue }
            if let year = year(words[words.count - 1]), let months = part(words.dropLast().joined(separator: " ")) {
                return Period(year: year, months.lowerBound, months.upperBound)
            }
            if let year = year(words[0]), let months = part(words.dropFirst().joined(separator: " ")) {
                return Period(year: year, months.lowerBound, months.upperBound)
            }
        }
        return nil
    }

    /// The months of a part of a year by its name, in small letters.
    private static func part(_ name: String) -> ClosedRange<Int>? {
        switch name {
        case "vt", "vår", "våren", "vårterminen": return 1...6
        case "ht", "höst", "hösten", "höstterminen": return 7...12
        default: break
        }
        for (names, months) in [(["t", "tertial "], 4), (["k", "kvartal "], 3)] {
            for start in names where name.hasPrefix(start) {
                guard let number = digits(name.dropFirst(start.count), count: 1), (1...12 / months).contains(number)
                else { continue }
                return (number - 1) * months + 1...number * months
            }
        }
        return nil
    }

    // MARK: "november 2020–oktober 2021"

    /// What `words` gives, in any case and with any dash.
    private static func inWords(_ text: String) -> Period? {
        var text = text.lowercased()
        var number: Substring?
        if text.hasSuffix(")"), let start = text.firstIndex(of: "(") {
            number = text[text.index(after: start)...].dropLast()
            text = String(text[..<start])
        }
        let ends = text.split(whereSeparator: { "-–".contains($0) }).map { $0.split(separator: " ") }
        guard (1...2).contains(ends.count), let last = ends.last, last.count == 2, let year = year(last[1]),
            let end = monthNumber(last[0])
        else { return nil }
        let first = ends[0]
        let startYear = first.count == 2 ? Self.year(first[1]) : year
        guard (1...2).contains(first.count), let startYear, let start = monthNumber(first[0]),
            let from = Month(year: startYear, month: start), let to = Month(year: year, month: end),
            let period = Period(from: from, to: to), number == nil || period.numbered.map({ $0[...] }) == number
        else { return nil }
        return period
    }

    private static func monthNumber(_ name: Substring) -> Int? {
        Month.names.firstIndex { $0[...] == name }.map { $0 + 1 }
    }
}
