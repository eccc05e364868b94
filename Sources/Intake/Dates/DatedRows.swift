import Survey
import Tabular

/// What the rows of a table are placed by.
struct Placing {
    let dating: Dating
    /// The period that was asked for: rows without a date count in it. Nil where every row must have one.
    let asked: Period?
}

/// The rows of a table with the period that each belongs to.
struct DatedRows {
    /// Place in the table's columns' file.
    let column: Int
    private let codes: Codes
    private let texts: DatedTexts
    private let values: [String]
    private let asked: Period?

    init(_ column: Column, _ placing: Placing, said: DateOrder?) {
        self.column = column.index
        codes = column.codes
        values = column.values
        asked = placing.asked
        texts = DatedTexts(column.values, missing: column.missing, dating: placing.dating, said: said)
    }

    /// Nil where the row has no date that can be read.
    func dated(_ row: Int) -> Period? { texts.placements[codes[row]].period }

    /// What is wrong with the row's date. One in doubt is told of the whole column.
    func fault(_ row: Int) -> Problem.Fact? {
        guard asked == nil else { return nil }
        return switch texts.placements[codes[row]] {
        case .blank: .noDate
        case .unreadable: .notADate(personalHidden(values[codes[row]]))
        case .doubtful, .period: nil
        }
    }

    /// What is wrong with the whole column.
    ///
    /// - Parameter concerned: 1 for each row that has answers.
    func doubt(heading: String, concerned: [UInt8]) -> Problem.Fact? {
        guard let doubt = texts.doubt else { return nil }
        let count = concerned.indices.count { row in
            concerned[row] != 0 && texts.placements[codes[row]] == .doubtful
        }
        return count == 0
            ? nil
            : .doubtfulDate(example: doubt.text, orders: doubt.orders, rows: count, heading: heading)
    }

    /// The periods with how many rows have them, oldest first: what the user is shown of the column.
    func understood() -> [UnderstoodValue] {
        let counts = codes.counts(of: values.count)
        var byPeriod: [Period: Int] = [:]
        var others: [(String, Int)] = []
        for (place, count) in counts.enumerated() where count > 0 {
            if let period = texts.placements[place].period {
                byPeriod[period, default: 0] += count
            } else {
                others.append((personalHidden(values[place]), count))
            }
        }
        return byPeriod.sorted { $0.key < $1.key }.map {
            UnderstoodValue(text: $0.key.words, meaning: $0.key.words, count: $0.value)
        } + others.map { UnderstoodValue(text: $0.0, meaning: nil, count: $0.1) }
    }
}
