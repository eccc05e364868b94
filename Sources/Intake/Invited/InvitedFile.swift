import Survey
import Tabular

/// Reads how many were asked from a file: a row a group with its background and "antal", or a registreringsfil, which
/// tells how many answered too and may have a row a person.
///
/// Nothing that names a person is read. What the file says of those who answered is compared with the answers.
///
/// - Returns: the numbers in all and by value, written as the answers write it where they have it.
func invited(
    in file: TableFile, name: String, of instrument: Instrument, answers: Answers
) throws(Refusal) -> (Invited, [Remark]) {
    let (columns, table) = try invitedTable(in: file, name: name, of: instrument)
    let rows = InvitedRows(table, columns, name: name, answers: answers)
    guard rows.problems.isEmpty else { throw Refusal(rows.problems) }
    let place = Place(file: name, sheet: table.sheet)
    if let variable = rows.overlapping, !rows.hasTotal {
        throw Refusal(place, .invitedTotalMissing(variable: variable.name))
    }
    let invited = Invited(total: rows.invited.total, byGroup: rows.invited.byGroup)
    let above = invited.byGroup.sorted { $0.key < $1.key }.flatMap { _, numbers in
        numbers.filter { $0.value > invited.total }.sorted { $0.key < $1.key }
            .map { Problem(place, .invitedTotalBelowGroup(group: $0.key, invited: $0.value, total: invited.total)) }
    }
    guard above.isEmpty else { throw Refusal(above) }
    var remarks: [Remark] = []
    if !columns.leftOut.isEmpty { remarks.append(.invitedColumnsLeftOut(file: name, columns.leftOut)) }
    if columns.answered != nil {
        remarks += registeredOtherwise(rows.answered, than: answers, among: invited, in: name)
    }
    return (invited, remarks)
}

private func invitedTable(
    in file: TableFile, name: String, of instrument: Instrument
) throws(Refusal) -> (InvitedColumns, Table) {
    let search = InvitedSearch(instrument)
    do throws(TableError) {
        if let table = try file.read(choose: { search.choose($0) }), let columns = search.columns {
            return (columns, table)
        }
    } catch {
        throw Refusal(Place(file: name), .unreadable(error))
    }
    throw Refusal(
        Place(file: name, row: search.firstRow), .notAnInvitedHeading(instrument.background.map(\.name)))
}

/// Where the file counts other people as having answered than the answers do: in all, and in each group.
private func registeredOtherwise(
    _ registered: InvitedCount, than answers: Answers, among invited: Invited, in file: String
) -> [Remark] {
    var remarks: [Remark] = []
    func compare(_ group: String?, _ registered: Int, _ found: Int) {
        guard registered != found else { return }
        remarks.append(.registeredOtherwise(file: file, group: group, registered: registered, answers: found))
    }
    compare(nil, registered.total, answers.respondents)
    for (variable, numbers) in invited.byGroup.sorted(by: { $0.key < $1.key }) {
        guard let column = answers.group(variable) else { continue }
        let found = Dictionary(zip(column.values, column.sizes)) { $0 + $1 }
        for value in numbers.keys.sorted() {
            compare(value, registered.byGroup[variable]?[value] ?? 0, found[value] ?? 0)
        }
    }
    return remarks
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
