import Analysis

/// Shares that a text states with their counts: "63 % (12 av 18)", "12 av 18 (67 %)", "175 av 772 besökare, 27 %".
func ratiosInText(of grid: Grid) -> [Finding] {
    grid.rows.flatMap { row in
        row.filled.flatMap { cell in
            ratios(in: cell.text).map { found in
                Finding(
                    place: FigurePlace(sheet: grid.sheet, row: row.sheetRow, column: cell.column + 1),
                    subject: cell.column > 0 ? row[0] : "", stated: found.stated,
                    fact: .ratio(found.judgement, count: found.count, of: found.base, found.share, isRate: false))
            }
        }
    }
}

private struct TextRatio {
    let stated: String
    let count: Int
    let base: Int
    let share: StatedShare
    let judgement: RatioJudgement
}

private enum Token: Hashable {
    case number(StatedNumber, String)
    case word(String)
    case sign(Unicode.Scalar)

    var count: Int? { if case .number(let number, _) = self { number.count } else { nil } }
    var isNumber: Bool { if case .number = self { true } else { false } }
    var text: String {
        switch self {
        case .number(_, let text), .word(let text): text
        case .sign(let sign): String(sign)
        }
    }
}

private func ratios(in text: String) -> [TextRatio] {
    // Most cells have no such words.
    guard text.utf8.count < 10_000, text.contains("av"), text.contains("%") || text.contains("procent") else {
        return []
    }
    let tokens = tokens(of: text)
    var used: Set<Int> = []
    var found: [TextRatio] = []
    for place in tokens.indices where tokens[place] == .word("av") {
        let fillers: Set<Token> = [.word("de"), .word("totalt"), .word("sammanlagt"), .word("alla"), .word("våra")]
        var behind = place + 1
        while behind < tokens.count, fillers.contains(tokens[behind]) { behind += 1 }
        guard place > 0, behind < tokens.count, let count = tokens[place - 1].count, let base = tokens[behind].count,
            let percent = before(place - 1, tokens, used) ?? after(behind, tokens)
        else { continue }
        used.insert(percent)
        guard case .number(let number, let shown) = tokens[percent], let share = number.share(isRatio: false),
            let judgement = share.judged(as: count, of: base)
        else { continue }
        found.append(
            TextRatio(
                stated: "\(shown) (\(count) av \(base))", count: count, base: base, share: share, judgement: judgement))
    }
    return found
}

/// The percentage right before "(12 av 18".
private func before(_ place: Int, _ tokens: [Token], _ used: Set<Int>) -> Int? {
    var place = place - 1
    var signs = 0
    while place >= 0, signs < 2, case .sign(let sign) = tokens[place], "(,".unicodeScalars.contains(sign) {
        (place, signs) = (place - 1, signs + 1)
    }
    guard place >= 0, signs > 0, isPercent(tokens[place]), !used.contains(place) else { return nil }
    return place
}

/// The percentage behind "12 av 18 deltagare (" or "12 av 18, ".
private func after(_ place: Int, _ tokens: [Token]) -> Int? {
    var place = place + 1
    var words = 0
    while place < tokens.count, words <= 4, case .word = tokens[place] { (place, words) = (place + 1, words + 1) }
    var hasSign = false
    while place < tokens.count, case .sign(let sign) = tokens[place], "(,=".unicodeScalars.contains(sign) {
        (place, hasSign) = (place + 1, true)
    }
    let links: Set<Token> = [
        .word("eller"), .word("dvs"), .word("alltså"), .word("vilket"), .word("motsvarar"), .word("motsvarande"),
        .word("är"),
    ]
    while place < tokens.count, hasSign, links.contains(tokens[place]) { place += 1 }
    guard place < tokens.count, hasSign, isPercent(tokens[place]) else { return nil }
    return place
}

private func isPercent(_ token: Token) -> Bool {
    if case .number(let number, _) = token { number.isPercent } else { false }
}

/// Words, numbers with their percent sign or the word "procent", and other signs.
private func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
        if first.isWhitespace {
            rest.removeFirst()
        } else if first.isNumber {
            let digits = rest.prefix { $0.isNumber }
            var number = String(digits)
            rest = rest.dropFirst(digits.count)
            if let point = rest.first, point == "," || point == ".", rest.dropFirst().first?.isNumber == true {
                let decimals = rest.dropFirst().prefix { $0.isNumber }
                number += "." + decimals
                rest = rest.dropFirst(decimals.count + 1)
            }
            let behind = rest.drop(while: \.isWhitespace)
            var shown = number.replacing(".", with: ",")
            if behind.first == "%" {
                rest = behind.dropFirst()
                (number, shown) = (number + "%", shown + " %")
            } else if behind.hasPrefix("procent"), !behind.hasPrefix("procenten") {
                rest = behind.dropFirst("procent".count)
                (number, shown) = (number + "%", shown + " %")
            }
            tokens.append(StatedNumber(number).map { .number($0, shown) } ?? .word(number))
        } else if first.isLetter {
            let word = rest.prefix { $0.isLetter }
            tokens.append(.word(word.lowercased()))
            rest = rest.dropFirst(word.count)
        } else {
            if let scalar = first.unicodeScalars.first { tokens.append(.sign(scalar)) }
            rest.removeFirst()
        }
    }
    return tokens
}
