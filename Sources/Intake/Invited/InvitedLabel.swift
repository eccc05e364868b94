import Survey

/// The groups of a background variable as a file of those who were asked writes them.
struct InvitedLabel {
    private let variable: BackgroundVariable
    private let answers: Answers

    init(_ variable: BackgroundVariable, _ answers: Answers) {
        self.variable = variable
        self.answers = answers
    }

    /// The groups that a cell names, written as the answers write them where they have them; nil where it names none. A
    /// group that nobody answered in is taken as it is written.
    ///
    /// - Parameter isPerson: whether the cell may name several groups, as that of a person may.
    func values(of text: String, isPerson: Bool) -> [String]? {
        // A row with the sum of the others would count everybody twice.
        guard !TextKey(text).isEmpty, !Self.isTotal(text), !ErrorValue.isOne(text) else { return nil }
        if let values = variable.values {
            let match = BackgroundMatch(values)
            if isPerson, variable.isMultiple {
                return SeveralValues.listed(text, match)?.map { match.labels[Int($0) - 1] }
            }
            return match.code(of: text).flatMap { $0 == 0 ? nil : [match.labels[Int($0) - 1]] }
        }
        if let known = answers.group(variable.id)?.values.first(where: { TextKey($0) == TextKey(text) }) {
            return [known]
        }
        return OpenBackground.accepts(text) ? [text] : nil
    }

    var accepted: [String] { variable.values?.map(\.label) ?? answers.group(variable.id)?.values ?? [] }

    static func isTotal(_ text: String) -> Bool {
        ["total", "totalt", "summa", "samtliga", "alla"].contains(TextKey(text).text)
    }
}
