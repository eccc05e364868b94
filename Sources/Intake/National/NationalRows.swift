import Survey
import Tabular

/// The rows of a table of national figures, understood one by one and then beside one another.
struct NationalRows {
    let table: Table
    let columns: NationalColumns
    let name: String
    let period: Period
    let instruments: [Instrument]

    /// A national measurement has some hundred figures; so many rows are something else.
    private static let mostRows = 10_000
    /// So many problems are told in full.
    private static let mostProblems = 100
    fileprivate static let mostForbund = 10_000

    /// - Returns: the figures, and the questionnaires whose first version had to do.
    func figures() throws(Refusal) -> ([NationalFigure], early: [String]) {
        var problems = columns.faults.map { column, fault in
            Problem(place(row: columns.row, column: column), .national(fault))
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        guard table.rowCount <= Self.mostRows else {
            throw Refusal(
                Place(file: name, sheet: table.sheet),
                .national(.tooManyRows(found: table.rowCount, most: Self.mostRows)))
        }
        problems += table.malformed.map {
            Problem(
                Place(file: name, sheet: table.sheet, row: $0.sheetRow),
                .moreCells(found: $0.found, expected: $0.expected))
        }
        let rows = (0..<table.rowCount).filter { row in
            table.columns.contains { !$0.values[$0.codes[row]].isEmpty }
        }
        let shares = rows.compactMap { WrittenShare(text(.share, $0)) }
        var read: [Row] = []
        var early: [String] = []
        for row in rows {
            var reading = RowReading(rows: self, row: row, asRatio: asRatio(shares))
            if let figure = reading.figure() { read.append(Row(row: row, figure: figure)) }
            for id in reading.early where !early.contains(id) { early.append(id) }
            problems += reading.problems
        }
        problems += contradictions(read)
        if rows.isEmpty { problems.append(Problem(Place(file: name, sheet: table.sheet), .national(.noFigures))) }
        guard problems.isEmpty else {
            // In the order of the file, those of a row as they were found.
            let sorted = problems.enumerated().sorted {
                ($0.element.place.row ?? 0, $0.offset) < ($1.element.place.row ?? 0, $1.offset)
            }.map(\.element)
            let rest = sorted.count - Self.mostProblems
            throw Refusal(
                sorted.prefix(Self.mostProblems)
                    + (rest > 0 ? [Problem(Place(file: name), .national(.further(rest)))] : []))
        }
        return (read.map(\.figure), early)
    }

    /// How shares without a per cent sign are meant: 0.65 where none is above one, 65 where none lies between nothing and
    /// one; nil where the file has both, or nothing that tells.
    private func asRatio(_ shares: [WrittenShare]) -> Bool? {
        let below = shares.contains { !$0.hasSign && $0.isBelowOne }
        let above = shares.contains { $0.hasSign || $0.isAboveOne }
        if below != above { return below }
        return !below && !shares.contains(where: \.isOne) ? false : nil
    }

    fileprivate struct Row {
        let row: Int
        let figure: NationalFigure
    }

    fileprivate func text(_ column: NationalColumn, _ row: Int) -> String {
        guard let place = columns.columns[column], let column = table.columns.first(where: { $0.index == place })
        else { return "" }
        return column.values[column.codes[row]]
    }

    fileprivate func place(_ column: NationalColumn, _ row: Int) -> Place {
        place(row: table.sheetRow(of: row), column: columns.columns[column])
    }

    private func place(row: Int, column: Int?) -> Place {
        Place(
            file: name, sheet: table.sheet, row: row, column: column.map { $0 + 1 },
            heading: column.flatMap { columns.headings.indices.contains($0) ? columns.headings[$0] : nil })
    }

    // MARK: Figures beside one another

    private struct Question: Hashable {
        let instrument: String
        let question: String
        let group: NationalGroup

        init(_ key: NationalKey) {
            (instrument, question, group) = (key.instrument, key.question, key.group)
        }
    }

    private func contradictions(_ read: [Row]) -> [Problem] {
        var problems: [Problem] = []
        var met: [NationalKey: Row] = [:]
        for row in read {
            if let other = met[row.figure.key] {
                problems.append(
                    Problem(
                        place(.measure, row.row),
                        .national(.keyTwice(row.figure.key.measure, row: table.sheetRow(of: other.row)))))
            } else {
                met[row.figure.key] = row
            }
        }
        var first: [Question: Row] = [:]
        for row in read {
            let key = row.figure.key
            if let other = first[Question(key)] {
                if let answers = row.figure.answers, let others = other.figure.answers, answers != others {
                    problems.append(
                        Problem(
                            place(.answers, row.row),
                            .national(
                                .answersDiffer(answers, other: others, row: table.sheetRow(of: other.row)))))
                }
            } else {
                first[Question(key)] = row
            }
            guard key.measure == .clearlyPositive,
                let positive = met[
                    NationalKey(
                        instrument: key.instrument, question: key.question, group: key.group, measure: .positive)]
            else { continue }
            problems += againstPositive(row, positive).map { Problem(place(.share, row.row), .national($0)) }
        }
        return problems
    }

    private func againstPositive(_ clearly: Row, _ positive: Row) -> [NationalFault] {
        let (part, whole) = (clearly.figure.share, positive.figure.share)
        let (left, right) = (part.count * whole.base, whole.count * part.base)
        let row = table.sheetRow(of: positive.row)
        if left > right {
            return [
                .clearlyAbovePositive(
                    clearly: text(.share, clearly.row), positive: text(.share, positive.row), row: row)
            ]
        }
        guard left == right, left > 0 else { return [] }
        if case .counted = part, case .counted = whole { return [] }
        return [.clearlyEqualsPositive(text(.share, clearly.row), row: row)]
    }
}

/// One row on its way to a figure.
private struct RowReading {
    let rows: NationalRows
    let row: Int
    /// How a share without a sign is meant; nil where the file does not tell.
    let asRatio: Bool?
    var problems: [Problem] = []
    var early: [String] = []

