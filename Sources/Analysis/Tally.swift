public import Survey

/// Counts every answer to a question in every group: one pass over the column. A respondent who is in several groups is
/// counted in each.
///
/// - Returns: one `ClassCounts` a group, in the order of `grouping.names`.
public func tally(_ column: QuestionColumn, on scale: Scale, by grouping: Grouping) -> [ClassCounts] {
    Tally(column, on: scale, by: grouping).groups
}

/// The answers to a question, counted by group and by cell.
struct Tally {
    /// In the order of the grouping's names.
    let groups: [ClassCounts]
    /// The substantive ones of each cell, and last of those who are in none.
    let cells: [RowCounts]
}

extension Tally {
    init(_ column: QuestionColumn, on scale: Scale, by grouping: Grouping) {
        // A power of two, so that the place of a count is a shift away. Room for the blank, the categories (they fit by
        // `mostCategories`) and, last, every code outside the scale.
        let shift = (scale.categories.count + 2).nextPowerOfTwoExponent
        let stride = 1 << shift
        let counts = histogram(column.codes, by: grouping, shift: shift)
        let sums = grouping.groupSums(counts, width: stride)
        groups = grouping.names.indices.map { group in
            ClassCounts(sums[group * stride..<(group + 1) * stride], on: scale)
        }
        let classes = (0..<stride).map { code -> AnswerClass? in
            if case .answer(let kind) = scale.meaning(of: AnswerCode(clamping: code)) { kind } else { nil }
        }
        cells = (0...grouping.cellCount).map { cell in
            var row = RowCounts()
            for (code, kind) in classes.enumerated() {
                let count = counts[cell << shift + code]
                switch kind {
                case .negative: row.negative += count
                case .neither: row.neither += count
                case .positive: row.positive += count
                case .clearlyPositive: row.clearlyPositive += count
                case nil: break
                }
            }
            return row
        }
    }
}

/// The count of code c in cell g stands at `g << shift + c`; a code above the last place counts there.
private func histogram(_ answers: [AnswerCode], by grouping: Grouping, shift: Int) -> [Int] {
    let most = AnswerCode(clamping: (1 << shift) - 1)
    // Two rows of counts, taken in turn: equal answers in a row then do not wait for one another.
    let half = (grouping.cellCount + 1) << shift
    var counts = [Int](repeating: 0, count: 2 * half)
    counts.withUnsafeMutableBufferPointer { counts in
        answers.withUnsafeBufferPointer { answers in
            if let codes = grouping.codes {
                codes.withUnsafeBufferPointer { codes in
                    // Every code is at most cellCount, by Grouping's constructor.
                    for row in 0..<min(answers.count, codes.count) {
                        counts[(row & 1) * half + Int(codes[row]) << shift + Int(min(answers[row], most))] &+= 1
                    }
                }
            } else {
                for row in answers.indices {
                    counts[(row & 1) * half + Int(min(answers[row], most))] &+= 1
                }
            }
        }
    }
    return (0..<half).map { counts[$0] + counts[half + $0] }
}

extension Int {
    /// The least e with 2^e >= self.
    fileprivate var nextPowerOfTwoExponent: Int {
        self <= 1 ? 0 : Int.bitWidth - (self - 1).leadingZeroBitCount
    }
}
