import Survey
import Tabular

/// The columns of a file of those who were asked.
struct InvitedColumns {
    /// Places in the instrument's background, each with its column; each variable once.
    let groups: [(variable: BackgroundVariable, column: Int)]
    /// How many were asked; nil where every row is a person.
    let invited: Int?
    /// How many answered, or whether the person did.
    let answered: Int?
    /// Of the whole row.
    let headings: [String]

    /// The columns to read, in the order of the file.
    var chosen: [Int] { (groups.map(\.column) + [invited, answered].compactMap { $0 }).sorted() }

    /// Nil where the texts are no such headings.
    init?(_ headings: [String], of instrument: Instrument) {
        let keys = headings.map { TextKey($0) }
        func column(_ names: [String]) -> Int? {
            names.lazy.compactMap { name in keys.firstIndex { $0.text == name } }.first
        }
        invited = column(["antal tillfrågade", "tillfrågade", "antal inbjudna", "inbjudna", "antal"])
        answered = column([
            "antal svar", "svar", "antal svarade", "svarade", "svarat", "har svarat", "besvarat", "besvarad",
            "besvarade",
        ])
        groups = instrument.background.compactMap { variable in
            let names = ([variable.id, variable.name] + variable.headings).map { TextKey($0) }
            return keys.firstIndex(where: names.contains).map { (variable, $0) }
        }
        self.headings = headings
        switch (invited, answered) {
        case (nil, nil): return nil
        case (.some, nil): if groups.isEmpty { return nil }
        case (_, .some):
            // A title may be such a word, but stands alone.
            if keys.count(where: { !$0.isEmpty }) < 2 { return nil }
        }
    }

    /// What is told of the columns that are not read.
    var leftOut: [LeftOutColumn] {
        headings.indices.filter { !headings[$0].isEmpty && !chosen.contains($0) }.map { column in
            LeftOutColumn(
                heading: headings[column], reason: KnownColumns.personReason(headings[column]) ?? "används inte")
        }
    }
}

/// Finds the first row of any sheet that has the headings.
final class InvitedSearch {
    private let instrument: Instrument
    private(set) var columns: InvitedColumns?
    /// The first row of the file, for the message where there are no such headings.
    private(set) var firstRow: Int?

    init(_ instrument: Instrument) {
        self.instrument = instrument
    }

    func choose(_ opening: Opening) -> Choice {
        if firstRow == nil, let row = opening.rows.first?.sheetRow, row > 0 { firstRow = row }
        for place in opening.rows.indices {
            guard let found = InvitedColumns(opening.rows[place].cells, of: instrument) else { continue }
            columns = found
            return .read(headings: place..<place + 1, columns: found.chosen)
        }
        return .skip
    }
}
