public import Survey

/// Counts every answer to a question in every group: one pass over the column. A respondent who is in several groups is
/// counted in each.
///
/// - Returns: one `ClassCounts` a group, in the order of `grouping.names`.
public func tally(_ column: QuestionColumn, on scale: Scale, by grouping: Grouping) -> [ClassCounts] {
    // A power of two, so that the place of a count is a shift away. Room for the blank, the categories (they fit by
    // `mostCategories`) and, last, every code outside the scale.
    let shift = (scale.categories.count + 2).nextPowerOfTwoExponent
    let stride = 1 << shift
    let counts = grouping.groupSums(histogram(column.codes, by: grouping, shift: shift), width: stride)
    return grouping.names.indices.map { group in
        ClassCounts(counts[group * stride..<(group + 1) * stride], on: scale)
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
