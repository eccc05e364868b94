public import Tabular

/// What came of looking through a file of published figures.
public struct Scrutiny: Sendable {
    /// In the order of the file, those that are possible too.
    public private(set) var findings: [Finding] = []
    public private(set) var groups: [RowGroup] = []

    /// Goes through every sheet of a file.
    public init(_ file: TableFile) throws(TableError) {
        self.init(try Grid.all(of: file))
    }

    init(_ grids: [Grid]) {
        var counts: [CountFigure] = []
        for grid in grids {
            var taken: Set<Int> = []
            let questions = QuestionTable.all(in: grid, taken: &taken)
            for table in questions { add(table.judged()) }
            for table in PairTable.all(in: grid, taken: &taken) { findings += table.judged() }
            for table in TidyTable.all(in: grid, taken: &taken) { findings += table.judged() }
            for table in CountTable.all(in: grid, taken: taken) {
                findings += table.judged()
                counts += table.figures
            }
            findings += ratiosInText(of: grid)
        }
        findings += disagreements(among: counts)
    }

    private mutating func add(_ judged: (findings: [Finding], groups: [RowGroup])) {
        findings += judged.findings
        groups += judged.groups
    }

    public func count(_ grade: Grade) -> Int { findings.reduce(0) { $0 + ($1.grade == grade ? 1 : 0) } }
}
