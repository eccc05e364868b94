import Survey

/// A share as it is written: "65 %", "65,4", "0.654".
struct WrittenShare {
    private let whole: Int
    /// Digits after the decimal sign.
    private let decimals: [Int]
    let hasSign: Bool

    /// Nil where it is no number, or one below nothing.
    init?(_ text: String) {
        var rest = String(text.filter { !$0.isWhitespace })
        let signed = rest
        if rest.hasSuffix("%") { rest.removeLast() }
        for word in ["procent", "proc."] where rest.lowercased().hasSuffix(word) { rest.removeLast(word.count) }
        hasSign = rest != signed
        let parts = rest.split(separator: ",", omittingEmptySubsequences: false).flatMap {
            $0.split(separator: ".", omittingEmptySubsequences: false)
        }
        guard (1...2).contains(parts.count), let first = parts.first, (1...3).contains(first.count),
            first.allSatisfy(\.isASCIIDigit), let whole = Int(first)
        else { return nil }
        self.whole = whole
        guard parts.count == 2 else {
            decimals = []
            return
        }
        guard (1...40).contains(parts[1].count), parts[1].allSatisfy(\.isASCIIDigit) else { return nil }
        decimals = parts[1].compactMap { $0.wholeNumberValue }
    }

    /// More than nothing and less than one.
    var isBelowOne: Bool { whole == 0 && decimals.contains { $0 != 0 } }
    var isAboveOne: Bool { whole > 1 || (whole == 1 && decimals.contains { $0 != 0 }) }
    var isOne: Bool { whole == 1 && decimals.allSatisfy { $0 == 0 } }

    /// In ten-millionths, what comes after rounded half up; nil above 100 %.
    ///
    /// - Parameter asRatio: 0.65 is 65 %, and not 0.65 %.
    func tenMillionths(asRatio: Bool) -> Int? {
        let kept = asRatio ? 7 : 5
        var value = whole
        for place in 0..<kept { value = 10 * value + (decimals.indices.contains(place) ? decimals[place] : 0) }
        if decimals.indices.contains(kept), decimals[kept] >= 5 { value += 1 }
        return value <= NationalShare.unit ? value : nil
    }

    /// Whether `count` of `answers` is what is written, when it is rounded as the writing is: a half to either side.
    func agrees(asRatio: Bool, with count: Int, of answers: Int) -> Bool {
        guard let value = tenMillionths(asRatio: asRatio) else { return false }
        let digits = min(decimals.count, asRatio ? 7 : 5)
        let step = (0..<((asRatio ? 7 : 5) - digits)).reduce(1) { step, _ in 10 * step }
        return 2 * abs(value * answers - count * NationalShare.unit) <= max(step, 2) * answers
    }

    /// "65 (40)", "65 / 40": two numbers in one cell.
    static func holdsTwo(_ text: String) -> Bool {
        text.split(whereSeparator: { !($0.isASCIIDigit || $0 == "," || $0 == ".") })
            .count { $0.contains(where: \.isASCIIDigit) } > 1
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
