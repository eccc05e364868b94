import Intake

/// What each column of a file was taken for, as a table for a terminal: heading, what it is, how it was recognised, and
/// under that each text of the column with what it means and how many rows have it.
///
/// Of a column that is left out no text is shown.
struct TrialTable {
    let columns: [UnderstoodColumn]
    /// What each column in doubt may be, by its place.
    let candidates: [Int: [ProbableMeaning]]
    /// Characters in a line.
    let width: Int

    init(_ columns: [UnderstoodColumn], candidates: [Int: [ProbableMeaning]], width: Int) {
        self.columns = columns
        self.candidates = candidates
        self.width = min(max(width, Self.narrowest), Self.widest)
    }

    static let narrowest = 60
    static let widest = 100
    /// Texts of a column that are shown; the rest are counted.
    private static let mostValues = 30

    var lines: [String] {
        heading + columns.flatMap { row($0) + values($0) } + [""] + [summary] + doubts
    }

    // MARK: The table

    private static let letters = 4
    private var how: Int { width >= 90 ? 22 : 16 }
    private var what: Int { width >= 90 ? 30 : 24 }
    private var headings: Int { width - Self.letters - what - how - 6 }

    private var heading: [String] {
        let line = sideBySide([
            ("Kol.", Self.letters), ("Rubrik", headings), ("Vad den är", what), ("Igenkänd på", how),
        ])
        return line + [String(repeating: "-", count: width)]
    }

    private func row(_ column: UnderstoodColumn) -> [String] {
        let start = [(Place.letters(of: column.column), Self.letters), (column.heading, headings)]
        guard let match = column.match else { return sideBySide(start + [(column.meaning.swedish, what + how + 2)]) }
        let doubt = match.isDoubtful ? "TVEKSAM: " : ""
        return sideBySide(start + [(column.meaning.swedish, what), (doubt + match.swedish, how)])
    }

    private func values(_ column: UnderstoodColumn) -> [String] {
        guard !column.meaning.isLeftOut else { return [] }
        let met = column.values.filter { !$0.text.isEmpty } + column.values.filter { $0.text.isEmpty }
        var texts = met.prefix(Self.mostValues).map(\.swedish)
        if met.count > texts.count { texts.append("och \(met.count - texts.count) texter till") }
        guard !texts.isEmpty else { return [] }
        let indent = String(repeating: " ", count: Self.letters + 4)
        return filled(texts, with: " · ", to: width - indent.count).map { indent + $0 }
    }

    // MARK: What it comes to

    private var summary: String {
        var questions: Set<String> = []
        var backgrounds: Set<String> = []
        var leftOut = 0
        for column in columns {
            switch column.meaning {
            case .question(let id, _, _), .looped(let id, _, _, _): questions.insert(id)
            case .background(let id, _), .option(let id, _, _): backgrounds.insert(id)
            case .sameAs, .leftOut, .respondent: leftOut += 1
            case .date: continue
            }
        }
        return "\(counted(columns.count, "kolumn", "kolumner")): \(counted(questions.count, "fråga", "frågor")), "
            + "\(counted(backgrounds.count, "bakgrund", "bakgrunder")), "
            + "\(counted(leftOut, "utelämnas", "utelämnas")), "
            + "\(doubtful.isEmpty ? "inget tveksamt" : counted(doubtful.count, "tveksam", "tveksamma"))."
    }

    private var doubtful: [UnderstoodColumn] { columns.filter { $0.match?.isDoubtful == true } }

    private var doubts: [String] {
        guard !doubtful.isEmpty else { return [] }
        let advice =
            "Tveksamt: läs rubriken mot formulärets text. Stämmer det, lägg till raden med --kolumn. Annars byt ut det som "
            + "står efter sista likhetstecknet mot rätt fråga, eller mot ett streck om kolumnen ska utelämnas. Är det många, "
            + "spara ett utkast med --spara-mappning och gå igenom det i en texteditor."
        return [""] + wrapped(advice, to: width) + doubtful.flatMap(doubt)
    }

    private func doubt(_ column: UnderstoodColumn) -> [String] {
        let likely = candidates[column.column] ?? column.meaning.probable.map { [$0] } ?? []
        return [""] + told("Kolumn \(Place.letters(of: column.column)):", "”\(column.heading)”")
            + likely.enumerated().flatMap { place, meaning in
                told("\(place == 0 ? "Liknar" : "eller") \(meaning.swedish)", "")
                    // On one line, however long, so that it can be copied.
                    + ["      " + columnOption(column.heading, meaning.target)]
            }
    }

    private func told(_ what: String, _ text: String) -> [String] {
        wrapped("\(what) \(text)", to: width - 4).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
    }
}

extension UnderstoodColumn.Meaning {
    /// "fråga 3 (rutiner)".
    var swedish: String {
        switch self {
        case .question(let id, let number, _): "fråga \(number) (\(id))"
        case .background(_, let name): "bakgrund: \(name)"
        case .option(_, let name, let value): "\(name): \(value)"
        case .looped(let id, let number, _, let member): "fråga \(number) (\(id)) om \(member)"
        case .respondent: "utelämnas: \(UnderstoodColumn.respondentReason)"
        case .date: "datum: avgör perioden, sparas aldrig"
        case .sameAs(let column): "samma som kolumn \(Place.letters(of: column))"
        case .leftOut(let reason): "utelämnas: \(reason)"
        }
    }

    fileprivate var probable: ProbableMeaning? {
        switch self {
        case .question(let id, let number, let text): ProbableMeaning(target: id, number: number, text: text)
        case .background(let id, let name): ProbableMeaning(target: id, number: nil, text: name)
        case .option(let id, _, let value): ProbableMeaning(target: "\(id)=\(value)", number: nil, text: value)
        case .looped(let id, let number, let text, let member):
            ProbableMeaning(target: "\(id)=\(member)", number: number, text: "\(text) (\(member))")
        case .sameAs, .leftOut, .respondent, .date: nil
        }
    }

    fileprivate var isLeftOut: Bool {
        switch self {
        case .sameAs, .leftOut, .respondent: true
        case .question, .background, .option, .looped, .date: false
        }
    }
}

extension ProbableMeaning {
    /// "fråga 3 (rutiner): ”Har ni rutiner?”".
    fileprivate var swedish: String {
        number.map { "fråga \($0) (\(target)): ”\(text)”" } ?? "bakgrund: \(text)"
    }
}

extension UnderstoodValue {
    /// "Delvis: 3", or "”3. Delvis” = Delvis: 3" where the file writes it otherwise.
    fileprivate var swedish: String {
        if text.isEmpty { return "tomt: \(count)" }
        guard let meaning else { return "”\(text)” = inget svarsalternativ: \(count)" }
        return text == meaning ? "\(text): \(count)" : "”\(text)” = \(meaning): \(count)"
    }
}
