import Survey
import Tabular

/// Decides what every column is: what the user said, what is beyond doubt, what tools add, and last what is only likely.
struct LayoutReading {
    let opening: Opening
    let range: Range<Int>
    let headings: [String]
    let match: HeadingMatch
    /// Of each column its texts in the heading rows.
    let columns: [[HeadingCell]]

    var roles: [ColumnRole]
    var matches: [Match?]
    var problems: [(column: Int?, fact: Problem.Fact)] = []
    /// Questions that no column is, nor probably is.
    var missing: [Int] = []
    var submission: Layout.Submission?
    /// How the user says that the date is written.
    var dateOrder: DateOrder?

    /// Columns that nothing has been decided of.
    var open: Set<Int> = []
    var found: [Int: Recognised] = [:]

    init(_ opening: Opening, _ range: Range<Int>, _ headings: [String], _ match: HeadingMatch) {
        self.opening = opening
        self.range = range
        self.headings = headings
        self.match = match
        columns = opening.headingCells(range)
        roles = Array(repeating: .leftOut(reason: ""), count: headings.count)
        matches = Array(repeating: nil, count: headings.count)
    }

    var background: [BackgroundVariable] { match.instrument.background }

    mutating func recognise(_ said: ChosenColumns.Outcome) {
        var seen: [String: Recognised?] = [:]
        for (column, cells) in columns.enumerated() {
            if let said = said.columns[column] {
                take(column, said)
            } else if headings[column].isEmpty {
                leaveOut(column, "saknar rubrik")
            } else {
                var byText: [String: Recognised] = [:]
                for cell in cells where !cell.text.isEmpty {
                    let recognised = seen[cell.text] ?? match.recognise(cell.text)
                    seen[cell.text] = .some(recognised)
                    byText[cell.text] = recognised
                }
                open.insert(column)
                // What a quiz adds has the question's text in its heading.
                if !cells.contains(where: { KnownColumns.isOfQuiz($0.text) }) {
                    found[column] = match.recognise(cells) { byText[$0] }
                }
            }
        }
        recogniseResponseSets()
        settleDate()
        settleQuestions()
        settleLoop()
        for place in background.indices { settleBackground(place) }
        settleKnownColumns()
        settleDoubts()
        for column in open {
            let person = columns[column].lazy.compactMap { KnownColumns.personReason($0.text) }.first
            leaveOut(column, person ?? dateReason(column) ?? Self.unknown)
        }
        noteSubmission()
    }

    /// What an SPSS file says belongs together: each column is one value of what the set is named after.
    private mutating func recogniseResponseSets() {
        for set in opening.multipleResponseSets where !set.chosen.isEmpty {
            let names = [set.label, String(set.name.drop { $0 == "$" })]
            guard let named = names.compactMap({ match.recognise($0) }).first, case .background(let place) = named.role
            else {
                continue
            }
            for column in set.columns where open.contains(column) {
                guard let label = columns[column].last(where: { !$0.text.isEmpty })?.text else { continue }
                found[column] = Recognised(.option(ofBackground: place, text: label), named.match)
            }
        }
    }

    static let unknown = "svarar inte mot någon fråga eller bakgrund i formuläret"

    mutating func leaveOut(_ column: Int, _ reason: String) {
        roles[column] = .leftOut(reason: reason)
        matches[column] = nil
        open.remove(column)
    }

    mutating func take(_ column: Int, _ role: ColumnRole, _ match: Match) {
        roles[column] = role
        matches[column] = match
        open.remove(column)
    }

    mutating func take(_ column: Int, _ said: ChosenColumns.Resolved) {
        let how = said.choice.match
        switch said.role {
        case .question(let place): take(column, .question(place), how)
        case .background(let place): take(column, .background(place), how)
        case .option(let place, let text): take(column, .option(background: place, label: label(text, of: place)), how)
        case .looped(let place, let label): take(column, .looped(question: place, label: label), how)
        case .respondent: take(column, .respondent, how)
        case .date(let order):
            if let other = roles.firstIndex(of: .date) { tellTwoDates(column, other) }
            take(column, .date, how)
            dateOrder = order
        default: leaveOut(column, how == .mapped ? "utelämnad enligt mappningen" : "utelämnad med --kolumn")
        }
    }