    init(rows: NationalRows, row: Int, asRatio: Bool?) {
        self.rows = rows
        self.row = row
        self.asRatio = asRatio
    }

    mutating func figure() -> NationalFigure? {
        checkPeriod()
        let measure = measure()
        let question = question(measure)
        let answers = number(.answers, 1, NationalShare.mostAnswers)
        let forbund = number(.forbund, 1, NationalRows.mostForbund)
        if let answers, let forbund, forbund > answers {
            tell(.forbund, .forbundAboveAnswers(forbund: forbund, answers: answers))
        }
        let share = share(answers)
        guard problems.isEmpty, let measure, let (instrument, id, group) = question, let share else { return nil }
        let source = text(.source)
        return NationalFigure(
            key: NationalKey(instrument: instrument, question: id, group: group, measure: measure), share: share,
            answers: answers, forbund: forbund, source: source.isEmpty ? nil : source)
    }

    private func text(_ column: NationalColumn) -> String { rows.text(column, row) }

    private mutating func tell(_ column: NationalColumn, _ fault: NationalFault) {
        problems.append(Problem(rows.place(column, row), .national(fault)))
    }

    private mutating func checkPeriod() {
        let text = text(.period)
        guard !text.isEmpty, Period(text) != rows.period else { return }
        tell(.period, .otherPeriod(found: text, asked: rows.period.label))
    }

    // MARK: The key

    private mutating func measure() -> Measure? {
        let text = text(.measure)
        switch WrittenMeasure(text) {
        case nil:
            tell(.measure, .noMeasure(text))
            return nil
        case .both?:
            tell(.measure, .bothMeasures(text))
            return nil
        case .one(let measure, _)?:
            if let said = rows.columns.measureOfShare, said != measure,
                let place = rows.columns.columns[.share]
            {
                tell(
                    .measure,
                    .headingDisagrees(heading: rows.columns.headings[place], said, row: measure))
                return nil
            }
            return measure
        }
    }

    private mutating func question(_ measure: Measure?) -> (String, String, NationalGroup)? {
        guard let instrument = instrument() else { return nil }
        let version: Version
        if let own = instrument.version(in: rows.period) {
            version = own
        } else if let first = instrument.versions.first {
            version = first
            early.append(instrument.id)
        } else {
            return nil
        }
        let group = group(in: instrument)
        let text = text(.question)
        guard let item = item(text, in: version) else {
            tell(
                .question,
                .noQuestion(
                    text, instrument: instrument.id, version: version.id,
                    accepted: version.items.map(\.question.id)))
            return nil
        }
        if let measure { check(measure, item.question) }
        return group.map { (instrument.id, item.question.id, $0) }
    }

    private mutating func instrument() -> Instrument? {
        let text = text(.instrument)
        let key = TextKey(text)
        if let found = rows.instruments.first(where: { TextKey($0.id) == key || TextKey($0.name) == key }) {
            return found
        }
        let ofGroup = rows.instruments.filter { TextKey($0.group.rawValue) == key }
        if ofGroup.count == 1 { return ofGroup.first }
        tell(.instrument, .noInstrument(text, accepted: rows.instruments.map(\.id)))
        return nil
    }

