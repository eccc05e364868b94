import Survey
import Tabular

/// Reads how many were asked from a small file with two columns: a background variable and "antal".
///
/// The numbers sum to the total. Where a respondent may have several values they do not, and a row "totalt" must say it.
///
/// - Returns: the numbers by value, written as the answers write it where they have it.
func invited(
    in file: TableFile, name: String, of instrument: Instrument, answers: Answers
) throws(Refusal) -> Invited {
    let (variable, table) = try invitedTable(in: file, name: name, of: instrument)
    let sheet = table.sheet
    var problems = table.malformed.map { row in
        Problem(
            Place(file: name, sheet: sheet, row: row.sheetRow), .moreCells(found: row.found, expected: row.expected))
    }
    var numbers: [String: Int] = [:]
    var total: Int?
    let groups = table.columns[0]
    let counts = table.columns[1]
    for row in 0..<table.rowCount {
        let group = groups.values[groups.codes[row]]
        let count = counts.values[counts.codes[row]]
        let sheetRow = table.sheetRow(of: row)
        guard let number = wholeNumber(count), (0...Invited.most / max(1, table.rowCount)).contains(number) else {
            problems.append(
                Problem(
                    Place(file: name, sheet: sheet, row: sheetRow, column: counts.index + 1, heading: counts.name),
                    ErrorValue.isOne(count) ? .errorValue(count) : .notANumber(count)))
            continue
        }
        if variable.isMultiple, isTotal(group) {
            if total != nil {
                problems.append(
                    Problem(Place(file: name, sheet: sheet, row: sheetRow), .twice(what: "raden", value: "totalt")))
            }
            total = number
            continue
        }
        guard !ErrorValue.isOne(group), let label = label(of: group, variable, answers) else {
            problems.append(
                Problem(
                    Place(file: name, sheet: sheet, row: sheetRow, column: groups.index + 1, heading: groups.name),
                    ErrorValue.isOne(group)
                        ? .errorValue(group)
                        : .unknownInvitedGroup(value: group, accepted: accepted(variable, answers))))
            continue
        }
        numbers[label, default: 0] += number
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    guard variable.isMultiple else {
        return Invited(total: numbers.values.reduce(0, +), byGroup: [variable.id: numbers])
    }
    let place = Place(file: name, sheet: sheet)
    guard let total else { throw Refusal(place, .invitedTotalMissing(variable: variable.name)) }
    let above = numbers.filter { $0.value > total }.sorted { $0.key < $1.key }.map { group, number in
        Problem(place, .invitedTotalBelowGroup(group: group, invited: number, total: total))
    }
    guard above.isEmpty else { throw Refusal(above) }
    return Invited(total: total, byGroup: [variable.id: numbers])
}

private func isTotal(_ text: String) -> Bool {
    ["total", "totalt", "summa", "samtliga", "alla"].contains(TextKey(text).text)
}

/// "40", and "40,0" as a spreadsheet program may save it.
private func wholeNumber(_ text: String) -> Int? {
    Int(text) ?? WrittenValue(text).wholeNumber.flatMap { Int($0.text) }
}

/// The two columns, that of the groups first.
private func invitedTable(
    in file: TableFile, name: String, of instrument: Instrument
) throws(Refusal) -> (BackgroundVariable, Table) {
    let search = InvitedColumns(instrument)
    do throws(TableError) {
        if let table = try file.read(choose: { search.choose($0) }), let variable = search.variable {
            return (variable, table)
        }
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
    throw Refusal(
        Place(file: name, row: search.firstRow), .notAnInvitedHeading(instrument.background.map(\.name)))
}

/// Finds the first row of any sheet that has both headings.
private final class InvitedColumns {
    private let instrument: Instrument
    private(set) var variable: BackgroundVariable?
    /// The first row of the file, for the message where there are no such headings.
    private(set) var firstRow: Int?

    init(_ instrument: Instrument) {
        self.instrument = instrument
    }

    func choose(_ opening: Opening) -> Choice {
        if firstRow == nil, let row = opening.rows.first?.sheetRow, row > 0 { firstRow = row }
        for place in opening.rows.indices {
            guard let found = columns(opening.rows[place].cells) else { continue }
            variable = found.variable
            return .read(headings: place..<place + 1, columns: [found.column, found.numbers])
        }
        return .skip
    }

    private func columns(_ headings: [String]) -> (variable: BackgroundVariable, column: Int, numbers: Int)? {
        let keys = headings.map { TextKey($0) }
        guard let numbers = keys.firstIndex(where: { ["antal", "tillfrågade", "antal tillfrågade"].contains($0.text) })
        else { return nil }
        for variable in instrument.background {
            let names = ([variable.id, variable.name] + variable.headings).map { TextKey($0) }
            if let column = keys.firstIndex(where: names.contains) { return (variable, column, numbers) }
        }
        return nil
    }
}

/// A group that nobody answered in is taken as it is written.
private func label(of text: String, _ variable: BackgroundVariable, _ answers: Answers) -> String? {
    // A row with the sum of the others would count everybody twice.
    guard !TextKey(text).isEmpty, !isTotal(text) else { return nil }
    if let values = variable.values {
        let match = BackgroundMatch(values)
        return match.code(of: text).flatMap { $0 == 0 ? nil : match.labels[Int($0) - 1] }
    }
    return answers.group(variable.id)?.values.first { TextKey($0) == TextKey(text) } ?? text
}

private func accepted(_ variable: BackgroundVariable, _ answers: Answers) -> [String] {
    variable.values?.map(\.label) ?? answers.group(variable.id)?.values ?? []
}

/// Every group in which more answered than were asked, the total included.
func overAnswered(_ answers: Answers, _ invited: Invited, place: Place) -> [Problem] {
    var problems: [Problem] = []
    func check(_ group: String, _ count: Int, _ number: Int) {
        guard count > number else { return }
        problems.append(Problem(place, .moreAnswersThanInvited(group: group, answers: count, invited: number)))
    }
    for (variable, numbers) in invited.byGroup.sorted(by: { $0.key < $1.key }) {
        guard let column = answers.group(variable) else { continue }
        for (value, count) in zip(column.values, column.sizes) { check(value, count, numbers[value] ?? 0) }
    }
    check("samtliga", answers.respondents, invited.total)
    return problems
}
