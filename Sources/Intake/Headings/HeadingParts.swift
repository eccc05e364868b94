import Survey

/// The ways in which survey tools put a question's heading together, taken apart again. Every function takes a text whose
/// only white space is single spaces, and gives nil or nothing where the heading is not written so.
enum HeadingParts {
    /// A text around another: "Question [Sub]", "Question - Sub".
    struct Pair {
        let outer: String
        let inner: String
    }

    /// "Question [Sub]", or as SPSS files from LimeSurvey have it "[Sub] Question".
    static func bracketed(_ text: String) -> Pair? {
        if text.last == "]", let open = text.lastIndex(of: "["), open > text.startIndex {
            return pair(text[..<open], text[text.index(after: open)...].dropLast())
        }
        if text.first == "[", let close = text.firstIndex(of: "]") {
            return pair(text[text.index(after: close)...], text[..<close].dropFirst())
        }
        return nil
    }

    /// "Question (Sub)".
    static func inParentheses(_ text: String) -> Pair? {
        guard text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex else { return nil }
        return pair(text[..<open], text[text.index(after: open)...].dropLast())
    }

    /// "Q1_SQ001": code and code.
    static func underscored(_ text: String) -> Pair? {
        guard isCode(text), let sign = text.lastIndex(of: "_") else { return nil }
        return pair(text[..<sign], text[text.index(after: sign)...])
    }

    /// Every way to divide "Question - Sub", "Question: Sub", "Question/Sub" and "Question | Sub", the first sign first.
    static func separated(_ text: String) -> [Pair] {
        var pairs: [Pair] = []
        var index = text.startIndex
        while index < text.endIndex, pairs.count < mostSeparators {
            let after = text.index(after: index)
            let isSeparator: Bool
            switch text[index] {
            case "/": isSeparator = true
            // Within words these are hyphens and times of day.
            case "-", "–", "—", "|", ">", ":": isSeparator = after < text.endIndex && text[after] == " "
            default: isSeparator = false
            }
            if isSeparator, let pair = pair(text[..<index], text[after...]) { pairs.append(pair) }
            index = after
        }
        return pairs
    }

    /// What follows "3. ", "3) ", "3: ", "3.1 ", "Fråga 3: ", "Q3. " or "Q1[SQ001]. ": a number or code of the tool's.
    static func behindFront(_ text: String) -> String? {
        behindNumber(text) ?? behindCode(text)?.rest
    }

    static func behindNumber(_ text: String) -> String? {
        var rest = text[...]
        guard let byte = text.utf8.first else { return nil }
        if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let start = rest.prefix(longestWord).lowercased()
            guard let word = words.first(where: start.hasPrefix) else { return nil }
            rest = rest.dropFirst(word.count)
        }
        let digits = rest.prefix { $0.isNumber || $0 == "." }
        guard let first = digits.first, first.isNumber, digits.count <= 6 else { return nil }
        rest = rest[digits.endIndex...]
        // "3a. "
        if let letter = rest.first, letter.isLetter, !(rest.dropFirst().first?.isLetter ?? true) {
            rest = rest.dropFirst()
        }
        let signs = rest.prefix { ".):-– ".contains($0) }
        // "3D-skrivare" has no number in front.
        guard digits.last == "." || !signs.isEmpty else { return nil }
        let behind = rest[signs.endIndex...]
        return behind.isEmpty ? nil : String(behind)
    }

    static func behindCode(_ text: String) -> (code: String, rest: String)? {
        var index = text.startIndex
        var length = 0
        while index < text.endIndex, length <= longestCode {
            let after = text.index(after: index)
            if ".:)".contains(text[index]), after < text.endIndex, text[after] == " " {
                let code = String(text[..<index])
                let rest = text[after...].drop { $0 == " " }
                return isCode(code) && !isFreeText(code) && !rest.isEmpty ? (code, String(rest)) : nil
            }
            if text[index] == " " { return nil }
            index = after
            length += 1
        }
        return nil
    }

    /// The code of one of several subquestions: "Q1[SQ003]", "Q1_SQ003", "SQ003" or "Q1_3".
    static func numbered(_ text: String) -> (prefix: String, number: Int)? {
        let code = behindCode(text)?.code ?? text
        guard isCode(code) else { return nil }
        let sub = bracketed(code) ?? underscored(code) ?? Pair(outer: "", inner: code)
        guard isSubcode(sub.inner), let number = Int(sub.inner.drop { !$0.isNumber }) else { return nil }
        // A number alone is not a subquestion's.
        if sub.outer.isEmpty, sub.inner.first?.isLetter != true { return nil }
        return (sub.outer, number)
    }

    /// "SQ001", "sq3", "1": what tools call a subquestion or an option that nobody has named.
    static func isSubcode(_ text: String) -> Bool {
        let digits = text.lowercased().hasPrefix("sq") ? text.dropFirst(2) : text[...]
        return (1...4).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// A word of the tool's: no spaces, letters and digits with underscores and brackets.
    static func isCode(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber, text.utf8.count <= longestCode else {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "[", "]", ".", "-", "#": true
            case ..<"\u{80}": false
            default: scalar.properties.isAlphabetic
            }
        }
    }

    /// "Q1", "F12": a letter or two and a number.
    static func isQuestionCode(_ text: String) -> Bool {
        let letters = text.prefix { $0.isLetter }
        let digits = text[letters.endIndex...]
        return (1...3).contains(letters.count) && (1...4).contains(digits.count) && digits.allSatisfy(\.isNumber)
    }

    /// What a tool writes beside a question to tell its two columns apart: codes and labels.
    static func tellsCodesFromLabels(_ text: String) -> Bool { codesAndLabels.contains(TextKey(text).text) }

    /// "Kommentar: Får du stöd?", "Q1[other]": free text beside what stands in the other part.
    static func isFreeText(_ text: String) -> Bool {
        TextKey(text).text.split(separator: " ").first.map { freeText.contains(String($0)) } ?? false
    }

    private static let freeText: Set<String> = [
        "kommentar", "kommentarer", "kommentera", "comment", "comments", "other", "motivera", "motivering", "utveckla",
        "fritext", "fritextsvar", "förklara", "beskriv",
    ]
    private static let codesAndLabels: Set<String> = [
        "kod", "koder", "värde", "värden", "siffra", "siffror", "text", "svar", "svarstext", "svarskod", "etikett",
        "namn",
        "code", "codes", "value", "values", "label", "labels", "answer",
    ]
    /// What may stand before a question's number.
    private static let words = ["fråga ", "question ", "nr ", "nr. "]
    private static let longestWord = 9
    private static let mostSeparators = 6
    /// Characters.
    private static let longestCode = 60

    private static func pair(_ outer: Substring, _ inner: Substring) -> Pair? {
        let (outer, inner) = (trimmed(outer), trimmed(inner))
        return outer.isEmpty || inner.isEmpty ? nil : Pair(outer: outer, inner: inner)
    }

    private static func trimmed(_ text: Substring) -> String {
        let text = text.first == " " ? text.dropFirst() : text
        return String(text.last == " " ? text.dropLast() : text)
    }
}
