import Survey
import Tabular

/// Reads how many were asked from a small file with two columns: a background variable and "antal".
///
/// - Returns: the numbers by value, written as the answers write it where they have it.
func invited<Source: ByteSource & ~Copyable>(
    in source: consuming Source, name: String, of instrument: Instrument, answers: Answers
) throws(Refusal) -> Invited {
    let (variable, table) = try invitedTable(in: source, name: name, of: instrument)
    var problems = table.malformed.map { row in
        Problem(Place(file: name, row: row.sheetRow), .moreCells(found: row.found, expected: row.expected))
    }
    var numbers: [String: Int] = [:]
    let groups = table.columns[0]
    let counts = table.columns[1]
    for row in 0..<table.rowCount {
        let group = groups.values[groups.codes[row]]
        let count = counts.values[counts.codes[row]]
        let sheetRow = table.sheetRow(of: row)
        guard let number = Int(count), (0...Invited.most / max(1, table.rowCount)).contains(number) else {
            problems.append(
                Problem(
                    Place(file: name, row: sheetRow, column: counts.index + 1, heading: counts.name),
                    .notANumber(count)))
            continue
        }
        guard let label = label(of: group, variable, answers) else {
            problems.append(
                Problem(
                    Place(file: name, row: sheetRow, column: groups.index + 1, heading: groups.name),
                    .unknownInvitedGroup(value: group, accepted: accepted(variable, answers))))
            continue
        }
        numbers[label, default: 0] += number
    }
    guard problems.isEmpty else { throw Refusal(problems) }
    return Invited(total: numbers.values.reduce(0, +), byGroup: [variable.id: numbers])
}

/// The two columns, that of the groups first.
private func invitedTable<Source: ByteSource & ~Copyable>(
    in source: consuming Source, name: String, of instrument: Instrument
) throws(Refusal) -> (BackgroundVariable, Table) {
    do {
        let reader = try CSVReader(source)
        guard let found = columns(reader.header, of: instrument) else {
            throw Refusal(Place(file: name, row: 1), .notAnInvitedHeading(instrument.background.map(\.name)))
        }
        return (found.variable, try reader.table(columns: [found.column, found.numbers]))
    } catch let error as TableError {
        throw Refusal(Place(file: name), .unreadable(error))
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        // Nothing else is thrown above; the compiler cannot see it through two kinds of error.
        throw Refusal(Place(file: name), .missing)
    }
}

private func columns(
    _ headings: [String], of instrument: Instrument
) -> (variable: BackgroundVariable, column: Int, numbers: Int)? {
    let keys = headings.map { TextKey($0) }
    guard let numbers = keys.firstIndex(where: { ["antal", "tillfrågade", "antal tillfrågade"].contains($0.text) })
    else { return nil }
    for variable in instrument.background {
        let names = ([variable.id, variable.name] + variable.headings).map { TextKey($0) }
        if let column = keys.firstIndex(where: names.contains) { return (variable, column, numbers) }
    }
    return nil
}

/// A group that nobody answered in is taken as it is written.
private func label(of text: String, _ variable: BackgroundVariable, _ answers: Answers) -> String? {
    // A row with the sum of the others would count everybody twice.
    guard !TextKey(text).isEmpty, !["total", "totalt", "summa", "samtliga", "alla"].contains(TextKey(text).text) else {
        return nil
    }
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
        var counts = [Int](repeating: 0, count: column.values.count + 1)
        for code in column.codes { counts[min(Int(code), column.values.count)] += 1 }
        for (value, count) in zip(column.values, counts.dropFirst()) { check(value, count, numbers[value] ?? 0) }
    }
    check("samtliga", answers.respondents, invited.total)
    return problems
}
