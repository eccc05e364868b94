import Survey
import Tabular

/// The work of `AnswerColumns`, column by column from the last.
struct ColumnReading {
    let layout: Layout
    let instrument: Instrument
    let version: Version
    var result = AnswerColumns.Result(answers: Answers(respondents: 0, questions: [], groups: []))
    var faults: CellFaults
    var matches: [String: AnswerMatch] = [:]

    var questions: [(column: Int, answers: QuestionColumn)] = []
    var groups: [(column: Int, answers: GroupColumn)] = []
    // Below the last column comes first.
    /// Questions that several columns stand for, by their places.
    var severalQuestions: [Int: [CodedColumn]] = [:]
    var backgrounds: [Int: [Column]] = [:]
    var options: [Int: [(label: String, column: Column)]] = [:]
    var loopColumns: [LoopPlace: [CodedColumn]] = [:]
    var respondentColumn: Column?
    var loopAnswers: LoopAnswers?
    /// Of each row whose it is, where a respondent may have several.
    var people: [Int?]?
    private var unfinished: [Bool] = []
    var contradictions: Set<Int> = []

    /// Nil where answers are not placed by date.
    let dated: DatedRows?

    init(_ columns: AnswerColumns, _ table: borrowing Table) {
        layout = columns.layout
        instrument = columns.instrument
        version = columns.version
        dated = columns.dated(table)
        faults = CellFaults(table, layout)
        if let dated { faults.concerned = columns.concerned(table, dated) }
    }

    mutating func take(_ column: Column, _ table: borrowing Table) {
        switch layout.roles[column.index] {
        case .question(let item): takeQuestion(column, item, table)
        case .background(let place): backgrounds[place, default: []].append(column)
        case .option(let place, let label): options[place, default: []].append((label, column))
        case .looped(let item, let label): takeLooped(column, item, label)
        case .respondent: respondentColumn = column
        case .date:
            if let dated { result.values[column.index] = dated.understood() }
            takeSubmission(column, table)
        case .leftOut: takeSubmission(column, table)
        }
    }

    private mutating func takeSubmission(_ column: Column, _ table: borrowing Table) {
        guard let submission = layout.submission, submission.column == column.index else { return }
        let unfinishedTexts = column.values.map { text in
            submission.isYesOrNo ? !text.isEmpty && OptionCell(text) { _ in false } == .notChosen : text.isEmpty
        }
        unfinished = (0..<table.rowCount).map { unfinishedTexts[column.codes[$0]] }
    }

    mutating func result(_ table: borrowing Table) -> AnswerColumns.Result {
        for (item, columns) in severalQuestions.sorted(by: { $0.key < $1.key }) {
            mergeQuestion(item, columns.reversed(), table)
        }
        for place in instrument.background.indices {
            if instrument.background[place].isMultiple || options[place] != nil {
                takeSets(place, table)
            } else {
                takeSingle(place, table)
            }
        }
        for row in unfinished.indices where unfinished[row] {
            if questions.contains(where: { $0.answers.codes[row] != 0 }) { result.notFinished += 1 }
        }
        if let dated { tellDates(dated, table) }
        settleLoop(table)
        result.answers = Answers(
            respondents: people == nil ? table.rowCount : groups.first?.answers.codes.count ?? 0,
            questions: questions.sorted { $0.column < $1.column }.map(\.answers),
            groups: groups.sorted { $0.column < $1.column }.map(\.answers), loop: loopAnswers)
        result.emptyRows = emptyRows(result.answers)
        result.refusal = faults.refusal()
        return result
    }

    mutating func tell(_ coded: CodedColumn) {
        let column = coded.column
        let counts = column.codes.counts(of: column.values.count)
        result.values[column.index] = zip(zip(column.values, coded.meanings), counts).compactMap { value, count in
            guard count > 0 else { return nil }
            // What stands for nothing may be anything, and is shown as messages show it.
            return UnderstoodValue(
                text: value.1 == nil ? personalHidden(value.0) : value.0, meaning: value.1, count: count)
        }
        for value in coded.declaredMissing { result.declaredMissing += counts[value] }
    }

    /// Says what became of columns that stand for the same.
    mutating func note(_ same: SameColumns, _ columns: [CodedColumn], _ what: String) {
        let first = columns[0].column.index
        for other in columns.dropFirst().map(\.column.index) {
            if same.different.contains(other) {
                faults.add(
                    Problem(
                        layout.place(other),
                        .columnTwice(what: what, other: first + 1, heading: layout.headings[other])))
            } else {
                result.sameAs[other] = first
            }
        }
    }
}
