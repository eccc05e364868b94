import OpenDocument

extension Bilaga {
    /// A link to each sheet that follows, with what it holds.
    func contentsSheet(of sheets: [Sheet]) -> Sheet {
        let style = Style.row(.newest)
        let rows = sheets.map { sheet -> [Cell] in
            [
                .link(sheet.name, target: Cell.target(sheet: sheet.name, cell: "A1"), Style.rowLink),
                .text(sheet.description ?? "", style.text),
            ]
        }
        return TableSheet(
            name: "Innehåll", title: "Innehåll",
            leads: ["Bladen i dokumentet, i ordning. Varje namn är en länk till bladet."],
            columns: [.text("Blad", 62), .text("Innehåll", 196)], rows: rows, notes: [],
            description: "Lista över dokumentets blad."
        ).sheet(footer: footer)
    }
}