    func label(_ text: String, of place: Int) -> String {
        guard let values = background[place].values else { return text }
        let match = BackgroundMatch(values)
        return match.code(of: text).flatMap { $0 > 0 ? match.labels[Int($0) - 1] : nil } ?? text
    }

    private mutating func settleQuestions() {
        var parts: [Int: [Int]] = [:]
        for column in open.sorted() {
            guard let recognised = found[column] else { continue }
            switch recognised.role {
            case .question(let place): take(column, .question(place), recognised.match)
            case .looped(let place, let label):
                take(column, .looped(question: place, label: label), recognised.match)
            case .part(let place): parts[place, default: []].append(column)
            case .freeText: leaveOut(column, "fri text, som aldrig sparas")
            default: continue
            }
        }
        for (place, columns) in parts where columns.count == 1 && !roles.contains(.question(place)) {
            take(columns[0], .question(place), found[columns[0]]?.match ?? .code)
        }
    }

    private mutating func settleKnownColumns() {
        for column in open.sorted() {
            let texts = columns[column].map(\.text).filter { !$0.isEmpty }
            // What may name a person is told as such even where a tool has another name for it.
            let reasons = texts.compactMap(KnownColumns.reason)
            if let reason = reasons.first(where: { $0 == KnownColumns.person }) ?? reasons.last {
                leaveOut(column, reason == KnownColumns.time ? timeReason(column) : reason)
            } else if let other = texts.lazy.compactMap(match.otherVersion).first {
                leaveOut(column, "är en fråga i version \(other), men perioden hör till version \(match.version.id)")
            }
        }
    }

    private mutating func settleDoubts() {
        settleLoopDoubts()
        let questions = match.version.items.indices.filter { !roles.contains(.question($0)) && !isLoopedColumn($0) }
        let backgrounds = background.indices.filter { place in
            !roles.contains { role in
                switch role {
                case .background(place), .option(place, _): true
                default: false
                }
            }
        }
        let doubts = HeadingDoubt(match).doubts(
            open.sorted().map { ($0, columns[$0].map(\.text)) }, questions: questions, backgrounds: backgrounds)
        for (column, doubt) in doubts.sorted(by: { $0.key < $1.key }) {
            switch doubt.role {
            case .question(let place): take(column, .question(place), doubt.match)
            case .background(let place): take(column, .background(place), doubt.match)
            default: continue
            }
            problems.append(
                (
                    column,
                    .columnInDoubt(
                        heading: headings[column], match: doubt.match,
                        candidates: ([doubt.role] + doubt.others).compactMap(candidate))
                ))
        }
        missing = questions.filter { !roles.contains(.question($0)) }
    }

    private func candidate(_ role: Recognised.Role) -> ProbableMeaning? {
        switch role {
        case .question(let place):
            let item = match.version.items[place]
            return ProbableMeaning(target: item.question.id, number: item.number, text: item.question.text)
        case .background(let place):
            return ProbableMeaning(target: background[place].id, number: nil, text: background[place].name)
        default: return nil
        }
    }

    func values(_ column: Int) -> [String] {
        opening.rows[range.upperBound...].compactMap { row in
            row.cells.count > column && !row.cells[column].isEmpty ? row.cells[column] : nil
        }
    }

    private func dateReason(_ column: Int) -> String? {
        let values = values(column)
        return values.isEmpty ? nil : DateForm(values).map { "datum (\($0.swedish)), används inte" }
    }

    private func timeReason(_ column: Int) -> String {
        let values = values(column)
        let form = values.isEmpty ? nil : DateForm(values)
        return form.map { "tidpunkt (\($0.swedish)), används inte" } ?? KnownColumns.time
    }

    private mutating func noteSubmission() {
        for (column, cells) in columns.enumerated() {
            switch roles[column] {
            case .leftOut, .date: break
            default: continue
            }
            if cells.contains(where: { KnownColumns.tellsSubmission($0.text) }) {
                submission = Layout.Submission(column: column, isYesOrNo: false)
                return
            }
            if cells.contains(where: { KnownColumns.tellsFinished($0.text) }) {
                submission = Layout.Submission(column: column, isYesOrNo: true)
                return
            }
        }
    }
}
