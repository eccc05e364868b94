import Analysis

/// A number as a cell writes it: "84", "84 %", "84,4 %", "1 234", "+9", "−3", "0.84375".
struct StatedNumber: Hashable, Sendable {
    /// Without sign and point.
    let digits: Int
    let decimals: Int
    let isNegative: Bool
    let isSigned: Bool
    let isPercent: Bool

    /// Nil for anything else than one number. Longer than fifteen digits is none.
    init?(_ text: some StringProtocol) {
        var scanner = NumberScanner(text)
        scanner.skipSpaces()
        guard let number = scanner.number() else { return nil }
        scanner.skipSpaces()
        guard scanner.isAtEnd else { return nil }
        self = number
    }

    init(digits: Int, decimals: Int, isNegative: Bool, isSigned: Bool, isPercent: Bool) {
        self.digits = digits
        self.decimals = decimals
        self.isNegative = isNegative
        self.isSigned = isSigned
        self.isPercent = isPercent
    }

    /// As a count of something.
    var count: Int? { decimals == 0 && !isSigned && !isPercent ? digits : nil }

    /// A year that a measurement may have been in.
    var year: Int? { count.flatMap { (1990...2099).contains($0) ? $0 : nil } }

    /// As whole procentenheter.
    var points: Int? {
        guard decimals == 0 else { return nil }
        return isNegative ? -digits : digits
    }

    /// As a share.
    /// - Parameter isRatio: 0.84 stands for 84 %, as in the cells of a spreadsheet.
    func share(isRatio: Bool) -> StatedShare? {
        guard !isNegative, !isSigned || digits > 0 else { return nil }
        let ratio = isRatio && !isPercent
        var (units, places) = (digits, decimals - (ratio ? 2 : 0))
        while places < 0 {
            guard units < 1_000_000_000_000 else { return nil }
            (units, places) = (units * 10, places + 1)
        }
        // More decimals than can matter are rounded away.
        if places > StatedShare.mostDecimals {
            var divisor = 1
            for _ in StatedShare.mostDecimals..<places {
                guard divisor < 1_000_000_000_000_000 else { return StatedShare(units: 0, decimals: 0) }
                divisor *= 10
            }
            (units, places) = ((2 * units + divisor) / (2 * divisor), StatedShare.mostDecimals)
        }
        return StatedShare(units: units, decimals: places)
    }
}

/// What stands in a cell for shares.
struct ShareCell: Hashable, Sendable {
    let main: StatedNumber?
    /// The one in brackets: "84 % (56 %)".
    let bracketed: StatedNumber?

    /// Nil for anything but one or two numbers.
    init?(_ text: String) {
        var scanner = NumberScanner(text)
        scanner.skipSpaces()
        let main = scanner.number()
        scanner.skipSpaces()
        var bracketed: StatedNumber?
        if scanner.takes("(") || scanner.takes("[") {
            scanner.skipSpaces()
            bracketed = scanner.number()
            scanner.skipSpaces()
            guard bracketed != nil, scanner.takes(")") || scanner.takes("]") else { return nil }
            scanner.skipSpaces()
        }
        guard scanner.isAtEnd, main != nil || bracketed != nil else { return nil }
        (self.main, self.bracketed) = (main, bracketed)
    }
}

/// Reads numbers from left to right.
struct NumberScanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: some StringProtocol) { scalars = Array(text.unicodeScalars.prefix(64)) }

    var isAtEnd: Bool { place == scalars.count }

    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard place < scalars.count, scalars[place] == scalar else { return false }
        place += 1
        return true
    }

    mutating func skipSpaces() {
        while place < scalars.count, isSpace(scalars[place]) { place += 1 }
    }

    mutating func number() -> StatedNumber? {
        let start = place
        let isNegative = takes("-") || takes("\u{2212}") || takes("\u{2013}")
        let isSigned = isNegative || takes("+")
        if isSigned { skipSpaces() }
        var (digits, length, decimals) = (0, 0, 0)
        guard digit != nil else {
            place = start
            return nil
        }
        while true {
            if let digit {
                guard length < 15 else {
                    place = start
                    return nil
                }
                (digits, length, place) = (digits * 10 + digit, length + (digits > 0 || digit > 0 ? 1 : 0), place + 1)
            } else if isThousandsSpace {
                place += 1
            } else {
                break
            }
        }
        if place + 1 < scalars.count, scalars[place] == "," || scalars[place] == ".", digit(at: place + 1) != nil {
            place += 1
            while let digit {
                guard length < 16 else {
                    place = start
                    return nil
                }
                (digits, length, place) = (digits * 10 + digit, length + (digits > 0 || digit > 0 ? 1 : 0), place + 1)
                decimals += 1
            }
        }
        let end = place
        skipSpaces()
        let isPercent = takes("%")
        if !isPercent { place = end }
        guard decimals <= 30 else {
            place = start
            return nil
        }
        return StatedNumber(
            digits: digits, decimals: decimals, isNegative: isNegative, isSigned: isSigned, isPercent: isPercent)
    }

    private var digit: Int? { digit(at: place) }

    private func digit(at place: Int) -> Int? {
        guard place < scalars.count, ("0"..."9").contains(scalars[place]) else { return nil }
        return Int(scalars[place].value) - 48
    }

    /// A space with three digits, and no more, behind it.
    private var isThousandsSpace: Bool {
        place < scalars.count && isSpace(scalars[place]) && (1...3).allSatisfy { digit(at: place + $0) != nil }
            && digit(at: place + 4) == nil && place > 0 && digit(at: place - 1) != nil
    }
}

func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}" || scalar == "\t"
        || scalar == "\n"
}
