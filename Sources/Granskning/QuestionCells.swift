import Analysis
import Survey

/// The shares and changes of a row, each with its column.
struct QuestionCells {
    private(set) var row = StatedRow()
    private(set) var changes: [(measure: Measure, points: Int, column: Int)] = []
    /// The column of the first share, from 0.
    private(set) var column = 0
    /// As they stand.
    private(set) var stated = ""
    /// Whether none of the columns for shares has anything in it but what stands for no figure.
    private(set) var isWithoutFigures = true

    private var numbers: [Measure: StatedNumber] = [:]
    private var noAnswer: StatedNumber?

    var hasShares: Bool { !numbers.isEmpty }

    /// - Parameter year: of the columns whose headings have a year, those of this one are read; changes are the last year's.
    init(_ row: GridRow, _ headings: Headings, year: Int?) {
        var texts: [String] = []
        for (place, role) in headings.roles.enumerated() {
            let text = row[place]
            switch role {
            case .share(let measure, let own):
                guard own == nil || own == year else { continue }
                if !isNoFigure(text) { isWithoutFigures = false }
                guard let cell = ShareCell(text) else { continue }
                if texts.isEmpty { column = place }
                texts.append(text)
                // One alone in brackets is that of its column; two in a column without brackets in its heading are a pair.
                if let main = cell.main ?? cell.bracketed { numbers[measure] = main }
                if measure == .positive, cell.main != nil, let clearly = cell.bracketed {
                    numbers[.clearlyPositive] = clearly
                }
            case .shares(let own):
                guard own == nil || own == year else { continue }
                if !isNoFigure(text) { isWithoutFigures = false }
                guard let cell = ShareCell(text) else { continue }
                if texts.isEmpty { column = place }
                texts.append(text)
                numbers[.positive] = cell.main
                if let clearly = cell.bracketed { numbers[.clearlyPositive] = clearly }
            case .change(let measure):
                guard year == nil || year == headings.years.last else { continue }
                let first = text.split(separator: " ").prefix(1).joined()
                if let points = StatedNumber(text)?.points ?? StatedNumber(first)?.points {
                    changes.append((measure, points, place))
                }
            case .noAnswer: noAnswer = ShareCell(text)?.main
            default: continue
            }
        }
        stated = texts.joined(separator: " | ")
    }

    /// Makes shares of the numbers: a cell of a workbook may hold 0.84 and show 84 %.
    /// - Parameter isWorkbook: 1 alone may be 100 %.
    mutating func settle(isWorkbook: Bool) {
        let isRatio = areRatios(isWorkbook)
        var shares = numbers.compactMapValues { $0.share(isRatio: isRatio) }
        // Where one was computed the others were too: 0.5 beside 0.84375 is no rounded half.
        let decimals = shares.values.map(\.decimals).max() ?? 0
        if isRatio, decimals >= 3 {
            shares = shares.mapValues(\.exact)
        }
        for (measure, share) in shares { row[measure] = share }
        // What is left of the whole is then not neither alone, and is not judged.
        if let noAnswer = noAnswer?.share(isRatio: isRatio), isPart(noAnswer) { row.neither = nil }
        if isRatio { stated = Measure.allCases.compactMap { row[$0].map { $0.shown } }.joined(separator: " | ") }
    }

    /// Whether the three parts are a whole only together with this one, up to their rounding.
    private func isPart(_ noAnswer: StatedShare) -> Bool {
        guard let negative = row.negative, let neither = row.neither, let positive = row.positive else { return false }
        let parts = [negative, neither, positive]
        func misses(_ shares: [StatedShare]) -> Double {
            abs(100 - shares.reduce(0) { $0 + 100 * Double($1.units) / Double($1.whole) })
        }
        return misses(parts + [noAnswer]) < min(misses(parts), 2)
    }

    /// Whether the numbers without a percent sign are parts of 1, not of 100: no row of percentages has them all that small.
    private func areRatios(_ isWorkbook: Bool) -> Bool {
        let plain = numbers.values.filter { !$0.isPercent }
        let areAll = plain.count == numbers.count && plain.count > 1
        return plain.allSatisfy(\.isAtMostOne) && (plain.contains { $0.decimals > 0 } || isWorkbook && areAll)
    }
}

extension StatedNumber {
    /// Whether it is 1 or less.
    var isAtMostOne: Bool {
        var one = 1
        for _ in 0..<decimals {
            guard one < 1_000_000_000_000_000 else { return true }
            one *= 10
        }
        return digits <= one
    }
}

extension StatedShare {
    /// With all decimals.
    var exact: StatedShare {
        var units = units
        for _ in decimals..<Self.mostDecimals { units *= 10 }
        return StatedShare(units: units, decimals: Self.mostDecimals)
    }
}
