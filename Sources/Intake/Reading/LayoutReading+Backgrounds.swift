import Survey

extension LayoutReading {
    mutating func settleBackground(_ place: Int) {
        var plain = open.filter { found[$0]?.role == .background(place) }.sorted()
        var named: [(column: Int, text: String)] = []
        var unnamed: [Int] = []
        var below: [(column: Int, text: String)] = []
        for column in open.sorted() {
            switch found[column]?.role {
            case .option(place, let text): named.append((column, text))
            case .unnamedOption(place, _): unnamed.append(column)
            case .below(place, let text): below.append((column, text))
            default: continue
            }
        }
        let isTold = roles.contains(.background(place))
        // A single text below the variable's is its other heading.
        if below.count == 1, plain.isEmpty, named.isEmpty, unnamed.isEmpty {
            plain.append(below[0].column)
            below = []
        }
        for column in plain { take(column, .background(place), found[column]?.match ?? .code) }
        if !background[place].isMultiple {
            (named, below) = settleSingle(place, named, below, &unnamed, hasColumn: isTold || !plain.isEmpty)
        }
        for (column, text) in named + below { takeOption(column, place, text) }
        for column in unnamed { takeUnnamedOption(column, place) }
    }

    /// A variable of which each respondent has one value may have a column for each value as well; but beside a column of
    /// its own these are something else, and a single one is no value unless the list has it.
    private mutating func settleSingle(
        _ place: Int, _ named: [(column: Int, text: String)], _ below: [(column: Int, text: String)],
        _ unnamed: inout [Int], hasColumn: Bool
    ) -> (named: [(column: Int, text: String)], below: [(column: Int, text: String)]) {
        let variable = background[place]
        let columns = (named + below).map(\.column) + unnamed
        if hasColumn {
            for column in columns {
                leaveOut(column, "är ett alternativ till \(variable.name), som har en egen kolumn")
            }
            unnamed = []
            return ([], [])
        }
        guard columns.count == 1 else { return (named, below) }
        if let column = unnamed.first { take(column, .background(place), found[column]?.match ?? .code) }
        unnamed = []
        guard let values = variable.values else { return ([], []) }
        return (named.filter { (BackgroundMatch(values).code(of: $0.text) ?? 0) > 0 }, [])
    }

    private mutating func takeOption(_ column: Int, _ place: Int, _ text: String) {
        let variable = background[place]
        let how = found[column]?.match ?? .code
        if let values = variable.values {
            let match = BackgroundMatch(values)
            if let code = match.code(of: text), code > 0 {
                take(column, .option(background: place, label: match.labels[Int(code) - 1]), how)
            } else {
                problems.append(
                    (
                        column,
                        .unknownOption(
                            variable: variable.name, option: text, accepted: match.labels,
                            nearest: nearest(to: text, among: match.labels), heading: headings[column])
                    ))
                leaveOut(column, Self.unknown)
            }
        } else if OpenBackground.accepts(text) {
            take(column, .option(background: place, label: text), how)
        } else {
            problems.append((column, OpenBackground.refused(text, of: variable)))
            leaveOut(column, Self.unknown)
        }
    }

    /// "insats[SQ001]": the cells may tell what the option is.
    private mutating func takeUnnamedOption(_ column: Int, _ place: Int) {
        let texts = Set(values(column).map { TextKey($0) })
        let says = values(column).first { !OptionCell.isYesOrNo($0) }
        if let says, texts.count == 1 {
            takeOption(column, place, says)
        } else {
            problems.append(
                (
                    column,
                    .optionWithoutName(
                        variable: background[place].name, id: background[place].id, heading: headings[column])
                ))
            leaveOut(column, Self.unknown)
        }
    }
}
