import Survey

extension Remark: CustomStringConvertible {
    public var description: String {
        switch self {
        case .backgroundMissing(let file, let name):
            "\(file): ingen kolumn för \(name), så en tabell per \(name) kan inte göras."
        case .answeredInCodes(let file, let questions, let best):
            "\(file): \(count(questions, "fråga är besvarad", "frågor är besvarade")) med siffror. "
                + "Kontrollera att siffrorna betyder det som formuläret säger (\(best))."
        case .nobodyAnswered(let group, let invited):
            "ingen har svarat i \(group) (\(invited) tillfrågade). Kontrollera att namnet är skrivet som i svaren."
        case .emptyRows(let file, let number):
            "\(file): \(count(number, "tomt svar", "tomma svar")) räknas inte som svarande."
        case .otherName(let file, let written, let format):
            "\(file): filen heter .\(written) men är \(format.kind); den lästes som det."
        case .hiddenSheet(let file, let sheet):
            "\(file): svaren lästes från bladet \(quoted(sheet)), som är dolt. Ange ett annat med --blad om det är fel."
        case .sheetsAlike(let file, let sheet, let others):
            "\(file): svaren lästes från bladet \(quoted(sheet)), men även \(list(others.map(quoted))) ser ut som svar. Ange "
                + "rätt blad med --blad."
        case .numberAgainstLabel(let file, let questions, let example):
            "\(file): i \(count(questions, "fråga", "frågor")) har svaren en annan siffra framför texten än i formuläret, "
                + "till exempel \(quoted(example)). Texten gäller."
        case .declaredMissing(let file, let cells):
            "\(file): \(count(cells, "cell har", "celler har")) ett värde som filen själv anger som saknat. "
                + "\(cells == 1 ? "Den räknas som obesvarad." : "De räknas som obesvarade.")"
        case .dividedCells(let file, let name, let cells):
            "\(file): \(count(cells, "cell", "celler")) för \(name) delades i flera värden vid semikolon eller radbrytning."
        case .blocksOutsideFilter(let file, let blocks, let plural):
            "\(file): \(count(blocks, "svar gäller", "svar gäller")) \(plural) som den svarande har sagt sig inte känna till. "
                + "\(blocks == 1 ? "Det räknas" : "De räknas") inte."
        case .blocksWithoutAnswer(let file, let blocks, let plural):
            "\(file): i \(count(blocks, "fall", "fall")) har den svarande inte svarat om \(plural) som är kända för den svarande. "
                + "De räknas som kända utan svar."
        case .noneAndSome(let file, let number, let none):
            "\(file): \(count(number, "svarande har", "svarande har")) valt både \(quoted(none)) och något annat. Det andra gäller."
        case .placedByDate(let found):
            "svaren placerades efter datum: \(list(found))."
        case .undatedCounted(let file, let number, let period):
            "\(file): \(count(number, "svar", "svar")) utan läsbart datum räknas till \(period.words)."
        case .noDateColumn(let file, let period):
            "\(file): ingen kolumn har datum, så alla svar räknas till \(period.words)."
        case .registeredOtherwise(let file, let group, let registered, let answers):
            "\(file): \(group.map { "i \($0) " } ?? "")har \(registered) svarat enligt filen, men \(answers) svar är inlästa. Det "
                + "inlästa gäller. Kontrollera vilket som stämmer."
        case .invitedColumnsLeftOut(let file, let columns):
            "\(file): lästes inte: "
                + columns.map { "\(quoted($0.heading)) (\($0.reason))" }.joined(separator: ", ") + "."
        case .notFinished(let file, let number):
            "\(file): \(count(number, "svar är inte avslutat; det räknas med", "svar är inte avslutade; de räknas med"))."
        }
    }
}
