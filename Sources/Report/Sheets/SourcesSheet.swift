import Analysis
import OpenDocument
import Survey

extension Bilaga {
    /// One row an imported file: enough to recognise it and to see what was left out of it.
    func sourcesSheet() -> TableSheet {
        let style = Style.row(.newest)
        let rows = results.flatMap { results in
            results.waves.flatMap { wave in
                wave.files.map { file -> [Cell] in
                    // The rows of a file are its answers, and its size tells nearly as much.
                    let few = file.rows - file.emptyRows < results.instrument.smallestGroup
                    func number(_ number: Int) -> Cell {
                        few ? .text(Shorthand.tooFew.rawValue, style.number) : .integer(number, style.number)
                    }
                    return [
                        .text(results.instrument.id, style.head), periodCell(wave.period, style.text),
                        .text(file.name, style.text), .text(file.sha256, style.text),
                        number(file.size), number(file.rows),
                        number(file.emptyRows),
                        .text(wave.importedAt ?? Shorthand.notStored.rawValue, style.text),
                        .text(leftOut(file), style.text),
                    ]
                }
            }
        }
        return TableSheet(
            name: "Källor", title: "Källor",
            leads: [
                "Filerna som siffrorna kommer ur. Kontrollsumman (SHA-256) visar att filen är densamma som lästes in.",
                "Tomma svar är rader utan ett enda svar; de räknas inte som svarande.",
            ],
            columns: [
                .text("Enkät", 34), .text("Period", 20), .text("Fil", 40), .text("SHA-256", 48),
                .number("Storlek i byte", 20), .number("Rader", 16), .number("Tomma svar", 16), .text("Inläst", 28),
                .text("Utelämnat och varför", 60),
            ],
            rows: rows, notes: [], description: "En rad för varje inläst fil, med kontrollsumma och vad som utelämnats."
        )
    }

    private func leftOut(_ file: SourceFile) -> String {
        file.leftOut.isEmpty
            ? "Inget" : file.leftOut.map { "\($0.heading): \($0.reason)" }.joined(separator: "\n")
    }
}
