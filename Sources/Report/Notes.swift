/// The numbered notes of the workbook, in the order in which they are first referred to.
struct Notes {
    private(set) var texts: [(text: String, sheet: String)] = []

    /// The mark to put where the note belongs: "[not 3]". The same text on the same sheet is the same note.
    mutating func mark(_ text: String, on sheet: String) -> String {
        "[not \(number(text, sheet))]"
    }

    private mutating func number(_ text: String, _ sheet: String) -> Int {
        if let place = texts.firstIndex(where: { $0.text == text && $0.sheet == sheet }) { return place + 1 }
        texts.append((text, sheet))
        return texts.count
    }

    /// The notes of a sheet as they stand under its table.
    func lines(on sheet: String) -> [String] {
        texts.enumerated().filter { $0.element.sheet == sheet }.map { "[not \($0.offset + 1)] \($0.element.text)" }
    }
}
