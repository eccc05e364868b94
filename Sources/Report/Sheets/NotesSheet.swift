import OpenDocument

extension Bilaga {
    /// Every note and every shorthand of the workbook with its meaning.
    func notesSheet(_ notes: Notes) -> TableSheet {
        let style = Style.row(.newest)
        let shorthands = Shorthand.allCases.map { shorthand -> [Cell] in
            [
                .text(shorthand.rawValue, style.head), .text("Alla", style.text),
                .text(shorthand.explanation, style.text),
            ]
        }
        let numbered = notes.texts.enumerated().map { place, note -> [Cell] in
            [
                .text("[not \(place + 1)]", style.head), .text(note.sheets.joined(separator: ", "), style.text),
                .text(note.text, style.text),
            ]
        }
        return TableSheet(
            name: "Anmärkningar", title: "Anmärkningar",
            leads: ["Vad orden inom hakparentes betyder, och de numrerade anmärkningarna till tabellerna."],
            columns: [.text("Märke", 36), .text("Blad", 70), .text("Betydelse", 158)],
            rows: shorthands + numbered, notes: [], description: "Förkortningar och anmärkningar med förklaring.")
    }
}
