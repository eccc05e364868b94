/// The least and greatest that the counts of cells can be.
struct CountBounds {
    /// More than any count.
    static let unlimited = 1 << 40

    var lowest: [Int]
    var highest: [Int]

    /// Narrows the bounds by sums of cells until nothing changes: a cell is at most the sum less the least of the others,
    /// and at least the sum less their most. What is left is never narrower than the truth allows; it can be wider where
    /// sums overlap.
    ///
    /// - Complexity: O(cells of all sums) a round. One sum settles in one round; there are no more than `mostRounds`.
    mutating func narrow(by sums: [(cells: [Int], value: Int)]) {
        for _ in 0..<Self.mostRounds {
            var isSettled = true
            for sum in sums {
                var least = 0
                var most = 0
                for cell in sum.cells {
                    least += lowest[cell]
                    most += highest[cell]
                }
                for cell in sum.cells {
                    let greatest = sum.value - (least - lowest[cell])
                    let fewest = sum.value - (most - highest[cell])
                    // Sums that no counts have tell nothing, and their bounds would part for ever.
                    if max(fewest, lowest[cell]) > min(greatest, highest[cell]) { return }
                    if greatest < highest[cell] {
                        most -= highest[cell] - greatest
                        highest[cell] = greatest
                        isSettled = false
                    }
                    if fewest > lowest[cell] {
                        least += fewest - lowest[cell]
                        lowest[cell] = fewest
                        isSettled = false
                    }
                }
            }
            if isSettled { return }
        }
    }

    private static let mostRounds = 32

    /// Of some cells together.
    func range(of cells: [Int]) -> (lowest: Int, highest: Int) {
        cells.reduce((0, 0)) { ($0.0 + lowest[$1], $0.1 + highest[$1]) }
    }
}
