/// The numbered notes of the workbook, in the order in which they are first referred to.
struct Notes {
    private(set) var texts: [(text: String, sheets: [String])] = []

    /// The mark to put where the note belongs: "[not 3]". The same text is the same note on every sheet.
    mutating func mark(_ text: String, on sheet: String) -> String {
        "[not \(number(text, sheet))]"
    }

    private mutating func number(_ text: String, _ sheet: String) -> Int {
        guard let place = texts.firstIndex(where: { $0.text == text }) else {
            texts.append((text, [sheet]))
            return texts.count
        }
        if !texts[place].sheets.contains(sheet) { texts[place].sheets.append(sheet) }
        return place + 1
    }

    /// The notes of a sheet as they stand under its table.
    func lines(on sheet: String) -> [String] {
        texts.enumerated().filter { $0.element.sheets.contains(sheet) }
            .map { "[not \($0.offset + 1)] \($0.element.text)" }
    }

    /// The line above a table that names the notes to the whole of it, if there are any.
    static func lead(_ marks: [String]) -> [String] {
        marks.isEmpty ? [] : ["Anmärkningar till hela tabellen: \(marks.joined(separator: " "))."]
    }
}
