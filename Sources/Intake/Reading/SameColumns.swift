import Survey
import Tabular

/// Puts several columns that stand for the same together, such as one of labels beside one of codes.
struct SameColumns {
    /// Of each row the code that its columns agree on.
    private(set) var codes: [UInt16]
    /// Columns, the first apart, that turned out to be something else.
    private(set) var different: [Int] = []

    /// - Parameters:
    ///   - columns: at least one, in the order of the file.
    ///   - unknown: the fact for a text that stands for nothing.
    ///   - words: what a code stands for.
    init(
        _ columns: [CodedColumn], _ table: borrowing Table, _ layout: Layout, _ faults: inout CellFaults,
        unknown: (String) -> Problem.Fact, words: (UInt16) -> String
    ) {
        let first = columns[0]
        let letters = Place.letters(of: first.column.index + 1)
        codes = first.column.codes.replaced(by: first.plainCodes)
        if first.hasFaults { faults.add(first.column, table, layout, first.codes, unknown) }
        for other in columns.dropFirst() {
            let others = other.column.codes.replaced(by: other.plainCodes)
            var (same, differing) = (0, 0)
            for (mine, theirs) in zip(codes, others) where mine != 0 && theirs != 0 {
                if mine == theirs { same += 1 } else { differing += 1 }
            }
            let counts = other.column.codes.counts(of: other.codes.count)
            let unknowns = zip(other.codes, counts).reduce(0) { $1.0 == nil ? $0 + $1.1 : $0 }
            // Few differences are faults in the cells; many mean that it is another column.
            guard differing + unknowns <= same else {
                different.append(other.column.index)
                continue
            }
            if other.hasFaults { faults.add(other.column, table, layout, other.codes, unknown) }
            if differing > 0 {
                let mine = codes
                faults.add(other.column.index, table, layout) { row in
                    mine[row] != 0 && others[row] != 0 && mine[row] != others[row]
                        ? .disagreement(value: words(others[row]), other: words(mine[row]), column: letters) : nil
                }
            }
            for row in codes.indices where codes[row] == 0 { codes[row] = others[row] }
        }
    }
}
