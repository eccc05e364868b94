extension PublishedFault {
    var swedish: String {
        switch self {
        case .noBilaga:
            "filen är ingen bilaga: bladet Data med kolumnerna \(PublishedColumns.names.joined(separator: ", ")) saknas. "
                + "Ange ett kalkylark som ”bilaga rapport” har skrivit."
        case .noFigures:
            "bladet Data har inga siffror. Ange ett kalkylark som ”bilaga rapport” har skrivit."
        case .tooManyRows(let found, let most):
            "bladet Data har \(found) rader, fler än de \(most) som en bilaga kan ha. \(asWritten)"
        case .severalForbund(let one, let other):
            "bladet har siffror för både ”\(one)” och ”\(other)”, men en bilaga gäller ett förbund. \(asWritten)"
        case .notACount(let text):
            "”\(text)” är inget antal. Här ska det stå ett heltal eller ett ord inom hakparentes. \(asWritten)"
        case .twice:
            "samma siffra står på två rader. \(asWritten)"
        case .incomplete(let question):
            "frågan \(question) har antal för några mått men inte för alla. \(asWritten)"
        case .partsDiffer(let question, let parts, let base):
            "frågan \(question): negativt, varken eller och positivt är tillsammans \(parts), men basen är \(base). "
                + asWritten
        }
    }

    private var asWritten: String { "Ange filen som den skrevs av ”bilaga rapport”." }
}
