import Survey

/// The written form of dates in a column, found out from its first values so that the user is told what the column is.
enum DateForm: Equatable {
    /// 2021-10-04, 2021/10/04, 2021.10.04.
    case yearMonthDay
    /// 4/10/2021, 4.10.2021, 4-10-21.
    case dayMonthYear
    /// 10/4/21.
    case monthDayYear
    /// 4/10/2021, where no value tells which is the day.
    case dayOrMonth
    /// 4 oktober 2021.
    case wordedMonth

    /// Nil where some value is no date, or where they are of different forms.
    init?(_ values: some Sequence<String>) {
        var forms: Set<DateForm> = []
        for value in values {
            guard let form = Self.form(of: value) else { return nil }
            forms.insert(form)
        }
        // One that tells which is the day tells it for all.
        if forms.count == 2 { forms.remove(.dayOrMonth) }
        guard forms.count == 1, let form = forms.first else { return nil }
        self = form
    }

    var swedish: String {
        switch self {
        case .yearMonthDay: "år-månad-dag"
        case .dayMonthYear: "dag/månad/år"
        case .monthDayYear: "månad/dag/år"
        case .dayOrMonth: "dag och månad i okänd ordning"
        case .wordedMonth: "dag månad år"
        }
    }

    private static func form(of text: String) -> DateForm? {
        guard text.utf8.count <= 60 else { return nil }
        var words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," }.map(String.init)
        // "måndag den 4 oktober 2021"
        while let first = words.first, first.first?.isNumber == false { words.removeFirst() }
        // "2021-10-04T09:12:33"
        if let first = words.first, let sign = first.firstIndex(of: "T") {
            words.replaceSubrange(0..<1, with: [String(first[..<sign]), String(first[first.index(after: sign)...])])
        }
        guard let first = words.first else { return nil }
        if let day = Int(first.filter { $0 != "." }), words.count >= 3, (1...31).contains(day), isMonth(words[1]) {
            return isYear(words[2]) && words.dropFirst(3).allSatisfy(isOfTime) ? .wordedMonth : nil
        }
        var parts = first.split { "-/.".contains($0) }.map(String.init)
        // "4/10 2021"
        if parts.count == 2, words.count > 1, words[1].count == 4, isYear(words[1]) {
            parts.append(words.remove(at: 1))
        }
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            words.dropFirst().allSatisfy(isOfTime)
        else { return nil }
        return form(ofNumbers: parts)
    }

    private static func form(ofNumbers parts: [String]) -> DateForm? {
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].count == 4 {
            return isYear(parts[0]) && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
                ? .yearMonthDay : nil
        }
        guard isYear(parts[2]), parts[2].count == 4 || parts[2].count == 2 else { return nil }
        let mayBeDayFirst = (1...31).contains(numbers[0]) && (1...12).contains(numbers[1])
        let mayBeMonthFirst = (1...12).contains(numbers[0]) && (1...31).contains(numbers[1])
        return switch (mayBeDayFirst, mayBeMonthFirst) {
        case (true, true): .dayOrMonth
        case (true, false): .dayMonthYear
        case (false, true): .monthDayYear
        case (false, false): nil
        }
    }

    private static func isYear(_ text: String) -> Bool {
        guard let year = Int(text) else { return false }
        return text.count == 2 || (1900...2999).contains(year)
    }

    private static func isMonth(_ word: String) -> Bool {
        let word = word.lowercased().filter { $0 != "." }
        return word.count >= 3 && months.contains { $0.hasPrefix(word) }
    }

    /// "09:12:33", "09.12", "kl", "AM", "GMT+2", "+02:00".
    private static func isOfTime(_ word: String) -> Bool {
        ["kl", "kl.", "am", "pm", "fm", "em"].contains(word.lowercased()) || word.hasPrefix("GMT")
            || word.hasPrefix("UTC")
            || (word.contains { $0.isNumber } && word.allSatisfy { $0.isNumber || ":.+-Z".contains($0) })
    }

    private static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]
}
