import Survey
import Tabular

/// The faulty cells of a file: the first in full, the rest as a count per column.
struct CellFaults {
    /// How many faults of a file are told in full.
    static let mostInFull = 50

    private var inFull: [Problem]
    /// By column, and without one for the malformed rows.
    private var counts: [(place: Place, count: Int)] = []

    init(_ table: borrowing Table, _ layout: Layout) {
        let file = layout.file
        inFull = layout.problems
        inFull += table.malformed.prefix(Self.mostInFull).map { row in
            Problem(Place(file: file, row: row.sheetRow), .moreCells(found: row.found, expected: row.expected))
        }
        counts.append((Place(file: file), table.malformedCount))
    }

    mutating func add(_ problem: Problem) { inFull.append(problem) }

    /// Adds every cell of a column whose text has no code.
    mutating func add(
        _ column: Column, _ table: borrowing Table, _ layout: Layout, _ codes: [(some FixedWidthInteger)?],
        _ fact: (String) -> Problem.Fact
    ) {
        var count = 0
        // A value may stand in many cells; its nearest spelling is looked for once.
        var facts: [Int: Problem.Fact] = [:]
        for row in 0..<table.rowCount {
            let code = column.codes[row]
            guard codes.indices.contains(code), codes[code] == nil else { continue }
            count += 1
            guard count <= Self.mostInFull else { continue }
            let told = facts[code] ?? fact(column.values[code])
            facts[code] = told
            inFull.append(Problem(layout.place(column.index, row: table.sheetRow(of: row)), told))
        }
        counts.append((layout.place(column.index), count))
    }

    /// - Throws: all faults, in the order of the rows.
    func check() throws(Refusal) {
        guard !inFull.isEmpty else { return }
        let ordered = inFull.sorted { a, b in
            (a.place.row ?? 0, a.place.column ?? 0) < (b.place.row ?? 0, b.place.column ?? 0)
        }
        let told = Array(ordered.prefix(Self.mostInFull))
        let further = counts.compactMap { column -> FurtherProblems? in
            let toldHere = told.count { problem in
                if column.place.column != nil { return problem.place.column == column.place.column }
                if case .moreCells = problem.fact { return true } else { return false }
            }
            return column.count > toldHere
                ? FurtherProblems(place: column.place, count: column.count - toldHere) : nil
        }
        throw Refusal(told, further: further.sorted { ($0.place.column ?? 0) < ($1.place.column ?? 0) })
    }
}
