import Survey
import Tabular

extension ColumnReading {
    mutating func takeSingle(_ place: Int, _ table: borrowing Table) {
        let columns = Array((backgrounds[place] ?? []).reversed())
        guard let first = columns.first else { return }
        let variable = instrument.background[place]
        var values = SingleValues(variable)
        var coded: [CodedColumn] = []
        for column in columns {
            let codes = values.codes(of: column.values)
            coded.append(CodedColumn(column, codes: codes) { values.labels[Int($0) - 1] })
        }
        for column in coded { tell(column) }
        let labels = values.labels
        let codes: [UInt16]
        if coded.count > 1 {
            let same = SameColumns(
                coded, table, layout, &faults, unknown: { values.fault($0) }, words: { labels[Int($0) - 1] })
            note(same, coded, variable.name)
            codes = same.codes
        } else {
            if coded[0].hasFaults, layout.matches[first.index]?.isDoubtful == false {
                faults.add(first, table, layout, coded[0].codes) { values.fault($0) }
            }
            codes = first.codes.replaced(by: coded[0].plainCodes)
        }
        tooMany(labels.count, of: variable, first.index)
        groups.append((first.index, GroupColumn(variable: variable.id, values: labels, codes: codes)))
    }

    mutating func tooMany(_ found: Int, of variable: BackgroundVariable, _ column: Int) {
        guard variable.values == nil, found > OpenBackground.mostValues else { return }
        faults.add(
            Problem(
                layout.place(column),
                .tooManyValues(variable: variable.name, found: found, most: OpenBackground.mostValues)))
    }
}
