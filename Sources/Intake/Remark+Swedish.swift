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
        }
    }
}
