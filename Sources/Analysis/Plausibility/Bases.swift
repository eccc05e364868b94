/// How many answers a table says that its shares are of.
public enum StatedBase: Hashable, Sendable {
    /// So many answered the questionnaire; some may have left out the question.
    case atMost(Int)
    /// So many answered the question.
    case exactly(Int)
    /// Nothing is said.
    case unknown

    /// The bases to try: no more than are needed for any row of whole percentages to have one.
    var candidates: ClosedRange<Int>? {
        switch self {
        case .atMost(let most): most > 0 ? 1...min(most, Self.mostTried) : nil
        case .exactly(let base): base > 0 ? base...base : nil
        case .unknown: 1...1_000
        }
    }

    /// From here on every row of whole percentages, and of one decimal, that sums to 99-101 is possible.
    static let mostTried = 10_000
}

/// Numbers of answers, as runs in rising order.
public struct Bases: Hashable, Sendable {
    public private(set) var runs: [ClosedRange<Int>]

    public init(_ runs: [ClosedRange<Int>] = []) { self.runs = runs }

    /// Those of the candidates that fit.
    init(of candidates: ClosedRange<Int>, where fits: (Int) -> Bool) {
        runs = []
        for base in candidates where fits(base) { append(base) }
    }

    private mutating func append(_ base: Int) {
        if let last = runs.last, last.upperBound + 1 == base {
            runs[runs.count - 1] = last.lowerBound...base
        } else {
            runs.append(base...base)
        }
    }

    public var isEmpty: Bool { runs.isEmpty }
    public var largest: Int? { runs.last?.upperBound }
    public var count: Int { runs.reduce(0) { $0 + $1.count } }

    public func contains(_ base: Int) -> Bool { runs.contains { $0.contains(base) } }

    /// The numbers that are in both.
    public func intersection(_ other: Bases) -> Bases {
        var (common, a, b): ([ClosedRange<Int>], Int, Int) = ([], 0, 0)
        while a < runs.count, b < other.runs.count {
            if runs[a].overlaps(other.runs[b]) { common.append(runs[a].clamped(to: other.runs[b])) }
            if runs[a].upperBound < other.runs[b].upperBound { a += 1 } else { b += 1 }
        }
        return Bases(common)
    }
}
