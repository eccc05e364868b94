import Survey
import Tabular

extension ColumnReading {
    mutating func takeSets(_ place: Int, _ table: borrowing Table) {
        let variable = instrument.background[place]
        let whole = (backgrounds[place] ?? []).reversed()
        let single = Array((options[place] ?? []).reversed())
        guard let first = (whole + single.map(\.column)).map(\.index).min() else { return }
        var values = MultipleValues(variable)
        var sets: ChoiceSets?
        for column in whole {
            let members = column.values.map { values.members(of: $0) }
            let coded = CodedColumn(
                column, codes: members.map { $0.map { _ in 0 } }, meanings: members.map { values.words($0) })
            tell(coded)
            if coded.hasFaults, layout.matches[column.index]?.isDoubtful == false {
                faults.add(column, table, layout, coded.codes) { values.fault($0) }
            }
            if variable.values == nil {
                let counts = column.codes.counts(of: column.values.count)
                let divided = zip(members, counts).reduce(0) { $1.0?.count ?? 0 > 1 ? $0 + $1.1 : $0 }
                if divided > 0 { result.divided[variable.name, default: 0] += divided }
            }
            let numbers = column.codes.replaced(by: column.values.indices.map { UInt16(truncatingIfNeeded: $0) })
            guard let new = ChoiceSets(codes: numbers, values: members.map { $0 ?? [] }) else {
                return tooManySets(variable, column.index)
            }
            guard join(&sets, new, values, column.index, first, table) else {
                return tooManySets(variable, column.index)
            }
        }
        if !single.isEmpty {
            guard let new = optionSets(single, &values, table) else { return tooManySets(variable, first) }
            guard join(&sets, new, values, single[0].column.index, first, table) else {
                return tooManySets(variable, first)
            }
        }
        tooMany(values.labels.count, of: variable, first)
        guard let sets else { return }
        if sets.sets.count > GroupColumn.mostChoices + 1 { tooManySets(variable, first, sets.sets.count - 1) }
        if !variable.isMultiple {
            faults.add(first, table, layout) { row in
                sets.members(row).count > 1
                    ? .severalValues(variable: variable.name, value: values.words(sets.members(row)) ?? "") : nil
            }
        }
        groups.append(
            (
                first,
                sets.column(
                    variable.id, labels: values.labels, isListed: variable.values != nil,
                    isMultiple: variable.isMultiple)
            ))
    }

    private mutating func tooManySets(_ variable: BackgroundVariable, _ column: Int, _ found: Int = ChoiceSets.most) {
        faults.add(
            Problem(
                layout.place(column),
                .tooManyChoices(variable: variable.name, found: found, most: GroupColumn.mostChoices)))
    }

    /// Nil where there are too many different sets.
    private mutating func optionSets(
        _ single: [(label: String, column: Column)], _ values: inout MultipleValues, _ table: borrowing Table
    ) -> ChoiceSets? {
        var byValue: [Int: [CodedColumn]] = [:]
        for (label, column) in single {
            let value = values.place(of: label)
            let codes = column.values.map { text -> UInt16? in
                switch OptionCell(text, isLabel: { values.isLabel($0, of: value) }) {
                case nil: nil
                case .chosen: 2
                case .notChosen: text.isEmpty ? 0 : 1
                }
            }
            let coded = CodedColumn(column, codes: codes) { $0 == 2 ? values.labels[value] : "inte valt" }
            tell(coded)
            byValue[value, default: []].append(coded)
        }
        var sets = ChoiceSets(rows: table.rowCount)
        for (value, columns) in byValue.sorted(by: { $0.key < $1.key }) {
            let label = values.labels[value]
            let variable = values.variable.name
            let same = SameColumns(
                columns, table, layout, &faults, unknown: { Self.optionFault($0, label, variable) },
                words: { $0 == 2 ? label : "inte valt" })
            note(same, columns, "\(variable) = \(label)")
            guard sets.add(value, to: same.codes.map { $0 == 2 }) else { return nil }
        }
        return sets
    }

    private static func optionFault(_ text: String, _ label: String, _ variable: String) -> Problem.Fact {
        ErrorValue.isOne(text) ? .errorValue(text) : .notAnOption(value: text, variable: variable, option: label)
    }

    /// False where there are too many different sets.
    private mutating func join(
        _ sets: inout ChoiceSets?, _ new: ChoiceSets, _ values: MultipleValues, _ column: Int, _ first: Int,
        _ table: borrowing Table
    ) -> Bool {
        guard var known = sets else {
            sets = new
            return true
        }
        let mine = known
        let letters = Place.letters(of: first + 1)
        faults.add(column, table, layout) { row in
            let (a, b) = (new.members(row), mine.members(row))
            return a.isEmpty || b.isEmpty || a == b
                ? nil
                : .disagreement(value: values.words(a) ?? "", other: values.words(b) ?? "", column: letters)
        }
        let isRoom = known.fill(from: new)
        sets = known
        return isRoom
    }
}
