import Foundation

/// A small questionnaire and answers to it, for the tests alone.
enum Samverkan {
    static let forbund = "Åkerbygden"

    static let formular = """
        id: samverkan
        namn: Enkät om samverkan
        respondentgrupp: Personal
        minsta grupp: 5
        versioner:
          - { id: "2021", gäller från: "2021" }
        skalor:
          omfattning:
            - { kod: 4, text: Helt och hållet, klass: klart positiv }
            - { kod: 3, text: Till stor del, stavningar: [Mestadels], klass: positiv }
            - { kod: 2, text: Delvis, klass: varken eller }
            - { kod: 1, text: Inte alls, klass: negativ }
            - { kod: 9, text: Vet ej, stavningar: [Vet inte], inget svar: vet ej }
        bakgrund:
          - { id: insats, rubriker: [Verksamhet], värden: fria }
          - id: kön
            värden:
              - { text: Kvinna, stavningar: [K] }
              - { text: Man, stavningar: [M] }
              - { text: Annat, stavningar: [Vill inte ange] }
        frågor:
          - id: stod
            text: "Får du stödet när du behöver det?"
            skala: omfattning
            versioner: { "2021": { nummer: 1 } }
          - id: malen
            text: "Är målen ”gemensamma” för er?"
            skala: omfattning
            versioner: { "2021": { nummer: 2 } }
          - id: ratt
            text: "Går ni åt rätt håll?"
            skala: omfattning
            versioner: { "2021": { nummer: 3 } }

        """

    static let headings = ["Insats", "Kön", "stod", "malen", "ratt"]

    static let rows = [
        ["Ängen", "Kvinna", "Till stor del", "Delvis", "Helt och hållet"],
        ["Ängen", "Man", "Helt och hållet", "Delvis", "Inte alls"],
        ["Ängen", "Kvinna", "Delvis", "Delvis", "Vet ej"],
        ["Ängen", "Man", "Helt och hållet", "Till stor del", "Inte alls"],
        ["Ängen", "Kvinna", "Till stor del", "Till stor del", "Helt och hållet"],
        ["Ängen", "Kvinna", "Delvis", "", "Delvis"],
        ["Ön", "Kvinna", "Delvis", "Delvis", "Till stor del"],
        ["Ön", "Man", "Till stor del", "Inte alls", "Till stor del"],
        ["Ön", "Kvinna", "Inte alls", "Vet ej", "Delvis"],
        ["Ön", "Man", "Helt och hållet", "Till stor del", "Till stor del"],
        ["Ön", "Kvinna", "Till stor del", "Delvis", ""],
        ["Ön", "Annat", "Helt och hållet", "Helt och hållet", "Delvis"],
    ]

    static let answers = Export().text

    /// The same answers in the file of the first year.
    static let firstAnswers = Export.with { $0.ending = "\n" }.text

    /// A file with these lines under the headings.
    static func file(_ lines: String...) -> String { file(lines) }

    static func file(_ lines: [String]) -> String {
        ([headings.joined(separator: ";")] + lines).map { $0 + "\n" }.joined()
    }

    /// The same import as the first, for the year after.
    static func imports(_ file: String, _ more: String...) -> [String] {
        ["importera", file, "--enkat", "samverkan", "--period", "2022"] + more
    }
}

/// The answers as a survey or spreadsheet program may write them.
struct Export: Sendable {
    var headings = Samverkan.headings
    var rows = Samverkan.rows
    var separator = ";"
    var lineEnd = "\n"
    var quoted = false
    var encoding = String.Encoding.utf8
    var mark: [UInt8] = []
    var endsLastRow = true
    /// What stands after the last row.
    var ending = ""

    var text: String {
        let lines = ([headings] + rows).map { $0.map(written).joined(separator: separator) }
        return lines.joined(separator: lineEnd) + (endsLastRow ? lineEnd : "") + ending
    }

    var bytes: [UInt8] { mark + (text.data(using: encoding).map(Array.init) ?? []) }

    private func written(_ cell: String) -> String {
        let needsQuotes = cell.contains { $0 == "\"" || $0.isNewline } || cell.contains(separator)
        return quoted || needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// A copy that differs in what `change` changes.
    static func with(_ change: (inout Export) -> Void) -> Export {
        var export = Export()
        change(&export)
        return export
    }

    /// Columns that stand for no question after those that do.
    mutating func append(_ heading: String, _ cells: [String]) {
        headings.append(heading)
        for row in rows.indices { rows[row].append(cells[row % cells.count]) }
    }

    mutating func renameQuestions(_ names: String...) { headings.replaceSubrange(2..<5, with: names) }

    mutating func respell(_ spellings: [String: String]) {
        rows = rows.map { $0.map { spellings[$0] ?? $0 } }
    }
}
