extension LayoutReading {
    /// The column of the date by which answers are placed: of several headings the one that the instrument lists first.
    mutating func settleDate() {
        guard !roles.contains(.date) else { return }
        var best: (place: Int, column: Int)?
        for column in open.sorted() {
            switch found[column]?.role {
            case .question, .background: continue
            default: break
            }
            guard let place = columns[column].compactMap({ match.dateHeading($0.text) }).min() else { continue }
            if let known = best, known.place == place { tellTwoDates(column, known.column) }
            if best.map({ place < $0.place }) ?? true { best = (place, column) }
        }
        if let best { take(best.column, .date, .listed) }
    }

    mutating func tellTwoDates(_ column: Int, _ other: Int) {
        problems.append(
            (column, .columnTwice(what: DateTarget.word, other: other + 1, heading: headings[column])))
    }
}
