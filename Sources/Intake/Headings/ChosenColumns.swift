public import Survey

/// What the user said that columns are, with each target found in the questionnaire.
struct ChosenColumns {
    struct Resolved: Equatable {
        let choice: ColumnChoices.Choice
        /// Nil for a column to leave out.
        let role: Recognised.Role?
    }

    /// By heading, in the order in which they were said.
    private let byHeading: [TextKey: [Resolved]]

    static let none = ChosenColumns(byHeading: [:])

    private init(byHeading: [TextKey: [Resolved]]) {
        self.byHeading = byHeading
    }

    /// - Throws: every choice whose target the questionnaire does not have, where it was said.
    init(_ choices: ColumnChoices, _ match: HeadingMatch) throws(Refusal) {
        var problems: [Problem] = []
        var byHeading: [TextKey: [Resolved]] = [:]
        for choice in choices.choices {
            switch match.target(choice.target, heading: choice.heading) {
            case .success(let role):
                byHeading[TextKey(choice.heading), default: []].append(Resolved(choice: choice, role: role))
            case .failure(let fact):
                problems.append(Problem(choice.place, fact))
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        // What the command line says of a heading replaces what a mapping says of it.
        self.byHeading = byHeading.mapValues { said in
            let chosen = said.filter { $0.choice.match == .chosen }
            return chosen.isEmpty ? said : chosen
        }
    }

    var isEmpty: Bool { byHeading.isEmpty }

    /// What the heading is said to be, without regard to others of the same name.
    func role(of heading: String) -> Resolved? {
        byHeading.isEmpty ? nil : byHeading[TextKey(heading)]?.first
    }

    /// What came of the choices in one file.
    struct Outcome {
        /// By column, from 0.
        var columns: [Int: Resolved] = [:]
        var problems: [Problem] = []
        /// Choices whose heading the file does not have.
        var unused: [ColumnChoices.Choice] = []
    }

    /// - Parameters:
    ///   - columns: of each column its texts in the heading rows.
    ///   - headings: of each column the whole heading.
    func outcome(_ columns: [[HeadingCell]], headings: [String], place: (Int?) -> Place) -> Outcome {
        var outcome = Outcome()
        if byHeading.isEmpty { return outcome }
        let whole = Dictionary(grouping: headings.indices) { TextKey(headings[$0]) }
        var parts: [TextKey: [Int]] = [:]
        for (column, cells) in columns.enumerated() {
            for cell in cells where !cell.isFilled { parts[TextKey(cell.text), default: []].append(column) }
        }
        for (key, said) in byHeading.sorted(by: { $0.key.text < $1.key.text }) {
            let named = key.isEmpty ? [] : whole[key] ?? parts[key] ?? []
            let roles = said.map(\.role)
            if named.isEmpty {
                outcome.unused += said.map(\.choice)
            } else if roles.allSatisfy({ $0 == roles[0] }), named.count == 1 || roles[0] == nil {
                for column in named { outcome.columns[column] = said[0] }
            } else if said.count == named.count {
                // Columns of the same heading, in order.
                for (column, said) in zip(named, said) { outcome.columns[column] = said }
            } else {
                outcome.problems.append(
                    Problem(
                        place(named.first),
                        .headingOfSeveral(
                            heading: said[0].choice.heading, columns: named.map { $0 + 1 }, choices: said.count)))
            }
        }
        return outcome
    }
}

extension ColumnChoices.Target {
    /// Whether it is a question of the version, a background variable or one of its options, or says to leave out.
    public func means(in version: Version, of instrument: Instrument) -> Bool {
        if case .success = HeadingMatch(version, of: instrument).target(self, heading: "") { true } else { false }
    }
}

private enum Target {
    case success(Recognised.Role?)
    case failure(Problem.Fact)
}

extension HeadingMatch {
    /// What a column is called that tells rows of the same respondent.
    static let respondentTarget = "svarsid"

    /// What a choice says that its column is.
    fileprivate func target(_ target: ColumnChoices.Target, heading: String) -> Target {
        guard case .named(let name) = target else { return .success(nil) }
        let text = name.withoutOuterSpace
        if ["-", "–", "utelämna", "utelamna", "utelämnas"].contains(text.lowercased()) { return .success(nil) }
        if let role = named(text) { return .success(role) }
        if members != nil, TextKey(text) == TextKey(Self.respondentTarget) { return .success(.respondent) }
        if let members, let sign = text.firstIndex(of: "="),
            case .question(let place) = named(String(text[..<sign]).withoutOuterSpace),
            version.items[place].question.isLooped
        {
            let value = String(text[text.index(after: sign)...]).withoutOuterSpace
            guard let label = members.label(value) else {
                return .failure(
                    .unknownBackground(
                        variable: instrument.background[members.background].name, value: value,
                        accepted: members.labels, nearest: nearest(to: value, among: members.labels)))
            }
            return .success(.looped(question: place, label: label))
        }
        if instrument.dating != nil, let order = DateTarget(text) { return .success(.date(order.order)) }
        if let sign = text.firstIndex(of: "="),
            case .background(let place) = named(String(text[..<sign]).withoutOuterSpace)
        {
            let option = String(text[text.index(after: sign)...]).withoutOuterSpace
            let variable = instrument.background[place]
            if let values = variable.values, (BackgroundMatch(values).code(of: option) ?? 0) == 0 {
                return .failure(BackgroundMatch(values).unknown(option, of: variable))
            }
            return .success(.option(ofBackground: place, text: option))
        }
        let accepted =
            version.items.map(\.question.id) + instrument.background.map(\.id)
            + (members == nil ? [] : [Self.respondentTarget])
            + (instrument.dating == nil ? [] : [DateTarget.word])
        return .failure(
            .targetOfNothing(
                heading: heading, target: text, accepted: accepted, nearest: nearest(to: text, among: accepted)))
    }
}
