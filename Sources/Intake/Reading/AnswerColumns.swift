import Survey
import Tabular

/// Turns a table's columns of texts into columns of answer codes, or tells every cell that is none.
struct AnswerColumns {
    let layout: Layout
    let instrument: Instrument
    let version: Version
    /// Nil where answers are not placed by date.
    var placing: Placing?
    /// Whether the rows are not read to another version too.
    var isFirst = true

    /// What came of a table's columns.
    struct Result {
        var answers: Answers
        /// By column, from 0.
        var values: [Int: [UnderstoodValue]] = [:]
        /// Columns that turned out to hold the same as another.
        var sameAs: [Int: Int] = [:]
        /// Questions whose cells hold numbers alone.
        var coded: [Item] = []
        /// An answer whose number is another category's code, and in how many questions there are such.
        var contradiction: (example: String, questions: Int)?
        /// Cells whose value the file itself declares missing.
        var declaredMissing = 0
        /// Cells of variables without a list that were divided into several values.
        var divided: [String: Int] = [:]
        /// Rows with an answer that were never sent in.
        var notFinished = 0
        /// Rows without a single answer, where a respondent has several rows; else nil.
        var emptyRows: Int?
        var loopRemarks: LoopAssembly.Remarks?
        /// Of each row its period by date; empty where answers are not placed so.
        var periods: [Period?] = []
        var refusal: (problems: [Problem], further: [FurtherProblems])?
    }

    func read(_ table: consuming Table) -> Result {
        var table = table
        var reading = ColumnReading(self, table)
        // The last first, so that each column's codes are owned here alone and are changed in place.
        while let column = table.columns.popLast() { reading.take(column, table) }
        return reading.result(table)
    }
}
