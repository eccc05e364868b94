import Survey
import Tabular

/// Goes through the rows of a file of those who were asked.
///
/// A row is a group with its number, or where the file has no numbers a person. Numbers of groups that a person may
/// belong to several of do not sum to the people: rows with "totalt" in place of the group must tell these.
struct InvitedRows {
    let name: String
    let columns: InvitedColumns
    let answers: Answers

    private(set) var invited = InvitedCount()
    /// How many the file says answered.
    private(set) var answered = InvitedCount()
    private(set) var problems: [Problem] = []
    /// Whether some row told of everybody.
    private(set) var hasTotal = false
    private var spellings = Spellings()
    /// The groups of rows that told of everybody.
    private var totals: Set<[String]> = []

    init(_ table: borrowing Table, _ columns: InvitedColumns, name: String, answers: Answers) {
        self.name = name
        self.columns = columns
        self.answers = answers
        problems = table.malformed.map { row in
            Problem(
                Place(file: name, sheet: table.sheet, row: row.sheetRow),
                .moreCells(found: row.found, expected: row.expected))
        }
        for row in 0..<table.rowCount { take(row, table) }
    }

    /// The groups of a row.
    private struct Groups {
        var single: [(variable: BackgroundVariable, value: String)] = []
        var several: [(variable: BackgroundVariable, values: [String])] = []
    }

    private mutating func take(_ row: Int, _ table: borrowing Table) {
        let known = problems.count
        let groups = groups(row, table)
        let asked: Int?
        let said: Int?
        if let column = columns.invited {
            asked = number(row, column, table)
            said = columns.answered.flatMap { number(row, $0, table) }
            if let asked, let said, said > asked {
                problems.append(
                    Problem(
                        place(row, columns.answered ?? column, table),
                        .moreAnswersThanInvited(group: "raden", answers: said, invited: asked)))
            }
        } else {
            asked = 1
            said = columns.answered.flatMap { yesOrNo(row, $0, table) }
        }
        guard problems.count == known, let asked else { return }
        count(groups, asked, said, row, table)
    }

    private mutating func count(_ groups: Groups, _ asked: Int, _ said: Int?, _ row: Int, _ table: borrowing Table) {
        func add(_ body: (inout InvitedCount, Int) -> Void, _ rows: inout InvitedRows) {
            body(&rows.invited, asked)
            if let said { body(&rows.answered, said) }
        }
        if columns.invited != nil, groups.several.count > 1 {
            problems.append(
                Problem(
                    place(row, nil, table), .invitedOfTwoOverlaps(variables: groups.several.map(\.variable.name))))
            return
        }
        for (variable, values) in groups.several {
            for value in values { add({ $0.add($1, to: value, of: variable.id) }, &self) }
        }
        // Those of one group of many: everybody is told of in a row of its own.
        if columns.invited != nil, !groups.several.isEmpty { return }
        if overlapping != nil, columns.invited != nil, !totals.insert(groups.single.map(\.value)).inserted {
            problems.append(Problem(place(row, nil, table), .twice(what: "raden", value: "totalt")))
            return
        }
        hasTotal = true
        add({ $0.add($1) }, &self)
        for (variable, value) in groups.single { add({ $0.add($1, to: value, of: variable.id) }, &self) }
    }

    /// The first variable of which a person may have several values.
    var overlapping: BackgroundVariable? { columns.groups.first { $0.variable.isMultiple }?.variable }

    private mutating func groups(_ row: Int, _ table: borrowing Table) -> Groups {
        var groups = Groups()
        for (variable, column) in columns.groups {
            let text = text(row, column, table)
            if variable.isMultiple, columns.invited != nil, InvitedLabel.isTotal(text) { continue }
            guard let values = InvitedLabel(variable, answers).values(of: text, isPerson: columns.invited == nil) else {
                problems.append(
                    Problem(
                        place(row, column, table),
                        ErrorValue.isOne(text)
                            ? .errorValue(text)
                            : .unknownInvitedGroup(
                                value: personalHidden(text), accepted: InvitedLabel(variable, answers).accepted)))
                continue
            }
            let spelled = values.map { spellings.label($0, of: variable.id) }
            if variable.isMultiple {
                groups.several.append((variable, spelled))
            } else {
                groups.single.append((variable, spelled[0]))
            }
        }
        return groups
    }

    private mutating func number(_ row: Int, _ column: Int, _ table: borrowing Table) -> Int? {
        let text = text(row, column, table)
        let number = Int(text) ?? WrittenValue(text).wholeNumber.flatMap { Int($0.text) }
        // So that no sum overflows.
        guard let number, (0...Invited.most / max(1, table.rowCount)).contains(number) else {
            problems.append(
                Problem(
                    place(row, column, table), ErrorValue.isOne(text) ? .errorValue(text) : .notANumber(text)))
            return nil
        }
        return number
    }

    private mutating func yesOrNo(_ row: Int, _ column: Int, _ table: borrowing Table) -> Int? {
        let text = text(row, column, table)
        switch OptionCell(text, isLabel: { ["svarat", "besvarad", "besvarat"].contains(TextKey($0).text) }) {
        case .chosen: return 1
        case .notChosen: return 0
        case nil:
            problems.append(
                Problem(
                    place(row, column, table),
                    ErrorValue.isOne(text) ? .errorValue(text) : .neitherAnsweredNorNot(personalHidden(text))))
            return nil
        }
    }

    private func text(_ row: Int, _ column: Int, _ table: borrowing Table) -> String {
        for read in table.columns where read.index == column { return read.values[read.codes[row]] }
        return ""
    }

    private func place(_ row: Int, _ column: Int?, _ table: borrowing Table) -> Place {
        Place(
            file: name, sheet: table.sheet, row: table.sheetRow(of: row), column: column.map { $0 + 1 },
            heading: column.map { columns.headings[$0] })
    }
}
