import Granskning
import OpenDocument

/// The findings as a workbook: Fynd with a row a figure, worst first, and Metod.
struct FindingsWorkbook {
    let files: [ScrutinizedFile]

    func workbook() -> Workbook {
        Workbook(
            metadata: Metadata(
                title: "Granskning av \(listed(files.map(\.name)))", subject: "Kan de publicerade siffrorna vara sanna?"
            ),
            sheets: [findingsSheet(), methodSheet()])
    }

    private static let columns: [(heading: String, width: Double)] = [
        ("Grad", 26), ("Fil", 40), ("Blad", 30), ("Rad", 12), ("Kolumn", 16), ("Gäller", 80), ("Det står", 34),
        ("Räkning", 90), ("Att göra", 80),
    ]

    private func findingsSheet() -> Sheet {
        let rows = files.flatMap { file in file.scrutiny.findings.map { (file: file.name, finding: $0) } }
        // By grade; those of one grade in the files' order.
        let sorted = Grade.allCases.flatMap { grade in rows.filter { $0.finding.grade == grade } }
        let counts = summary(of: files)
        return Sheet(
            name: "Fynd", columns: Self.columns.map { Column(width: $0.width) }, headerRows: 3..<4, frozen: (4, 0),
            title: "Fynd",
            description: "Varje granskad uppgift: grad, plats, vad som står, räkningen och vad som bör göras.",
            tableRange: TableRange(name: "Tabell_Fynd", firstRow: 3, lastRow: 3 + sorted.count),
            rows: { writer in
                try writer.row([.text("Granskning av publicerade siffror", Self.title)])
                try writer.row([.text(counts)])
                try writer.row([])
                try writer.row(Self.columns.map { .text($0.heading, Self.head) })
                for row in sorted {
                    let finding = row.finding
                    let texts = [
                        finding.grade.swedish, row.file, finding.place.sheet ?? "–", nil, finding.place.letters,
                        finding.subject.isEmpty ? "–" : finding.subject, finding.stated, finding.arithmetic,
                        finding.check.isEmpty ? "–" : finding.check,
                    ]
                    try writer.row(
                        texts.map { text in text.map { .text($0, Self.cell) } ?? .integer(finding.place.row, Self.cell)
                        })
                }
            })
    }

    private func methodSheet() -> Sheet {
        Sheet(
            name: "Metod", columns: [Column(width: 220)], title: "Metod", description: "Hur siffrorna har prövats.",
            rows: { writer in
                try writer.row([.text("Metod", Self.title)])
                for text in Self.method { try writer.row([.text(text, Self.cell)]) }
            })
    }

    private static let method = [
        "Varje rad prövas mot alla hela antal svar, upp till det antal som anges: finns det antal negativa, varken eller, "
            + "positiva och klart positiva svar vars andelar avrundas till just de tal som står? Sökningen är uttömmande och "
            + "räknar i heltal.",
        "Omöjlig: inga antal ger talen, hur de än har avrundats. Osannolik: talen kan stämma, men "
            + "bara om en annan uppgift i filen är fel eller gäller något annat. Avrundad för hand: talen stämmer bara om de har "
            + "avrundats på annat sätt än med halva uppåt. Möjlig: det finns antal som ger talen. Att en siffra är möjlig "
            + "visar inte att den är rätt.",
        "Metoden är en form av GRIM-testet: N. J. L. Brown och J. A. J. Heathers, ”The GRIM Test”, Social Psychological and "
            + "Personality Science 8 (4), 2017, här för flera andelar av samma helhet på en gång. Avrundningssätten är de "
            + "som R-paketet scrutiny (L. Jung) prövar.",
    ]

    private static let title = CellStyle(name: "Rubrik", fontSize: 16, bold: true)
    private static let head = CellStyle(
        name: "Kolumnrubrik", bold: true, background: Color(0xE6EEF0), wrap: true, ruleBelow: Color(0x1F4E5F),
        padding: 1)
    private static let cell = CellStyle(
        name: "Text", horizontal: .start, vertical: .top, wrap: true, ruleBelow: Color(0x9FB3BB), padding: 1)
}
