public import Survey

/// A mapping to be saved.
public struct MappingDraft: Equatable, Sendable {
    public let instrument: String
    public let version: String
    /// Nil where the answers are placed by their date.
    public let period: Period?
    public let sheet: String?
    public let columns: [UnderstoodColumn]
    /// What the user said that columns are: only what was said to be left out is written as such. Other columns that
    /// are left out are left to be recognised anew, so that the reason is told each time.
    public let choices: ColumnChoices
    /// What each column in doubt may be, by its place.
    public let candidates: [Int: [ProbableMeaning]]

    public init(
        instrument: String, version: String, period: Period?, sheet: String?, columns: [UnderstoodColumn],
        choices: ColumnChoices, candidates: [Int: [ProbableMeaning]] = [:]
    ) {
        self.instrument = instrument
        self.version = version
        self.period = period
        self.sheet = sheet
        self.columns = columns
        self.choices = choices
        self.candidates = candidates
    }

    /// The file as text, to be read by ``MappingFile`` and by people.
    ///
    /// What is in doubt is written as a comment, so that it holds only when somebody has looked at it.
    public var text: String {
        var lines = """
            # Mappning: vilken fråga eller bakgrund varje kolumn i en export är.
            # Den gäller filer som har just de här rubrikerna, i den här ordningen, och hittas då av sig själv.
            # Här står rubriker, aldrig svar eller något om dem som svarat.
            #
            # Efter ”är” står frågans id eller nummer, bakgrundens id (insats), ett av dess alternativ (insats=Namnet)
            # eller utelämna. En kolumn utan ”är” tolkas som vanligt.

            """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.append("enkät: \(yamlText(instrument))")
        lines.append("version: \(quotedYAML(version))")
        if let period { lines.append("period: \(quotedYAML(period.label))") }
        if let sheet { lines.append("blad: \(quotedYAML(sheet))") }
        lines += ["", "kolumner:"]
        for column in columns { lines += entry(column) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func entry(_ column: UnderstoodColumn) -> [String] {
        let heading = "  - rubrik: \(quotedYAML(column.heading))"
        // Without a heading a column is left out, whatever a mapping says.
        guard !TextKey(column.heading).isEmpty else { return [heading] }
        switch column.meaning {
        case .question(let id, let number, let text):
            return [heading] + lines(ProbableMeaning(target: id, number: number, text: text), column)
        case .background(let id, let name):
            return [heading] + lines(ProbableMeaning(target: id, number: nil, text: name), column)
        case .option(let variable, _, let value):
            return [heading] + lines(ProbableMeaning(target: "\(variable)=\(value)", number: nil, text: value), column)
        case .looped(let id, let number, let text, let member):
            return [heading]
                + lines(
                    ProbableMeaning(target: "\(id)=\(member)", number: number, text: "\(text) (\(member))"), column)
        case .respondent: return [heading, "    är: \(HeadingMatch.respondentTarget)"]
        case .date: return [heading, "    är: \(yamlText(dateTarget(of: column)))"]
        case .sameAs(let other):
            return [heading + "  # utelämnas: samma som kolumn \(Place.letters(of: other))"]
        case .leftOut(let reason):
            return wasLeftOut(column)
                ? [heading, "    är: \(ColumnChoices.Target.leftOut.text)"]
                : [heading + "  # utelämnas: \(oneLine(reason))"]
        }
    }

    /// With the order of day and month, where the user has said it.
    private func dateTarget(of column: UnderstoodColumn) -> String {
        let said = choices.choices.compactMap { choice -> DateTarget? in
            guard case .named(let target) = choice.target, TextKey(choice.heading) == TextKey(column.heading) else {
                return nil
            }
            return DateTarget(target)
        }
        return (said.first ?? DateTarget(order: nil)).text
    }

    private func lines(_ meaning: ProbableMeaning, _ column: UnderstoodColumn) -> [String] {
        guard let match = column.match, match.isDoubtful else { return ["    \(line(meaning))"] }
        let probable = candidates[column.column] ?? [meaning]
        let which = probable.count == 1 ? "nästa rad om det" : "den rad som"
        return ["    # Tveksam (\(match.swedish)): ta bort # på \(which) stämmer, eller rätta den."]
            + probable.map { "    #\(line($0))" }
    }

    private func line(_ meaning: ProbableMeaning) -> String {
        "är: \(yamlText(meaning.target))"
            + (meaning.number.map { oneLine("  # fråga \($0): \(meaning.text)") } ?? "")
    }

    private func wasLeftOut(_ column: UnderstoodColumn) -> Bool {
        choices.choices.contains { $0.target == .leftOut && TextKey($0.heading) == TextKey(column.heading) }
    }
}

/// A text that may stand in a comment.
private func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isPrintableYAML(scalar) ? scalar : " ") }
    return String(line)
}
