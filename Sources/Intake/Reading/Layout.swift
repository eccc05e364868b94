import Survey
import Tabular

/// What the columns of a file are.
struct Layout {
    let file: String
    let headings: [String]
    let roles: [ColumnRole]
    /// The columns to read, by their places from 0.
    let chosen: [Int]
    /// Questions without a column, and columns that are the same thing: told with what is wrong in the cells.
    let problems: [Problem]

    /// - Throws: where no column is a question.
    init(
        _ headings: [String], dialect: Dialect, file: String, version: Version, of instrument: Instrument
    ) throws(Refusal) {
        let match = HeadingMatch(version, of: instrument)
        self.file = file
        self.headings = headings
        let roles = headings.map(match.role)
        self.roles = roles
        var chosen: [Int] = []
        var problems: [Problem] = []
        var first: [String: Int] = [:]
        var found: Set<Int> = []
        for place in roles.indices {
            let what: String
            switch roles[place] {
            case .question(let item):
                what = "fråga \(version.items[item].number)"
                found.insert(item)
            case .background(let variable): what = instrument.background[variable].name
            case .leftOut: continue
            }
            if let other = first[what] {
                let place = Place(file: file, column: place + 1, heading: headings[place])
                problems.append(Problem(place, .columnTwice(question: what, other: other + 1)))
            } else {
                first[what] = place
                chosen.append(place)
            }
        }
        guard !found.isEmpty else {
            throw Refusal(
                Place(file: file, row: 1),
                .noQuestions(instrument: instrument.id, dialect: dialect, headings: headings))
        }
        for (place, item) in version.items.enumerated() where !found.contains(place) {
            problems.append(
                Problem(
                    Place(file: file, row: 1),
                    .questionWithoutColumn(number: item.number, text: item.question.text)))
        }
        self.chosen = chosen
        self.problems = problems
    }

    /// The file without its folder: what is kept of a file must not tell whose computer it lay on.
    var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

    func place(_ column: Int, row: Int? = nil) -> Place {
        Place(file: file, row: row, column: column + 1, heading: headings[column])
    }
}
