public import Analysis
import Survey

extension StatedShare {
    /// "84 %", "84,4 %": without the zeros at the end that computed shares have.
    var shown: String { "\(number) %" }

    /// "84,4".
    var number: String {
        var (units, places) = (units, decimals)
        while places > 1, units % 10 == 0 { (units, places) = (units / 10, places - 1) }
        if decimals > 2, places == 1, units % 10 == 0 { (units, places) = (units / 10, 0) }
        guard places > 0 else { return "\(units)" }
        var unit = 1
        for _ in 0..<places { unit *= 10 }
        let part = String(units % unit)
        return "\(units / unit)," + String(repeating: "0", count: places - part.utf8.count) + part
    }
}

/// "+9", "−3" with U+2212, "0".
func signed(_ number: Int) -> String {
    number > 0 ? "+\(number)" : number < 0 ? "\u{2212}\(-number)" : "0"
}

/// "2, 6 och 8".
func enumeration(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " och " + last
}

extension Bases {
    /// "25", "8, 16, 24 och 32", "19–32", "7, 14 och 12 andra upp till 32".
    public var swedish: String {
        guard runs.count > 6 else {
            return enumeration(
                runs.flatMap { run in
                    run.count < 3 ? run.map(String.init) : ["\(run.lowerBound)–\(run.upperBound)"]
                })
        }
        let first = runs.prefix(3).flatMap { $0.prefix(1) }.map(String.init)
        return "\(first.joined(separator: ", ")) och \(count - first.count) andra upp till \(largest ?? 0)"
    }
}

extension Measure {
    var swedish: String {
        switch self {
        case .negative: "negativt"
        case .neither: "varken eller"
        case .positive: "positivt"
        case .clearlyPositive: "klart positivt"
        }
    }
}

extension OtherRounding {
    /// Ends "om andelarna är …".
    var swedish: String {
        switch self {
        case .halfEven: "avrundade med halva till närmaste jämna tal"
        case .toHundred: "justerade så att raden summerar till 100 (största rest)"
        case .down: "avkortade, så att decimalerna bara har strukits"
        case .up: "avrundade uppåt"
        }
    }
}

extension Rounding {
    var swedish: String {
        switch self {
        case .halfUp: "avrundad med halva uppåt"
        case .halfEven: "avrundad med halva till närmaste jämna tal"
        case .down: "avkortad, så att decimalerna bara har strukits"
        case .up: "avrundad uppåt"
        }
    }
}

extension Grade {
    public var swedish: String {
        switch self {
        case .impossible: "omöjlig"
        case .unlikely: "osannolik"
        case .roundedOtherwise: "avrundad för hand"
        case .possible: "möjlig"
        }
    }
}

extension FigurePlace {
    /// "blad ”Personal”, rad 17, kolumn C".
    public var swedish: String {
        (sheet.map { "blad ”\($0)”, " } ?? "") + "rad \(row), kolumn \(letters)"
    }

    /// By which a spreadsheet program names the column.
    public var letters: String {
        var (letters, rest) = ("", column)
        while rest > 0, let letter = UnicodeScalar(64 + UInt32((rest - 1) % 26 + 1)) {
            letters = String(Character(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
