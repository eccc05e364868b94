import Survey
import Tabular

/// What a column of a file is.
enum ColumnRole: Equatable {
    /// Place in the version's items.
    case question(Int)
    /// Place in the instrument's background variables.
    case background(Int)
    /// One of several values of a background variable: its label.
    case option(background: Int, label: String)
    /// A question of a loop, asked about one of its values: its place in the version's items, and the value's label.
    case looped(question: Int, label: String)
    /// Tells which rows are of the same respondent, where each has a row for each value of a loop. It is never kept.
    case respondent
    /// The date by which answers are placed in periods. It is never kept.
    case date
    case leftOut(reason: String)
}

/// What the columns of a sheet are.
struct Layout {
    let file: String
    let sheet: String?
    let format: FileFormat
    /// The rows of the opening that are headings.
    let headingRange: Range<Int>
    /// The same as rows of the sheet; nil where the format has none.
    let headingRows: ClosedRange<Int>?
    let headings: [String]
    let roles: [ColumnRole]
    /// How each was recognised; nil for a column that is left out.
    let matches: [Match?]
    /// The columns to read, by their places from 0.
    let chosen: [Int]
    /// The column whose cells tell who never sent the answers in.
    let submission: Submission?
    /// The column of the date by which answers are placed, and how the user says that it is written.
    let date: (column: Int, order: DateOrder?)?
    /// Questions without a column, columns in doubt, and columns that are the same thing: told with what is wrong in the
    /// cells.
    let problems: [Problem]
    /// Choices of the user's whose heading the sheet does not have.
    let unused: [ColumnChoices.Choice]

    struct Submission {
        let column: Int
        /// Whether the cell says yes or no; else it has a time or nothing.
        let isYesOrNo: Bool
    }

    /// A question may have a column of codes beside one of labels; what has more is something else.
    static let mostOfOne = 3

    init(
        _ opening: Opening, _ rows: HeadingRows, _ match: HeadingMatch, _ chosen: ChosenColumns, file: String
    ) {
        self.file = file
        sheet = opening.sheet?.name
        format = opening.format
        headingRange = rows.range
        let first = opening.rows[rows.range.lowerBound].sheetRow
        let last = opening.rows[rows.range.upperBound - 1].sheetRow
        headingRows = first > 0 && first <= last ? first...last : nil
        let headings = opening.wholeHeadings(rows.range)
        self.headings = headings
        let place = { [file, sheet = opening.sheet?.name] (column: Int?) in
            Place(
                file: file, sheet: sheet, column: column.map { $0 + 1 },
                heading: column.flatMap { headings.indices.contains($0) ? headings[$0] : nil })
        }
        var reading = LayoutReading(opening, rows.range, headings, match)
        let outcome = chosen.outcome(reading.columns, headings: headings, place: place)
        reading.recognise(outcome)
        roles = reading.roles
        matches = reading.matches
        unused = outcome.unused
        submission = reading.submission
        date = reading.roles.firstIndex(of: .date).map { [order = reading.dateOrder] in ($0, order) }
        var problems = outcome.problems
        problems += reading.problems.map { Problem(place($0.column), $0.fact) }
        var read: [Int] = []
        var places: [String: [Int]] = [:]
        for (column, role) in reading.roles.enumerated() {
            guard let what = role.words(match) else { continue }
            places[what, default: []].append(column)
            if let others = places[what], others.count > Self.mostOfOne {
                problems.append(
                    Problem(
                        place(column),
                        .columnTwice(what: what, other: others[0] + 1, heading: headings[column])))
            } else {
                read.append(column)
            }
        }
        for missing in reading.missing {
            let item = match.version.items[missing]
            let example = item.question.isLooped ? match.members?.labels.first : nil
            problems.append(
                Problem(
                    Place(file: file, sheet: opening.sheet?.name, row: headingRows?.upperBound),
                    example.map { example in
                        .loopedQuestionWithoutColumn(
                            id: item.question.id, number: item.number, text: item.question.text, example: example)
                    } ?? .questionWithoutColumn(id: item.question.id, number: item.number, text: item.question.text)))
        }
        self.chosen = read + (reading.submission.map { [$0.column] } ?? []).filter { !read.contains($0) }
        self.problems = problems
    }

    /// The file without its folder: what is kept of a file must not tell whose computer it lay on.
    var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

    func place(_ column: Int, row: Int? = nil) -> Place {
        // A row of an SPSS file is a case, and its columns have names alone; the letters do no harm.
        Place(file: file, sheet: sheet, row: row, column: column + 1, heading: headings[column])
    }
}

extension ColumnRole {
    /// The question's place in the version's items, of a column that is one.
    var question: Int? {
        switch self {
        case .question(let place), .looped(let place, _): place
        case .background, .option, .respondent, .date, .leftOut: nil
        }
    }

    /// "fråga 3", "insats", "insats = SamMA"; nil for a column that is left out.
    fileprivate func words(_ match: HeadingMatch) -> String? {
        switch self {
        case .question(let place): "fråga \(match.version.items[place].number)"
        case .background(let place): match.instrument.background[place].name
        case .option(let place, let label): "\(match.instrument.background[place].name) = \(label)"
        case .looped(let place, let label): "fråga \(match.version.items[place].number) om \(label)"
        case .respondent: HeadingMatch.respondentTarget
        case .date: DateTarget.word
        case .leftOut: nil
        }
    }
}
