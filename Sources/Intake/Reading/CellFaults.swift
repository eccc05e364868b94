import Survey
import Tabular

/// The faulty cells of a file: the first in full, the rest as a count per column.
struct CellFaults {
    /// How many faults of a file are told in full.
    static let mostInFull = 50

    /// Of each row whether it is told of; empty where all are.
    var concerned: [Bool] = []
    private var inFull: [Problem]
    /// By column, and without one for the malformed rows.
    private var counts: [(place: Place, count: Int)] = []

    init(_ table: borrowing Table, _ layout: Layout) {
        let file = layout.file
        let sheet = layout.sheet
        inFull = layout.problems
        inFull += table.malformed.prefix(Self.mostInFull).map { row in
            Problem(
                Place(file: file, sheet: sheet, row: row.sheetRow), .moreCells(found: row.found, expected: row.expected)
            )
        }
        counts.append((Place(file: file, sheet: sheet), table.malformedCount))
    }

    mutating func add(_ problem: Problem) { inFull.append(problem) }

    /// Adds every cell of a column whose text has no code.
    mutating func add(
        _ column: Column, _ table: borrowing Table, _ layout: Layout, _ codes: [(some FixedWidthInteger)?],
        _ fact: (String) -> Problem.Fact
    ) {
        // A value may stand in many cells; its nearest spelling is looked for once.
        var facts: [Int: Problem.Fact] = [:]
        add(column.index, table, layout) { row in
            let code = column.codes[row]
            guard codes.indices.contains(code), codes[code] == nil else { return nil }
            let told = facts[code] ?? fact(column.values[code])
            facts[code] = told
            return told
        }
    }

    /// Adds every cell of a column that `fault` finds something wrong with.
    mutating func add(
        _ column: Int, _ table: borrowing Table, _ layout: Layout, _ fault: (Int) -> Problem.Fact?
    ) {
        var count = 0
        for row in 0..<table.rowCount {
            guard concerned.isEmpty || concerned[row], let fact = fault(row) else { continue }
            count += 1
            guard count <= Self.mostInFull else { continue }
            inFull.append(Problem(layout.place(column, row: table.sheetRow(of: row)), fact))
        }
        counts.append((layout.place(column), count))
    }

    /// All faults in the order of the rows; nil where there are none.
    func refusal() -> (problems: [Problem], further: [FurtherProblems])? {
        guard !inFull.isEmpty else { return nil }
        let ordered = inFull.sorted { a, b in
            (a.place.row ?? 0, a.place.column ?? 0) < (b.place.row ?? 0, b.place.column ?? 0)
        }
        let told = Array(ordered.prefix(Self.mostInFull))
        let further = counts.compactMap { column -> FurtherProblems? in
            let toldHere = told.count { problem in
                guard problem.place.row != nil else { return false }
                if column.place.column != nil { return problem.place.column == column.place.column }
                if case .moreCells = problem.fact { return true } else { return false }
            }
            return column.count > toldHere
                ? FurtherProblems(place: column.place, count: column.count - toldHere) : nil
        }
        return (told, further.sorted { ($0.place.column ?? 0) < ($1.place.column ?? 0) })
    }
}
