/// Cells whose answers together are known.
struct KnownSum {
    /// Places, rising.
    var cells: [Int]
    var value: RowCounts
    /// Known without anything of the breakdown in the workbook: from the total, or from a workbook that was given out before.
    var isGiven: Bool
}

/// The sets of cells whose answers follow exactly from known sums, by addition and subtraction.
struct ExactSums {
    /// Answers of single cells; nil for those that are not known alone.
    private(set) var single: [RowCounts?]
    /// Known sums of the other cells, with what is known alone taken out.
    private(set) var remaining: [KnownSum] = []
    /// Every set of the other cells whose sum is known.
    private(set) var together: [(cells: [Int], value: RowCounts)] = []

    init(_ known: [KnownSum], cells count: Int) {
        single = [RowCounts?](repeating: nil, count: count)
        substitute(known)
        switch remaining.count {
        case 0: break
        case 1: together = [(remaining[0].cells, remaining[0].value)]
        default: together = RowSpace(remaining, cells: count).sets
        }
    }

    /// Takes out cells that are known alone until no more of them are found.
    private mutating func substitute(_ known: [KnownSum]) {
        remaining = known
        var isDone = false
        while !isDone {
            isDone = true
            var kept: [KnownSum] = []
            for var sum in remaining {
                for cell in sum.cells { if let alone = single[cell] { sum.value = sum.value - alone } }
                sum.cells.removeAll { single[$0] != nil }
                if sum.cells.isEmpty { continue }
                if sum.cells.count == 1 || sum.value.isNobody {
                    // Nobody together is nobody in each.
                    for cell in sum.cells { single[cell] = sum.value }
                    isDone = false
                } else if !kept.contains(where: { $0.cells == sum.cells }) {
                    kept.append(sum)
                }
            }
            remaining = kept
        }
    }
}

/// Sums of cells by Gauss-Jordan elimination in whole numbers.
struct RowSpace {
    private struct Row {
        var factors: [Int]
        /// By class.
        var values: [Int]
        var pivot: Int
    }
    private var rows: [Row] = []
    private let sums: [KnownSum]
    private let count: Int
    /// So many independent sums are combined in every way; of more only each alone.
    private static let mostCombined = 10

    init(_ sums: [KnownSum], cells count: Int) {
        self.sums = sums
        self.count = count
        for sum in sums {
            guard let row = reduced(sum.cells, sum.value), let pivot = row.factors.firstIndex(where: { $0 != 0 })
            else { continue }
            let new = Row(factors: row.factors, values: row.values, pivot: pivot)
            rows = rows.map { $0.factors[pivot] == 0 ? $0 : Self.eliminated($0, by: new) ?? $0 }
            rows.append(new)
        }
    }

    /// Whether the sum of these cells is known.
    func contains(_ cells: [Int]) -> Bool {
        guard let rest = reduced(cells, RowCounts()) else { return false }
        return rest.factors.allSatisfy { $0 == 0 }
    }

    /// Every set of cells that is a combination of the rows: its factor at each pivot, where the other rows have none, is
    /// none or the whole of that row, so that there are no more than two to the power of the rows.
    var sets: [(cells: [Int], value: RowCounts)] {
        guard rows.count <= Self.mostCombined else { return sums.map { ($0.cells, $0.value) } }
        var found: [(cells: [Int], value: RowCounts)] = []
        for chosen in 1..<(1 << rows.count) {
            var factors = [Int](repeating: 0, count: count)
            var values = [0, 0, 0, 0]
            var isWhole = true
            // Over a common denominator: the product of the pivots' factors stays small, since the factors are.
            guard let scale = scale else { return sums.map { ($0.cells, $0.value) } }
            for (place, row) in rows.enumerated() where chosen & (1 << place) != 0 {
                let times = scale / row.factors[row.pivot]
                for cell in 0..<count { factors[cell] += times * row.factors[cell] }
                for part in 0..<4 { values[part] += times * row.values[part] }
            }
            for factor in factors where factor != 0 && factor != scale { isWhole = false }
            guard isWhole, values.allSatisfy({ $0 % scale == 0 }) else { continue }
            found.append(
                (
                    factors.indices.filter { factors[$0] != 0 },
                    RowCounts(
                        negative: values[0] / scale, neither: values[1] / scale, positive: values[2] / scale,
                        clearlyPositive: values[3] / scale)
                ))
        }
        return found
    }

    /// A multiple of every pivot's factor; nil where that is out of all proportion.
    private var scale: Int? {
        var scale = 1
        for row in rows {
            let factor = abs(row.factors[row.pivot])
            scale = scale / Self.greatestDivisor(scale, factor) * factor
            if scale > 1_000_000 { return nil }
        }
        return scale
    }

    /// What is left of a sum when the rows are taken out of it; nil where the numbers grow out of all proportion.
    private func reduced(_ cells: [Int], _ value: RowCounts) -> (factors: [Int], values: [Int])? {
        var row = Row(
            factors: [Int](repeating: 0, count: count),
            values: [value.negative, value.neither, value.positive, value.clearlyPositive], pivot: 0)
        for cell in cells { row.factors[cell] = 1 }
        for known in rows where row.factors[known.pivot] != 0 {
            guard let next = Self.eliminated(row, by: known) else { return nil }
            row = next
        }
        return (row.factors, row.values)
    }

    /// Nil where a number is too large.
    private static func eliminated(_ row: Row, by other: Row) -> Row? {
        let (own, its) = (row.factors[other.pivot], other.factors[other.pivot])
        func combined(_ a: [Int], _ b: [Int]) -> [Int]? {
            var result: [Int] = []
            for (x, y) in zip(a, b) {
                let (p, over) = x.multipliedReportingOverflow(by: its)
                let (q, overToo) = y.multipliedReportingOverflow(by: own)
                guard !over, !overToo, abs(p) < 1 << 60, abs(q) < 1 << 60 else { return nil }
                result.append(p - q)
            }
            return result
        }
        guard let factors = combined(row.factors, other.factors), let values = combined(row.values, other.values)
        else { return nil }
        let divisor = (factors + values).reduce(0) { greatestDivisor($0, abs($1)) }
        guard divisor > 1 else { return Row(factors: factors, values: values, pivot: row.pivot) }
        return Row(factors: factors.map { $0 / divisor }, values: values.map { $0 / divisor }, pivot: row.pivot)
    }

    private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension RowCounts {
    /// No answer in any class, rather than answers that even each other out.
    var isNobody: Bool { negative == 0 && neither == 0 && positive == 0 && clearlyPositive == 0 }

    var hasNegativeCount: Bool { min(negative, neither, positive, clearlyPositive) < 0 }
}
