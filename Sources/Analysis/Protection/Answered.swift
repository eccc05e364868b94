/// Some people as one item counts them: how many they are, and how many of them gave each class of answer.
///
/// How many the respondents are is an item of one class, which everybody is in.
struct Answered: Hashable {
    var respondents = 0
    /// Negative, neither, positive, clearly positive.
    var counts = SIMD4<Int>(repeating: 0)

    var base: Int { counts.wrappedSum() }

    var row: RowCounts {
        RowCounts(negative: counts[0], neither: counts[1], positive: counts[2], clearlyPositive: counts[3])
    }

    static func + (a: Self, b: Self) -> Self {
        Self(respondents: a.respondents + b.respondents, counts: a.counts &+ b.counts)
    }

    static func - (a: Self, b: Self) -> Self {
        Self(respondents: a.respondents - b.respondents, counts: a.counts &- b.counts)
    }

    static func += (a: inout Self, b: Self) { a = a + b }
}

extension CountedRows {
    /// - Parameter item: nil for how many the respondents are.
    func answered(_ item: Int?) -> Answered {
        guard let item else { return Answered(respondents: respondents, counts: [respondents, 0, 0, 0]) }
        let row = rows[item]
        return Answered(
            respondents: respondents, counts: [row.negative, row.neither, row.positive, row.clearlyPositive])
    }
}

/// Classes of answer that are counted together: 1 for each that is among them.
typealias Classes = SIMD4<Int>

extension Answered {
    func count(_ classes: Classes) -> Int { (counts &* classes).wrappedSum() }
}

extension Classes {
    static let negative: Self = [1, 0, 0, 0]
    static let neither: Self = [0, 1, 0, 0]
    static let notPositive: Self = [1, 1, 0, 0]
    static let positive: Self = [0, 0, 1, 0]
    static let clearlyPositive: Self = [0, 0, 0, 1]
    static let everybody: Self = [1, 1, 1, 1]
}
