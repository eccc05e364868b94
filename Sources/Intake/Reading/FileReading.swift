import Survey
import Tabular

/// Reads one file of answers.
struct FileReading {
    let name: String
    let match: HeadingMatch
    private let chosen: ChosenColumns
    private let separator: Separator?
    private let sheet: String?
    private let progress: ((Progress) -> Void)?
    /// Nil where answers are not placed by date.
    var placing: Placing?
    /// Whether the rows are not read to another version too.
    var isFirst = true

    /// A large workbook is not gone through again for what only a remark depends on.
    private static let mostRowsLookedBehind = 20_000

    /// What came of it.
    struct Outcome {
        /// Nil where something is wrong.
        var file: AnswerFile?
        var refusal: Refusal?
        var understood: UnderstoodFile?
        /// Choices whose heading the file does not have; nil where its headings were not even found.
        var unused: [ColumnChoices.Choice]?
        fileprivate var headings: [String] = []

        /// What is wrong with choices that are of no column.
        func problems(ofUnused unused: [ColumnChoices.Choice], in files: String) -> [Problem] {
            unused.map { choice in
                Problem(
                    choice.place,
                    .choiceWithoutColumn(
                        heading: choice.heading, file: files, nearest: nearest(to: choice.heading, among: headings)))
            }
        }
    }

    init(
        name: String, _ match: HeadingMatch, _ chosen: ChosenColumns, separator: Separator?, sheet: String?,
        progress: ((Progress) -> Void)?
    ) {
        self.name = name
        self.match = match
        self.chosen = chosen
        self.separator = separator
        self.sheet = sheet
        self.progress = progress
    }

    func read(_ file: TableFile) -> Outcome {
        var outcome = Outcome()
        let choice = SheetChoice(file: name, match, chosen, isNamed: sheet != nil)
        do throws(TableError) {
            var (table, digest) = try pass(file, choice)
            if table == nil, choice.decide() { (table, digest) = try pass(file, choice) }
            guard let table, let layout = choice.layout else {
                outcome.refusal = nothingFound(choice, file)
                return outcome
            }
            outcome.headings = layout.headings
            outcome.unused = layout.unused
            if layout.sheet != nil, sheet == nil, table.rowCount <= Self.mostRowsLookedBehind {
                // Another sheet with answers, such as those of the year before, is easily mistaken for this one.
                // What is wrong with a sheet that is not read is no matter.
                _ = try? file.read { choice.lookOn($0) }
            }
            understand(table, layout, choice, digest, file, &outcome)
        } catch {
            outcome.refusal = Refusal(Place(file: name), .unreadable(error))
        }
        return outcome
    }

    private func pass(_ file: TableFile, _ choice: SheetChoice) throws(TableError) -> (Table?, FileDigest) {
        let digest = FileDigest()
        let options = ReadingOptions(
            separator: separator, sheet: sheet, observe: { digest.update($0) }, progress: progress)
        do throws(TableError) {
            return (try file.read(options) { choice.choose($0) }, digest)
        } catch {
            // Times of day may be too many to keep; nothing but a remark depends on them.
            guard let submission = choice.layout?.submission, !choice.skipsSubmission,
                submission.column != choice.layout?.date?.column
            else { throw error }
            switch error {
            case .tooManyValues(submission.column, _, _, _), .tooMuchText:
                choice.skipsSubmission = true
                return try pass(file, choice)
            default: throw error
            }
        }
    }

    private func nothingFound(_ choice: SheetChoice, _ file: TableFile) -> Refusal {
        guard let opening = choice.shown else { return Refusal(Place(file: name), .unreadable(.empty)) }
        let first = FirstRows(opening.rows.map { ($0.sheetRow, $0.cells) })
        let place = Place(file: name, sheet: opening.sheet?.name)
        if opening.rows.allSatisfy({ $0.cells.count <= 1 }) {
            return Refusal(place, .oneColumn(format: opening.format, first: first))
        }
        return Refusal(
            place,
            .noQuestions(
                instrument: match.instrument.id, format: opening.format,
                otherSheets: choice.otherSheets.filter {
                    $0 != opening.sheet?.name
                }, first: first))
    }

    private func understand(
        _ table: consuming Table, _ layout: Layout, _ choice: SheetChoice, _ digest: FileDigest, _ file: TableFile,
        _ outcome: inout Outcome
    ) {
        let rows = table.rowCount
        let format = table.format
        if layout.headings.count == 1, match.version.items.count > 1 {
            let opening = choice.shown
            outcome.refusal = Refusal(
                Place(file: name, sheet: layout.sheet),
                .oneColumn(format: format, first: FirstRows((opening?.rows ?? []).map { ($0.sheetRow, $0.cells) })))
            return
        }
        let columns = AnswerColumns(
            layout: layout, instrument: match.instrument, version: match.version, placing: placing, isFirst: isFirst)
        let result = columns.read(table)
        let understood = UnderstoodFile(
            name: name, format: format, sheet: layout.sheet, otherSheets: choice.otherSheets,
            headingRows: layout.headingRows, rows: rows, columns: self.columns(layout, result))
        outcome.understood = understood
        if let refusal = result.refusal {
            outcome.refusal = Refusal(refusal.problems, further: refusal.further, files: [understood])
            return
        }
        if let placing, placing.asked == nil, layout.date == nil {
            outcome.refusal = Refusal(
                [
                    Problem(
                        Place(file: name, sheet: layout.sheet, row: layout.headingRows?.upperBound),
                        .noDateColumn(headings: placing.dating.headings))
                ], files: [understood])
            return
        }
        let periods =
            result.periods.isEmpty
            ? [] : zip(result.periods, result.answers.answeredRows()).filter { $1 == 1 }.map(\.0)
        let answered = result.answers.withoutEmptyRows()
        let emptyRows = result.emptyRows ?? rows - answered.respondents
        outcome.file = AnswerFile(
            name: name,
            source: SourceFile(
                name: layout.fileName, sha256: digest.hexadecimal, size: digest.size, rows: rows,
                emptyRows: emptyRows,
                leftOut: zip(layout.headings, layout.roles).compactMap { heading, role in
                    role.reasonToLeaveOut.map { LeftOutColumn(heading: heading, reason: $0) }
                }),
            understood: understood, answers: answered,
            remarks: remarks(result, answered, emptyRows: emptyRows, format: format, choice)
                + dateRemarks(layout, periods),
            periods: periods)
    }
}