    /// By id, number or wording: "7", "Fråga 7", "7. Har ni strukturer ...?"
    private func item(_ text: String, in version: Version) -> Item? {
        let key = TextKey(text)
        if key.isEmpty { return nil }
        if let found = version.items.first(where: { TextKey($0.question.id) == key || TextKey($0.question.text) == key }
        ) {
            return found
        }
        var words = key.text.split(separator: " ")
        if words.first == "fråga" { words.removeFirst() }
        guard let number = words.first.flatMap({ Int($0) }) else { return nil }
        let wording = words.dropFirst().joined(separator: " ")
        return version.items.first {
            $0.number == number && (wording.isEmpty || wording == TextKey($0.question.text).text)
        }
    }

    /// Everybody, or a value of a background variable with a list: what each file brings of its own is nobody else's.
    private mutating func group(in instrument: Instrument) -> NationalGroup? {
        let text = text(.group)
        let key = TextKey(text)
        if key.isEmpty || ["total", "totalt", "alla", "samtliga"].contains(key.text) { return .total }
        let listed = instrument.background.filter { $0.values != nil }
        for variable in listed {
            for value in variable.values ?? [] {
                let names = [value.label] + value.spellings
                let written = names + names.map { "\(variable.name) \($0)" } + names.map { "\(variable.id) \($0)" }
                if written.contains(where: { TextKey($0) == key }) {
                    return NationalGroup(variable: variable.id, name: value.label)
                }
            }
        }
        let accepted = ["totalt"] + listed.flatMap { ($0.values ?? []).map(\.label) }
        tell(.group, .noGroup(text, accepted: accepted))
        return nil
    }

    /// The scale must have such answers and, where it is said of how many categories the share is, as many of them.
    private mutating func check(_ measure: Measure, _ question: Question) {
        let classes: [AnswerClass] =
            switch measure {
            case .negative: [.negative]
            case .neither: [.neither]
            case .positive: [.positive, .clearlyPositive]
            case .clearlyPositive: [.clearlyPositive]
            }
        let count = question.scale.categories.count { category in
            classes.contains { category.meaning == .answer($0) }
        }
        if count == 0 { return tell(.measure, .notInScale(measure, question: question.id)) }
        let text = text(.measure)
        if case .one(_, let said?)? = WrittenMeasure(text), said != count {
            tell(.measure, .otherCategories(text, measure: measure, categories: count))
        }
    }

    // MARK: Numbers

    private mutating func number(_ column: NationalColumn, _ least: Int, _ most: Int) -> Int? {
        let text = text(column)
        if text.isEmpty { return nil }
        let digits = text.filter { !$0.isWhitespace }
        guard let number = Int(digits) ?? WrittenValue(digits).wholeNumber.flatMap({ Int($0.text) }),
            (least...most).contains(number)
        else {
            tell(column, .notACount(text, least: least, most: most))
            return nil
        }
        return number
    }

    private mutating func share(_ answers: Int?) -> NationalShare? {
        let text = text(.share)
        guard let written = WrittenShare(text) else {
            if ErrorValue.isOne(text) {
                problems.append(Problem(rows.place(.share, row), .errorValue(text)))
            } else {
                tell(.share, WrittenShare.holdsTwo(text) ? .twoShares(text) : .notAShare(text))
            }
            return nil
        }
        guard let asRatio = written.hasSign ? false : written.isAboveOne ? false : asRatio else {
            tell(.share, .shareInOtherUnit(text))
            return nil
        }
        guard let tenMillionths = written.tenMillionths(asRatio: asRatio) else {
            tell(.share, .notAShare(text))
            return nil
        }
        guard let count = number(.count, 0, NationalShare.mostAnswers) else {
            return .printed(tenMillionths: tenMillionths)
        }
        guard let answers else {
            if self.text(.answers).isEmpty { tell(.count, .countWithoutAnswers) }
            return nil
        }
        guard count <= answers else {
            tell(.count, .countAboveAnswers(count: count, answers: answers))
            return nil
        }
        guard written.agrees(asRatio: asRatio, with: count, of: answers) else {
            tell(.share, .shareDisagrees(text, count: count, answers: answers))
            return nil
        }
        return .counted(count, of: answers)
    }
}
